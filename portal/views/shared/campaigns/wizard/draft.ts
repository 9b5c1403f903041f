import { instantOf } from "#portal/lib/deed-input.ts";
import { isoDate, wallTime } from "#portal/lib/zone.ts";
import type { Definition, Limit, RuleText, Share } from "#portal/views/shared/campaigns/types.ts";
import type {
  CampaignDefinitionInput,
  CampaignEffectInput,
  CampaignGivingInput,
  CampaignRuleInput,
  CampaignShareInput,
  CampaignTakingInput,
} from "#schema/answers.ts";

/** A campaign while somebody writes it: everything as the fields hold it, so that nothing half typed is lost. */
export type Draft = {
  name: Texts;
  /** A common shape with its answers, or rules written out. */
  template: string | null;
  answers: Record<string, string>;
  rules: RuleDraft[];
  /** Wall clocks of the network's zone; `endsAt` may be empty. */
  startsAt: string;
  endsAt: string;
  /** Codes of a club and a plan; empty: everybody. */
  audience: { club: string; plan: string };
  /** Percent of members who are held back; empty: nobody. */
  control: string;
  occasion: Definition["occasion"];
  funding: FunderDraft[];
  limits: LimitDraft[];
  stacking: Definition["stacking"];
};
export type Texts = { en: string; ru: string; be: string };
/** `funder`: ISSUER, OPERATOR or a partner's id. */
export type FunderDraft = { funder: string; percent: string };
export type LimitDraft = Pick<Limit, "unit" | "most" | "scope" | "period" | "over" | "rule">;
export type RuleDraft = { label: Texts; coupon: string; conditions: ConditionDraft[]; effects: EffectDraft[] };
export type ConditionDraft = { label: Texts; expression: string };
/** The fields of an effect's kind, each as text; `fundedBy` is kept as it came. */
export type EffectDraft = {
  kind: EffectKind;
  fields: Record<string, string>;
  fundedBy: RuleText["effects"][number]["fundedBy"];
};

export type EffectKind = RuleText["effects"][number]["kind"];

export const noTexts: Texts = { en: "", ru: "", be: "" };

export const newDraft = (now: string, zone: string): Draft => ({
  name: noTexts,
  template: null,
  answers: {},
  rules: [],
  startsAt: wallText(now, zone),
  endsAt: "",
  audience: { club: "", plan: "" },
  control: "",
  occasion: "PURCHASE",
  funding: [{ funder: "ISSUER", percent: "100" }],
  limits: [],
  stacking: { group: "default", mode: "ALL", priority: 500, exclusive: false },
});

/** A draft of what was written before; its rules stand written out. */
export function draftOf(definition: Definition, zone: string): Draft {
  const { name, startsAt, endsAt, funding, rules, limits, stacking, audience, controlBps, occasion } = definition;
  const club = audience.club ?? "";
  const plan = audience.plan ?? "";
  return {
    name: textsOf(name),
    template: null,
    answers: {},
    rules: withoutAudience(rulesOf(rules), { club, plan }),
    audience: { club, plan },
    control: controlBps === 0 ? "" : String(controlBps / 100),
    occasion,
    startsAt: wallText(startsAt, zone),
    endsAt: endsAt ? wallText(endsAt, zone) : "",
    funding: funding.map((share) => ({ funder: funderOf(share), percent: String(share.bps / 100) })),
    limits: limits.map(({ unit, most, scope, period, over, rule }) => ({ unit, most, scope, period, over, rule })),
    stacking: { ...stacking },
  };
}

/** The gateway asks in every rule for what the audience says; it would ask on if the audience were changed. */
function withoutAudience(rules: RuleDraft[], { club, plan }: Draft["audience"]): RuleDraft[] {
  const asked = [`${JSON.stringify(club)} in member.clubs`, `member.plan == ${JSON.stringify(plan)}`];
  return rules.map((rule) => ({
    ...rule,
    conditions: rule.conditions.filter(({ expression }) => !asked.includes(expression)),
  }));
}

