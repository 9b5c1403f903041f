import { type Asked, closedBy, isLive, meets, receiptKeys } from "#api/engine/set/candidates.ts";
import type { CompiledRule } from "#api/engine/set/compiled.ts";
import type { Against } from "./decide.ts";

type Passing = {
  /** Rules that were decided on. */
  rules: readonly CompiledRule[];
  others: readonly CompiledRule[];
  asked: Asked;
  /** What the member is found by. */
  keys: ReadonlySet<string>;
};

/** Live rules in order, those decided on among them; says against each of the others what an index holds against it. */
export function withPassedOver(
  { rules, others, asked, keys }: Passing,
  against: Map<CompiledRule, Against>,
): CompiledRule[] {
  const decided = new Set(rules);
  const told = others.filter((rule) => isLive(rule, asked));
  const ofReceipt = receiptKeys(asked);
  for (const rule of told) {
    if (!decided.has(rule)) against.set(rule, reasonAgainst(rule, asked, { ofReceipt, keys }));
  }
  return told;
}

type Keys = { ofReceipt: ReadonlySet<string>; keys: ReadonlySet<string> };

function reasonAgainst(rule: CompiledRule, { local }: Asked, { ofReceipt, keys }: Keys): Against {
  const closed = closedBy(rule, local);
  if (closed !== null) return { because: "CONDITION", condition: closed, about: null, passedOver: true };
  const { receipt, member } = rule.access;
  const missing = meets(receipt, ofReceipt) ? member : receipt;
  if (!missing || meets(missing, keys))
    throw new Error(`rule ${rule.source.rule} of ${rule.source.campaignId} was passed over for nothing`);
  return {
    because: missing.because,
    condition: missing.condition,
    about: missing.because === "NO_COUPON" ? rule.coupon : null,
    passedOver: true,
  };
}
