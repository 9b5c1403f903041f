import type { MoneyE6 } from "#api/kernel/money.ts";

const DAY_MS = 86_400_000;

/** So many days before a day, both YYYY-MM-DD. */
export function daysBefore(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - days * DAY_MS).toISOString().slice(0, 10);
}

export const firstOfMonth = (day: string) => `${day.slice(0, 7)}-01`;

type Spent = { day: string; spendE6: MoneyE6 };

/**
 * Whether on some day since `since` a calendar month's spend came to the amount. The days, oldest first, begin with the
 * first of the month in which `since` lies.
 */
export function reachedSince(spent: readonly Spent[], since: string, amountE6: MoneyE6): boolean {
  let month = "";
  let soFarE6 = 0n;
  for (const { day, spendE6 } of spent) {
    const before = day.startsWith(month) && month !== "" ? soFarE6 : 0n;
    month = day.slice(0, 7);
    soFarE6 = before + spendE6;
    if (before < amountE6 && soFarE6 >= amountE6 && day >= since) return true;
  }
  return false;
}

/** What counts a member's stamps on a card. */
export const stampCounter = (card: string, memberId: string) => `stamps ${card} ${memberId}`;
