import { millionths, moneyOf } from "#portal/lib/added-money.ts";

/** What is still open of an awaited amount, as a decimal. */
export const openAmount = (amount: string, received: string): string =>
  moneyOf(millionths(amount) - millionths(received), "").amount;
