import type { Programme } from "#api/sql/rows.ts";
import type { CycleCalendar } from "#api/use-cases/cycles/calendar.ts";
import { InvalidValue } from "#api/use-cases/partners/refusals.ts";
import { checkNotNegative, checkWhole } from "#api/use-cases/partners/values.ts";

/** The programme's rules that two people may change while it runs. Name, zone, currency and the point's value stay. */
export type Rules = Pick<
  Programme,
  | "pointsValidityMonths"
  | "graceDays"
  | "reservationSeconds"
  | "breakageOperatorBps"
  | "operatorFirstLossE6"
  | "dueDays"
  | "reviewDays"
  | "paymentGraceDays"
  | "payOutTwoAboveE6"
  | "bankDetailsCoolingDays"
  | "matchWindowDays"
  | "reconWindowDays"
  | "writeOffMaxE6"
  | "writeOffCycleMaxE6"
  | "disputeClaimDays"
  | "disputeAnswerDays"
  | "disputeEscalationDays"
  | "disputeDecisionDays"
  | "defaultLotsRule"
  | "haircutBps"
  | "expectedRedemptionBps"
  | "exitNoticeDays"
  | "exitRunOffDays"
> & { cycleCalendar: CycleCalendar };

export type RuleName = keyof Rules;

const YEAR = 366;
const BPS = [0, 10_000] as const;

/** What each number must be; money is never below zero. */
const ranges: Partial<Record<RuleName, readonly [number, number]>> = {
  pointsValidityMonths: [1, 240],
  graceDays: [0, YEAR],
  reservationSeconds: [1, 604_800],
  breakageOperatorBps: BPS,
  dueDays: [0, 90],
  reviewDays: [0, 90],
  paymentGraceDays: [0, 90],
  bankDetailsCoolingDays: [0, 90],
  matchWindowDays: [0, 90],
  reconWindowDays: [0, 90],
  disputeClaimDays: [1, YEAR],
  disputeAnswerDays: [1, YEAR],
  disputeEscalationDays: [1, YEAR],
  disputeDecisionDays: [1, YEAR],
  haircutBps: BPS,
  expectedRedemptionBps: BPS,
  exitNoticeDays: [0, 3 * YEAR],
  exitRunOffDays: [0, 3 * YEAR],
};

const mayBeNull: ReadonlySet<string> = new Set(["pointsValidityMonths", "payOutTwoAboveE6"]);

/** Refuses a value that no programme can run by. */
export function checkRule(name: string, value: unknown): void {
  if (value === null) {
    if (!mayBeNull.has(name)) throw new InvalidValue(name, "null", "given");
  } else if (typeof value === "bigint") {
    checkNotNegative(name, value);
  } else if (typeof value === "number") {
    checkWhole(name, value, ranges[name as RuleName] ?? [0, Number.MAX_SAFE_INTEGER]);
  }
}

/** A rule's value as JSON keeps it: bigints as decimal text. */
export const stored = (value: unknown) =>
  typeof value === "bigint" ? String(value) : (value as string | number | null);

/** The same back, for the column of this name. */
export const restored = (name: string, value: string | number | null) =>
  name.endsWith("E6") && value !== null ? BigInt(value) : value;
