import { type Actor, systemActor } from "#api/kernel/actor.ts";
import type { Points } from "#api/kernel/points.ts";
import { can } from "#api/use-cases/can.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { MemberBlocked, MemberNotFound } from "#api/use-cases/members/refusals.ts";
import { resolveMember } from "#api/use-cases/members/resolve-members.ts";
import { once, requestOf } from "#api/use-cases/once.ts";
import type { MemberRef } from "#api/use-cases/purchases/context.ts";
import { checkPoints, type WalletAnswer, walletAnswer } from "./answer.ts";
import { SameMember } from "./refusals.ts";

export type TransferPoints = {
  /** Whose points; a member's own when absent. */
  fromMemberId?: string | null | undefined;
  /** Who receives them, by any identifier that is not one partner's own number. */
  to: MemberRef;
  points: Points;
  reason?: string | null | undefined;
  idempotencyKey: string;
};

/** One member gives points to another; issuer, price and expiry stay what they were. */
export async function transferPoints(deps: Deps, actor: Actor, input: TransferPoints): Promise<WalletAnswer> {
  const giver = giverOf(actor, input);
  can(actor, "points:transfer", { memberId: giver });
  const posted = await once(deps, requestOf("transferPoints", actor, input), async () => {
    checkPoints(input.points);
    const [fromMemberId, toMemberId] = await Promise.all([
      partyOf(deps, actor, { memberId: giver }),
      partyOf(deps, actor, input.to),
    ]);
    if (fromMemberId === toMemberId) throw new SameMember(fromMemberId);
    const { points, reason = null } = input;
    const movements = [{ kind: "transfer" as const, fromMemberId, toMemberId, points }];
    return { occurredAt: deps.clock.now(), place: null, reason, movements };
  });
  return walletAnswer(deps, posted);
}

function giverOf(actor: Actor, { fromMemberId }: TransferPoints): string {
  const giver = fromMemberId ?? (actor.kind === "member" ? actor.memberId : null);
  if (!giver) throw new MemberNotFound("whose points they are; name one");
  return giver;
}

/** Members may not look others up, but may give to whom they can name; the answer shows them nothing of the other. */
async function partyOf(deps: Deps, actor: Actor, ref: MemberRef): Promise<string> {
  const { memberId, status } = await resolveMember(deps, systemActor, ref);
  if (actor.kind === "member" && status === "BLOCKED") throw new MemberBlocked(memberId);
  return memberId;
}
