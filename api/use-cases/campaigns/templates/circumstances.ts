import type { Condition, Words } from "#api/engine/campaign.ts";
import type { Field, Values } from "./fields.ts";

/** When, for whom and on what: questions that most forms ask, none of which has to be answered. */
export const circumstances: readonly Field[] = [
  { name: "category", kind: "TEXT", required: false, says: "Only goods of this category." },
  { name: "tier", kind: "TEXT", required: false, says: "Only for members of this tier, by its code." },
  { name: "minTotal", kind: "MONEY", required: false, says: "Only for receipts of this amount or more." },
  { name: "weekdays", kind: "WEEKDAYS", required: false, says: "Only on these days of the week." },
  { name: "fromTime", kind: "TIME", required: false, says: "Only from this local time on." },
  { name: "untilTime", kind: "TIME", required: false, says: "Only before this local time." },
];

/** A text as an expression writes it. */
export const quoted = (text: string) => JSON.stringify(text);

/** Lines of a category, for effects; null: all lines. */
export const linesOf = ({ category }: Values) => (category ? `line.category == ${quoted(category)}` : null);

/** What the answers ask of a receipt, each with its words. */
export function conditionsOf(values: Values): Condition[] {
  const { category, tier, minTotal, weekdays, fromTime, untilTime } = values;
  return [
    ...(category ? [goodsOf(category)] : []),
    ...(tier ? [condition(`member.tier == ${quoted(tier)}`, ofTier(tier))] : []),
    ...(minTotal ? [totalFrom(minTotal)] : []),
    ...(weekdays ? [onWeekdays(weekdays)] : []),
    ...(fromTime ? [condition(`receipt.time >= ${quoted(fromTime)}`, since(fromTime))] : []),
    ...(untilTime ? [condition(`receipt.time < ${quoted(untilTime)}`, before(untilTime))] : []),
  ];
}

export const condition = (expression: string, label: Words): Condition => ({ label, expression });

export const totalFrom = (amount: string) =>
  condition(`receipt.total >= ${amount}`, {
    en: `The receipt comes to ${amount} or more`,
    ru: `Сумма чека от ${amount}`,
    be: `Сума чэка ад ${amount}`,
  });

export const goodsOf = (category: string) =>
  condition(`receipt.lines.exists(l, l.category == ${quoted(category)})`, {
    en: `Something of “${category}” is bought`,
    ru: `Куплено что-то из «${category}»`,
    be: `Куплена нешта з «${category}»`,
  });

const ofTier = (tier: string): Words => ({
  en: `The member's tier is ${tier}`,
  ru: `Уровень участника — ${tier}`,
  be: `Узровень удзельніка — ${tier}`,
});
const since = (time: string): Words => ({ en: `From ${time}`, ru: `С ${time}`, be: `З ${time}` });
const before = (time: string): Words => ({ en: `Before ${time}`, ru: `До ${time}`, be: `Да ${time}` });

const names = {
  en: ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"],
  ru: ["пн", "вт", "ср", "чт", "пт", "сб", "вс"],
  be: ["пн", "аўт", "ср", "чц", "пт", "сб", "нд"],
} as const;

function onWeekdays(weekdays: string): Condition {
  const days = [...new Set(weekdays.split(",").map(Number))].sort();
  const list = (language: keyof typeof names) => days.map((day) => names[language][day - 1]).join(", ");
  return condition(`receipt.weekday in [${days.join(", ")}]`, {
    en: `On ${list("en")}`,
    ru: `По дням: ${list("ru")}`,
    be: `Па днях: ${list("be")}`,
  });
}
