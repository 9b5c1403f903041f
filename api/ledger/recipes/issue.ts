import type { LotState } from "#api/ledger/book.ts";
import { hasExpired } from "#api/ledger/fefo.ts";
import { type Line, money, movePoints } from "#api/ledger/lines.ts";
import type { MovementOf } from "#api/ledger/movements.ts";
import { addLot, enter, type Planning } from "#api/ledger/planning.ts";
import { recoverDebts } from "#api/ledger/recipes/return.ts";

/** Balances brought in: Dr ISSUED / Cr AVAIL; the fund of ON_ISSUE lots came with them as bank money. */
export function open(planning: Planning, { lots }: MovementOf<"open">): void {
  const points: Line[] = [];
  const funds: Line[] = [];
  let paid = 0n;
  for (const one of lots) {
    const { points: original, availableAt, ...terms } = one;
    const lot = addLot(planning, {
      ...terms,
      original,
      earnedAt: availableAt,
      maturesAt: null,
      availableAt,
      parentLotId: null,
      purchaseId: null,
    });
    points.push(...issued(lot, "AVAIL"));
    if (one.funding === "ON_ISSUE") {
      paid += original * one.issueRateE6;
      funds.push(...money("FUND", one.issuerId, -original * one.issueRateE6));
    }
  }
  enter(planning, "OPENING", [...points, ...money("BANK_SETTLEMENT", "", paid), ...funds]);
}

/** Dr ISSUED / Cr PENDING, or Cr AVAIL when nothing is waited for; then an ON_ISSUE issuer is billed at once. */
export function earn(planning: Planning, movement: MovementOf<"earn">): void {
  const { memberId, points, terms, maturesAt, expiresAt, purchaseId } = movement;
  const atOnce = maturesAt === null || maturesAt <= planning.deed.occurredAt;
  const lot = newLot(planning, { memberId, points, terms, maturesAt, expiresAt, purchaseId, atOnce });
  const lines = [...issued(lot, atOnce ? "AVAIL" : "PENDING"), ...(atOnce ? billed(planning, [lot], points) : [])];
  enter(planning, "EARN", lines, { memberId, purchaseId });
  if (atOnce) recoverDebts(planning, memberId);
}

/** Goodwill: earned at once from the operator, who pays for it itself. */
export function adjustCredit(planning: Planning, movement: MovementOf<"adjustCredit">): void {
  const { memberId, points, terms, expiresAt } = movement;
  const lot = newLot(planning, { memberId, points, terms, maturesAt: null, expiresAt, purchaseId: null, atOnce: true });
  enter(planning, "ADJUST_CREDIT", [...issued(lot, "AVAIL"), ...billed(planning, [lot], points)], { memberId });
  recoverDebts(planning, memberId);
}

/** Dr PENDING / Cr AVAIL; ON_ISSUE: Dr POSITION / Cr FUND at the issue price. */
export function mature(planning: Planning, { memberId, lotIds }: MovementOf<"mature">): void {
  const { book, deed } = planning;
  const lots = book
    .lotsOf(memberId)
    .filter((lot) => lot.pending > 0n)
    .filter((lot) => (lotIds ? lotIds.includes(lot.id) : lot.maturesAt !== null && lot.maturesAt <= deed.occurredAt))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  const points = lots.flatMap((lot) => movePoints(lot.pending, bucket("PENDING", lot), bucket("AVAIL", lot)));
  const billing = lots.flatMap((lot) => billed(planning, [lot], lot.pending));
  enter(planning, "MATURE", [...points, ...billing], { memberId });
  for (const lot of lots) book.change(lot, { availableAt: deed.occurredAt });
  recoverDebts(planning, memberId);
}

/** Dr AVAIL / Cr EXPIRED; ON_ISSUE: Dr FUND, the operator's share to BREAKAGE, the issuer's to its POSITION. */
export function expire(planning: Planning, { memberId, operatorShareBps }: MovementOf<"expire">): void {
  const { book, deed } = planning;
  const lots = book
    .lotsOf(memberId)
    .filter((lot) => lot.available > 0n && hasExpired(lot, deed.occurredAt))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  const points = lots.flatMap((lot) =>
    movePoints(lot.available, bucket("AVAIL", lot), { account: "EXPIRED", ownerId: lot.issuerId, lotId: lot.id }),
  );
  const breakage = lots.flatMap((lot) => breakageOf(planning, lot, operatorShareBps.get(lot.issuerId)));
  enter(planning, "EXPIRE", [...points, ...breakage], { memberId });
}

function breakageOf({ book }: Planning, lot: LotState, shareBps: number | undefined): Line[] {
  if (lot.funding !== "ON_ISSUE") return [];
  const value = lot.available * lot.issueRateE6;
  if (lot.issuerId === book.operatorId)
    return [...money("FUND", lot.issuerId, value), ...money("BREAKAGE", "", -value)];
  if (shareBps === undefined) throw new Error(`no breakage share was given for issuer ${lot.issuerId}`);
  const operators = (value * BigInt(shareBps)) / 10_000n;
  return [
    ...money("FUND", lot.issuerId, value),
    ...money("BREAKAGE", "", -operators),
    ...money("POSITION", lot.issuerId, operators - value, "BREAKAGE_SHARE"),
  ];
}

type NewLot = Pick<MovementOf<"earn">, "memberId" | "points" | "terms" | "maturesAt" | "expiresAt" | "purchaseId"> & {
  atOnce: boolean;
};

function newLot(
  planning: Planning,
  { memberId, points, terms, maturesAt, expiresAt, purchaseId, atOnce }: NewLot,
): LotState {
  const earnedAt = planning.deed.occurredAt;
  return addLot(planning, {
    ...terms,
    memberId,
    original: points,
    earnedAt,
    maturesAt: atOnce ? null : maturesAt,
    availableAt: atOnce ? earnedAt : null,
    expiresAt,
    parentLotId: null,
    purchaseId,
  });
}

function issued(lot: LotState, into: "PENDING" | "AVAIL"): Line[] {
  return movePoints(lot.original, { account: "ISSUED", ownerId: lot.issuerId, lotId: lot.id }, bucket(into, lot));
}

/** An ON_ISSUE issuer pays when points become available; the operator pays for its own. */
function billed({ book }: Planning, lots: readonly LotState[], points: bigint): Line[] {
  return lots
    .filter((lot) => lot.funding === "ON_ISSUE")
    .flatMap((lot) => {
      const value = points * lot.issueRateE6;
      const debit =
        lot.issuerId === book.operatorId
          ? money("OP_POINTS_COST", "", value)
          : money("POSITION", lot.issuerId, value, "ISSUE_BILLING");
      return [...debit, ...money("FUND", lot.issuerId, -value)];
    });
}

/** A member's bucket of one lot. The lot knows whose it is, also after a merge. */
export function bucket<Name extends "PENDING" | "AVAIL" | "RESERVED">(account: Name, lot: LotState) {
  return { account, ownerId: lot.memberId, lotId: lot.id };
}
