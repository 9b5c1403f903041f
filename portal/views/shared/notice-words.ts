import type { useTranslations } from "next-intl";
import type { Locale } from "#portal/i18n/routing.ts";
import { formatDate, formatMoney, formatPoints, formatRate } from "#portal/lib/format.ts";
import type { AnswerOf } from "#portal/lib/partner.ts";
import { wallDate } from "#portal/lib/zone.ts";
import { said } from "#portal/views/shared/campaigns/words.ts";
import type { notices } from "#schema/documents.ts";

/** All the portal's words. */
type Say = ReturnType<typeof useTranslations<never>>;

/** How a visitor reads numbers. */
type Reading = { locale: Locale; currencyCode: string };

type Notice = AnswerOf<typeof notices>["notices"]["edges"][number]["node"];
type Fact = Notice["facts"][number];

/** What a notice says in the reader's words: its title, and whatever it names that the title does not say already. */
export function noticeWords(say: Say, { kind, facts }: Pick<Notice, "kind" | "facts">, reading: Reading) {
  const told = facts.map((fact) => [fact.name, factWords(say, fact, reading)] as const);
  const title = say(`noticeKinds.${kind}`, Object.fromEntries(told));
  return { title, more: told.map(([, words]) => words).filter((words) => !title.includes(words)) };
}

const factWords = (say: Say, { name, value, words }: Fact, reading: Reading): string =>
  words ? said(words, reading.locale) : (readers[name]?.(value, say, reading) ?? value);

type Reader = (value: string, say: Say, reading: Reading) => string;

const counted =
  (what: "points" | "days"): Reader =>
  (value, say, { locale }) =>
    say(`noticeFacts.${what}`, { count: Number(value), n: formatPoints(locale, Number(value)) });

/** A word of the contract, by the portal's word for it, if it has one. */
const named =
  (words: string): Reader =>
  (value, say) => {
    const key = `${words}${value}` as Parameters<Say>[0];
    return say.has(key) ? say(key) : value;
  };

const number: Reader = (value, _say, { locale }) => formatPoints(locale, Number(value));
const money: Reader = (amount, _say, { locale, currencyCode }) => formatMoney(locale, { amount, currencyCode });

/** How values are read that are no names; all others are shown as they come. */
const readers: Readonly<Record<string, Reader>> = {
  points: counted("points"),
  days: counted("days"),
  count: number,
  misses: number,
  amount: money,
  exposure: money,
  percent: (value, _say, { locale }) => formatRate(locale, Number(value) * 100),
  due: (value, _say, { locale }) => formatDate(locale, wallDate(value)),
  cycle: (value, say) => say("noticeFacts.cycle", { number: value }),
  report: named("reportNames."),
  action: named("actions."),
  decision: named("states."),
  state: named("states."),
  rule: named("velocity.kind_"),
};
