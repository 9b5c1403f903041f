import type { z } from "zod";
import type { Rule, Words } from "#api/engine/campaign.ts";
import type { campaignEffect } from "#api/engine/campaign-effects.ts";
import { circumstances, condition, conditionsOf, linesOf, quoted } from "./circumstances.ts";
import { bpsOf, type Field, type FieldKind, type Values } from "./fields.ts";

type Effect = z.input<typeof campaignEffect>;
type Made = { label: Words; conditions?: Rule["conditions"]; effects: Effect[] };

/** A common shape of a campaign: the questions a form asks, and the rules its answers make. */
export type Template = { says: string; fields: readonly Field[]; rules: (values: Values) => Made[] };

const ask = (name: string, kind: FieldKind, says: string): Field => ({ name, kind, required: true, says });
const of = (values: Values, name: string) => values[name] ?? "";
const percentOf = (values: Values, name = "percent") => bpsOf(of(values, name)) ?? 0;
const where = (values: Values) => linesOf(values);

export const templates = {
  MULTIPLY_POINTS: {
    says: "The usual points so many times over: double points on coffee on weekday mornings for Silver.",
    fields: [ask("times", "TIMES", "How many times over."), ...circumstances],
    rules: (values) => [
      {
        label: {
          en: `Points × ${of(values, "times")}`,
          ru: `Баллы × ${of(values, "times")}`,
          be: `Балы × ${of(values, "times")}`,
        },
        effects: [{ kind: "multiply", where: where(values), times: of(values, "times") }],
      },
    ],
  },
  PERCENT_BACK: {
    says: "A share of the money back as points.",
    fields: [ask("percent", "PERCENT", "How much of it."), ...circumstances],
    rules: (values) => [{ label: percentBack(of(values, "percent")), effects: [back(values, "percent")] }],
  },
  POINTS_PER_AMOUNT: {
    says: "So many points for every full amount.",
    fields: [ask("number", "COUNT", "How many points."), ask("per", "MONEY", "For every so much."), ...circumstances],
    rules: (values) => {
      const [number, per] = [of(values, "number"), of(values, "per")];
      return [
        {
          label: {
            en: `${number} points per ${per}`,
            ru: `${number} баллов за каждые ${per}`,
            be: `${number} балаў за кожныя ${per}`,
          },
          effects: [{ kind: "points", where: where(values), give: { by: "PER_AMOUNT", number, per } }],
        },
      ];
    },
  },
  FIXED_POINTS: {
    says: "So many points for a receipt.",
    fields: [ask("number", "COUNT", "How many points."), ...circumstances],
    rules: (values) => [{ label: morePoints(values), effects: [fixed(values)] }],
  },
  PERCENT_OFF: {
    says: "A share off the price.",
    fields: [ask("percent", "PERCENT", "How much of it."), ...circumstances],
    rules: (values) => [{ label: percentOff(values), effects: [off(values)] }],
  },
  AMOUNT_OFF: {
    says: "An amount off the receipt.",
    fields: [ask("amount", "MONEY", "How much."), ...circumstances],
    rules: (values) => {
      const amount = of(values, "amount");
      return [
        {
          label: { en: `${amount} off`, ru: `Скидка ${amount}`, be: `Зніжка ${amount}` },
          effects: [{ kind: "discount", where: where(values), take: { by: "AMOUNT", amount } }],
        },
      ];
    },
  },
  PERCENT_OFF_AFTER_SPEND: {
    says: "A share off everything for some days after the month's spend reaches an amount.",
    fields: [
      ask("percent", "PERCENT", "How much of it."),
      ask("amount", "MONEY", "What the month's spend has to reach."),
      ask("days", "DAYS", "For how many days from then on."),
      ...circumstances,
    ],
    rules: (values) => {
      const [amount, days] = [of(values, "amount"), of(values, "days")];
      const reached = condition(`monthSpendReachedWithin(${amount}, ${days})`, {
        en: `The month's spend reached ${amount} within ${days} days`,
        ru: `Покупки за месяц достигли ${amount} не раньше ${days} дн. назад`,
        be: `Пакупкі за месяц дасягнулі ${amount} не раней за ${days} дз. таму`,
      });
      return [{ label: percentOff(values), conditions: [reached], effects: [off(values)] }];
    },
  },
  GROWING_PERCENT: {
    says: "A share back as points that grows with what was spent in the last year.",
    fields: [
      ask("percent", "PERCENT", "How much to begin with."),
      ask("secondFrom", "MONEY", "From which spend on the second share."),
      ask("secondPercent", "PERCENT", "The second share."),
      ask("thirdFrom", "MONEY", "From which spend on the third share."),
      ask("thirdPercent", "PERCENT", "The third share."),
      ...circumstances,
    ],
    rules: (values) => {
      const [second, third] = [of(values, "secondFrom"), of(values, "thirdFrom")];
      return [
        level(values, "percent", [spentLess(second)]),
        level(values, "secondPercent", [spentFrom(second), spentLess(third)]),
        level(values, "thirdPercent", [spentFrom(third)]),
      ];
    },
  },
  NTH_FREE: {
    says: "Every so-manieth piece of a category is free: a stamp for each, and the cheapest one off when the card is full.",
    fields: [
      ask("category", "TEXT", "Of which category."),
      ask("size", "STAMPS", "Which one is free."),
      ask("card", "NAME", "What the stamp card is called."),
    ],
    rules: (values) => {
      const [category, size, card] = [of(values, "category"), of(values, "size"), of(values, "card")];
      const pieces = `receipt.lines.filter(l, l.category == ${quoted(category)}).map(l, l.pieces).sum()`;
      return [
        {
          label: {
            en: `Every ${size}th of “${category}” is free`,
            ru: `Каждый ${size}-й из «${category}» бесплатно`,
            be: `Кожны ${size}-ы з «${category}» бясплатна`,
          },
          effects: [
            {
              kind: "cheapest",
              where: where(values),
              count: `(stamps(${quoted(card)}) + ${pieces}) / ${size}`,
              take: { by: "PERCENT", bps: 10_000 },
            },
            {
              kind: "stamp",
              card,
              size: Number(size),
              on: "LINES",
              where: where(values),
              give: { by: "FIXED", number: "1" },
            },
          ],
        },
      ];
    },
  },
  THRESHOLD_GIFT: {
    says: "A gift for a receipt of an amount or more.",
    fields: [
      ask("gift", "NAME", "What the gift is called at the till."),
      ask("minTotal", "MONEY", "For receipts of this amount or more."),
      { name: "worth", kind: "MONEY", required: false, says: "What one costs whoever pays for it." },
    ],
    rules: (values) => {
      const gift = of(values, "gift");
      return [
        {
          label: { en: `A gift: ${gift}`, ru: `Подарок: ${gift}`, be: `Падарунак: ${gift}` },
          effects: [{ kind: "gift", gift, worth: values["worth"] ?? null }],
        },
      ];
    },
  },
  WELCOME_POINTS: {
    says: "Points for the first purchase.",
    fields: [ask("number", "COUNT", "How many points."), ...circumstances],
    rules: (values) => {
      const isFirst = condition("member.firstPurchase", {
        en: "It is the first purchase",
        ru: "Это первая покупка",
        be: "Гэта першая пакупка",
      });
      return [{ label: morePoints(values), conditions: [isFirst], effects: [fixed(values)] }];
    },
  },
  BIRTHDAY_POINTS: {
    says: "Points for a purchase shortly before the birthday, or on it.",
    fields: [
      ask("number", "COUNT", "How many points."),
      ask("days", "DAYS", "In how many days before it."),
      ...circumstances,
    ],
    rules: (values) => {
      const days = of(values, "days");
      const isNear = condition(`member.daysToBirthday <= ${days}`, {
        en: `The birthday is at most ${days} days away`,
        ru: `До дня рождения не больше ${days} дн.`,
        be: `Да дня нараджэння не больш за ${days} дз.`,
      });
      return [{ label: morePoints(values), conditions: [isNear], effects: [fixed(values)] }];
    },
  },
  WIN_BACK: {
    says: "Points for whoever comes back after a while.",
    fields: [
      ask("number", "COUNT", "How many points."),
      ask("days", "DAYS", "After how many days away."),
      ...circumstances,
    ],
    rules: (values) => {
      const days = of(values, "days");
      const wasAway = condition(`!member.firstPurchase && member.daysSinceVisit >= ${days}`, {
        en: `The last purchase was ${days} days ago or more`,
        ru: `Последняя покупка была ${days} дн. назад или раньше`,
        be: `Апошняя пакупка была ${days} дз. таму або раней`,
      });
      return [{ label: morePoints(values), conditions: [wasAway], effects: [fixed(values)] }];
    },
  },
} as const satisfies Record<string, Template>;

