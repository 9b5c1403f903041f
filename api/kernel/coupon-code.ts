import { randomInt } from "node:crypto";

/** Nothing that is taken for something else: no 0 and O, no 1, I and L. Thirty-one signs, a prime, for the check sign. */
const SIGNS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
const CHANCE_SIGNS = 11;

/** A code nobody can guess from another, e.g. `7QK4-M2XD-9FTR`: eleven signs of chance (54 bits) and one that checks them. */
export function newCouponCode(): string {
  const chance = Array.from({ length: CHANCE_SIGNS }, () => SIGNS.charAt(randomInt(SIGNS.length))).join("");
  return chance + checkSign(chance);
}

/** As it is kept and compared: people type small letters, spaces and dashes. */
export function plainCode(code: string): string {
  return code.toUpperCase().replaceAll(/[\s-]/g, "");
}

/** As it is printed and shown: groups of four where the hub made it. */
export function printedCode(code: string): string {
  return isCheckedCode(code) ? (code.match(/.{4}/g) ?? [code]).join("-") : code;
}

/** Does its last sign agree with the others? No single wrong sign and no two neighbours exchanged get by. */
export function isCheckedCode(code: string): boolean {
  if (code.length !== CHANCE_SIGNS + 1 || [...code].some((sign) => !SIGNS.includes(sign))) return false;
  return checkSign(code.slice(0, -1)) === code.slice(-1);
}

function checkSign(chance: string): string {
  const sum = [...chance].reduce((total, sign, place) => total + (place + 2) * SIGNS.indexOf(sign), 0);
  return SIGNS.charAt(sum % SIGNS.length);
}
