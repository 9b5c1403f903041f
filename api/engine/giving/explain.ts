import { type Effect, whatOf } from "#api/engine/effects.ts";
import type { EarnTerms } from "#api/engine/evaluate.ts";
import type { ExplanationGift, ExplanationInput, ExplanationStep, ReasonAgainst } from "#api/engine/explanation.ts";
import type { Expression } from "#api/engine/expressions/expression.ts";
import type { CompiledRule } from "#api/engine/set/compiled.ts";
import { formatMoney } from "#api/kernel/money.ts";
import type { BasePoints } from "./base.ts";
import type { Against, Decision } from "./decide.ts";
import type { Scene } from "./scene.ts";
import { sumOf } from "./shares.ts";

/** The reasoning in the order of application: the contract first, then each rule that was looked at. */
export function stepsOf(rules: readonly CompiledRule[], decision: Decision, told: Told): ExplanationStep[] {
  const bySource = Map.groupBy(told.effects, ({ source }) => source);
  const steps = rules.map((rule) =>
    ruleStep(rule, decision, { scene: told.scene, own: bySource.get(rule.source) ?? [] }),
  );
  return [baseStep(decision.base, told), ...steps];
}

/** `effects` are those of the decision. */
export type Told = { scene: Scene; terms: EarnTerms; effects: readonly Effect[] };
/** What came of one rule. */
type Own = { scene: Scene; own: readonly Effect[] };

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

function ruleStep(rule: CompiledRule, decision: Decision, { scene, own }: Own): ExplanationStep {
  const { against, budget } = decision;
  const { campaignId: id, version, rule: nth } = rule.source;
  const found = against.get(rule) ?? (own.length === 0 ? nothingFrom(rule, decision, scene) : null);
  const points = own.reduce((sum, effect) => (effect.kind === "points" ? sum + effect.total : sum), 0n);
  return {
    rule: rule.name,
    campaign: { id, version, rule: nth },
    applied: found === null,
    because: found?.because ?? null,
    condition: found?.condition ?? null,
    about: found?.about ?? budget.cut.get(rule) ?? null,
    inputs: inputsOf(rule, found, scene),
    unrounded: formatMoney(decision.exactE6.get(rule) ?? 0n, 0),
    rounding: "DOWN",
    points: String(points),
    gave: own.flatMap(giftOf),
  };
}

/** It was to apply, and came to nothing. */
function nothingFrom(rule: CompiledRule, { budget, unpaid }: Decision, { receipt }: Scene): Against {
  const takesOff = rule.effects.some(({ kind }) => kind === "discount" || kind === "cheapest");
  return { because: reasonFor(), condition: null, about: null };

  function reasonFor(): ReasonAgainst {
    if (budget.cut.has(rule)) return "LIMIT";
    if (unpaid.has(rule)) return "PARTNER_MAY_NOT_ISSUE";
    return takesOff && receipt.given ? "NOT_TAKEN_OFF" : "NOTHING_TO_GIVE";
  }
}

/** The facts of the condition that did not hold; of everything, where the rule was let through. */
function inputsOf({ conditions, reads }: CompiledRule, found: Against | null, scene: Scene): ExplanationInput[] {
  if (found?.because === "NO_COUPON" || found?.because === "NOT_COMPUTABLE") return [];
  const place = found?.condition ?? null;
  if (found?.passedOver) return (place === null ? [] : loaded(conditions[place])).map((name) => scene.input(name));
  const names = place === null ? reads : (conditions[place]?.reads ?? []);
  return names.map((name) => scene.input(name));
}

/** For a rule that was passed over no windows were loaded. */
function loaded(condition: Expression | undefined): string[] {
  return condition?.reads.filter((name) => !name.includes("(") && !name.endsWith("ThisMonth")) ?? [];
}

/** What of things and money a rule gave; points have a figure of their own. */
function giftOf(effect: Effect): ExplanationGift[] {
  if (effect.kind === "points") return [];
  const total = "total" in effect ? effect.total : 1n;
  const amount = effect.kind === "discount" ? formatMoney(total) : String(total);
  return [{ kind: effect.kind, what: whatOf(effect), amount }];
}
