import type { MoneyText } from "#portal/lib/format.ts";

const E6 = 1_000_000n;

/** Exact sum of amounts of one currency; null when there is nothing to add. */
export function addedMoney(amounts: readonly MoneyText[]): MoneyText | null {
  const [first] = amounts;
  if (!first) return null;
  return moneyOf(
    amounts.reduce((total, { amount }) => total + millionths(amount), 0n),
    first.currencyCode,
  );
}

/** Millionths as the contract writes money: at least two digits after the point. */
export function moneyOf(e6: bigint, currencyCode: string): MoneyText {
  const size = e6 < 0n ? -e6 : e6;
  const fraction = String(size % E6)
    .padStart(6, "0")
    .replace(/0{1,4}$/, "");
  return { amount: `${e6 < 0n ? "-" : ""}${size / E6}.${fraction}`, currencyCode };
}

/** "-3.4" -> -3400000n */
export function millionths(amount: string): bigint {
  const [whole = "0", fraction = ""] = amount.replace("-", "").split(".");
  const size = BigInt(whole || "0") * E6 + BigInt(fraction.padEnd(6, "0"));
  return amount.startsWith("-") ? -size : size;
}
