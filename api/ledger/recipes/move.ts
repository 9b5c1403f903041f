import { spendable, sumPoints, take } from "#api/ledger/fefo.ts";
import { movePoints } from "#api/ledger/lines.ts";
import type { MovementOf } from "#api/ledger/movements.ts";
import { addChildLot, enter, type Planning } from "#api/ledger/planning.ts";
import { bucket } from "#api/ledger/recipes/buckets.ts";
import { recoverDebts } from "#api/ledger/recipes/return.ts";
import { InsufficientPoints } from "#api/ledger/refusals.ts";

/** Dr AVAIL of one member / Cr AVAIL of another, as child lots: issuer, price and expiry stay. */
export function transfer(planning: Planning, movement: MovementOf<"transfer">): void {
  const { book, deed } = planning;
  const { fromMemberId, toMemberId, points, lotIds } = movement;
  const own = book.lotsOf(fromMemberId).filter(({ id }) => lotIds?.includes(id) ?? true);
  const lots = spendable(own, deed.occurredAt);
  const taken = take(lots, points);
  if (sumPoints(taken) < points) throw new InsufficientPoints(lots.reduce((sum, lot) => sum + lot.available, 0n));
  const lines = taken.flatMap(({ lot, points: count }) =>
    movePoints(
      count,
      bucket("AVAIL", lot),
      bucket("AVAIL", addChildLot(planning, lot, count, { memberId: toMemberId })),
    ),
  );
  enter(planning, "TRANSFER", lines, { memberId: fromMemberId });
  recoverDebts(planning, toMemberId);
}

/** Every bucket of every lot moves owner; debts move too, and are then recovered. */
export function merge(planning: Planning, { fromMemberId, intoMemberId }: MovementOf<"merge">): void {
  const { book, plan } = planning;
  const lots = book.lotsOf(fromMemberId).sort((a, b) => (a.id < b.id ? -1 : 1));
  const debts = book.openDebtsOf(fromMemberId);
  const points = lots.flatMap((lot) =>
    (["PENDING", "AVAIL", "RESERVED"] as const).flatMap((account) => {
      const count = { PENDING: lot.pending, AVAIL: lot.available, RESERVED: lot.reserved }[account];
      const into = { account, ownerId: intoMemberId, lotId: lot.id };
      return count === 0n ? [] : movePoints(count, bucket(account, lot), into);
    }),
  );
  const owed = debts.flatMap((debt) =>
    movePoints(
      debt.points - debt.recovered,
      { account: "DEBT", ownerId: intoMemberId, lotId: debt.lotId },
      { account: "DEBT", ownerId: fromMemberId, lotId: debt.lotId },
    ),
  );
  plan.merges.push({ fromMemberId, intoMemberId });
  enter(planning, "MERGE", [...points, ...owed], { memberId: fromMemberId });
  for (const lot of lots) book.change(lot, { memberId: intoMemberId });
  for (const debt of debts) book.change(debt, { memberId: intoMemberId });
  recoverDebts(planning, intoMemberId);
}
