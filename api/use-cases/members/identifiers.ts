import { isLuhn } from "#api/kernel/luhn.ts";
import type { IdentifierKind } from "#api/sql/rows.ts";
import { IdentifierMalformed } from "#api/use-cases/members/refusals.ts";

/** What was said at the till or typed in a form: exactly one of these finds a member. */
export type IdentifierInput = { kind: IdentifierKind; value: string };

/** An identifier as it is stored: one spelling per meaning. */
export type Normal = { kind: IdentifierKind; scope: string; value: string };

const expected: Record<IdentifierKind, string> = {
  CARD: "a card number of 12 to 19 digits whose check digit agrees",
  PHONE: "a phone number with its country code, 8 to 15 digits",
  EMAIL: "an e-mail address",
  PARTNER_NUMBER: "a number of 1 to 64 characters without spaces",
};

/** The stored form, or a refusal that says what would be one. `partnerId` is whose own number it is. */
export function normalIdentifier({ kind, value }: IdentifierInput, partnerId: string | null): Normal {
  const normal = spelling[kind](value);
  const scope = kind === "PARTNER_NUMBER" ? partnerId : "";
  if (normal === null || scope === null) throw new IdentifierMalformed(value, expected[kind]);
  return { kind, scope, value: normal };
}

/** The same for looking up: what has no stored form finds nobody. */
export function soughtIdentifier({ kind, value }: IdentifierInput, partnerId: string | null): Normal | null {
  const normal = spelling[kind](value);
  const scope = kind === "PARTNER_NUMBER" ? partnerId : "";
  return normal === null || scope === null ? null : { kind, scope, value: normal };
}

const spelling: Record<IdentifierKind, (value: string) => string | null> = {
  CARD(value) {
    const digits = value.replace(/[\s-]/g, "");
    return /^\d{12,19}$/.test(digits) && isLuhn(digits) ? digits : null;
  },
  PHONE(value) {
    const digits = value.replace(/[\s().-]/g, "").replace(/^(\+|00)/, "");
    return /^[1-9]\d{7,14}$/.test(digits) ? `+${digits}` : null;
  },
  EMAIL(value) {
    const address = value.trim().toLowerCase();
    return /^[^\s@]{1,64}@[^\s@.]+(\.[^\s@.]+)+$/.test(address) && address.length <= 254 ? address : null;
  },
  PARTNER_NUMBER(value) {
    const number = value.trim();
    return /^[\x21-\x7e]{1,64}$/.test(number) ? number : null;
  },
};

/** Enough of an identifier to recognise it, too little to use it. */
export function maskedIdentifier({ kind, value }: { kind: IdentifierKind; value: string }): string {
  if (kind !== "EMAIL") return `•••• ${value.slice(-4)}`;
  const [name = "", domain = ""] = value.split("@");
  return `${name.slice(0, 1)}•••@${domain}`;
}
