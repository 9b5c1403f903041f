import type { Done } from "#api/ledger/read/turns.ts";
import { type ChallengeDefinition, goalOf } from "#api/use-cases/challenges/definition.ts";

/** One turn of a challenge: under its name, days YYYY-MM-DD, both included. */
export type Turn = { period: string; from: string; to: string };

const DAY_MS = 86_400_000;
const plusDays = (day: string, days: number) => new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10);
const later = (one: string, other: string) => (one > other ? one : other);
const earlier = (one: string, other: string) => (one < other ? one : other);

export const mondayOf = (day: string) => plusDays(day, -((new Date(Date.parse(day)).getUTCDay() + 6) % 7));

/** The turn that a day belongs to; `first` and `last`: the challenge's own days. */
export function turnOf(
  { period }: ChallengeDefinition,
  day: string,
  { first, last }: { first: string; last: string },
): Turn {
  const whole = wholeTurn(period, day, { first, last });
  return { ...whole, from: later(whole.from, first), to: earlier(whole.to, last) };
}

function wholeTurn(period: ChallengeDefinition["period"], day: string, own: { first: string; last: string }): Turn {
  switch (period) {
    case "EVER":
      return { period: "EVER", from: own.first, to: own.last };
    case "WEEK": {
      const monday = mondayOf(day);
      return { period: monday, from: monday, to: plusDays(monday, 6) };
    }
    case "MONTH": {
      const month = day.slice(0, 7);
      const next = plusDays(`${month}-01`, 31).slice(0, 7);
      return { period: month, from: `${month}-01`, to: plusDays(`${next}-01`, -1) };
    }
  }
}

/** How far towards a goal, in the goal's own unit. */
export type Reached = { reached: bigint; of: bigint; met: boolean };

/** Towards weeks in a row the longest run counts, so that what was reached is not lost by a pause. */
export function reachedBy(definition: ChallengeDefinition, done: Done): Reached {
  const of = goalOf(definition);
  const reached = measured(definition, done);
  return { reached, of, met: reached >= of };
}

function measured({ goal }: ChallengeDefinition, { spendE6, visits, partnerIds, weeks }: Done): bigint {
  switch (goal.kind) {
    case "SPEND":
      return spendE6;
    case "VISITS":
      return visits;
    case "PARTNERS":
      return BigInt(partnerIds.length);
    case "WEEKS":
      return BigInt(Math.max(0, ...runsOf(weeks).map((run) => run.length)));
  }
}

/** Weeks in a row, run by run. */
export function runsOf(weeks: readonly string[]): string[][] {
  const runs: string[][] = [];
  for (const week of [...weeks].sort()) {
    const last = runs.at(-1);
    if (last && plusDays(last.at(-1) ?? "", 7) === week) last.push(week);
    else runs.push([week]);
  }
  return runs;
}

/** How many weeks in a row up to the day's; this week need not have come yet. */
export function streakOf(weeks: readonly string[], today: string): number {
  const last = runsOf(weeks).at(-1);
  const end = last?.at(-1) ?? "";
  return end >= plusDays(mondayOf(today), -7) ? (last?.length ?? 0) : 0;
}
