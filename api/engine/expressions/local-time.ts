/** An instant as a clock on the wall shows it. Weekdays count from Monday, 1. */
export type LocalTime = { date: string; time: string; hour: number; weekday: number };

export function localTime(at: Date, timeZone: string): LocalTime {
  const minute = Math.floor(at.getTime() / MINUTE_MS);
  if (latest.minute !== minute || latest.timeZone !== timeZone)
    latest = { minute, timeZone, shown: shownAt(at, timeZone) };
  return latest.shown;
}

const MINUTE_MS = 60_000;
/** Tills ask about the present minute again and again; a clock is slow to read. */
let latest: { minute: number; timeZone: string; shown: LocalTime } = {
  minute: Number.NaN,
  timeZone: "",
  shown: { date: "", time: "", hour: 0, weekday: 1 },
};

function shownAt(at: Date, timeZone: string): LocalTime {
  const shown = clockOf(timeZone).format(at);
  const date = shown.slice(0, 10);
  const time = shown.slice(11, 16);
  return { date, time, hour: Number(time.slice(0, 2)), weekday: weekdayOf(date) };
}

/** Whole days from one local day to another; below zero when the other is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((midnight(to) - midnight(from)) / DAY_MS);
}

/** From YYYY-MM-DD to the next birthday (YYYY-MM-DD or --MM-DD). Who was born on 29 February waits for 1 March. */
export function daysUntilBirthday(birthday: string, today: string): number {
  const monthDay = birthday.slice(-5);
  const year = Number(today.slice(0, 4));
  const thisYear = daysBetween(today, dayOf(year, monthDay));
  return thisYear >= 0 ? thisYear : daysBetween(today, dayOf(year + 1, monthDay));
}

const DAY_MS = 86_400_000;
const clocks = new Map<string, Intl.DateTimeFormat>();

/** Swedish writes 2026-03-02 18:05. */
function clockOf(timeZone: string): Intl.DateTimeFormat {
  const known = clocks.get(timeZone);
  if (known) return known;
  const made = new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short", timeStyle: "short" });
  clocks.set(timeZone, made);
  return made;
}

const midnight = (day: string) => Date.parse(`${day}T00:00:00Z`);

function weekdayOf(day: string): number {
  return ((new Date(midnight(day)).getUTCDay() + 6) % 7) + 1;
}

function dayOf(year: number, monthDay: string): string {
  const [month = "01", day = "01"] = monthDay.split("-");
  return new Date(Date.UTC(year, Number(month) - 1, Number(day))).toISOString().slice(0, 10);
}
