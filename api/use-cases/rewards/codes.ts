import { randomBytes } from "node:crypto";

/** Letters and digits that nobody mistakes for another. */
const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const CODE_LENGTH = 8;

/** A code that nobody guesses. */
export const newCode = () =>
  Array.from(randomBytes(CODE_LENGTH), (byte) => ALPHABET.charAt(byte % ALPHABET.length)).join("");

/** A code as people type it. */
export const codeOf = (said: string) =>
  said
    .toUpperCase()
    .replaceAll(/[^0-9A-Z]/g, "")
    .replaceAll("O", "0")
    .replaceAll(/[IL]/g, "1");
