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
  const points = total(lines.filter((line) => line.lotId !== null));
  const millionths = total(lines.filter((line) => line.lotId === null));
  if (points !== 0n || millionths !== 0n) {
    throw new Error(`an entry must sum to zero per unit, not ${points} points and ${millionths} millionths`);
  }
  return lines;
}

const total = (lines: readonly Line[]) => lines.reduce((sum, line) => sum + line.amount, 0n);
