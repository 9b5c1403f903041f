import { newId } from "#api/kernel/ids.ts";
import type { Points } from "#api/kernel/points.ts";
import type { BurnState, DebtState, LotState, SliceState } from "#api/ledger/book.ts";
import { hasExpired, spendable, take } from "#api/ledger/fefo.ts";
import { type Line, money, movePoints } from "#api/ledger/lines.ts";
import type { MovementOf } from "#api/ledger/movements.ts";
import { addChildLot, enter, type Planning } from "#api/ledger/planning.ts";
import { bucket, resting } from "#api/ledger/recipes/buckets.ts";
import { payer, unfund } from "#api/ledger/recipes/funding.ts";
import { giveBackToPack } from "#api/ledger/recipes/prepaid.ts";
import { redeemRateFor, redemptionMoney } from "#api/ledger/recipes/redeem.ts";
import {
  ExceedsRedemption,
  InsufficientPoints,
  ReservationNotFound,
  ReservationNotOpen,
} from "#api/ledger/refusals.ts";

/** Dr REDEEMED / Cr AVAIL, last slice first, into the original lots; the money mirrored at the stored rates. */
export function returnRedemption(planning: Planning, movement: MovementOf<"returnRedemption">): void {
  const burn = capturedBurn(planning, movement.burnId);
  const given = giveBack(planning, burn, movement.points, burn.slices, movement.graceExpiresAt);
  enter(planning, "BURN_RETURN", [...given.points, ...redemptionMoney(burn, given.slices, -1n)], refsOf(burn));
  recoverDebts(planning, given.memberId);
}

/** The upheld part of a dispute: as a returned redemption, but the redeemer's side comes out of the hold. */
export function upholdDispute(planning: Planning, movement: MovementOf<"upholdDispute">): void {
  const burn = capturedBurn(planning, movement.burnId);
  const claimed = burn.slices.filter((slice) => movement.issuerId === null || slice.issuerId === movement.issuerId);
  const given = giveBack(planning, burn, movement.points, claimed, movement.graceExpiresAt);
  const charges = given.slices.flatMap(({ slice, points }) => payer(slice, -points, "DISPUTE_UPHELD"));
  const charged = given.slices.reduce((sum, { slice, points }) => sum + points * slice.issueRateE6, 0n);
  const paid = given.slices.reduce((sum, { slice, points }) => sum + points * redeemRateFor(burn, slice), 0n);
  const lines = [
    ...given.points,
    ...charges,
    ...money("DISPUTE_HOLD", movement.disputeId, paid),
    ...money("MARGIN", "", charged - paid),
  ];
  enter(planning, "DISPUTE_UPHELD", lines, { ...refsOf(burn), disputeId: movement.disputeId });
  recoverDebts(planning, given.memberId);
}

const refsOf = (burn: BurnState) => ({
  memberId: burn.memberId,
  burnId: burn.id,
  purchaseId: burn.purchaseId,
  originCycleId: burn.cycleId,
});

function capturedBurn({ book }: Planning, burnId: string): BurnState {
  const burn = book.burns.get(burnId);
  if (!burn) throw new ReservationNotFound(burnId);
  if (burn.state !== "CAPTURED") throw new ReservationNotOpen(burn.state);
  return burn;
}

type GivenBack = { points: Line[]; slices: { slice: SliceState; points: Points }[]; memberId: string };

/** The last slice spent is the first given back; a lot that expired meanwhile lives on as a child lot with grace. */
function giveBack(
  planning: Planning,
  burn: BurnState,
  wanted: Points,
  from: readonly SliceState[],
  graceExpiresAt: Date | null,
): GivenBack {
  const { book, deed, plan } = planning;
  const returnable = from.reduce((sum, slice) => sum + slice.points - slice.restored, 0n);
  if (wanted > returnable) throw new ExceedsRedemption(returnable);
  let left = wanted;
  const slices: GivenBack["slices"] = [];
  for (const slice of from.toReversed()) {
    const open = slice.points - slice.restored;
    const points = open < left ? open : left;
    if (points > 0n) slices.push({ slice, points });
    left -= points;
  }
  const restored = new Map(slices.map(({ slice, points }) => [slice.seq, slice.restored + points]));
  book.change(burn, {
    slices: burn.slices.map((slice) => ({ ...slice, restored: restored.get(slice.seq) ?? slice.restored })),
  });
  plan.burns.add(burn);
  const points = slices.flatMap(({ slice, points: count }) => {
    const lot = book.lot(slice.lotId);
    const into =
      hasExpired(lot, deed.occurredAt) && graceExpiresAt
        ? addChildLot(planning, lot, count, { expiresAt: graceExpiresAt, availableAt: deed.occurredAt })
        : lot;
    return movePoints(count, { account: "REDEEMED", ownerId: burn.redeemerId, lotId: lot.id }, resting(into));
  });
  const first = slices[0];
  return { points, slices, memberId: first ? book.lot(first.slice.lotId).memberId : burn.memberId };
}

