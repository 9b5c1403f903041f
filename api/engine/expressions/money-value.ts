import type { MoneyE6 } from "#api/kernel/money.ts";

/** Money inside an expression: exact, and never mistaken for a plain number. */
export class MoneyValue {
  readonly e6: MoneyE6;
  constructor(e6: MoneyE6) {
    this.e6 = e6;
  }
}

/** A plain number is an amount in the currency; to six places, as money is written. */
export function moneyOfNumber(value: bigint | number): MoneyE6 {
  return typeof value === "bigint" ? value * 1_000_000n : BigInt(Math.round(value * 1e6));
}
