import type { MoneyText } from "#portal/lib/format.ts";

const E6 = 1_000_000n;

/** Exact sum of amounts of one currency; null when there is nothing to add. */
export function addedMoney(amounts: readonly MoneyText[]): MoneyText | null {
  const [first] = amounts;
  if (!first) return null;
  const sum = amounts.reduce((total, { amount }) => total + millionths(amount), 0n);
  const size = sum < 0n ? -sum : sum;
  const fraction = String(size % E6)
    .padStart(6, "0")
    .replace(/0{1,4}$/, "");
  return { amount: `${sum < 0n ? "-" : ""}${size / E6}.${fraction}`, currencyCode: first.currencyCode };
}

function millionths(amount: string): bigint {
  const [whole = "0", fraction = ""] = amount.replace("-", "").split(".");
  const size = BigInt(whole) * E6 + BigInt(fraction.padEnd(6, "0"));
  return amount.startsWith("-") ? -size : size;
}
