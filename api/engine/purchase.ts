import type { MoneyE6 } from "#api/kernel/money.ts";
import type { Points } from "#api/kernel/points.ts";
import { InvalidReceipt, ReceiptDoesNotAddUp } from "./refusals.ts";

/** More lines than any till prints; a longer receipt is a mistake. */
export const RECEIPT_LINES_MAX = 2_000;

/** More than any till takes for one receipt; beyond it a figure is a mistake and would not fit the books. */
export const RECEIPT_TOTAL_MAX_E6: MoneyE6 = 1_000_000_000n * 1_000_000n;

export const lineKinds = ["GOODS", "SERVICE", "FEE"] as const;
export type LineKind = (typeof lineKinds)[number];

/** One line of a receipt as the till saw it. */
export type ReceiptLine = {
  /** Its number on the receipt; returns name it. */
  seq: number;
  sku: string;
  name: string;
  category: string;
  brand: string | null;
  /** Thousandths: 1.5 kg is 1500. */
  quantityMilli: bigint;
  unitPriceE6: MoneyE6;
  /** What the line costs after its discount. */
  amountE6: MoneyE6;
  /** What was taken off: quantity × price − amount. */
  discountE6: MoneyE6;
  kind: LineKind;
};

/** How a part of the receipt was paid that was not paid with points. */
export type PaymentPart = { means: PaymentMeans; amountE6: MoneyE6 };
export const paymentMeans = ["CASH", "CARD", "TRANSFER", "VOUCHER", "OTHER"] as const;
export type PaymentMeans = (typeof paymentMeans)[number];

/** A coupon shown at the till, found to be good. */
export type ShownCoupon = { pool: string; code: string };

/** What the till took off a line for a campaign; the line's amount and discount contain it already. */
export type GivenDiscount = { seq: number; campaignId: string; amountE6: MoneyE6 };

/** What is evaluated: the whole receipt and how it is paid. */
export type Receipt = {
  partnerId: string;
  locationId: string | null;
  occurredAt: Date;
  lines: readonly ReceiptLine[];
  totalE6: MoneyE6;
  payments: readonly PaymentPart[];
  pointsSpent: Points;
  coupons?: readonly ShownCoupon[];
  /**
   * What the till took off for campaigns. Null or absent: it asks, and will take off whatever is granted; a list, even an
   * empty one: it states what it did, and no more than that is granted.
   */
  given?: readonly GivenDiscount[] | null;
};

/** Where and in which zone rules read a receipt. */
export type Place = { partnerCode: string; locationCode: string | null; timeZone: string };

/** Something other than a purchase that rules may reward: what it is, and the money in it. */
export type Activity = { kind: string; amountE6: MoneyE6 };

/** What one point pays for, and the smallest coin: all a receipt needs to be added up. */
export type Currency = { pointValueE6: MoneyE6; minorUnitE6: MoneyE6 };

/** The part of the receipt that was paid in money. */
export function moneyPart(receipt: Receipt, { pointValueE6 }: Currency): MoneyE6 {
  return receipt.totalE6 - receipt.pointsSpent * pointValueE6;
}

/** Whole pieces of a line; what is weighed or measured counts as one. */
export function piecesOf({ quantityMilli }: Pick<ReceiptLine, "quantityMilli">): bigint {
  return quantityMilli % 1_000n === 0n ? quantityMilli / 1_000n : 1n;
}

/** Refuses a receipt whose lines, total and payments do not agree with each other. */
export function checkAddsUp(receipt: Receipt, currency: Currency): void {
  checkShape(receipt);
  for (const line of receipt.lines) checkLine(line, currency);
  const lines = sum(receipt.lines);
  if (lines !== receipt.totalE6) {
    throw new ReceiptDoesNotAddUp("The lines do not sum to the total", null, lines, receipt.totalE6);
  }
  checkPayments(receipt, currency);
}

function checkShape({ lines, totalE6, pointsSpent }: Receipt): void {
  if (lines.length === 0) throw new InvalidReceipt("A receipt has at least one line.");
  if (lines.length > RECEIPT_LINES_MAX) {
    throw new InvalidReceipt(`A receipt has at most ${RECEIPT_LINES_MAX} lines, not ${lines.length}.`);
  }
  const seen = new Set<number>();
  for (const { seq } of lines) {
    if (seen.has(seq)) throw new InvalidReceipt(`Two lines have the number ${seq}.`, seq);
    seen.add(seq);
  }
  if (totalE6 > RECEIPT_TOTAL_MAX_E6) throw new InvalidReceipt("A receipt comes to 1,000,000,000 at most.");
  if (totalE6 < 0n) throw new InvalidReceipt("A receipt's total is not negative; goods that come back are a return.");
  if (pointsSpent < 0n) throw new InvalidReceipt("The points spent are not negative.");
}

/**
 * Tills round each line to the smallest coin in their own way, so a line may be off by less than one coin; and a unit
 * price is exact to a millionth only, which a very large quantity multiplies.
 */
function checkLine(line: ReceiptLine, { minorUnitE6 }: Currency): void {
  if (line.quantityMilli <= 0n) throw new InvalidReceipt("A line's quantity is greater than zero.", line.seq);
  if (line.unitPriceE6 < 0n || line.amountE6 < 0n || line.discountE6 < 0n) {
    throw new InvalidReceipt("A line's price, discount and amount are not negative.", line.seq);
  }
  const expected = (line.unitPriceE6 * line.quantityMilli) / 1000n - line.discountE6;
  const off = expected - line.amountE6;
  const slack = minorUnitE6 > line.quantityMilli / 1000n ? minorUnitE6 : line.quantityMilli / 1000n + 1n;
  if (off >= slack || off <= -slack) {
    throw new ReceiptDoesNotAddUp(`Line ${line.seq} does not add up`, line.seq, expected, line.amountE6);
  }
}

function checkPayments(receipt: Receipt, currency: Currency): void {
  const money = moneyPart(receipt, currency);
  if (money < 0n) {
    const worth = receipt.pointsSpent * currency.pointValueE6;
    throw new ReceiptDoesNotAddUp("The points are worth more than the receipt", null, receipt.totalE6, worth);
  }
  if (receipt.payments.length === 0) return;
  if (receipt.payments.some((part) => part.amountE6 < 0n)) {
    throw new InvalidReceipt("A payment is not negative; state what was kept after giving change.");
  }
  const paid = sum(receipt.payments);
  if (paid !== money)
    throw new ReceiptDoesNotAddUp("The payments do not sum to the part paid in money", null, money, paid);
}

function sum(parts: readonly { amountE6: MoneyE6 }[]): MoneyE6 {
  return parts.reduce((total, part) => total + part.amountE6, 0n);
}
