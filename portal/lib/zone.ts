import type { WallTime } from "#portal/lib/format.ts";

const clocks = new Map<string, Intl.DateTimeFormat>();

/** What the clock in `zone` shows at an instant. Only digits are taken from Intl, which agree everywhere. */
export function wallTime(instant: string, zone: string): WallTime {
  const parts = new Map(
    clockOf(zone)
      .formatToParts(new Date(instant))
      .map((part) => [part.type, Number(part.value)]),
  );
  const read = (part: Intl.DateTimeFormatPartTypes) => parts.get(part) ?? 0;
  const [year, month, day] = [read("year"), read("month"), read("day")];
  return { year, month, day, weekday: weekdayOf(year, month, day), hour: read("hour"), minute: read("minute") };
}

/** A business date ("2026-11-22") as a wall time at midnight. */
export function wallDate(date: string): WallTime {
  const [year = 0, month = 1, day = 1] = date.slice(0, 10).split("-").map(Number);
  return { year, month, day, weekday: weekdayOf(year, month, day), hour: 0, minute: 0 };
}

/** The first instant of a business date in `zone`, as the contract wants it. */
export function startOfDate(date: string, zone: string): string {
  const midnightUtc = Date.parse(`${date}T00:00:00Z`);
  const shown = wallTime(new Date(midnightUtc).toISOString(), zone);
  const offset = Date.UTC(shown.year, shown.month - 1, shown.day, shown.hour, shown.minute) - midnightUtc;
  return new Date(midnightUtc - offset).toISOString();
}

/** "2026-11-22" of a wall time. */
export function isoDate(at: WallTime): string {
  return [String(at.year), String(at.month).padStart(2, "0"), String(at.day).padStart(2, "0")].join("-");
}

const weekdayOf = (year: number, month: number, day: number) => new Date(Date.UTC(year, month - 1, day)).getUTCDay();

function clockOf(zone: string): Intl.DateTimeFormat {
  const known = clocks.get(zone);
  if (known) return known;
  const clock = new Intl.DateTimeFormat("en-US", {
    timeZone: zone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
  });
  clocks.set(zone, clock);
  return clock;
}
