import type { Locale } from "#portal/i18n/routing.ts";

/**
 * Numbers, money and dates as text, from fixed tables. Intl knows no Belarusian in Chromium, so server and browser
 * would disagree; these functions print the same in both (test/format.test.ts runs them in both).
 */

const NBSP = "\u00a0";
const MINUS = "\u2212";

const separators: Record<Locale, { group: string; decimal: string }> = {
  en: { group: ",", decimal: "." },
  ru: { group: NBSP, decimal: "," },
  be: { group: NBSP, decimal: "," },
};

const symbols: Record<string, string> = { EUR: "€", USD: "$", GBP: "£", BYN: "Br", RUB: "₽", PLN: "zł", UAH: "₴" };

export type Sign = "negative" | "always" | "never";

/** 12485 -> "12,485"; `sign: "always"` also marks gains: "+1,240". */
export function formatPoints(locale: Locale, points: number | bigint, sign: Sign = "negative"): string {
  const text = String(points);
  return signed(text.startsWith("-"), grouped(locale, text.replace("-", "")), sign, isZero(text));
}

export type MoneyText = { amount: string; currencyCode: string };

/** Every digit that is there, at least two: money is never rounded for show. */
export function formatMoney(locale: Locale, money: MoneyText, sign: Sign = "negative"): string {
  const symbol = symbols[money.currencyCode] ?? money.currencyCode;
  const number = formatDecimal(locale, money.amount, 2, "never");
  const prefixed = locale === "en" && symbol.length === 1;
  const text = prefixed ? `${symbol}${number}` : `${number}${NBSP}${symbol}`;
  return signed(money.amount.startsWith("-"), text, sign, isZero(money.amount));
}

/** "1234.5" -> "1,234.50"; the decimal string of the contract with at least `digits` places. */
export function formatDecimal(locale: Locale, decimal: string, digits = 0, sign: Sign = "negative"): string {
  const [whole = "0", fraction = ""] = decimal.replace("-", "").split(".");
  const kept = fraction.slice(0, digits).padEnd(digits, "0") + fraction.slice(digits).replace(/0+$/, "");
  const text = grouped(locale, whole) + (kept ? separators[locale].decimal + kept : "");
  return signed(decimal.startsWith("-"), text, sign, isZero(decimal));
}

/** 0.5396 -> "54.0 %" (a no-break space before the sign, except in English). */
export function formatShare(locale: Locale, share: number, digits = 1): string {
  const text = Math.abs(share * 100)
    .toFixed(digits)
    .replace(".", separators[locale].decimal);
  return `${share < 0 && Number(text.replace(",", ".")) !== 0 ? MINUS : ""}${text}${locale === "en" ? "" : NBSP}%`;
}

/** Basis points, exactly: 75 -> "0.75 %", 200 -> "2 %". */
export function formatRate(locale: Locale, bps: number): string {
  const digits = bps % 100 === 0 ? 0 : bps % 10 === 0 ? 1 : 2;
  return formatShare(locale, bps / 10_000, digits);
}

function grouped(locale: Locale, digits: string): string {
  return digits.replace(/\B(?=(\d{3})+$)/g, separators[locale].group);
}

function signed(negative: boolean, text: string, sign: Sign, zero: boolean): string {
  if (zero || sign === "never") return text;
  if (negative) return MINUS + text;
  return sign === "always" ? `+${text}` : text;
}

const isZero = (decimal: string) => /^-?0*(\.0*)?$/.test(decimal);

/** A moment as the clock on the wall of the network's zone shows it (lib/zone.ts makes it from an instant). */
export type WallTime = { year: number; month: number; day: number; weekday: number; hour: number; minute: number };

const months: Record<Locale, { short: string[]; dated: string[]; named: string[] }> = {
  en: {
    short: ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"],
    dated: [
      "January",
      "February",
      "March",
      "April",
      "May",
      "June",
      "July",
      "August",
      "September",
      "October",
      "November",
      "December",
    ],
    named: [
      "January",
      "February",
      "March",
      "April",
      "May",
      "June",
      "July",
      "August",
      "September",
      "October",
      "November",
      "December",
    ],
  },
  ru: {
    short: ["янв", "фев", "мар", "апр", "мая", "июн", "июл", "авг", "сен", "окт", "ноя", "дек"],
    dated: [
      "января",
      "февраля",
      "марта",
      "апреля",
      "мая",
      "июня",
      "июля",
      "августа",
      "сентября",
      "октября",
      "ноября",
      "декабря",
    ],
    named: [
      "январь",
      "февраль",
      "март",
      "апрель",
      "май",
      "июнь",
      "июль",
      "август",
      "сентябрь",
      "октябрь",
      "ноябрь",
      "декабрь",
    ],
  },
  be: {
    short: ["сту", "лют", "сак", "кра", "мая", "чэр", "ліп", "жні", "вер", "кас", "ліс", "сне"],
    dated: [
      "студзеня",
      "лютага",
      "сакавіка",
      "красавіка",
      "мая",
      "чэрвеня",
      "ліпеня",
      "жніўня",
      "верасня",
      "кастрычніка",
      "лістапада",
      "снежня",
    ],
    named: [
      "студзень",
      "люты",
      "сакавік",
      "красавік",
      "май",
      "чэрвень",
      "ліпень",
      "жнівень",
      "верасень",
      "кастрычнік",
      "лістапад",
      "снежань",
    ],
  },
};

const weekdays: Record<Locale, string[]> = {
  en: ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"],
  ru: ["воскресенье", "понедельник", "вторник", "среда", "четверг", "пятница", "суббота"],
  be: ["нядзеля", "панядзелак", "аўторак", "серада", "чацвер", "пятніца", "субота"],
};

/** "22 Nov 2026" */
export function formatDate(locale: Locale, at: WallTime): string {
  return `${at.day}${NBSP}${months[locale].short[at.month - 1]}${NBSP}${at.year}`;
}

/** "22 Nov 2026, 14:05" */
export function formatInstant(locale: Locale, at: WallTime): string {
  return `${formatDate(locale, at)}, ${formatTime(at)}`;
}

/** "14:05" */
export function formatTime(at: WallTime): string {
  return `${twoDigits(at.hour)}:${twoDigits(at.minute)}`;
}

/** "Sunday, 22 November", with the year where it is not `currentYear`. */
export function formatDay(locale: Locale, at: WallTime, currentYear: number): string {
  const day = `${weekdays[locale][at.weekday]}, ${at.day}${NBSP}${months[locale].dated[at.month - 1]}`;
  return capitalised(at.year === currentYear ? day : `${day} ${at.year}`);
}

/** "November 2026" */
export function formatMonth(locale: Locale, at: Pick<WallTime, "year" | "month">): string {
  return capitalised(`${months[locale].named[at.month - 1]} ${at.year}`);
}

/** "Nov", for the axis of a chart. */
export function formatMonthShort(locale: Locale, month: number): string {
  return months[locale].short[month - 1] ?? "";
}

const twoDigits = (number: number) => String(number).padStart(2, "0");
const capitalised = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
