import type { Actor } from "#api/kernel/actor.ts";
import type { Points } from "#api/kernel/points.ts";
import type { Count } from "#api/ledger/movements.ts";
import { can } from "#api/use-cases/can.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { namedMember } from "#api/use-cases/members/named-member.ts";
import { MemberNotFound } from "#api/use-cases/members/refusals.ts";
import { once, requestOf } from "#api/use-cases/once.ts";
import { checkOptionalText } from "#api/use-cases/partners/values.ts";
import type { MemberRef } from "#api/use-cases/purchases/context.ts";
import { tellMember } from "#api/use-cases/spending/ring-member.ts";
import { checkPoints, type WalletAnswer, walletAnswer } from "./answer.ts";
import { giftCounts, giftProblem } from "./gift-bounds.ts";
import { SameMember } from "./refusals.ts";

export type TransferPoints = {
  /** Whose points; a member's own when absent. */
  fromMemberId?: string | null | undefined;
  /** Who receives them, by any identifier that is not one partner's own number. */
  to: MemberRef;
  points: Points;
  /** Both read it. */
  reason?: string | null | undefined;
  idempotencyKey: string;
};

/** One member gives points to another; issuer, price and expiry stay what they were. The receiver is told. */
export async function transferPoints(deps: Deps, actor: Actor, input: TransferPoints): Promise<WalletAnswer> {
  const giver = giverOf(actor, input);
  can(actor, "points:transfer", { memberId: giver });
  const { points } = input;
  let counts: Count[] = [];
  const posted = await once(deps, requestOf("transferPoints", actor, input), async () => {
    checkPoints(points);
    const reason = checkOptionalText("reason", input.reason);
    const [fromMemberId, toMemberId] = await Promise.all([
      namedMember(deps, actor, { memberId: giver }),
      namedMember(deps, actor, input.to),
    ]);
    if (fromMemberId === toMemberId) throw new SameMember(fromMemberId);
    const at = deps.clock.now();
    counts = await giftCounts(deps, actor, { fromMemberId, points, at });
    const movements = [{ kind: "transfer" as const, fromMemberId, toMemberId, points }];
    return { occurredAt: at, place: null, reason, movements, counts };
  }).catch((refusal) => {
    throw giftProblem(refusal, counts);
  });
  const answer = await walletAnswer(deps, posted);
  if (!answer.replayed && answer.otherMemberId) await tellReceiver(deps, answer.otherMemberId, points);
  return answer;
}

async function tellReceiver(deps: Deps, memberId: string, points: Points): Promise<void> {
  const news = { kind: "POINTS_RECEIVED" as const, facts: { points: String(points) }, href: "/me/history" };
  await deps.db.$transaction((tx) => tellMember(tx, memberId, { ...news, at: deps.clock.now() }));
}

function giverOf(actor: Actor, { fromMemberId }: TransferPoints): string {
  const giver = fromMemberId ?? (actor.kind === "member" ? actor.memberId : null);
  if (!giver) throw new MemberNotFound("whose points they are; name one");
  return giver;
}
