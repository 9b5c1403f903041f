import type { Actor } from "#api/kernel/actor.ts";
import type { Points } from "#api/kernel/points.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { once, requestOf } from "#api/use-cases/once.ts";
import { happenedAt } from "#api/use-cases/purchases/assess.ts";
import { termsAt } from "#api/use-cases/purchases/context.ts";
import { type PlaceInput, placeOf } from "#api/use-cases/purchases/place.ts";
import { checkMayRedeem } from "#api/use-cases/purchases/standing.ts";
import { checkPoints, type RedemptionAnswer, redemptionAnswer } from "./answer.ts";
import { captureOf, reservationFor } from "./reservation.ts";

export type CapturePoints = PlaceInput & {
  reservationId: string;
  /** All that is reserved when absent; the rest goes back to the member. */
  points?: Points | null | undefined;
  /** Now, when absent. */
  occurredAt?: Date | null | undefined;
  idempotencyKey: string;
};

/** Takes reserved points, all or part: the redemption is done and the redeemer is owed for it. */
export async function capturePoints(deps: Deps, actor: Actor, input: CapturePoints): Promise<RedemptionAnswer> {
  const posted = await once(deps, requestOf("capturePoints", actor, input), async () => {
    const place = await placeOf(deps, actor, "points:capture", input);
    const occurredAt = happenedAt(input.occurredAt, deps.clock.now());
    const [{ partner, contract }, reservation] = await Promise.all([
      termsAt(deps, place.partnerId, occurredAt),
      reservationFor(deps, input.reservationId, { redeemerId: place.partnerId }),
    ]);
    checkMayRedeem(partner);
    const points = input.points ?? reservation.reserved;
    checkPoints(points);
    return { occurredAt, place, movements: [captureOf(reservation.id, points, contract)] };
  });
  await deps.enqueue?.(deps.db, "tellSpendings", {}, { soon: true });
  return redemptionAnswer(deps, posted);
}
