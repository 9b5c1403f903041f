import { createHash, createHmac } from "node:crypto";

/** The name of the way winners are found; docs/draws.md says it in words, and scripts/verify-draw.ts does it again. */
export const DRAW_METHOD = "zgoda-draw-1";

/** Everything that winners follow from. */
export type DrawTerms = {
  code: string;
  /** 32 bytes, in hex. */
  seed: string;
  /** SHA-256 of the list of tickets, in hex. */
  listHash: string;
  /** What nobody could know before closing; empty where the rules name no source of it. */
  publicValue: string;
  /** How many of each prize, in the order of drawing. */
  quantities: readonly number[];
  /** A holder who has won takes no further part; else only the ticket does not. */
  onePrizePerHolder: boolean;
};

/** A prize (from 0), the ticket (from 1) that won it, and whose ticket that was (from 1). */
export type Winner = { place: number; prize: number; ticket: bigint; holder: number };

/** What the list of tickets begins with; a line `holder,tickets` for each holder follows. */
export const LIST_HEADER = "holder,tickets\n";

export const sha256Hex = (bytes: string | Uint8Array) => createHash("sha256").update(bytes).digest("hex");
export const seedHashOf = (seed: string) => sha256Hex(Buffer.from(seed, "hex"));

/**
 * Draws the prizes, one piece after the other, from the tickets that are still in. `tickets[n]` are those of holder n + 1;
 * tickets are numbered from 1 through the holders. Fewer winners than prizes: nobody was left.
 */
export function drawWinners(terms: DrawTerms, tickets: ArrayLike<bigint>): Winner[] {
  const numbers = numbersFrom(terms);
  const firsts = firstTickets(tickets);
  const out: Span[] = [];
  let left = (firsts.at(-1) ?? 1n) - 1n;
  const winners: Winner[] = [];
  for (const prize of terms.quantities.flatMap((quantity, at) => Array.from({ length: quantity }, () => at))) {
    if (left === 0n) break;
    const ticket = ticketAt(below(left, numbers), out);
    const holder = holderOf(ticket, firsts);
    const span = terms.onePrizePerHolder
      ? { first: firsts[holder - 1] ?? 0n, count: tickets[holder - 1] ?? 0n }
      : { first: ticket, count: 1n };
    takeOut(span, out);
    left -= span.count;
    winners.push({ place: winners.length + 1, prize, ticket, holder });
  }
  return winners;
}

/** Four numbers of 64 bits from each block of HMAC-SHA-256 under the seed. */
function* numbersFrom({ code, seed, listHash, publicValue }: DrawTerms): Generator<bigint, never> {
  const key = Buffer.from(seed, "hex");
  for (let block = 0; ; block++) {
    const said = [DRAW_METHOD, code, listHash, publicValue, block].join("\n");
    const bytes = createHmac("sha256", key).update(said).digest();
    for (let at = 0; at < bytes.length; at += 8) yield bytes.readBigUInt64BE(at);
  }
}

const RANGE = 1n << 64n;

/** From 0 up to `count`, each as likely as the others: numbers of the last, incomplete round are passed over. */
function below(count: bigint, numbers: Generator<bigint, never>): bigint {
  const limit = RANGE - (RANGE % count);
  for (;;) {
    const { value } = numbers.next();
    if (value < limit) return value % count;
  }
}

/** Where each holder's tickets begin, and after the last where the next holder's would. */
function firstTickets(tickets: ArrayLike<bigint>): BigUint64Array {
  const firsts = new BigUint64Array(tickets.length + 1);
  let next = 1n;
  for (let at = 0; at < tickets.length; at++) {
    firsts[at] = next;
    next += tickets[at] ?? 0n;
  }
  firsts[tickets.length] = next;
  return firsts;
}

/** Tickets that are out, by their number. */
type Span = { first: bigint; count: bigint };

/** The n-th, from 0, of the tickets that are still in. */
function ticketAt(nth: bigint, out: readonly Span[]): bigint {
  let ticket = nth + 1n;
  for (const { first, count } of out) {
    if (ticket < first) break;
    ticket += count;
  }
  return ticket;
}

function takeOut(span: Span, out: Span[]): void {
  const at = out.findIndex(({ first }) => first > span.first);
  out.splice(at < 0 ? out.length : at, 0, span);
}

function holderOf(ticket: bigint, firsts: BigUint64Array): number {
  let [low, high] = [0, firsts.length - 2];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((firsts[middle] ?? 0n) <= ticket) low = middle;
    else high = middle - 1;
  }
  return low + 1;
}
