import "server-only";
import { getLocale } from "next-intl/server";
import { cache } from "react";
import type { Locale } from "#portal/i18n/routing.ts";
import * as format from "#portal/lib/format.ts";
import { readViewer } from "#portal/lib/viewer.ts";
import { wallDate, wallTime } from "#portal/lib/zone.ts";

/** Numbers, money and times as the visitor reads them, in the network's time zone. */
export const getTexts = cache(async () => {
  const locale = await getLocale();
  const { programme } = await readViewer();
  return textsIn(locale, programme);
});

/** The same as readers of another language have it, for showing what they will see. */
export async function getTextsIn(locale: Locale): Promise<Texts> {
  return textsIn(locale, (await readViewer()).programme);
}

type Frame = { timeZone: string; currencyCode: string };

/** The same for a page that nobody has to sign in for; what it shows says in which zone and currency. */
export function textsIn(locale: Locale, { timeZone, currencyCode }: Frame) {
  const at = (instant: string) => wallTime(instant, timeZone);
  return {
    locale,
    zone: timeZone,
    currencyCode,
    points: (points: number, sign?: format.Sign) => format.formatPoints(locale, points, sign),
    money: (money: format.MoneyText, sign?: format.Sign) => format.formatMoney(locale, money, sign),
    /** For charts, whose numbers are already only as exact as a drawing. */
    drawnMoney: (amount: number, sign?: format.Sign) =>
      format.formatMoney(locale, { amount: amount.toFixed(2), currencyCode }, sign),
    decimal: (decimal: string) => format.formatDecimal(locale, decimal),
    share: (share: number) => format.formatShare(locale, share),
    rate: (bps: number) => format.formatRate(locale, bps),
    date: (instant: string) => format.formatDate(locale, at(instant)),
    businessDate: (date: string) => format.formatDate(locale, wallDate(date)),
    instant: (instant: string) => format.formatInstant(locale, at(instant)),
    time: (instant: string) => format.formatTime(at(instant)),
    day: (instant: string) => format.formatDay(locale, at(instant), at(new Date().toISOString()).year),
    month: (yearMonth: string) => format.formatMonth(locale, wallDate(`${yearMonth}-01`)),
    monthShort: (yearMonth: string) => format.formatMonthShort(locale, Number(yearMonth.slice(5, 7))),
    /** "1 Jan 2026 – 31 Jan 2026" of a half-open range: the last day is the one that ends at `until`. */
    period: (from: string, until: string) => {
      const last = new Date(Date.parse(until) - 1).toISOString();
      return `${format.formatDate(locale, at(from))} – ${format.formatDate(locale, at(last))}`;
    },
    wallTime: at,
  };
}

export type Texts = ReturnType<typeof textsIn>;
