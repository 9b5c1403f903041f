import type { SegmentMember } from "#api/engine/segment.ts";
import { type FindWindow, MemberView } from "./views.ts";

/** Facts about members that say nothing, or turn in a circle, where nobody is buying. */
export const ofReceiptsAlone = ["segments", "offers", "firstPurchase", "partnersThisMonth"] as const;

/** A member as segments see it; the names are those of the facts tables. */
export class SegmentMemberView extends MemberView {
  readonly #member: SegmentMember;

  constructor(member: SegmentMember, today: string, find: FindWindow) {
    super(member, today, find);
    this.#member = member;
  }

  get recency(): bigint {
    return BigInt(this.#member.recency ?? 0);
  }
  get frequency(): bigint {
    return BigInt(this.#member.frequency ?? 0);
  }
  get monetary(): bigint {
    return BigInt(this.#member.monetary ?? 0);
  }
  get hasRedeemed(): boolean {
    return this.#member.hasRedeemed ?? false;
  }
  get balance(): bigint {
    return this.#member.balance ?? 0n;
  }
}
