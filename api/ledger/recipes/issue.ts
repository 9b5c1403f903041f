import type { Points } from "#api/kernel/points.ts";
import type { LotState } from "#api/ledger/book.ts";
import { hasExpired } from "#api/ledger/fefo.ts";
import { type Line, money, movePoints } from "#api/ledger/lines.ts";
import type { IssueTerms, MovementOf } from "#api/ledger/movements.ts";
import { addLot, enter, type Planning } from "#api/ledger/planning.ts";
import { bucket, lapse } from "#api/ledger/recipes/buckets.ts";
import { freed, fund } from "#api/ledger/recipes/funding.ts";
import { draw } from "#api/ledger/recipes/prepaid.ts";
import { recoverDebts } from "#api/ledger/recipes/return.ts";

/** Balances brought in: Dr ISSUED / Cr AVAIL; what belongs into the fund for them came along as bank money. */
export function open(planning: Planning, { lots }: MovementOf<"open">): void {
  const points: Line[] = [];
  const funds: Line[] = [];
  let paid = 0n;
  for (const one of lots) {
    const { memberId, points: original, availableAt, expiresAt } = one;
    const lot = addLot(planning, {
      ...lotTerms(one),
      memberId,
      original,
      expiresAt,
      earnedAt: availableAt,
      maturesAt: null,
      availableAt,
      parentLotId: null,
      purchaseId: null,
      blockedAt: null,
      subscriptionId: null,
    });
    points.push(...issued(lot, "AVAIL"));
    paid += original * lot.fundedRateE6;
    funds.push(...money("FUND", lot.issuerId, -original * lot.fundedRateE6));
  }
  enter(planning, "OPENING", [...points, ...money("BANK_SETTLEMENT", "", paid), ...funds]);
}

/**
 * Dr ISSUED / Cr PENDING, or Cr AVAIL when nothing is waited for; then what is to be funded is paid at once. Prepaid
 * points make a lot per pack they come from.
 */
export function earn(planning: Planning, movement: MovementOf<"earn">): void {
  const { memberId, points, terms, maturesAt, expiresAt, purchaseId, subscriptionId = null } = movement;
  const atOnce = maturesAt === null || maturesAt <= planning.deed.occurredAt;
  const lots = sources(planning, terms, points).map((source) =>
    newLot(planning, { ...source, memberId, maturesAt, expiresAt, purchaseId, subscriptionId, atOnce }),
  );
  const lines = lots.flatMap((lot) => [
    ...issued(lot, atOnce ? "AVAIL" : "PENDING"),
    ...(atOnce ? fund(planning, lot, lot.original) : []),
  ]);
  enter(planning, "EARN", lines, { memberId, purchaseId });
  if (atOnce) recoverDebts(planning, memberId);
}

type Source = { terms: LotTerms; points: Points };

function sources(planning: Planning, terms: IssueTerms, points: Points): Source[] {
  if (terms.funding !== "PREPAID") return [{ terms: lotTerms(terms), points }];
  return draw(planning, terms, points).map(({ packId, priceE6, points: drawn }) => ({
    terms: { ...lotTerms(terms), issueRateE6: priceE6, fundedRateE6: priceE6, packId },
    points: drawn,
  }));
}

/** Goodwill: earned at once from the operator, who pays for it itself. */
export function adjustCredit(planning: Planning, movement: MovementOf<"adjustCredit">): void {
  const { memberId, points, expiresAt } = movement;
  const when = { maturesAt: null, expiresAt, purchaseId: null, subscriptionId: null, atOnce: true };
  const lot = newLot(planning, { terms: lotTerms(movement.terms), points, memberId, ...when });
  enter(planning, "ADJUST_CREDIT", [...issued(lot, "AVAIL"), ...fund(planning, lot, points)], { memberId });
  recoverDebts(planning, memberId);
}

/** Dr PENDING / Cr AVAIL, and what is to be funded is paid into the fund. A blocked lot waits, whatever its date. */
export function mature(planning: Planning, { memberId, lotIds }: MovementOf<"mature">): void {
  const { book, deed } = planning;
  const lots = book
    .lotsOf(memberId)
    .filter((lot) => lot.pending > 0n && lot.blockedAt === null)
    .filter((lot) => (lotIds ? lotIds.includes(lot.id) : lot.maturesAt !== null && lot.maturesAt <= deed.occurredAt))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  const points = lots.flatMap((lot) => movePoints(lot.pending, bucket("PENDING", lot), bucket("AVAIL", lot)));
  const funding = lots.flatMap((lot) => fund(planning, lot, lot.pending));
  enter(planning, "MATURE", [...points, ...funding], { memberId });
  for (const lot of lots) book.change(lot, { availableAt: deed.occurredAt });
  recoverDebts(planning, memberId);
}

/** Dr AVAIL / Cr EXPIRED; what was paid for them is breakage: the operator's share, and the issuer's to its POSITION. */
export function expire(planning: Planning, { memberId, operatorShareBps, lotIds }: MovementOf<"expire">): void {
  const { book, deed } = planning;
  const lapsing = book
    .lotsOf(memberId)
    .filter((lot) => (lotIds ? lotIds.includes(lot.id) : hasExpired(lot, deed.occurredAt)))
    .map((lot) => ({ lot, available: lot.available, pending: lotIds ? lot.pending : 0n }))
    .filter(({ available, pending }) => available + pending > 0n)
    .sort((a, b) => (a.lot.id < b.lot.id ? -1 : 1));
  const points = lapsing.flatMap(({ lot, ...left }) => lapse(lot, left));
  const breakage = lapsing.flatMap(({ lot, ...left }) =>
    breakageOf(planning, lot, freed(lot, left), operatorShareBps.get(lot.issuerId)),
  );
  enter(planning, "EXPIRE", [...points, ...breakage], { memberId });
}

function breakageOf({ book }: Planning, lot: LotState, backing: Line[], shareBps: number | undefined): Line[] {
  const value = backing.reduce((sum, line) => sum + line.amount, 0n);
  if (value === 0n) return [];
  if (lot.issuerId === book.operatorId) return [...backing, ...money("BREAKAGE", "", -value)];
  if (shareBps === undefined) throw new Error(`no breakage share was given for issuer ${lot.issuerId}`);
  const operators = (value * BigInt(shareBps)) / 10_000n;
  return [
    ...backing,
    ...money("BREAKAGE", "", -operators),
    ...money("POSITION", lot.issuerId, operators - value, "BREAKAGE_SHARE"),
  ];
}

type LotTerms = Pick<LotState, "issuerId" | "funding" | "issueRateE6" | "fundedRateE6" | "packId">;

const lotTerms = ({ issuerId, funding, issueRateE6, fundedRateE6 }: IssueTerms): LotTerms => ({
  issuerId,
  funding,
  issueRateE6,
  fundedRateE6,
  packId: null,
});

type NewLot = Source &
  Pick<MovementOf<"earn">, "memberId" | "maturesAt" | "expiresAt" | "purchaseId"> & {
    subscriptionId: string | null;
    atOnce: boolean;
  };

function newLot(
  planning: Planning,
  { memberId, points, terms, maturesAt, expiresAt, purchaseId, subscriptionId, atOnce }: NewLot,
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
    blockedAt: null,
    subscriptionId,
  });
}

function issued(lot: LotState, into: "PENDING" | "AVAIL"): Line[] {
  return movePoints(lot.original, { account: "ISSUED", ownerId: lot.issuerId, lotId: lot.id }, bucket(into, lot));
}
