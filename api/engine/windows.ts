import type { MoneyE6 } from "#api/kernel/money.ts";

/**
 * What a member did before the receipt. Days are local days; today counts, so spend(1) is today's spend so far. Those of
 * this month are written as facts (`member.spendThisMonth`), the others as functions (`spend(30)`).
 */
export const windowNames = [
  "spend",
  "spendAt",
  "spendThisMonth",
  "spendThisMonthAt",
  "visits",
  "visitsAt",
  "visitsThisMonth",
  "partnersThisMonth",
  "monthSpendReachedWithin",
  "stamps",
  "partners",
  "daysSinceVisitAt",
] as const;
export type WindowName = (typeof windowNames)[number];

/** One window that a rule asks for; what does not apply to its function is null. */
export type WindowNeed = {
  /** The call as written, in one spelling: `spendAt("grocer", 30)`. Windows are found by it. */
  key: string;
  name: WindowName;
  /** A partner's code. */
  partner: string | null;
  days: number | null;
  amountE6: MoneyE6 | null;
  card: string | null;
};

/**
 * What a window holds: money in millionths, visits or stamps as whole numbers; partnersThisMonth the codes of the
 * partners before this receipt; monthSpendReachedWithin whether it was.
 */
export type WindowValue = bigint | boolean | readonly string[];
export type Windows = ReadonlyMap<string, WindowValue>;

/** The longest window: two years. */
export const WINDOW_DAYS_MAX = 731;

/** What a fact about this month asks for. */
export function monthNeed(name: WindowName): WindowNeed {
  return { key: windowKey(name, []), name, partner: null, days: null, amountE6: null, card: null };
}

export function windowKey(name: WindowName, args: readonly (string | number)[]): string {
  return `${name}(${args.map((arg) => JSON.stringify(arg)).join(", ")})`;
}
