import type { MoneyE6 } from "#api/kernel/money.ts";
import type { Points } from "#api/kernel/points.ts";
import type { AccountKind, MoneyAccount, PointsAccount, StatementSection } from "#api/ledger/chart.ts";

/** One account's part in an entry: debit positive, credit negative. */
export type Line = {
  account: AccountKind;
  /** A member, a partner, a dispute; empty for the operator's own accounts. */
  ownerId: string;
  amount: bigint;
  lotId: string | null;
  section: StatementSection | null;
};

/** `count` points of one lot move: debit one account, credit the other (possibly another lot's). */
export function movePoints(
  count: Points,
  from: { account: PointsAccount; ownerId: string; lotId: string },
  to: { account: PointsAccount; ownerId: string; lotId: string },
): Line[] {
  return [
    { ...from, amount: count, section: null },
    { ...to, amount: -count, section: null },
  ];
}

/** A money line; nothing when the amount is zero. */
export function money(account: MoneyAccount, ownerId: string, amount: MoneyE6, section?: StatementSection): Line[] {
  return amount === 0n ? [] : [{ account, ownerId, amount, lotId: null, section: section ?? null }];
}

/** The only way lines become an entry: each unit sums to zero or the recipe is wrong. */
export function balanced(lines: Line[]): Line[] {
  const sums = lines.reduce(
    (sum, line) => (line.lotId === null ? { ...sum, money: sum.money + line.amount } : { ...sum, points: sum.points + line.amount }),
    { points: 0n, money: 0n },
  );
  if (sums.points !== 0n || sums.money !== 0n) {
    throw new Error(`an entry must sum to zero per unit, not ${sums.points} points and ${sums.money} millionths`);
  }
  return lines;
}
