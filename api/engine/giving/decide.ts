import { groupOf } from "#api/engine/control-group.ts";
import type { EarnTerms } from "#api/engine/evaluate.ts";
import type { ReasonAgainst } from "#api/engine/explanation.ts";
import type { Counted, Room } from "#api/engine/limits.ts";
import type { CompiledCampaign, CompiledRule } from "#api/engine/set/compiled.ts";
import { Budget } from "./budget.ts";
import { type Pass, pass } from "./pass.ts";
import type { Scene } from "./scene.ts";
import { choose, type Worth } from "./stacking.ts";

/** Why a rule does not apply; `passedOver`: an index knew. */
export type Against = { because: ReasonAgainst; condition: number | null; about: string | null; passedOver?: true };

export type Decision = Pass & { budget: Budget; against: Map<CompiledRule, Against> };

type Deciding = {
  scene: Scene;
  /** Rules that may apply, in order of application. */
  rules: readonly CompiledRule[];
  room: Room;
  counted: Counted;
  terms: EarnTerms;
};

/**
 * Conditions first, then which campaigns stand back for others, then amounts and limits. A rule that would go over a limit
 * that then gives nothing takes its campaign out, and the rest is decided again: without it others may have more to give.
 */
export function decide({ scene, rules, room, counted, terms }: Deciding): Decision {
  const newBudget = () => new Budget(room, counted, terms.pointValueE6);
  const against = new Map<CompiledRule, Against>();
  for (const rule of rules) {
    const found = reasonAgainst(rule, scene) ?? heldBack(rule, counted);
    if (found) against.set(rule, found);
  }
  stopExhausted(rules, newBudget(), against);
  const worth = worthOf(scene, { terms, newBudget });
  for (;;) {
    const passing = rules.filter((rule) => !against.has(rule));
    const { campaigns, standing } = choose([...new Set(passing.map(({ campaign }) => campaign))], (one) =>
      worth(one, passing),
    );
    const chosen = new Set(campaigns);
    const budget = newBudget();
    const stated = Boolean(scene.receipt.given);
    const applying = passing.filter(({ campaign }) => chosen.has(campaign));
    const result = pass({ scene, rules: applying, budget, terms, stated });
    if (budget.over.size === 0) {
      for (const rule of passing) {
        const back = standing.get(rule.campaign);
        if (back) against.set(rule, { ...back, condition: null });
      }
      return { ...result, budget, against };
    }
    stopOver(passing, budget, against);
  }
}

function reasonAgainst({ coupon, conditions }: CompiledRule, scene: Scene): Against | null {
  if (coupon !== null && !(scene.receipt.coupons ?? []).some(({ pool }) => pool === coupon)) {
    return { because: "NO_COUPON", condition: null, about: coupon };
  }
  for (const [place, condition] of conditions.entries()) {
    const holds = scene.holds(condition);
    if (holds === true) continue;
    return { because: holds === null ? "NOT_COMPUTABLE" : "CONDITION", condition: place, about: null };
  }
  return null;
}

/** After the conditions and before all else: whoever is held back met the same ones, and no limit tells both groups apart. */
function heldBack({ campaign: { campaign } }: CompiledRule, { memberId }: Counted): Against | null {
  const { id, controlBps } = campaign;
  const isHeld = groupOf({ id, memberId, controlBps }) === "CONTROL";
  return isHeld ? { because: "CONTROL_GROUP", condition: null, about: null } : null;
}

function stopExhausted(rules: readonly CompiledRule[], budget: Budget, against: Map<CompiledRule, Against>): void {
  for (const rule of rules) {
    const counter = against.has(rule) ? null : budget.exhausted(rule);
    if (counter) against.set(rule, { because: "LIMIT", condition: null, about: counter });
  }
}

/** A limit of one rule stops that rule; one of the campaign stops all its rules. */
function stopOver(passing: readonly CompiledRule[], { over }: Budget, against: Map<CompiledRule, Against>): void {
  for (const [went, { counter, rule }] of over) {
    const stopped = passing.filter((one) => (rule === null ? one.campaign === went.campaign : one === went));
    for (const one of stopped) against.set(one, { because: "LIMIT", condition: null, about: counter });
  }
}

type Trial = { terms: EarnTerms; newBudget: () => Budget };

/** What a campaign would give alone, in money: discounts, gifts and points at their worth. */
function worthOf(scene: Scene, { terms, newBudget }: Trial) {
  const known = new Map<CompiledCampaign, ReturnType<Worth>>();
  return (campaign: CompiledCampaign, passing: readonly CompiledRule[]): ReturnType<Worth> => {
    const before = known.get(campaign);
    if (before !== undefined) return before;
    const rules = passing.filter((rule) => rule.campaign === campaign);
    const { gifts } = pass({ scene, rules, budget: newBudget(), terms, stated: false });
    const worth = gifts.length === 0 ? null : gifts.reduce((sum, gift) => sum + worthOfGift(gift, terms), 0n);
    known.set(campaign, worth);
    return worth;
  };
}

function worthOfGift({ effect, total }: Pass["gifts"][number], { pointValueE6 }: EarnTerms): bigint {
  if (effect.kind === "discount" || effect.kind === "cheapest") return total;
  if (effect.kind === "points" || effect.kind === "multiply") return total * pointValueE6;
  return effect.kind === "gift" ? total * effect.worthE6 : 0n;
}
