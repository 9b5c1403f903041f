import { hundredthsOf, moneyOf } from "#api/engine/amounts.ts";
import type { Campaign, Limit, Rule } from "#api/engine/campaign.ts";
import type { CampaignEffect, Funding, Giving, Taking } from "#api/engine/campaign-effects.ts";
import type { Source } from "#api/engine/effects.ts";
import { type Expression, isProblem, readExpression, type Wanted } from "#api/engine/expressions/expression.ts";
import type { Scope } from "#api/engine/expressions/language.ts";
import type { MemberField } from "#api/engine/member-facts.ts";
import { monthNeed, type WindowNeed, windowKey } from "#api/engine/windows.ts";
import type { MoneyE6 } from "#api/kernel/money.ts";
import { type Access, accessOf } from "./access.ts";

/** Amounts as numbers, ready to reckon with. */
export type Give =
  | { by: "FIXED"; number: bigint }
  | { by: "PER_AMOUNT"; number: bigint; perE6: MoneyE6 }
  | { by: "PERCENT"; bps: bigint };
export type Take =
  | { by: "PERCENT"; bps: bigint }
  | { by: "AMOUNT"; amountE6: MoneyE6 }
  | { by: "PRICE"; priceE6: MoneyE6 };
export type Reach = { each: boolean; where: Expression | null };

export type CompiledEffect =
  | ({ kind: "points"; give: Give; funding: Funding } & Reach)
  | ({ kind: "multiply"; hundredths: bigint; funding: Funding } & Reach)
  | ({ kind: "discount"; take: Take; funding: Funding } & Reach)
  | ({ kind: "cheapest"; take: Take; count: Expression; funding: Funding } & Reach)
  | { kind: "gift"; gift: string; count: bigint; worthE6: MoneyE6; funding: Funding }
  | ({ kind: "stamp"; card: string; size: bigint; holds: WindowNeed; give: Give } & Reach)
  | ({ kind: "ticket"; draw: string; give: Give } & Reach)
  | ({ kind: "tierPoints"; give: Give } & Reach)
  | { kind: "coupon"; pool: string; count: bigint }
  | { kind: "benefit"; benefit: string }
  | { kind: "message"; template: string }
  | { kind: "startJourney"; journey: string };

export type CompiledRule = {
  source: Source;
  /** Its place in the order of application. */
  order: number;
  campaign: CompiledCampaign;
  coupon: string | null;
  conditions: readonly Expression[];
  effects: readonly CompiledEffect[];
  /** `id@version#rule`. */
  name: string;
  /** Facts that its conditions and effects read, but those of lines, each once. */
  reads: readonly string[];
  windows: readonly WindowNeed[];
  /** Facts about the member that its conditions and effects read. */
  fields: readonly MemberField[];
  access: Access;
};

export type CompiledCampaign = {
  campaign: Campaign;
  startsAt: number;
  endsAt: number;
  limits: readonly Limit[];
  rules: readonly CompiledRule[];
};

/** Expressions of one wording are read once for all campaigns. */
export class Reader {
  readonly #read = new Map<string, Expression>();
  #rules = 0;

  /** Rules are numbered as they are compiled. */
  next(): number {
    return this.#rules++;
  }

  expression(text: string, wanted: Wanted, scope: Scope): Expression {
    const key = `${scope} ${wanted} ${text}`;
    const known = this.#read.get(key);
    if (known) return known;
    const read = readExpression(text, { wanted, scope });
    if (isProblem(read)) throw new Error(`an unchecked expression was compiled: ${text}: ${read.message}`);
    this.#read.set(key, read);
    return read;
  }
}

export function compileCampaign(campaign: Campaign, reader: Reader): CompiledCampaign {
  const rules: CompiledRule[] = [];
  const compiled: CompiledCampaign = {
    campaign,
    startsAt: Date.parse(campaign.startsAt),
    endsAt: campaign.endsAt === null ? Number.POSITIVE_INFINITY : Date.parse(campaign.endsAt),
    limits: campaign.limits,
    rules,
  };
  for (const [nth, rule] of campaign.rules.entries()) rules.push(compileRule(compiled, { rule, nth }, reader));
  return compiled;
}

