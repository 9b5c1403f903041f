import { builder } from "#api/graph/builder.ts";
import { badInput } from "#api/graph/top-level.ts";
import { formatMoney, type MoneyE6, parseMoney } from "#api/kernel/money.ts";

/** Its shape is the amount in millionths: a field of type Money resolves to a row's `…E6`. */
export const Money = builder.objectRef<MoneyE6>("Money").implement({
  description: "An amount of real money in the programme's currency. Never a float.",
  fields: (t) => ({
    amount: t.field({
      type: "Decimal",
      description: "Exact, with every digit that is there. What a minus means, the field that gives it says.",
      resolve: (amountE6, _args, { currency }) => formatMoney(amountE6, currency.minorDigits),
    }),
    currencyCode: t.field({
      type: "CurrencyCode",
      description: "The programme's currency.",
      resolve: (_amountE6, _args, { currency }) => currency.code,
    }),
  }),
});

/** A money input in millionths. The scalar has checked its shape. */
export function moneyE6(decimal: string): MoneyE6 {
  const amount = parseMoney(decimal);
  if (amount === null) throw badInput(`${decimal} is no amount of money.`);
  return amount;
}

/** The same for an amount that may be left out. */
export function optionalMoneyE6(decimal: string | null | undefined): MoneyE6 | null {
  return decimal === null || decimal === undefined ? null : moneyE6(decimal);
}