export const rulesOf = (rules: readonly RuleText[]): RuleDraft[] =>
  rules.map(({ label, coupon, conditions, effects }) => ({
    label: textsOf(label),
    coupon: coupon ?? "",
    conditions: conditions.map((condition) => ({ ...condition, label: textsOf(condition.label) })),
    effects: effects.map(effectOf),
  }));

const textsOf = ({ en, ru, be }: { en: string; ru: string | null; be: string | null }): Texts => ({
  en,
  ru: ru ?? "",
  be: be ?? "",
});

const funderOf = ({ kind, partner }: Share) => (kind === "PARTNER" ? (partner?.id ?? "") : kind);

/** "2026-11-22T14:05", as a field for a date and a time holds it. */
function wallText(instant: string, zone: string): string {
  const at = wallTime(instant, zone);
  return `${isoDate(at)}T${String(at.hour).padStart(2, "0")}:${String(at.minute).padStart(2, "0")}`;
}

function effectOf(effect: RuleText["effects"][number]): EffectDraft {
  const { kind, fundedBy, give, take, size, ...rest } = effect;
  const plain = Object.entries({ ...rest, size }).flatMap(([name, value]) =>
    value === null ? [] : [[name, String(value)] as const],
  );
  const fields = Object.fromEntries(plain);
  if (give) {
    fields["giveBy"] = give.by;
    fields["giveNumber"] = give.number === null ? "" : String(give.number);
    fields["givePer"] = give.per ?? "";
    fields["givePercent"] = percentText(give.bps);
  }
  if (take) {
    fields["takeBy"] = take.by;
    fields["takePercent"] = percentText(take.bps);
    fields["takeAmount"] = take.amount ?? take.price ?? "";
  }
  return { kind, fields, fundedBy };
}

const percentText = (bps: number | null) => (bps === null ? "" : String(bps / 100));

/** "2.5" or "2,5" in basis points; what is no number is sent as nothing, and the gateway says what is wrong. */
const bpsOf = (percent: string) => Math.round(Number(percent.replace(",", ".")) * 100) || 0;

/** What is no number yet goes as nothing too: the check then says what would be right, at its field. */
function decimal(text: string): string {
  const number = text.replace(/\s/g, "").replace(",", ".");
  return /^-?\d{1,15}(\.\d{1,6})?$/.test(number) ? number : "0";
}

/** The same as the contract takes it; `rules` are the draft's own, or those its template makes. */
export function inputOf(draft: Draft, rules: readonly RuleDraft[], zone: string): CampaignDefinitionInput {
  const { club, plan } = draft.audience;
  const controlBps = bpsOf(draft.control);
  return {
    name: wordsOf(draft.name),
    startsAt: instantOf(draft.startsAt, zone),
    ...(draft.endsAt ? { endsAt: instantOf(draft.endsAt, zone) } : {}),
    ...(draft.occasion === "PURCHASE" ? {} : { occasion: draft.occasion }),
    ...(club || plan ? { audience: { ...(club ? { club } : {}), ...(plan ? { plan } : {}) } } : {}),
    ...(controlBps === 0 ? {} : { controlBps }),
    stacking: draft.stacking,
    funding: draft.funding.map(({ funder, percent }) => shareOf(funder, bpsOf(percent))),
    rules: rules.map(ruleInput),
    limits: draft.limits.map(({ most, rule, ...limit }) => ({
      ...limit,
      most: decimal(most),
      ...(rule === null ? {} : { rule }),
    })),
  };
}

const shareOf = (funder: string, bps: number): CampaignShareInput =>
  funder === "ISSUER" || funder === "OPERATOR" ? { kind: funder, bps } : { kind: "PARTNER", partnerId: funder, bps };

const wordsOf = ({ en, ru, be }: Texts) => ({ en, ...(ru ? { ru } : {}), ...(be ? { be } : {}) });

const ruleInput = ({ label, coupon, conditions, effects }: RuleDraft): CampaignRuleInput => ({
  label: wordsOf(label),
  ...(coupon ? { coupon } : {}),
  conditions: conditions.map((condition) => ({ label: wordsOf(condition.label), expression: condition.expression })),
  effects: effects.map(effectInput),
});

