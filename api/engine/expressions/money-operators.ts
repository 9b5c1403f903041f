import type { Environment } from "@marcbachmann/cel-js";
import { MoneyValue, moneyOfNumber } from "./money-value.ts";

type Amount = MoneyValue | bigint | number;
const e6Of = (amount: Amount) => (amount instanceof MoneyValue ? amount.e6 : moneyOfNumber(amount));

const comparisons: Readonly<Record<string, (left: Amount, right: Amount) => boolean>> = {
  "<": (left, right) => e6Of(left) < e6Of(right),
  "<=": (left, right) => e6Of(left) <= e6Of(right),
  ">": (left, right) => e6Of(left) > e6Of(right),
  ">=": (left, right) => e6Of(left) >= e6Of(right),
  "==": (left, right) => e6Of(left) === e6Of(right),
};

/** Money compares with money and plain numbers, adds up, and is multiplied and divided (down) by whole numbers. */
export function registerMoney(language: Environment): void {
  for (const [sign, holds] of Object.entries(comparisons)) {
    language.registerOperator(`Money ${sign} Money`, holds);
    for (const number of ["int", "double"]) {
      language.registerOperator(`Money ${sign} ${number}`, holds);
      // Equality is registered for both sides at once.
      if (sign !== "==") language.registerOperator(`${number} ${sign} Money`, holds);
    }
  }
  language
    .registerOperator("Money + Money", (left: MoneyValue, right: MoneyValue) => new MoneyValue(left.e6 + right.e6))
    .registerOperator("Money - Money", (left: MoneyValue, right: MoneyValue) => new MoneyValue(left.e6 - right.e6))
    .registerOperator("Money * int", (money: MoneyValue, times: bigint) => new MoneyValue(money.e6 * times))
    .registerOperator("Money / int", (money: MoneyValue, parts: bigint) => new MoneyValue(money.e6 / parts))
    .registerFunction("list<int>.sum(): int", (list: readonly bigint[]) => list.reduce((sum, one) => sum + one, 0n))
    .registerFunction(
      "list<Money>.sum(): Money",
      (list: readonly MoneyValue[]) => new MoneyValue(list.reduce((sum, { e6 }) => sum + e6, 0n)),
    );
}