function compileRule(campaign: CompiledCampaign, { rule, nth }: { rule: Rule; nth: number }, reader: Reader) {
  const { id, version, funding } = campaign.campaign;
  const conditions = rule.conditions.map(({ expression }) => reader.expression(expression, "bool", "RECEIPT"));
  const effects = rule.effects.map((effect) => compileEffect(effect, funding, reader));
  const parts = effects.flatMap(expressionsIn);
  const stamps = effects.flatMap((effect) => (effect.kind === "stamp" ? [effect.holds] : []));
  const read = [...conditions, ...parts].flatMap(({ reads }) => reads);
  const windows = [...[...conditions, ...parts].flatMap((part) => part.windows), ...stamps];
  const compiled: CompiledRule = {
    source: { campaignId: id, version, rule: nth },
    order: reader.next(),
    campaign,
    coupon: rule.coupon,
    conditions,
    effects,
    name: `${id}@${version}#${nth}`,
    reads: [...new Set([...read, ...stamps.map(({ key }) => key)])].filter((name) => !name.startsWith("line.")),
    windows: [...new Map(windows.map((need) => [need.key, need])).values()],
    fields: [...new Set(read.flatMap((name) => loadedFor[name] ?? []))],
    access: accessOf({ coupon: rule.coupon, conditions, effects }),
  };
  return compiled;
}

const loadedFor: Readonly<Record<string, MemberField>> = {
  "member.tier": "tier",
  "member.plan": "plan",
  "member.tags": "tags",
  "member.segments": "segments",
  "member.clubs": "clubs",
  "member.offers": "offers",
  "member.firstPurchase": "lastVisitOn",
  "member.daysSinceVisit": "lastVisitOn",
  "member.daysSinceEnrolment": "enrolledOn",
  "member.daysToBirthday": "birthday",
};

/** The expressions of an effect. */
function expressionsIn(effect: CompiledEffect): Expression[] {
  const where = "where" in effect && effect.where ? [effect.where] : [];
  return effect.kind === "cheapest" ? [...where, effect.count] : where;
}

function compileEffect(effect: CampaignEffect, shares: Funding, reader: Reader): CompiledEffect {
  const funding = "fundedBy" in effect && effect.fundedBy ? effect.fundedBy : shares;
  const where = "where" in effect && effect.where !== null ? reader.expression(effect.where, "bool", "LINE") : null;
  const reach = { each: "on" in effect && effect.on === "LINES", where };
  switch (effect.kind) {
    case "points":
      return { kind: "points", give: giveOf(effect.give), funding, ...reach };
    case "multiply":
      return { kind: "multiply", hundredths: hundredthsOf(effect.times), funding, ...reach };
    case "discount":
      return { kind: "discount", take: takeOf(effect.take), funding, ...reach };
    case "cheapest": {
      const count = reader.expression(effect.count, "int", "RECEIPT");
      return { kind: "cheapest", take: takeOf(effect.take), count, funding, ...reach };
    }
    case "gift": {
      const worthE6 = effect.worth === null ? 0n : moneyOf(effect.worth);
      return { kind: "gift", gift: effect.gift, count: BigInt(effect.count), worthE6, funding };
    }
    case "stamp": {
      const { card } = effect;
      const holds = { ...monthNeed("stamps"), key: windowKey("stamps", [card]), card };
      return { kind: "stamp", card, size: BigInt(effect.size), holds, give: giveOf(effect.give), ...reach };
    }
    case "ticket":
      return { kind: "ticket", draw: effect.draw, give: giveOf(effect.give), ...reach };
    case "tierPoints":
      return { kind: "tierPoints", give: giveOf(effect.give), ...reach };
    case "coupon":
      return { kind: "coupon", pool: effect.pool, count: BigInt(effect.count) };
    default:
      return effect;
  }
}

function giveOf(give: Giving): Give {
  if (give.by === "PERCENT") return { by: "PERCENT", bps: BigInt(give.bps) };
  const number = BigInt(give.number);
  return give.by === "FIXED" ? { by: "FIXED", number } : { by: "PER_AMOUNT", number, perE6: moneyOf(give.per) };
}

function takeOf(take: Taking): Take {
  if (take.by === "PERCENT") return { by: "PERCENT", bps: BigInt(take.bps) };
  if (take.by === "AMOUNT") return { by: "AMOUNT", amountE6: moneyOf(take.amount) };
  return { by: "PRICE", priceE6: moneyOf(take.price) };
}
