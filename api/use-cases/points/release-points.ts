import type { Actor } from "#api/kernel/actor.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { once, requestOf } from "#api/use-cases/once.ts";
import { findProgramme } from "#api/use-cases/programme/read-programme.ts";
import { graceEnd } from "#api/use-cases/purchases/grace.ts";
import { type PlaceInput, placeOf } from "#api/use-cases/purchases/place.ts";
import { type RedemptionAnswer, redemptionAnswer } from "./answer.ts";
import { reservationFor } from "./reservation.ts";

export type ReleasePoints = PlaceInput & { reservationId: string; idempotencyKey: string };

/** Lets reserved points go. Always possible, whatever became of the partner: they are the member's. */
export async function releasePoints(deps: Deps, actor: Actor, input: ReleasePoints): Promise<RedemptionAnswer> {
  const posted = await once(deps, requestOf("releasePoints", actor, input), async () => {
    const place = await placeOf(deps, actor, "points:release", input);
    const occurredAt = deps.clock.now();
    const [programme, reservation] = await Promise.all([
      findProgramme(deps),
      reservationFor(deps, input.reservationId, { redeemerId: place.partnerId }),
    ]);
    const graceExpiresAt = graceEnd(occurredAt, programme);
    const movements = [{ kind: "release" as const, burnId: reservation.id, graceExpiresAt, timedOut: false }];
    return { occurredAt, place, movements };
  });
  return redemptionAnswer(deps, posted);
}
