import type { EarnTerms } from "#api/engine/evaluate.ts";
import type { CompiledEffect, CompiledRule } from "#api/engine/set/compiled.ts";
import { spread } from "#api/engine/spread.ts";
import type { MoneyE6 } from "#api/kernel/money.ts";
import { type BasePoints, basePoints } from "./base.ts";
import type { Budget } from "./budget.ts";
import { discountOf } from "./discount.ts";
import { type Given, giveOf, type MoneyBase } from "./give.ts";
import type { Scene } from "./scene.ts";
import { only, partsOf, sumOf } from "./shares.ts";
import { asStated } from "./stated.ts";

/** One effect of a rule with what it came to. */
export type Gift = { rule: CompiledRule; effect: CompiledEffect } & Given;

/**
 * All effects of some rules on one receipt; `granted` are the discounts before the till's own word, `unpaid` the rules whose
 * points nobody may issue, `exactE6` a rule's points before rounding.
 */
export type Pass = {
  gifts: Gift[];
  granted: Gift[];
  base: BasePoints;
  unpaid: ReadonlySet<CompiledRule>;
  exactE6: ReadonlyMap<CompiledRule, bigint>;
};

type Asked = { scene: Scene; rules: readonly CompiledRule[]; budget: Budget; terms: EarnTerms; stated: boolean };

/**
 * First what comes off the price, campaign by campaign on what the one before left; then, on the part that is paid in
 * money after that, points and everything else.
 */
export function pass({ scene, rules, budget, terms, stated }: Asked): Pass {
  const netE6 = [...scene.grossE6];
  const granted = rules.flatMap((rule) => discountsOf(rule, scene, { netE6, coinE6: terms.minorUnitE6, budget }));
  const discounts = stated ? asStated(granted, scene.receipt, budget) : granted;
  const paidE6 = stated ? scene.receipt.lines.map(({ amountE6 }) => amountE6) : netE6;
  const base = basePoints(scene, moneyOf(scene, terms, paidE6), terms);
  const unpaid = new Set<CompiledRule>();
  const others = rules.flatMap((rule) => restOf(rule, { scene, base, budget, terms, unpaid }));
  const gifts = [...discounts, ...others].filter(isSomething);
  for (const { rule } of gifts) budget.takeTime(rule);
  return { gifts, granted, base, unpaid, exactE6: exactOf(gifts) };
}

function exactOf(gifts: readonly Gift[]): Map<CompiledRule, bigint> {
  const exact = new Map<CompiledRule, bigint>();
  for (const { rule, effect, exactE6 } of gifts) {
    if (effect.kind === "points" || effect.kind === "multiply") exact.set(rule, (exact.get(rule) ?? 0n) + exactE6);
  }
  return exact;
}

/** Messages and the like have no amount. */
const uncounted = new Set(["benefit", "message", "startJourney"]);
const isSomething = ({ effect, total }: Gift) => total > 0n || uncounted.has(effect.kind);

type Net = { netE6: MoneyE6[]; coinE6: MoneyE6; budget: Budget };

function discountsOf(rule: CompiledRule, scene: Scene, { netE6, coinE6, budget }: Net): Gift[] {
  const gifts: Gift[] = [];
  for (const effect of rule.effects) {
    if (effect.kind !== "discount" && effect.kind !== "cheapest") continue;
    const wanted = discountOf(effect, scene, { netE6, coinE6 });
    const total = budget.money(rule, sumOf(wanted), coinE6);
    const byLine = total === sumOf(wanted) ? wanted : inCoins(total, wanted, coinE6);
    budget.takeMoney(rule, { total, byLine });
    for (const [line, off] of byLine.entries()) netE6[line] = (netE6[line] ?? 0n) - off;
    gifts.push({ rule, effect, total, byLine, exactE6: total });
  }
  return gifts;
}

function inCoins(total: MoneyE6, wanted: readonly MoneyE6[], coinE6: MoneyE6): MoneyE6[] {
  const coins = wanted.map((amount) => amount / coinE6);
  return spread(total / coinE6, coins).map((share) => share * coinE6);
}