function effectInput({ kind, fields, fundedBy }: EffectDraft): CampaignEffectInput {
  const parts: readonly string[] = effectParts[kind];
  const texts = parts.flatMap((part) => {
    const text = (fields[part] ?? "").trim();
    return text === "" || apart.has(part) ? [] : [[part, decimals.has(part) ? decimal(text) : text] as const];
  });
  const size = (fields["size"] ?? "").trim();
  return {
    kind,
    ...Object.fromEntries(texts),
    ...(parts.includes("on") && fields["on"] ? { on: fields["on"] === "LINES" ? "LINES" : "RECEIPT" } : {}),
    ...(parts.includes("size") && size ? { size: Number(size) } : {}),
    ...(parts.includes("give") ? { give: givingOf(fields) } : {}),
    ...(parts.includes("take") ? { take: takingOf(fields) } : {}),
    ...(fundedBy ? { fundedBy: fundedBy.map((share) => shareOf(funderOf(share), share.bps)) } : {}),
  };
}

const decimals = new Set(["times", "worth"]);
/** What is no plain text. */
const apart = new Set(["give", "take", "on", "size"]);

function givingOf(fields: Record<string, string>): CampaignGivingInput {
  const { giveBy, giveNumber = "", givePer = "", givePercent = "" } = fields;
  if (giveBy === "PERCENT") return { by: giveBy, bps: bpsOf(givePercent) };
  const number = Number(decimal(giveNumber)) || 0;
  return giveBy === "PER_AMOUNT" ? { by: giveBy, number, per: decimal(givePer) } : { by: "FIXED", number };
}

function takingOf({ takeBy, takePercent = "", takeAmount = "" }: Record<string, string>): CampaignTakingInput {
  if (takeBy === "AMOUNT") return { by: takeBy, amount: decimal(takeAmount) };
  if (takeBy === "PRICE") return { by: takeBy, price: decimal(takeAmount) };
  return { by: "PERCENT", bps: bpsOf(takePercent) };
}

/** What each kind of effect is made of, in the order in which a form asks. */
export const effectParts: Record<EffectKind, readonly string[]> = {
  POINTS: ["give", "on", "where"],
  MULTIPLY: ["times", "where"],
  DISCOUNT: ["take", "on", "where"],
  CHEAPEST: ["take", "count", "where"],
  GIFT: ["gift", "count", "worth"],
  STAMP: ["card", "size", "give", "on", "where"],
  TICKET: ["draw", "give", "on", "where"],
  TIER_POINTS: ["give", "on", "where"],
  COUPON: ["pool", "count"],
  BENEFIT: ["benefit"],
  MESSAGE: ["template"],
  START_JOURNEY: ["journey"],
};

type Spoken = { name: Texts; rules: readonly RuleDraft[] };

/** Where English is still missing. Everything else can be checked before it is written: `worded` stands in for it. */
export function unworded({ name, rules }: Spoken): string[] {
  const texts: [path: string, texts: Texts][] = [
    ["name", name],
    ...rules.flatMap(({ label, conditions }, nth): [string, Texts][] => [
      [`rules.${nth}.label`, label],
      ...conditions.map((one, place): [string, Texts] => [`rules.${nth}.conditions.${place}.label`, one.label]),
    ]),
  ];
  return texts.filter(([, { en }]) => en.trim() === "").map(([path]) => `${path}.en`);
}

export function worded({ name, rules }: Spoken): Spoken {
  const said = (texts: Texts) => (texts.en.trim() === "" ? { ...texts, en: "…" } : texts);
  return {
    name: said(name),
    rules: rules.map((rule) => ({
      ...rule,
      label: said(rule.label),
      conditions: rule.conditions.map((one) => ({ ...one, label: said(one.label) })),
    })),
  };
}

/** Everything that members and support read of it. */
export const textsIn = (draft: Draft, rules: readonly RuleDraft[]): Texts[] => [
  draft.name,
  ...rules.flatMap(({ label, conditions }) => [label, ...conditions.map((condition) => condition.label)]),
];