/**
 * Dr the purchase's own lots / Cr CLAWBACK; what was spent becomes the member's debt. Points that lapsed meanwhile are
 * not claimed: the member never had their use. What was paid into the fund for points still there goes back.
 */
export function clawback(planning: Planning, { purchaseId, points, issuerId }: MovementOf<"clawback">): void {
  const { book } = planning;
  const lots = [...book.lots.values()]
    .filter((lot) => lot.purchaseId === purchaseId && lot.parentLotId === null)
    .filter((lot) => !issuerId || lot.issuerId === issuerId)
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  let left = points;
  for (const lot of lots) {
    const claim = min(left, lot.original - lot.clawedBack - lot.expired);
    if (claim <= 0n) continue;
    left -= claim;
    takeBack(planning, lot, claim);
  }
  for (const memberId of new Set(lots.map((lot) => lot.memberId))) recoverDebts(planning, memberId);
}

function takeBack(planning: Planning, lot: LotState, claim: Points): void {
  const { book, plan } = planning;
  const pending = min(claim, lot.pending);
  const available = min(claim - pending, lot.available);
  const spent = claim - pending - available;
  const undone = { account: "CLAWBACK", ownerId: lot.issuerId, lotId: lot.id } as const;
  const lines = [
    ...(pending ? movePoints(pending, bucket("PENDING", lot), undone) : []),
    ...(available ? movePoints(available, bucket("AVAIL", lot), undone) : []),
    ...(spent ? movePoints(spent, { account: "DEBT", ownerId: lot.memberId, lotId: lot.id }, undone) : []),
    ...unfund(planning, lot, lot.availableAt === null ? available : available + pending),
  ];
  giveBackToPack(planning, lot, pending + available);
  const entryId = enter(planning, "CLAWBACK", lines, {
    memberId: lot.memberId,
    purchaseId: lot.purchaseId,
    originCycleId: lot.originCycleId ?? null,
  });
  if (spent === 0n) return;
  const debt: DebtState = {
    id: newId("debt"),
    memberId: lot.memberId,
    creditorId: lot.issuerId,
    lotId: lot.id,
    rateE6: lot.issueRateE6,
    points: spent,
    recovered: 0n,
    entryId,
  };
  book.add("debts", debt);
  plan.debts.add(debt);
}

/** A correction against the member on one lot, decided by two people. */
export function adjustDebit(planning: Planning, { memberId, lotId, points }: MovementOf<"adjustDebit">): void {
  // A lot in which nothing is left is not read at all.
  const lot = planning.book.lots.get(lotId);
  if (lot?.memberId !== memberId) throw new InsufficientPoints(0n);
  if (lot.available < points) throw new InsufficientPoints(lot.available);
  const undone = { account: "CLAWBACK", ownerId: lot.issuerId, lotId } as const;
  const lines = [...movePoints(points, bucket("AVAIL", lot), undone), ...unfund(planning, lot, points)];
  giveBackToPack(planning, lot, points);
  enter(planning, "ADJUST_DEBIT", lines, { memberId });
}

/**
 * Spendable points repay the member's debts, oldest first: Dr AVAIL of any issuer's lot / Cr DEBT; the issuer of the
 * used points pays the issuer whose points were spent; a difference in price is the operator's margin.
 */
export function recoverDebts(planning: Planning, memberId: string): void {
  const { book, deed, plan } = planning;
  for (const debt of book.openDebtsOf(memberId)) {
    const taken = take(spendable(book.lotsOf(memberId), deed.occurredAt), debt.points - debt.recovered);
    if (taken.length === 0) return;
    const points = taken.flatMap(({ lot, points: count }) =>
      movePoints(count, bucket("AVAIL", lot), { account: "DEBT", ownerId: memberId, lotId: debt.lotId }),
    );
    const recovered = taken.reduce((sum, one) => sum + one.points, 0n);
    const charged = taken.reduce((sum, { lot, points: count }) => sum + count * lot.issueRateE6, 0n);
    const credited = recovered * debt.rateE6;
    const lines = [
      ...points,
      ...taken.flatMap(({ lot, points: count }) => payer(lot, count, "DEBT_REPAID")),
      ...credit(planning, debt.creditorId, credited),
      ...money("MARGIN", "", credited - charged),
    ];
    book.change(debt, { recovered: debt.recovered + recovered });
    plan.debts.add(debt);
    enter(planning, "DEBT_RECOVERY", lines, { memberId });
  }
}

function credit({ book }: Planning, creditorId: string, amount: bigint): Line[] {
  return creditorId === book.operatorId
    ? money("OP_POINTS_COST", "", -amount)
    : money("POSITION", creditorId, -amount, "DEBT_RECOVERED");
}

const min = (a: bigint, b: bigint) => (a < b ? a : b);
