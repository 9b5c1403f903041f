import { moneyE6 } from "#api/graph/money.ts";
import { badInput } from "#api/graph/top-level.ts";
import { formatMoney } from "#api/kernel/money.ts";

/** "1.5" -> 1_500n: quantities have three places. */
export function milliOf(decimal: string): bigint {
  const millionths = moneyE6(decimal);
  if (millionths % 1_000n !== 0n) throw badInput(`A quantity has at most three places, not ${decimal}.`);
  return millionths / 1_000n;
}

/** 1_500n -> "1.5" */
export function formatMilli(milli: bigint): string {
  return formatMoney(milli * 1_000n, 0);
}
