import { randomInt } from "node:crypto";

/** Card numbers the hub gives begin like this and are this long. */
const ISSUER_DIGITS = "9977";
const CARD_LENGTH = 16;

/** Does the last digit agree with the others (ISO/IEC 7812)? Catches every single mistyped digit. */
export function isLuhn(digits: string): boolean {
  return /^\d{2,}$/.test(digits) && luhnDigit(digits.slice(0, -1)) === digits.slice(-1);
}

/** The digit that makes the others a Luhn number. */
export function luhnDigit(digits: string): string {
  const sum = [...digits].reverse().reduce((total, digit, place) => {
    const doubled = Number(digit) * (place % 2 === 0 ? 2 : 1);
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return String((10 - (sum % 10)) % 10);
}

/** A number nobody can guess from another: eleven digits of chance. */
export function newCardNumber(): string {
  const chance = String(randomInt(10 ** (CARD_LENGTH - 1 - ISSUER_DIGITS.length)));
  const digits = ISSUER_DIGITS + chance.padStart(CARD_LENGTH - 1 - ISSUER_DIGITS.length, "0");
  return digits + luhnDigit(digits);
}