/** What is paid in money, spread over the lines by what they cost; points pay every line alike. */
function moneyOf({ receipt, activity }: Scene, { pointValueE6 }: EarnTerms, netE6: readonly MoneyE6[]): MoneyBase {
  if (activity) return { totalE6: activity.amountE6, byLineE6: [], pointValueE6 };
  const left = sumOf(netE6) - receipt.pointsSpent * pointValueE6;
  const totalE6 = left > 0n ? left : 0n;
  return { totalE6, byLineE6: receipt.pointsSpent === 0n ? netE6 : spread(totalE6, netE6), pointValueE6 };
}

type Rest = { scene: Scene; base: BasePoints; budget: Budget; terms: EarnTerms; unpaid: Set<CompiledRule> };

function restOf(rule: CompiledRule, rest: Rest): Gift[] {
  return rule.effects.flatMap((effect) => {
    const given = restOne(rule, effect, rest);
    return given ? [{ rule, effect, ...given }] : [];
  });
}

function restOne(rule: CompiledRule, effect: CompiledEffect, rest: Rest): Given | null {
  const { scene, base, budget, terms, unpaid } = rest;
  switch (effect.kind) {
    case "discount":
    case "cheapest":
      return null;
    case "points":
    case "multiply": {
      if (!mayPay(effect.funding, scene, terms)) {
        unpaid.add(rule);
        return null;
      }
      const wanted = effect.kind === "points" ? pointsOf(effect, scene, base) : multiplied(effect, scene, base);
      const given = clipped(wanted, budget.points(rule, wanted.total));
      budget.takePoints(rule, given);
      return given;
    }
    case "stamp":
    case "ticket":
    case "tierPoints":
      return giveOf(effect, scene, base.money);
    case "gift": {
      const total = giftsWithin(effect, rule, budget);
      budget.takeMoney(rule, { total: total * effect.worthE6, byLine: [] });
      budget.takeGifts(effect.gift, total);
      return wholeOf(total);
    }
    case "coupon":
      return wholeOf(effect.count);
    default:
      return wholeOf(0n);
  }
}

/** Points of a purchase are for what is paid in money: nothing of that in all, or on a line that stands alone, no points. */
function pointsOf(effect: Extract<CompiledEffect, { kind: "points" }>, scene: Scene, { money }: BasePoints): Given {
  if (scene.activity) return giveOf(effect, scene, money);
  return money.totalE6 > 0n ? giveOf(effect, scene, money, "PAID") : wholeOf(0n);
}

/** Of the contract's points on the meant lines, whole as they are. */
function multiplied(
  { where, hundredths }: Extract<CompiledEffect, { kind: "multiply" }>,
  scene: Scene,
  { byLine }: BasePoints,
): Given {
  const weights = only(scene.matching(where), byLine);
  const exactE6 = sumOf(weights) * (hundredths - 100n) * 10_000n;
  return { ...partsOf(exactE6 / 1_000_000n, weights), exactE6 };
}

function clipped(wanted: Given, allowed: bigint): Given {
  return allowed === wanted.total ? wanted : { ...partsOf(allowed, wanted.byLine), exactE6: wanted.exactE6 };
}

function giftsWithin(
  { gift, count, worthE6 }: Extract<CompiledEffect, { kind: "gift" }>,
  rule: CompiledRule,
  budget: Budget,
): bigint {
  const there = budget.gifts(rule, gift, count);
  return worthE6 === 0n ? there : budget.money(rule, there * worthE6, worthE6) / worthE6;
}

/** A partner that may not issue cannot pay for points; others can. */
function mayPay(funding: readonly { funder: string }[], { receipt }: Scene, { mayIssue }: EarnTerms): boolean {
  return mayIssue || funding.every(({ funder }) => funder !== "ISSUER" && funder !== receipt.partnerId);
}

const wholeOf = (total: bigint): Given => ({ total, byLine: [], exactE6: total * 1_000_000n });
