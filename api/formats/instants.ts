/** How a source writes when: a pattern of yyyy MM dd HH mm ss, or `iso` for instants that carry their own offset. */
export type TimeStyle = {
  pattern: string;
  /** The IANA zone its clocks showed, and in which its business days are counted. */
  zone: string;
  /** HH:mm for rows that name only a day. */
  timeOfDay: string;
};

/** An instant and the business day it fell on. */
export type Moment = { at: Date; on: string };

/** Reads one column's texts; null for what the pattern does not fit or the calendar does not have. */
export function momentReader(style: TimeStyle): (text: string) => Moment | null {
  if (style.pattern === "iso") return (text) => readIso(text.trim(), style.zone);
  const pattern = compile(style.pattern);
  const [hour = 0, minute = 0] = style.timeOfDay.split(":").map(Number);
  return (text) => {
    const found = pattern.exec(text.trim())?.groups;
    if (!found) return null;
    const part = (name: string, fallback: number) => (found[name] === undefined ? fallback : Number(found[name]));
    const wall = {
      year: part("yyyy", 0),
      month: part("MM", 1),
      day: part("dd", 1),
      hour: part("HH", hour),
      minute: part("mm", found["HH"] === undefined ? minute : 0),
      second: part("ss", 0),
    };
    return isReal(wall) ? { at: instantOf(wall, style.zone), on: dayText(wall) } : null;
  };
}

type WallTime = { year: number; month: number; day: number; hour: number; minute: number; second: number };

const tokens = /yyyy|MM|dd|HH|mm|ss/g;

function compile(pattern: string): RegExp {
  const seen: string[] = pattern.match(tokens) ?? [];
  const days = ["yyyy", "MM", "dd"];
  if (!days.every((token) => seen.includes(token)) || new Set(seen).size !== seen.length) {
    throw new Error(`A time pattern has yyyy, MM and dd once each, unlike "${pattern}".`);
  }
  const escaped = pattern.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  return new RegExp(`^${escaped.replace(tokens, (token) => `(?<${token}>\\d{${token.length}})`)}$`);
}

function isReal({ year, month, day, hour, minute, second }: WallTime): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day && hour < 24 && minute < 60 && second < 60;
}

function readIso(text: string, zone: string): Moment | null {
  const shape = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})(?::(\d{2})(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:?\d{2})$/.exec(text);
  if (!shape) return null;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = shape.slice(1).map(Number);
  if (!isReal({ year, month, day, hour, minute, second: second || 0 })) return null;
  const at = new Date(text);
  return Number.isNaN(at.getTime()) ? null : { at, on: dayText(wallOf(at, zone)) };
}

/** Guessed as if the zone were UTC and corrected by its offset there; twice, because of clock changes. */
function instantOf(wall: WallTime, zone: string): Date {
  const wanted = utcOf(wall);
  let at = wanted;
  for (let round = 0; round < 2; round++) at = wanted - (utcOf(wallOf(new Date(at), zone)) - at);
  return new Date(at);
}

const utcOf = ({ year, month, day, hour, minute, second }: WallTime) =>
  Date.UTC(year, month - 1, day, hour, minute, second);

function wallOf(at: Date, zone: string): WallTime {
  if (zone === "UTC") return wallInUtc(at);
  const found: Record<string, number> = {};
  for (const { type, value } of clockOf(zone).formatToParts(at)) found[type] = Number(value);
  const { year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0 } = found;
  return { year, month, day, hour, minute, second };
}

const wallInUtc = (at: Date): WallTime => ({
  year: at.getUTCFullYear(),
  month: at.getUTCMonth() + 1,
  day: at.getUTCDate(),
  hour: at.getUTCHours(),
  minute: at.getUTCMinutes(),
  second: at.getUTCSeconds(),
});

const clocks = new Map<string, Intl.DateTimeFormat>();

function clockOf(timeZone: string): Intl.DateTimeFormat {
  const known = clocks.get(timeZone);
  if (known) return known;
  const numeric = "numeric" as const;
  const parts = { year: numeric, month: numeric, day: numeric, hour: numeric, minute: numeric, second: numeric };
  const made = new Intl.DateTimeFormat("en-US", { timeZone, hourCycle: "h23", ...parts });
  clocks.set(timeZone, made);
  return made;
}

function dayText({ year, month, day }: WallTime): string {
  return `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}
