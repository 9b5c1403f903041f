import {
  type Currency,
  checkAddsUp,
  type GivenDiscount,
  type LineKind,
  type PaymentPart,
  type Receipt,
  type ReceiptLine,
  type ShownCoupon,
} from "#api/engine/purchase.ts";
import { InvalidReceipt } from "#api/engine/refusals.ts";
import type { MoneyE6 } from "#api/kernel/money.ts";
import type { Points } from "#api/kernel/points.ts";
import { WrongCurrency } from "./refusals.ts";

type Optional<Value> = Value | null | undefined;

/** A line as a till sends it: only what it costs is needed, the rest has a plain reading when absent. */
export type LineInput = {
  /** Counted from 1 when absent. */
  seq?: Optional<number>;
  sku?: Optional<string>;
  name?: Optional<string>;
  category?: Optional<string>;
  brand?: Optional<string>;
  /** Thousandths; one piece when absent. */
  quantityMilli?: Optional<bigint>;
  /** What quantity, discount and amount imply when absent. */
  unitPriceE6?: Optional<MoneyE6>;
  amountE6: MoneyE6;
  discountE6?: Optional<MoneyE6>;
  kind?: Optional<LineKind>;
  /** What of the discount the till took off for campaigns. */
  campaignDiscounts?: Optional<readonly { campaignId: string; amountE6: MoneyE6 }[]>;
};

/** What is bought and how it is paid. */
export type ReceiptInput = {
  totalE6: MoneyE6;
  /** The programme's currency when absent. */
  currency?: Optional<string>;
  /** One line of the whole total when absent. */
  lines?: Optional<readonly LineInput[]>;
  payments?: Optional<readonly PaymentPart[]>;
  /** Codes of coupons that are shown, as read or typed. */
  coupons?: Optional<readonly string[]>;
};

export type ReceiptFrame = {
  partnerId: string;
  locationId: string | null;
  occurredAt: Date;
  pointsSpent: Points;
  given: readonly GivenDiscount[] | null;
  /** Those that are good. */
  coupons: readonly ShownCoupon[];
};

/** What the till took off for campaigns, line by line; null: it does not say. */
export function statedDiscounts({ lines }: ReceiptInput): GivenDiscount[] | null {
  if (!lines?.some(({ campaignDiscounts }) => campaignDiscounts)) return null;
  return lines.flatMap((line, index) => {
    const seq = line.seq ?? index + 1;
    const given = (line.campaignDiscounts ?? []).map((one) => ({ seq, ...one }));
    checkGiven(given, discountOf(line), seq);
    return given;
  });
}

/** Where the till does not say what it took off in all, that is what it took off for campaigns. */
const discountOf = ({ discountE6, campaignDiscounts }: LineInput): MoneyE6 =>
  discountE6 ?? sumOf(campaignDiscounts ?? []);

const sumOf = (parts: readonly { amountE6: MoneyE6 }[]) => parts.reduce((sum, { amountE6 }) => sum + amountE6, 0n);

function checkGiven(given: readonly GivenDiscount[], discountE6: MoneyE6, seq: number): void {
  if (new Set(given.map(({ campaignId }) => campaignId)).size < given.length) {
    throw new InvalidReceipt("A line states what was taken off for a campaign once.", seq);
  }
  if (given.some(({ amountE6 }) => amountE6 < 0n)) throw new InvalidReceipt("A discount is not negative.", seq);
  if (sumOf(given) > discountE6) {
    throw new InvalidReceipt("A line's discount contains what was taken off for campaigns.", seq);
  }
}

/** The receipt as the engine reads it; refuses one that does not add up or is in foreign money. */
export function receiptOf(input: ReceiptInput, frame: ReceiptFrame, currency: Currency & { code: string }): Receipt {
  if (input.currency && input.currency !== currency.code) throw new WrongCurrency(input.currency, currency.code);
  const { totalE6 } = input;
  const lines = (input.lines ?? [{ amountE6: totalE6 }]).map(lineOf);
  const receipt: Receipt = { ...frame, lines, totalE6, payments: input.payments ?? [] };
  checkAddsUp(receipt, currency);
  return receipt;
}

function lineOf(line: LineInput, index: number): ReceiptLine {
  const quantityMilli = line.quantityMilli ?? 1_000n;
  const discountE6 = discountOf(line);
  return {
    seq: line.seq ?? index + 1,
    sku: line.sku ?? "",
    name: line.name ?? "",
    category: line.category ?? "",
    brand: line.brand ?? null,
    quantityMilli,
    unitPriceE6: line.unitPriceE6 ?? impliedPrice(line.amountE6 + discountE6, quantityMilli),
    amountE6: line.amountE6,
    discountE6,
    kind: line.kind ?? "GOODS",
  };
}

/** A quantity of zero is refused with its line's number when the receipt is added up. */
function impliedPrice(grossE6: MoneyE6, quantityMilli: bigint): MoneyE6 {
  return quantityMilli > 0n ? (grossE6 * 1_000n) / quantityMilli : 0n;
}
