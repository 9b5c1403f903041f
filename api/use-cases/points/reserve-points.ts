import type { Actor } from "#api/kernel/actor.ts";
import { newId } from "#api/kernel/ids.ts";
import type { Points } from "#api/kernel/points.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { once, requestOf } from "#api/use-cases/once.ts";
import { InvalidValue } from "#api/use-cases/partners/refusals.ts";
import { findProgramme } from "#api/use-cases/programme/read-programme.ts";
import { type MemberRef, memberIdOf, termsAt } from "#api/use-cases/purchases/context.ts";
import { type PlaceInput, placeOf } from "#api/use-cases/purchases/place.ts";
import { checkMayRedeem } from "#api/use-cases/purchases/standing.ts";
import { noSpend, prepareSpend, spendProblem } from "#api/use-cases/spending/prepare-spend.ts";
import { checkPoints, type RedemptionAnswer, redemptionAnswer } from "./answer.ts";
import { reserveOf } from "./reservation.ts";

export type ReservePoints = PlaceInput & {
  member: MemberRef;
  points: Points;
  /** How long the points are held; the programme's time when absent. */
  holdSeconds?: number | null | undefined;
  /** What the member was shown when asked to confirm, if they said it. */
  confirmationCode?: string | null | undefined;
  idempotencyKey: string;
};

/** Nobody's points stay locked for longer than a day by a till that went away. */
export const HOLD_SECONDS_MAX = 86_400;

/** Sets points aside for a redemption in progress. They come back by themselves when the time is over. */
export async function reservePoints(deps: Deps, actor: Actor, input: ReservePoints): Promise<RedemptionAnswer> {
  let prepared = noSpend;
  const posted = await once(deps, requestOf("reservePoints", actor, input), async () => {
    const place = await placeOf(deps, actor, "points:reserve", input);
    checkPoints(input.points);
    checkHold(input.holdSeconds);
    const occurredAt = deps.clock.now();
    const [programme, { partner }, memberId] = await Promise.all([
      findProgramme(deps),
      termsAt(deps, place.partnerId, occurredAt),
      memberIdOf(deps, actor, input.member, place.partnerId),
    ]);
    checkMayRedeem(partner);
    const { points, holdSeconds, member, confirmationCode } = input;
    prepared = await prepareSpend(
      deps,
      { memberId, place, points, at: occurredAt, member, confirmationCode },
      programme,
    );
    const wanted = {
      burnId: newId("burn"),
      memberId,
      redeemerId: place.partnerId,
      points,
      purchaseId: null,
      holdSeconds,
    };
    const movements = [...prepared.movements, reserveOf(wanted, programme, occurredAt)];
    return { occurredAt, place, movements, counts: prepared.counts };
  }).catch((refusal) => {
    throw spendProblem(refusal, prepared);
  });
  return redemptionAnswer(deps, posted);
}

function checkHold(seconds: number | null | undefined): void {
  if (seconds === null || seconds === undefined) return;
  if (seconds < 1 || seconds > HOLD_SECONDS_MAX) {
    throw new InvalidValue("holdSeconds", String(seconds), `1 to ${HOLD_SECONDS_MAX}`);
  }
}
