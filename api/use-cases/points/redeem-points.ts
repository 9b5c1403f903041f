import type { Actor } from "#api/kernel/actor.ts";
import { newId } from "#api/kernel/ids.ts";
import type { Points } from "#api/kernel/points.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { once, requestOf } from "#api/use-cases/once.ts";
import { findProgramme } from "#api/use-cases/programme/read-programme.ts";
import { happenedAt } from "#api/use-cases/purchases/assess.ts";
import { type MemberRef, memberIdOf, termsAt } from "#api/use-cases/purchases/context.ts";
import { type PlaceInput, placeOf } from "#api/use-cases/purchases/place.ts";
import { checkMayRedeem } from "#api/use-cases/purchases/standing.ts";
import { noSpend, prepareSpend, spendProblem } from "#api/use-cases/spending/prepare-spend.ts";
import { checkPoints, type RedemptionAnswer, redemptionAnswer } from "./answer.ts";
import { captureOf, reserveOf } from "./reservation.ts";

export type RedeemPoints = PlaceInput & {
  member: MemberRef;
  points: Points;
  /** Now, when absent. */
  occurredAt?: Date | null | undefined;
  /** What the points paid for, shown in the member's history. */
  reason?: string | null | undefined;
  /** What the member was shown when asked to confirm, if they said it. */
  confirmationCode?: string | null | undefined;
  idempotencyKey: string;
};

/** Points pay for something that has no receipt: a fee, a service. Reserved and captured in one deed. */
export async function redeemPoints(deps: Deps, actor: Actor, input: RedeemPoints): Promise<RedemptionAnswer> {
  let prepared = noSpend;
  const posted = await once(deps, requestOf("redeemPoints", actor, input), async () => {
    const place = await placeOf(deps, actor, "points:capture", input);
    checkPoints(input.points);
    const occurredAt = happenedAt(input.occurredAt, deps.clock.now());
    const [programme, { partner, contract }, memberId] = await Promise.all([
      findProgramme(deps),
      termsAt(deps, place.partnerId, occurredAt),
      memberIdOf(deps, actor, input.member, place.partnerId),
    ]);
    checkMayRedeem(partner);
    const { points, reason = null } = input;
    const spend = { memberId, place, points, at: occurredAt, member: input.member };
    prepared = await prepareSpend(deps, { ...spend, confirmationCode: input.confirmationCode }, programme);
    const burnId = newId("burn");
    const wanted = { burnId, memberId, redeemerId: place.partnerId, points, purchaseId: null };
    const spent = [reserveOf(wanted, programme, occurredAt), captureOf(burnId, points, contract)];
    const movements = [...prepared.movements, ...spent];
    return { occurredAt, place, reason, movements, counts: prepared.counts };
  }).catch((refusal) => {
    throw spendProblem(refusal, prepared);
  });
  await deps.enqueue?.(deps.db, "tellSpendings", {}, { soon: true });
  return redemptionAnswer(deps, posted);
}
