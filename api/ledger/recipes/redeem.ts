import type { MoneyE6 } from "#api/kernel/money.ts";
import type { Points } from "#api/kernel/points.ts";
import type { BurnState, SliceState } from "#api/ledger/book.ts";
import { hasExpired, spendable, sumPoints, take } from "#api/ledger/fefo.ts";
import { type Line, money, movePoints } from "#api/ledger/lines.ts";
import type { MovementOf } from "#api/ledger/movements.ts";
import { addChildLot, enter, type Planning } from "#api/ledger/planning.ts";
import { bucket, resting } from "#api/ledger/recipes/buckets.ts";
import { payer } from "#api/ledger/recipes/funding.ts";
import {
  ExceedsReservation,
  InsufficientPoints,
  ReservationExpired,
  ReservationNotFound,
  ReservationNotOpen,
} from "#api/ledger/refusals.ts";

/** Dr AVAIL / Cr RESERVED, first to expire first; the lots are pinned to the burn. */
export function reserve(planning: Planning, movement: MovementOf<"reserve">): void {
  const { book, deed, plan } = planning;
  const { burnId, memberId, redeemerId, points, expiresAt, purchaseId } = movement;
  const lots = spendable(book.lotsOf(memberId), deed.occurredAt);
  const taken = take(lots, points);
  if (sumPoints(taken) < points) throw new InsufficientPoints(lots.reduce((sum, lot) => sum + lot.available, 0n));
  const burn: BurnState = {
    id: burnId,
    memberId,
    redeemerId,
    locationId: deed.place?.locationId ?? null,
    terminalId: deed.place?.terminalId ?? null,
    purchaseId,
    state: "RESERVED",
    reserved: points,
    captured: 0n,
    redeemRateE6: null,
    onUsPolicy: "FULL",
    reservedAt: deed.occurredAt,
    expiresAt,
    capturedAt: null,
    cycleId: null,
    slices: taken.map(({ lot, points: pinned }, seq) => ({
      seq,
      lotId: lot.id,
      issuerId: lot.issuerId,
      funding: lot.funding,
      issueRateE6: lot.issueRateE6,
      fundedRateE6: lot.fundedRateE6,
      pinned,
      points: 0n,
      restored: 0n,
    })),
  };
  book.add("burns", burn);
  plan.burns.add(burn);
  const lines = taken.flatMap(({ lot, points: count }) =>
    movePoints(count, bucket("AVAIL", lot), bucket("RESERVED", lot)),
  );
  enter(planning, "RESERVE", lines, { memberId, burnId, purchaseId });
}

/**
 * Dr RESERVED / Cr REDEEMED for what is taken, Dr RESERVED / Cr AVAIL for the rest; per slice the payer is charged the
 * issue price, the redeemer is paid its own, the difference is the operator's margin.
 */
export function capture(planning: Planning, movement: MovementOf<"capture">): void {
  const { book, deed, plan } = planning;
  const burn = openBurn(planning, movement.burnId);
  if (burn.expiresAt <= deed.occurredAt) throw new ReservationExpired(burn.expiresAt);
  if (movement.points > burn.reserved) throw new ExceedsReservation(burn.reserved);
  const slices = capturedSlices(burn.slices, movement.points);
  const points = slices.flatMap((slice) => {
    const lot = book.lot(slice.lotId);
    return slice.points === 0n
      ? []
      : movePoints(slice.points, bucket("RESERVED", lot), {
          account: "REDEEMED",
          ownerId: burn.redeemerId,
          lotId: lot.id,
        });
  });
  const rest = slices.flatMap((slice) => {
    const lot = book.lot(slice.lotId);
    const left = slice.pinned - slice.points;
    return left === 0n ? [] : movePoints(left, bucket("RESERVED", lot), resting(lot));
  });
  const { redeemRateE6, onUsPolicy } = movement;
  book.change(burn, {
    state: "CAPTURED",
    captured: movement.points,
    redeemRateE6,
    onUsPolicy,
    capturedAt: deed.occurredAt,
    slices,
  });
  plan.burns.add(burn);
  const owed = slices.map((slice) => ({ slice, points: slice.points }));
  enter(planning, "CAPTURE", [...points, ...rest, ...redemptionMoney(burn, owed, 1n)], {
    memberId: burn.memberId,
    burnId: burn.id,
    purchaseId: burn.purchaseId,
  });
}

/** Dr RESERVED / Cr AVAIL on the pinned lots; a lot that expired meanwhile lives on as a child lot with grace. */
export function release(planning: Planning, movement: MovementOf<"release">): void {
  const { book, deed, plan } = planning;
  const burn = openBurn(planning, movement.burnId);
  const lines = burn.slices.flatMap((slice) => {
    const lot = book.lot(slice.lotId);
    const into =
      hasExpired(lot, deed.occurredAt) && movement.graceExpiresAt
        ? addChildLot(planning, lot, slice.pinned, { expiresAt: movement.graceExpiresAt })
        : lot;
    return movePoints(slice.pinned, bucket("RESERVED", lot), resting(into));
  });
  book.change(burn, { state: "RELEASED" });
  plan.burns.add(burn);
  enter(planning, "RELEASE", lines, { memberId: burn.memberId, burnId: burn.id, purchaseId: burn.purchaseId });
}

function openBurn({ book }: Planning, burnId: string): BurnState {
  const burn = book.burns.get(burnId);
  if (!burn) throw new ReservationNotFound(burnId);
  if (burn.state !== "RESERVED") throw new ReservationNotOpen(burn.state);
  return burn;
}

/** Pinned slices are used first to last. */
function capturedSlices(pinned: readonly SliceState[], points: Points): SliceState[] {
  let left = points;
  return pinned.map((slice) => {
    const used = slice.pinned < left ? slice.pinned : left;
    left -= used;
    return { ...slice, points: used };
  });
}

/**
 * The money side of redeemed points: `direction` 1n when they are spent, -1n when they come back (the exact mirror at
 * the stored rates).
 */
export function redemptionMoney(
  burn: BurnState,
  owed: readonly { slice: SliceState; points: Points }[],
  direction: 1n | -1n,
): Line[] {
  const spent = direction === 1n;
  const charges = owed.flatMap(({ slice, points }) =>
    payer(slice, direction * points, spent ? "ISSUER_CHARGE" : "RETURN_ISSUER"),
  );
  const charged = owed.reduce((sum, { slice, points }) => sum + points * slice.issueRateE6, 0n);
  const paid = owed.reduce((sum, { slice, points }) => sum + points * redeemRateFor(burn, slice), 0n);
  return [
    ...charges,
    ...money("POSITION", burn.redeemerId, -direction * paid, spent ? "REDEEMER_CREDIT" : "RETURN_REDEEMER"),
    ...money("MARGIN", "", -direction * (charged - paid)),
  ];
}

/** With the MARGIN_FREE policy a partner's own points spent at itself cost it nothing but their price. */
export function redeemRateFor(burn: BurnState, slice: SliceState): MoneyE6 {
  if (burn.redeemRateE6 === null) throw new Error(`burn ${burn.id} was never captured`);
  const onUs = slice.issuerId === burn.redeemerId;
  return onUs && burn.onUsPolicy === "MARGIN_FREE" ? slice.issueRateE6 : burn.redeemRateE6;
}
