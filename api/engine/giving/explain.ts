import type { Effect } from "#api/engine/effects.ts";
import type { EarnTerms } from "#api/engine/evaluate.ts";
import type { ExplanationGift, ExplanationInput, ExplanationStep, ReasonAgainst } from "#api/engine/explanation.ts";
import type { CompiledRule } from "#api/engine/set/compiled.ts";
import { formatMoney } from "#api/kernel/money.ts";
import type { BasePoints } from "./base.ts";
import type { Against, Decision } from "./decide.ts";
import type { Scene } from "./scene.ts";
import { sumOf } from "./shares.ts";

/** The reasoning in the order of application: the contract first, then each rule that was looked at. */
export function stepsOf(rules: readonly CompiledRule[], decision: Decision, told: Told): ExplanationStep[] {
  return [baseStep(decision.base, told), ...rules.map((rule) => ruleStep(rule, decision, told))];
}

/** `effects` are those of the decision. */
export type Told = { scene: Scene; terms: EarnTerms; effects: readonly Effect[] };

function baseStep({ money, points, exactE6, because }: BasePoints, { scene, terms }: Told): ExplanationStep {
  return {
    rule: "BASE",
    campaign: null,
    applied: because === null,
    because,
    condition: null,
    about: null,
    inputs: [
      { name: "total", value: formatMoney(sumOf(scene.grossE6)) },
      { name: "pointsSpent", value: String(scene.receipt.pointsSpent) },
      { name: "moneyPart", value: formatMoney(money.totalE6) },
      { name: "earnRatePercent", value: formatMoney(BigInt(terms.earnBps) * 10_000n, 0) },
      { name: "pointValue", value: formatMoney(terms.pointValueE6) },
    ],
    unrounded: formatMoney(exactE6, 0),
    rounding: "DOWN",
    points: String(points),
    gave: [],
  };
}

function ruleStep(rule: CompiledRule, { against, gifts }: Decision, { scene, effects }: Told): ExplanationStep {
  const { campaignId, version, rule: nth } = rule.source;
  const own = effects.filter(({ source }) => source === rule.source);
  const found = against.get(rule) ?? (own.length === 0 ? nothingFrom(rule, scene) : null);
  const exact = gifts.filter((gift) => gift.rule === rule && isPoints(gift.effect.kind));
  const points = own.reduce((sum, effect) => (effect.kind === "points" ? sum + effect.total : sum), 0n);
  return {
    rule: `${campaignId}@${version}#${nth}`,
    campaign: { id: campaignId, version, rule: nth },
    applied: found === null,
    because: found?.because ?? null,
    condition: found?.condition ?? null,
    about: found?.about ?? null,
    inputs: inputsOf(rule, found, scene),
    unrounded: formatMoney(sumOf(exact.map(({ exactE6 }) => exactE6)), 0),
    rounding: "DOWN",
    points: String(points),
    gave: own.flatMap(giftOf),
  };
}

const isPoints = (kind: string) => kind === "points" || kind === "multiply";

/** It was to apply, and came to nothing. */
function nothingFrom(rule: CompiledRule, { receipt }: Scene): Against {
  const takesOff = rule.effects.some(({ kind }) => kind === "discount" || kind === "cheapest");
  const because: ReasonAgainst = takesOff && receipt.given ? "NOT_TAKEN_OFF" : "NOTHING_TO_GIVE";
  return { because, condition: null, about: null };
}

/** The facts of the condition that did not hold; of everything, where the rule was let through. */
function inputsOf({ conditions, reads }: CompiledRule, found: Against | null, scene: Scene): ExplanationInput[] {
  const condition = found?.condition ?? null;
  if (found?.because === "NO_COUPON" || found?.because === "NOT_COMPUTABLE") return [];
  const asked = condition === null ? conditions : conditions.slice(condition, condition + 1);
  const names = new Set(asked.flatMap((one) => one.reads));
  if (condition === null) for (const read of reads) names.add(read);
  return [...names].filter((name) => !name.startsWith("line.")).map((name) => ({ name, value: scene.show(name) }));
}

function giftOf(effect: Effect): ExplanationGift[] {
  switch (effect.kind) {
    case "points":
      return [];
    case "discount":
      return [{ kind: effect.kind, what: null, amount: formatMoney(effect.total) }];
    case "gift":
      return [{ kind: effect.kind, what: effect.gift, amount: String(effect.total) }];
    case "stamp":
    case "fullCard":
      return [{ kind: effect.kind, what: effect.card, amount: String(effect.total) }];
    case "ticket":
      return [{ kind: effect.kind, what: effect.draw, amount: String(effect.total) }];
    case "tierPoints":
      return [{ kind: effect.kind, what: null, amount: String(effect.total) }];
    case "coupon":
      return [{ kind: effect.kind, what: effect.pool, amount: String(effect.total) }];
    case "couponUsed":
      return [{ kind: effect.kind, what: effect.code, amount: "1" }];
    case "benefit":
      return [{ kind: effect.kind, what: effect.benefit, amount: "1" }];
    case "message":
      return [{ kind: effect.kind, what: effect.template, amount: "1" }];
    case "startJourney":
      return [{ kind: effect.kind, what: effect.journey, amount: "1" }];
  }
}
