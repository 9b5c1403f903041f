/** Millionths of the programme's currency. The only rounding of the books is at netting (`toMinor`). */
export type MoneyE6 = bigint & { readonly unit?: "e6" };

const E6 = 1_000_000n;
const decimal = /^(-?)(\d{1,15})(?:\.(\d{1,6}))?$/;

/** "12.5" -> 12_500_000n; null when the text is not a plain decimal with at most six places. */
export function parseMoney(text: string): MoneyE6 | null {
  const parts = decimal.exec(text);
  if (!parts) return null;
  const [, sign, whole = "0", fraction = ""] = parts;
  const amount = BigInt(whole) * E6 + BigInt(fraction.padEnd(6, "0"));
  return sign ? -amount : amount;
}

/** 152_007_500n -> "152.0075": every digit that is there, at least `digits` places. */
export function formatMoney(amount: MoneyE6, digits = 2): string {
  const magnitude = amount < 0n ? -amount : amount;
  const fraction = String(magnitude % E6).padStart(6, "0");
  let places = fraction.length;
  while (places > digits && fraction[places - 1] === "0") places -= 1;
  return `${amount < 0n ? "-" : ""}${magnitude / E6}${places > 0 ? `.${fraction.slice(0, places)}` : ""}`;
}

/** Rounds toward zero to whole minor units; `carried` is what is left, same sign as the amount or zero. */
export function toMinor(amount: MoneyE6, minorDigits: number): { minor: bigint; carried: MoneyE6 } {
  const unit = minorUnitE6(minorDigits);
  const minor = amount / unit;
  return { minor, carried: amount - minor * unit };
}

/** One minor unit in millionths: 10_000n for cents. */
export function minorUnitE6(minorDigits: number): MoneyE6 {
  return 10n ** BigInt(6 - minorDigits);
}
