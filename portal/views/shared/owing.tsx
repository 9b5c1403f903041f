import type { MoneyText } from "#portal/lib/format.ts";
import { getTexts } from "#portal/lib/texts.ts";

type OwingProps = { amount: MoneyText; you: { owe: string; owed: string; none: string } };

/** A position in words and a number without a sign: nobody has to remember what minus means. */
export async function Owing({ amount, you }: OwingProps) {
  const texts = await getTexts();
  const value = Number(amount.amount);
  return (
    <span className="mt-2 block" data-net={amount.amount}>
      <span className={`block font-medium ${value > 0 ? "text-ink-soft" : value < 0 ? "text-good" : "text-ink-faint"}`}>
        {value > 0 ? you.owe : value < 0 ? you.owed : you.none}
      </span>
      <span className="figures mt-0.5 block font-semibold text-4xl tracking-[-0.035em] sm:text-5xl">
        {texts.money(amount, "never")}
      </span>
    </span>
  );
}
