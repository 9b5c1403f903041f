/** The last millisecond of the month `months` after the instant's own, in the programme's zone; null: never. */
export function lotExpiry(earnedAt: Date, months: number | null, timeZone: string): Date | null {
  if (months === null) return null;
  const { year, month } = localMonth(earnedAt, timeZone);
  return new Date(startOfMonth(year, month + months + 1, timeZone).getTime() - 1);
}

/** When pending points are planned to become available; null: at once. */
export function maturity(earnedAt: Date, pendingDays: number): Date | null {
  return pendingDays === 0 ? null : new Date(earnedAt.getTime() + pendingDays * DAY_MS);
}

/** YYYY-MM-DD of an instant in a zone. */
export function localDate(at: Date, timeZone: string): string {
  const parts = partsIn(at, timeZone);
  return `${String(parts.year).padStart(4, "0")}-${pad(parts.month)}-${pad(parts.day)}`;
}

const DAY_MS = 86_400_000;

function localMonth(at: Date, timeZone: string): { year: number; month: number } {
  const { year, month } = partsIn(at, timeZone);
  return { year, month: month - 1 };
}

/** Midnight local time: guessed as if the zone were UTC, corrected by its offset there, twice because of clock changes. */
function startOfMonth(year: number, month: number, timeZone: string): Date {
  const wanted = Date.UTC(year, month, 1);
  let at = wanted;
  for (let round = 0; round < 2; round++) at = wanted - offsetMs(new Date(at), timeZone);
  return new Date(at);
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

const pad = (value: number) => String(value).padStart(2, "0");
