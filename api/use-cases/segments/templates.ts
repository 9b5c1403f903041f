import type { Words } from "#api/engine/campaign.ts";
import { OPERATOR } from "#api/use-cases/campaigns/houses.ts";
import { quoted } from "#api/use-cases/campaigns/templates/circumstances.ts";
import { type Field, type FieldKind, fieldKinds, type Values } from "#api/use-cases/campaigns/templates/fields.ts";
import type { SegmentProblem } from "#api/use-cases/segments/refusals.ts";
import { factName } from "#api/use-cases/segments/segment-facts.ts";

/** Whose segment a form makes: a partner is known by its code in expressions. */
export type TemplateHouse = { house: string; partnerCode: string | null };

/** A common shape of a segment: the questions a form asks, and the expression its answers make. */
export type SegmentTemplate = {
  says: string;
  /** Is it for the coalition alone, since it looks at several partners? */
  coalitionOnly?: true;
  fields: readonly Field[];
  name: (values: Values) => Words;
  expression: (values: Values, of: TemplateHouse) => string;
};

const ask = (name: string, kind: FieldKind, says: string): Field => ({ name, kind, required: true, says });
const days = ask("days", "DAYS", "How many days.");
const of = (values: Values, name: string) => values[name] ?? "";

/** Days since the last visit: at the partner, or anywhere for the coalition. */
const sinceVisit = ({ partnerCode }: TemplateHouse) =>
  partnerCode === null ? "member.daysSinceVisit" : `daysSinceVisitAt(${quoted(partnerCode)})`;
const visits = ({ partnerCode }: TemplateHouse, span: string) =>
  partnerCode === null ? `visits(${span})` : `visitsAt(${quoted(partnerCode)}, ${span})`;
const spend = ({ partnerCode }: TemplateHouse, span: string) =>
  partnerCode === null ? `spend(${span})` : `spendAt(${quoted(partnerCode)}, ${span})`;

