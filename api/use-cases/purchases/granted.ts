import type { Effect } from "#api/engine/effects.ts";
import type { Difference, Evaluation } from "#api/engine/evaluate.ts";
import type { Count } from "#api/engine/limits.ts";
import type { MoneyE6 } from "#api/kernel/money.ts";
import { type CouponsShown, type PresentedCoupon, usedOf } from "#api/use-cases/coupons/at-till.ts";

/** What a receipt caused: all that it gave, by line and by who pays, and what that took of limits. Stored with it. */
export type Granted = {
  effects: readonly Effect[];
  counts: readonly Count[];
  differences: readonly Difference[];
  /** Codes that were shown, and what became of them. */
  coupons: readonly PresentedCoupon[];
};

/** What is taken off a line for a campaign. */
export type LineDiscount = { seq: number; campaignId: string; amountE6: MoneyE6 };

/** The discounts line by line and campaign by campaign, as a till states what it took off. */
export function lineDiscounts(effects: readonly Effect[], lines: readonly { seq: number }[]): LineDiscount[] {
  return lines.flatMap(({ seq }, index) => {
    const off = new Map<string, MoneyE6>();
    for (const effect of effects) {
      const part = effect.kind === "discount" ? (effect.byLine[index] ?? 0n) : 0n;
      if (effect.kind !== "discount" || part === 0n) continue;
      const { campaignId } = effect.source;
      off.set(campaignId, (off.get(campaignId) ?? 0n) + part);
    }
    return [...off].map(([campaignId, amountE6]) => ({ seq, campaignId, amountE6 }));
  });
}

export function grantedBy({ effects, counts, differences }: Evaluation, shown: CouponsShown): Granted {
  return { effects, counts, differences, coupons: usedOf(shown, effects) };
}

/** Of a receipt that was stored without any, nothing. Whole numbers lie in the database as text. */
export function grantedOf(stored: unknown): Granted {
  return { effects: [], counts: [], differences: [], coupons: [], ...(revived(stored) as Partial<Granted>) };
}

const wholeNumbers = new Set(["total", "worthE6", "cards", "by", "most", "givenE6", "grantedE6"]);

function revived(stored: unknown, name = ""): unknown {
  if (Array.isArray(stored)) {
    return stored.map((one: unknown) => (name === "byLine" ? BigInt(String(one)) : revived(one)));
  }
  if (stored !== null && typeof stored === "object") {
    return Object.fromEntries(Object.entries(stored).map(([key, value]) => [key, revived(value, key)]));
  }
  return wholeNumbers.has(name) && typeof stored === "string" ? BigInt(stored) : stored;
}
