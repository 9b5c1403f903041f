import type { Points } from "#api/kernel/points.ts";
import type { MovementOf } from "#api/ledger/movements.ts";
import { findRedemptions, type Redemption } from "#api/ledger/read/redemptions.ts";
import { ReservationNotFound } from "#api/ledger/refusals.ts";
import type { Contract, Programme } from "#api/sql/rows.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { together } from "#api/use-cases/together.ts";

/** Whose reservation it must be; another's answers like one that does not exist. */
export type Expected = { redeemerId: string; memberId?: string };

export async function reservationFor(deps: Deps, id: string, expected: Expected): Promise<Redemption> {
  const [found] = await reservations(deps, [id]);
  const fits =
    found?.redeemerId === expected.redeemerId && (!expected.memberId || found.memberId === expected.memberId);
  if (!found || !fits) throw new ReservationNotFound(id);
  return found;
}

type Wanted = {
  burnId: string;
  memberId: string;
  redeemerId: string;
  points: Points;
  purchaseId: string | null;
  holdSeconds?: number | null | undefined;
};

/** Sets points aside for as long as the till asks, else as the programme says. */
export function reserveOf(wanted: Wanted, programme: Programme, at: Date): MovementOf<"reserve"> {
  const { holdSeconds, ...rest } = wanted;
  const seconds = holdSeconds ?? programme.reservationSeconds;
  return { kind: "reserve", ...rest, expiresAt: new Date(at.getTime() + seconds * 1000) };
}

/** Takes reserved points at the price the redeemer's contract names. */
export function captureOf(burnId: string, points: Points, contract: Contract): MovementOf<"capture"> {
  return { kind: "capture", burnId, points, redeemRateE6: contract.redeemRateE6, onUsPolicy: contract.onUsPolicy };
}

const reservations = together(({ db }, ids) => findRedemptions(db, ids));
