export type CycleCalendar = "MONTHLY" | "WEEKLY" | "DAILY";

/** The first cut-off after an instant: midnight, Monday's midnight or the first of the month, in the programme's zone. */
export function cutoffAfter(at: Date, calendar: string, timeZone: string): Date {
  const { year, month, day, weekday } = localDay(at, timeZone);
  switch (calendar) {
    case "DAILY":
      return midnight(year, month, day + 1, timeZone);
    case "WEEKLY":
      return midnight(year, month, day + 7 - weekday, timeZone);
    case "MONTHLY":
      return midnight(year, month + 1, 1, timeZone);
    default:
      throw new Error(`unknown cycle calendar ${calendar}`);
  }
}

/** A business day, counted in the programme's zone, as the UTC midnight that stands for it in date columns. */
export function businessDay(at: Date, timeZone: string, daysLater = 0): Date {
  const { year, month, day } = localDay(at, timeZone);
  return new Date(Date.UTC(year, month, day + daysLater));
}

/** Months count from 0, weekdays from Monday 0. */
function localDay(at: Date, timeZone: string) {
  const local = new Date(at.getTime() + offsetMs(at, timeZone));
  return {
    year: local.getUTCFullYear(),
    month: local.getUTCMonth(),
    day: local.getUTCDate(),
    weekday: (local.getUTCDay() + 6) % 7,
  };
}

/** Guessed as if the zone were UTC, corrected by its offset there, twice because of clock changes. */
function midnight(year: number, month: number, day: number, timeZone: string): Date {
  const wanted = Date.UTC(year, month, day);
  const guess = new Date(wanted - offsetMs(new Date(wanted), timeZone));
  return new Date(wanted - offsetMs(guess, timeZone));
}

function offsetMs(at: Date, timeZone: string): number {
  const parts = formatFor(timeZone).formatToParts(at);
  const name = parts.find((part) => part.type === "timeZoneName")?.value ?? "GMT";
  const [, sign, hours = "0", minutes = "0"] = /GMT([+-])(\d{2}):(\d{2})/.exec(name) ?? [];
  const ms = (Number(hours) * 60 + Number(minutes)) * 60_000;
  return sign === "-" ? -ms : ms;
}

/** Making one costs a hundred times as much as asking it. */
const formats = new Map<string, Intl.DateTimeFormat>();

function formatFor(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known) return known;
  const made = new Intl.DateTimeFormat("en-US", { timeZone, timeZoneName: "longOffset" });
  formats.set(timeZone, made);
  return made;
}
