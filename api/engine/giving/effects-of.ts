import type { Effect, Parts } from "#api/engine/effects.ts";
import type { CompiledRule } from "#api/engine/set/compiled.ts";
import { spread } from "#api/engine/spread.ts";
import type { Decision } from "./decide.ts";
import type { Gift } from "./pass.ts";
import type { Scene } from "./scene.ts";
import { fundersOf } from "./shares.ts";

/** What happens, with who pays for it: the contract's points first, then campaigns in order. */
export function effectsOf({ gifts, base }: Decision, scene: Scene): Effect[] {
  const { partnerId } = scene.receipt;
  const parts: Parts = { total: base.points, byLine: base.byLine };
  const own: Effect[] =
    base.points > 0n ? [{ kind: "points", source: null, ...parts, funders: [{ partnerId, ...parts }] }] : [];
  const used = new Set<CompiledRule>();
  const caused = gifts.flatMap((gift) => {
    const first = !used.has(gift.rule);
    used.add(gift.rule);
    return [...(first ? couponUsed(gift.rule, scene) : []), ...effectOf(gift, scene)];
  });
  return [...own, ...caused];
}

function effectOf({ rule, effect, total, byLine }: Gift, scene: Scene): Effect[] {
  const { source } = rule;
  const parts: Parts = { total, byLine };
  const { partnerId } = scene.receipt;
  switch (effect.kind) {
    case "points":
    case "multiply":
      return [{ kind: "points", source, ...parts, funders: fundersOf(parts, effect.funding, partnerId) }];
    case "discount":
    case "cheapest":
      return [{ kind: "discount", source, ...parts, funders: fundersOf(parts, effect.funding, partnerId) }];
    case "gift": {
      const { gift, worthE6, funding } = effect;
      const cost: Parts = { total: total * worthE6, byLine: [] };
      return [{ kind: "gift", source, gift, worthE6, ...parts, funders: fundersOf(cost, funding, partnerId) }];
    }
    case "stamp":
      return stamps({ rule, effect, total, byLine }, scene);
    case "ticket":
      return [{ kind: "ticket", source, draw: effect.draw, ...parts }];
    case "tierPoints":
      return [{ kind: "tierPoints", source, ...parts }];
    case "coupon":
      return [{ kind: "coupon", source, pool: effect.pool, ...parts }];
    case "benefit":
      return [{ kind: "benefit", source, benefit: effect.benefit }];
    case "message":
      return [{ kind: "message", source, template: effect.template }];
    case "startJourney":
      return [{ kind: "startJourney", source, journey: effect.journey }];
  }
}

type StampGift = { rule: CompiledRule; effect: Extract<Gift["effect"], { kind: "stamp" }> } & Parts;

/** The card as it was decides how many cards are full now. */
function stamps({ rule: { source }, effect: { card, size, holds }, total, byLine }: StampGift, scene: Scene): Effect[] {
  const before = BigInt(String(scene.window(holds)));
  const cards = (before + total) / size;
  const given: Effect = { kind: "stamp", source, card, total, byLine };
  if (cards <= 0n) return [given];
  const off = cards * size;
  return [given, { kind: "fullCard", source, card, cards, total: off, byLine: spread(off, byLine) }];
}

/** The first coupon of the pool that was shown is the one that is used. */
function couponUsed({ coupon, source }: CompiledRule, { receipt }: Scene): Effect[] {
  const shown = receipt.coupons?.find(({ pool }) => pool === coupon);
  return coupon !== null && shown ? [{ kind: "couponUsed", source, pool: coupon, code: shown.code }] : [];
}
