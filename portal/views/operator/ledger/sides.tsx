import type { MoneyText } from "#portal/lib/format.ts";
import { Money, Points } from "#portal/ui/amount.tsx";

export type Balance = { points: number | null; money: MoneyText | null };

/** Above zero it is debit, below credit. */
export const sideOf = ({ points, money }: Balance): "debit" | "credit" | null => {
  const amount = points ?? Number(money?.amount ?? 0);
  return amount > 0 ? "debit" : amount < 0 ? "credit" : null;
};

/** The size of a balance, whichever side it is on. */
export function Size({ balance: { points, money } }: { balance: Balance }) {
  return money ? <Money value={money} sign="never" /> : <Points value={points ?? 0} sign="never" />;
}

/** A balance in its own one of two columns. */
export const sides = (balance: Balance) => {
  const side = sideOf(balance);
  return {
    debit: side === "debit" ? <Size balance={balance} /> : null,
    credit: side === "credit" ? <Size balance={balance} /> : null,
  };
};
