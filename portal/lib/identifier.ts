export type SoughtIdentifier = { kind: "CARD" | "PHONE" | "EMAIL"; value: string };

const CARD_DIGITS_MIN = 12;

/** What a person typed to find a member: a card, a telephone or an address; null where it is a name. */
export function identifierIn(text: string): SoughtIdentifier | null {
  if (/^\S+@\S+$/.test(text)) return { kind: "EMAIL", value: text };
  const digits = text.replace(/[\s()-]/g, "");
  if (/^\+\d{7,15}$/.test(digits)) return { kind: "PHONE", value: digits };
  if (/^\d+$/.test(digits) && digits.length >= CARD_DIGITS_MIN) return { kind: "CARD", value: digits };
  return null;
}
