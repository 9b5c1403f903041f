import { type Campaign, campaignDefinition } from "#api/engine/campaign.ts";
import { compile } from "#api/engine/campaign-set.ts";
import { type EarnTerms, type Evaluation, evaluate, type Question } from "#api/engine/evaluate.ts";
import type { MemberFacts } from "#api/engine/member-facts.ts";
import type { Activity, Place, Receipt, ReceiptLine } from "#api/engine/purchase.ts";
import type { WindowValue } from "#api/engine/windows.ts";
import { type MoneyE6, parseMoney } from "#api/kernel/money.ts";

/** Grocer's contract: 2 % back at 0.01 a point, in a currency of hundredths. */
export const terms: EarnTerms = {
  contractId: "ctr_grocer",
  contractVersion: 1,
  earnBps: 200,
  mayIssue: true,
  pointValueE6: 10_000n,
  minorUnitE6: 10_000n,
};
export const grocer: Place = { partnerCode: "grocer", locationCode: null, timeZone: "Europe/Minsk" };
/** A Monday morning in Minsk. */
export const monday = new Date("2026-03-02T07:00:00Z");

type Effects = readonly unknown[];
type Written = { id?: string; version?: number; partnerId?: string | null } & Record<string, unknown>;

/** A campaign with everything plain but what is said. */
export function campaign({ id = "cmp_1", version = 1, partnerId = null, ...written }: Written): Campaign {
  const plain = { name: { en: "Spring" }, startsAt: "2026-01-01T00:00:00Z" };
  return { ...campaignDefinition.parse({ ...plain, ...written }), id, version, partnerId };
}

/** One rule: it applies when all expressions hold. */
export function rule(conditions: readonly string[], effects: Effects, coupon: string | null = null) {
  const labelled = conditions.map((expression) => ({ label: { en: expression.slice(0, 40) }, expression }));
  return { label: { en: "Rule" }, coupon, conditions: labelled, effects };
}

export const percentPoints = (bps: number, where: string | null = null) => ({
  kind: "points",
  where,
  give: { by: "PERCENT", bps },
});
export const fixedPoints = (number: string) => ({ kind: "points", give: { by: "FIXED", number } });
export const percentOff = (bps: number, more: Record<string, unknown> = {}) => ({
  kind: "discount",
  take: { by: "PERCENT", bps },
  ...more,
});

export function e6(amount: string): MoneyE6 {
  const parsed = parseMoney(amount);
  if (parsed === null) throw new Error(`${amount} is no amount`);
  return parsed;
}

/** One line; what is not said is one piece of plain goods. */
export function line(seq: number, amount: string, more: Partial<ReceiptLine> = {}): ReceiptLine {
  const about = { sku: `sku-${seq}`, name: "Goods", category: "goods", brand: null, kind: "GOODS" as const };
  const price = { quantityMilli: 1_000n, unitPriceE6: e6(amount), amountE6: e6(amount), discountE6: 0n };
  return { seq, ...about, ...price, ...more };
}

export function receipt(lines: readonly ReceiptLine[], more: Partial<Receipt> = {}): Receipt {
  const totalE6 = lines.reduce((sum, { amountE6 }) => sum + amountE6, 0n);
  const frame = { partnerId: "ptn_grocer", locationId: null, occurredAt: monday, payments: [], pointsSpent: 0n };
  return { ...frame, lines, totalE6, ...more };
}

/** A receipt of one line. */
export const receiptOf = (amount: string, more: Partial<Receipt> = {}) => receipt([line(1, amount)], more);

type Asked = {
  campaigns?: readonly Campaign[];
  member?: Partial<MemberFacts>;
  windows?: Record<string, WindowValue>;
  room?: Record<string, bigint>;
  terms?: Partial<EarnTerms>;
  place?: Place;
  activity?: Activity | null;
};

export function questionAbout(asked: Receipt, more: Asked = {}): Question {
  const { campaigns = [], member = {}, windows = {}, room = {}, place = grocer, activity = null } = more;
  return {
    receipt: asked,
    activity,
    member: { memberId: "mem_ana", ...member, windows: new Map(Object.entries(windows)) },
    campaigns: compile(campaigns),
    room: new Map(Object.entries(room)),
    terms: { ...terms, ...more.terms },
    place,
    now: asked.occurredAt,
  };
}

export const ask = (asked: Receipt, more: Asked = {}): Evaluation => evaluate(questionAbout(asked, more));

/** The step of a rule, by its place. */
export function stepOf({ explanation }: Evaluation, nth = 1) {
  const step = explanation.steps[nth];
  if (!step) throw new Error(`there is no step ${nth}`);
  return step;
}
