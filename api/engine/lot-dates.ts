import { localTime } from "./expressions/local-time.ts";

/** The last millisecond of the month `months` after the instant's own, in the programme's zone; null: never. */
export function lotExpiry(earnedAt: Date, months: number | null, timeZone: string): Date | null {
  if (months === null) return null;
  const [year = 0, month = 0] = localDate(earnedAt, timeZone).split("-").map(Number);
  return new Date(startOfMonth(year, month + months, timeZone).getTime() - 1);
}

/** When pending points are planned to become available; null: at once. */
export function maturity(earnedAt: Date, pendingDays: number): Date | null {
  return pendingDays === 0 ? null : new Date(earnedAt.getTime() + pendingDays * DAY_MS);
}

/** YYYY-MM-DD of an instant in a zone. */
export function localDate(at: Date, timeZone: string): string {
  return localTime(at, timeZone).date;
}

const DAY_MS = 86_400_000;

/** What was asked for last: all points that are given in a month lapse with the same one. */
let latest = { wanted: Number.NaN, timeZone: "", at: 0 };

/** Midnight local time: guessed as if the zone were UTC, corrected by its offset there, twice because of clock changes. */
function startOfMonth(year: number, month: number, timeZone: string): Date {
  const wanted = Date.UTC(year, month, 1);
  if (latest.wanted !== wanted || latest.timeZone !== timeZone) {
    let at = wanted;
    for (let round = 0; round < 2; round++) at = wanted - offsetMs(new Date(at), timeZone);
    latest = { wanted, timeZone, at };
  }
  return new Date(latest.at);
}

function offsetMs(at: Date, timeZone: string): number {
  const { year, month, day, hour, minute, second } = partsIn(at, timeZone);
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(at.getTime() / 1000) * 1000;
}

type Parts = { year: number; month: number; day: number; hour: number; minute: number; second: number };
const formats = new Map<string, Intl.DateTimeFormat>();

function partsIn(at: Date, timeZone: string): Parts {
  const found: Record<string, number> = {};
  for (const { type, value } of formatFor(timeZone).formatToParts(at)) found[type] = Number(value);
  const { year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0 } = found;
  return { year, month, day, hour, minute, second };
}

function formatFor(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known) return known;
  const made = new Intl.DateTimeFormat("en-US", {
    timeZone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  });
  formats.set(timeZone, made);
  return made;
}