export type TemplateName = keyof typeof templates;

/** The rules that the answers make; whoever calls this has looked whether they are right. */
export function rulesOf(name: TemplateName, values: Values): Made[] {
  const made: Made[] = (templates[name] as Template).rules(values);
  return made.map(({ conditions = [], ...rule }) => ({
    ...rule,
    conditions: [...conditions, ...conditionsOf(values)],
  }));
}

const percentBack = (percent: string): Words => ({
  en: `${percent} % back in points`,
  ru: `${percent} % баллами`,
  be: `${percent} % баламі`,
});
const morePoints = (values: Values): Words => ({
  en: `${of(values, "number")} points`,
  ru: `Баллов: ${of(values, "number")}`,
  be: `Балаў: ${of(values, "number")}`,
});
const percentOff = (values: Values): Words => ({
  en: `${of(values, "percent")} % off`,
  ru: `Скидка ${of(values, "percent")} %`,
  be: `Зніжка ${of(values, "percent")} %`,
});

const back = (values: Values, name: string): Effect => ({
  kind: "points",
  where: where(values),
  give: { by: "PERCENT", bps: percentOf(values, name) },
});
const fixed = (values: Values): Effect => ({ kind: "points", give: { by: "FIXED", number: of(values, "number") } });
const off = (values: Values): Effect => ({
  kind: "discount",
  where: where(values),
  take: { by: "PERCENT", bps: percentOf(values) },
});

const level = (values: Values, name: string, conditions: Rule["conditions"]): Made => ({
  label: percentBack(of(values, name)),
  conditions,
  effects: [back(values, name)],
});
const spentFrom = (amount: string) =>
  condition(`spend(365) >= ${amount}`, {
    en: `${amount} or more spent in a year`,
    ru: `За год покупок от ${amount}`,
    be: `За год пакупак ад ${amount}`,
  });
const spentLess = (amount: string) =>
  condition(`spend(365) < ${amount}`, {
    en: `Less than ${amount} spent in a year`,
    ru: `За год покупок меньше ${amount}`,
    be: `За год пакупак менш за ${amount}`,
  });
