import { type Campaign, campaignDefinition } from "#api/engine/campaign.ts";
import type { MemberFacts } from "#api/engine/member-facts.ts";
import type { Receipt, ReceiptLine } from "#api/engine/purchase.ts";

/** A live programme: of every ten campaigns one of each common shape, each about articles, places or people of its own. */
export function liveCampaigns(count: number): Campaign[] {
  return Array.from({ length: count }, (_none, n) => campaignOf(n, shapes[n % shapes.length] ?? fallback));
}

/** What a rule asks and gives, said twice: as an expression, and as facts that another engine compares. */
export type Shape = (nth: number) => {
  conditions: string[];
  asks: Ask[];
  effect: Record<string, unknown>;
  coupon?: string;
};
export type Ask = { fact: string; operator: string; value: unknown };

const points = { kind: "points", give: { by: "FIXED", number: "10" } };
const double = (where: string) => ({ kind: "multiply", where, times: "2" });
const percentOff = (where: string) => ({ kind: "discount", on: "LINES", where, take: { by: "PERCENT", bps: 500 } });

export const shapes: readonly Shape[] = [
  (n) => ({
    conditions: [`receipt.lines.exists(l, l.category == "category-${n}")`],
    asks: [{ fact: "categories", operator: "contains", value: `category-${n}` }],
    effect: double(`line.category == "category-${n}"`),
  }),
  (n) => ({
    conditions: [],
    asks: [{ fact: "brands", operator: "contains", value: `brand-${n}` }],
    effect: percentOff(`line.brand == "brand-${n}"`),
  }),
  (n) => ({
    conditions: ["receipt.weekday <= 5", `receipt.hour >= ${n % 24} && receipt.hour < ${(n % 24) + 3}`],
    asks: [
      { fact: "weekday", operator: "lessThanInclusive", value: 5 },
      { fact: "hour", operator: "greaterThanInclusive", value: n % 24 },
      { fact: "hour", operator: "lessThan", value: (n % 24) + 3 },
    ],
    effect: { kind: "multiply", times: "2" },
  }),
  (n) => ({
    conditions: [`member.tier == "tier-${n % 10}"`, `receipt.total >= ${20 + n}`],
    asks: [
      { fact: "tier", operator: "equal", value: `tier-${n % 10}` },
      { fact: "total", operator: "greaterThanInclusive", value: 20 + n },
    ],
    effect: points,
  }),
  (n) => ({
    conditions: [`spend(30) >= ${310 + 10 * n}`],
    asks: [{ fact: "spend", operator: "greaterThanInclusive", value: 310 + 10 * n }],
    effect: points,
  }),
  (n) => ({
    conditions: [`"segment-${n}" in member.segments`],
    asks: [{ fact: "segments", operator: "contains", value: `segment-${n}` }],
    effect: { kind: "message", template: "offer" },
  }),
  (n) => ({
    conditions: [`receipt.lines.exists(l, l.sku in ["sku-${n}-a", "sku-${n}-b"] && l.amount >= 2)`],
    asks: [{ fact: "skus", operator: "contains", value: `sku-${n}-a` }],
    effect: points,
  }),
  (n) => ({
    conditions: [],
    asks: [{ fact: "coupons", operator: "contains", value: `pool-${n}` }],
    effect: percentOff('line.kind == "GOODS"'),
    coupon: `pool-${n}`,
  }),
  (n) => ({
    conditions: [`receipt.location == "outlet-${n}"`],
    asks: [{ fact: "location", operator: "equal", value: `outlet-${n}` }],
    effect: { kind: "ticket", draw: "spring", give: { by: "PER_AMOUNT", number: "1", per: "20" } },
  }),
  (n) => ({
    conditions: [`receipt.total >= ${70 + 5 * n}`],
    asks: [{ fact: "total", operator: "greaterThanInclusive", value: 70 + 5 * n }],
    effect: { kind: "gift", gift: "mug" },
  }),
];
const fallback: Shape = () => ({ conditions: [], asks: [], effect: points });

export const shapeOf = (n: number) => (shapes[n % shapes.length] ?? fallback)(Math.floor(n / shapes.length));

function campaignOf(n: number, shape: Shape): Campaign {
  const { conditions, effect, coupon = null } = shape(Math.floor(n / shapes.length));
  const label = { en: "Bench" };
  const rule = {
    label,
    coupon,
    conditions: conditions.map((expression) => ({ label, expression })),
    effects: [effect],
  };
  const written = { name: label, startsAt: "2026-01-01T00:00:00Z", rules: [rule] };
  return { ...campaignDefinition.parse(written), id: `cmp_${String(n).padStart(5, "0")}`, version: 1, partnerId: null };
}

/** Ten lines bought on a Tuesday at six by somebody of a tier and a segment. */
export const receipt: Receipt = {
  partnerId: "ptn_grocer",
  locationId: null,
  occurredAt: new Date("2026-03-03T18:05:00Z"),
  lines: Array.from({ length: 10 }, (_none, index) => lineOf(index)),
  totalE6: 10n * 7_500_000n,
  payments: [],
  pointsSpent: 0n,
  given: null,
};

function lineOf(index: number): ReceiptLine {
  const about = {
    sku: `sku-${7 + 1_000 * index}-a`,
    name: "Goods",
    category: `category-${index % 2}`,
    brand: `brand-${index < 3 ? 2 : 5_000 + index}`,
  };
  const price = { quantityMilli: 1_000n, unitPriceE6: 7_500_000n, amountE6: 7_500_000n, discountE6: 0n };
  return { seq: index + 1, ...about, kind: "GOODS", ...price };
}

export const member: MemberFacts = {
  memberId: "mem_ana",
  tier: "tier-1",
  segments: ["segment-7"],
  windows: new Map([["spend(30)", 320_000_000n]]),
};
