import type { Points } from "#api/kernel/points.ts";
import type { LotState } from "#api/ledger/book.ts";
import { type Line, money, movePoints } from "#api/ledger/lines.ts";
import type { MovementOf } from "#api/ledger/movements.ts";
import { enter, type Planning } from "#api/ledger/planning.ts";
import { bucket, lapse } from "#api/ledger/recipes/buckets.ts";
import { freed } from "#api/ledger/recipes/funding.ts";
import { recoverDebts } from "#api/ledger/recipes/return.ts";

/** Dr AVAIL / Cr PENDING: the lots' points wait, and what comes back to the lots waits with them. */
export function blockLots(planning: Planning, { memberId, lotIds }: MovementOf<"blockLots">): void {
  const { book, deed, plan } = planning;
  const lots = named(planning, memberId, lotIds).filter((lot) => lot.blockedAt === null);
  const lines = lots
    .filter((lot) => lot.available > 0n)
    .flatMap((lot) => movePoints(lot.available, bucket("AVAIL", lot), bucket("PENDING", lot)));
  enter(planning, "LOTS_BLOCKED", lines, { memberId });
  for (const lot of lots) {
    book.change(lot, { blockedAt: deed.occurredAt });
    plan.blocks.push({ lotId: lot.id, blockedAt: deed.occurredAt });
  }
}

/** Dr PENDING / Cr AVAIL for what had been available; points that never were go on waiting for their day. */
export function unblockLots(planning: Planning, { memberId, lotIds }: MovementOf<"unblockLots">): void {
  const { book, plan } = planning;
  const lots = named(planning, memberId, lotIds).filter((lot) => lot.blockedAt !== null);
  const lines = lots
    .filter((lot) => lot.availableAt !== null && lot.pending > 0n)
    .flatMap((lot) => movePoints(lot.pending, bucket("PENDING", lot), bucket("AVAIL", lot)));
  enter(planning, "LOTS_UNBLOCKED", lines, { memberId });
  for (const lot of lots) {
    book.change(lot, { blockedAt: null });
    plan.blocks.push({ lotId: lot.id, blockedAt: null });
  }
  recoverDebts(planning, memberId);
}

/**
 * Dr AVAIL and PENDING / Cr EXPIRED for a share of each, rounded down to the point. What was paid for them goes to the
 * issuer's position: nobody earns by a haircut.
 */
export function haircut(planning: Planning, { memberId, lotIds, shareBps }: MovementOf<"haircut">): void {
  const cuts = named(planning, memberId, lotIds).map((lot) => ({
    lot,
    pending: shareOf(lot.pending, shareBps),
    available: shareOf(lot.available, shareBps),
  }));
  const points = cuts.flatMap(({ lot, ...cut }) => lapse(lot, cut));
  const money = cuts.flatMap(({ lot, ...cut }) => toIssuer(planning, lot, freed(lot, cut)));
  enter(planning, "HAIRCUT", [...points, ...money], { memberId });
}

function toIssuer({ book }: Planning, lot: LotState, backing: Line[]): Line[] {
  const value = backing.reduce((sum, line) => sum + line.amount, 0n);
  const back =
    lot.issuerId === book.operatorId
      ? money("OP_POINTS_COST", "", -value)
      : money("POSITION", lot.issuerId, -value, "BREAKAGE_SHARE");
  return [...backing, ...back];
}

/** The member's own among the named lots: others changed hands meanwhile. */
function named({ book }: Planning, memberId: string, lotIds: readonly string[]): LotState[] {
  return book
    .lotsOf(memberId)
    .filter((lot) => lotIds.includes(lot.id))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

const shareOf = (points: Points, bps: number) => (points * BigInt(bps)) / 10_000n;
