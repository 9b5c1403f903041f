import { createHmac, timingSafeEqual } from "node:crypto";

/** How long one code is shown. */
export const CODE_SECONDS = 30;
const DIGITS = 8;

/** Clocks of tills and telephones differ a little, and people take a moment: one window to either side is heeded. */
const SKEW_WINDOWS = [0, -1, 1] as const;

/** Which stretch of half a minute an instant lies in. */
export const windowOf = (at: Date): number => Math.floor(at.getTime() / (CODE_SECONDS * 1000));

export const windowEnd = (window: number): Date => new Date((window + 1) * CODE_SECONDS * 1000);

/** The code of a card in a window, as RFC 4226 shortens an HMAC; it changes with the card and the server's secret. */
export function rotatingCode(cardId: string, window: number, serverSecret: string): string {
  const mac = createHmac("sha256", serverSecret).update(`rotating code ${cardId} ${window}`).digest();
  const offset = (mac[mac.length - 1] ?? 0) & 0xf;
  const bits = mac.readUInt32BE(offset) & 0x7fffffff;
  return String(bits % 10 ** DIGITS).padStart(DIGITS, "0");
}

/** The window whose code was said, around an instant; null when it is none of theirs. Takes as long either way. */
export function windowOfCode(said: string, cardId: string, at: Date, serverSecret: string): number | null {
  let found: number | null = null;
  for (const skew of SKEW_WINDOWS) {
    const window = windowOf(at) + skew;
    if (isSameText(said, rotatingCode(cardId, window, serverSecret))) found ??= window;
  }
  return found;
}

/** Compares in constant time for the length of what is expected. */
export function isSameText(said: string, expected: string): boolean {
  const one = Buffer.from(said.padEnd(expected.length).slice(0, expected.length));
  const other = Buffer.from(expected);
  return one.length === other.length && timingSafeEqual(one, other) && said.length === expected.length;
}