export const segmentTemplates = {
  INACTIVE: {
    says: "Who bought before, and nothing for so many days.",
    fields: [days],
    name: (values) => ({
      en: `Silent for ${of(values, "days")} days`,
      ru: `Нет покупок ${of(values, "days")} дн.`,
      be: `Няма пакупак ${of(values, "days")} дз.`,
    }),
    expression: ({ days: span }, house) => `${sinceVisit(house)} >= ${span} && ${sinceVisit(house)} < 1000000`,
  },
  NEVER_REDEEMED: {
    says: "Who buys, and has never paid with points.",
    fields: [],
    name: () => ({ en: "Never paid with points", ru: "Ни разу не тратили баллы", be: "Ні разу не трацілі балы" }),
    expression: (_values, house) => `!member.hasRedeemed && ${sinceVisit(house)} < 1000000`,
  },
  BIRTHDAY: {
    says: "Whose birthday is within so many days, today included.",
    fields: [days],
    name: (values) => ({
      en: `Birthday within ${of(values, "days")} days`,
      ru: `День рождения в ближайшие ${of(values, "days")} дн.`,
      be: `Дзень нараджэння ў бліжэйшыя ${of(values, "days")} дз.`,
    }),
    expression: ({ days: span }) => `member.daysToBirthday < ${span}`,
  },
  BEST: {
    says: "The most valuable: recent, frequent and with high spend.",
    fields: [],
    name: () => ({ en: "Champions", ru: "Самые ценные", be: "Самыя каштоўныя" }),
    expression: () => "member.recency >= 4 && member.frequency >= 4 && member.monetary >= 4",
  },
  SLIPPING: {
    says: "Who used to come often or spend much, and has not come for long.",
    fields: [],
    name: () => ({ en: "Slipping away", ru: "Уходящие", be: "Тыя, хто сыходзіць" }),
    expression: () => "member.recency <= 2 && member.recency > 0 && (member.frequency >= 4 || member.monetary >= 4)",
  },
  SPENDERS: {
    says: "Who spent as much or more in so many days.",
    fields: [ask("amount", "MONEY", "At least so much money."), days],
    name: (values) => ({
      en: `Spent ${of(values, "amount")} in ${of(values, "days")} days`,
      ru: `Покупки от ${of(values, "amount")} за ${of(values, "days")} дн.`,
      be: `Пакупкі ад ${of(values, "amount")} за ${of(values, "days")} дз.`,
    }),
    expression: ({ days: span = "", amount }, house) => `${spend(house, span)} >= ${amount}`,
  },
  REGULARS: {
    says: "Who came so often, or more, in so many days.",
    fields: [ask("visits", "COUNT", "At least so many receipts."), days],
    name: (values) => ({
      en: `${of(values, "visits")} visits in ${of(values, "days")} days`,
      ru: `От ${of(values, "visits")} визитов за ${of(values, "days")} дн.`,
      be: `Ад ${of(values, "visits")} візітаў за ${of(values, "days")} дз.`,
    }),
    expression: ({ days: span = "", visits: least }, house) => `${visits(house, span)} >= ${least}`,
  },
  TAGGED: {
    says: "Who bears a tag of the house's.",
    fields: [ask("tag", "NAME", "Which tag.")],
    name: (values) => ({
      en: `Tagged ${of(values, "tag")}`,
      ru: `С меткой ${of(values, "tag")}`,
      be: `З меткай ${of(values, "tag")}`,
    }),
    expression: ({ tag = "" }, { house }) => `${quoted(factName(house, tag))} in member.tags`,
  },
  BOUGHT_AT_NOT_AT: {
    says: "Who bought at one partner and not at another in so many days.",
    coalitionOnly: true,
    fields: [
      ask("at", "NAME", "The code of the partner they bought at."),
      ask("notAt", "NAME", "And of the other."),
      days,
    ],
    name: (values) => ({
      en: `At ${of(values, "at")}, not at ${of(values, "notAt")}`,
      ru: `Покупают в ${of(values, "at")}, но не в ${of(values, "notAt")}`,
      be: `Купляюць у ${of(values, "at")}, але не ў ${of(values, "notAt")}`,
    }),
    expression: ({ at = "", notAt = "", days: span }) =>
      `visitsAt(${quoted(at)}, ${span}) > 0 && visitsAt(${quoted(notAt)}, ${span}) == 0`,
  },
  PARTNER_MIX: {
    says: "Who bought at so many partners, or more, in so many days.",
    coalitionOnly: true,
    fields: [ask("partners", "COUNT", "At least so many partners."), days],
    name: (values) => ({
      en: `${of(values, "partners")} partners in ${of(values, "days")} days`,
      ru: `От ${of(values, "partners")} партнёров за ${of(values, "days")} дн.`,
      be: `Ад ${of(values, "partners")} партнёраў за ${of(values, "days")} дз.`,
    }),
    expression: ({ partners, days: span }) => `partners(${span}) >= ${partners}`,
  },
  RICH: {
    says: "Who has so many points to spend, or more.",
    coalitionOnly: true,
    fields: [ask("points", "COUNT", "At least so many points.")],
    name: (values) => ({
      en: `${of(values, "points")} points or more`,
      ru: `От ${of(values, "points")} баллов`,
      be: `Ад ${of(values, "points")} балаў`,
    }),
    expression: ({ points }) => `member.balance >= ${points}`,
  },
} as const satisfies Record<string, SegmentTemplate>;

export type SegmentTemplateName = keyof typeof segmentTemplates;

/** What the answers make, or what is wrong with them; paths are the fields' names. */
export type FilledSegment = { expression: string; name: Words } | { problems: SegmentProblem[] };

export function fillSegmentTemplate(name: SegmentTemplateName, written: Values, of: TemplateHouse): FilledSegment {
  const template: SegmentTemplate = segmentTemplates[name];
  const values = Object.fromEntries(Object.entries(written).map(([field, text]) => [field, text.trim()]));
  const known = new Set(template.fields.map((field) => field.name));
  const problems = [
    ...template.fields.flatMap((field) => problemIn(field, values[field.name] ?? "")),
    ...Object.keys(values).flatMap((field) =>
      known.has(field) ? [] : problem(field, "UNKNOWN_FIELD", "No such field."),
    ),
    ...(template.coalitionOnly && of.house !== OPERATOR
      ? problem("template", "COALITION_ONLY", "It looks at several partners: only the operator makes it.")
      : []),
  ];
  if (problems.length > 0) return { problems };
  return { expression: template.expression(values, of), name: template.name(values) };
}

function problemIn({ name, kind }: Field, text: string): SegmentProblem[] {
  if (text === "") return problem(name, "MISSING", "It has to be answered.");
  const { holds, says } = fieldKinds[kind];
  return holds(text) ? [] : problem(name, `NO_${kind}`, says);
}

const problem = (path: string, code: string, message: string): SegmentProblem[] => [
  { path, line: null, column: null, code, message },
];
