import { z } from "zod";
import { type MoneyE6, parseMoney } from "#api/kernel/money.ts";

/** An amount above zero in the programme's currency, as people write it: "12.50". */
export const moneyText = z
  .string()
  .max(20)
  .refine((text) => moneyOf(text) > 0n, { message: "An amount is greater than zero and has at most six places." });

/** A whole number above zero: points, tickets, stamps, times. */
export const countText = z
  .string()
  .regex(/^[1-9]\d{0,14}$/, { message: "A whole number greater than zero, of at most 15 digits." });

/** How many times over, to two places: "2", "1.5". */
export const timesText = z
  .string()
  .regex(/^\d{1,3}(\.\d{1,2})?$/, { message: "A number such as 2 or 1.5." })
  .refine((text) => hundredthsOf(text) > 100n, { message: "More than 1: once over changes nothing." });

/** Basis points: 250 is 2.5 %. */
export const shareBps = z.int().min(1).max(10_000);

/** Zero for what is not an amount. */
export function moneyOf(text: string): MoneyE6 {
  return parseMoney(text) ?? 0n;
}

/** "1.5" -> 150n; zero for what is not a number. */
export function hundredthsOf(text: string): bigint {
  return moneyOf(text) / 10_000n;
}
