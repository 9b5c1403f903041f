import {
  billedTo,
  childOf,
  hasLapsed,
  move,
  type PaperBook,
  type PaperBurn,
  type PaperLot,
  paidFor,
  payerOf,
  rateOf,
  repay,
  terms,
} from "#api/test/books/paper.ts";

export function lotOf(book: PaperBook, no: number): PaperLot {
  const lot = book.lots[no];
  if (!lot) throw new Error(`no lot ${no}`);
  return lot;
}

export const holderOf = (book: PaperBook, burn: PaperBurn) => lotOf(book, burn.slices[0]?.lot ?? -1).holder;

export function arrive(book: PaperBook, lot: PaperLot, now: number): string {
  makeAvailable(book, lot, lot.original, now);
  repay(book, lot.holder, now);
  return "done";
}

export function makeAvailable(book: PaperBook, lot: PaperLot, points: number, now: number): void {
  lot.available += points;
  lot.availableAt = now;
  unbill(book, lot, -points);
}

/** The issuer of a funded lot gets back what it paid for points; or pays, for points below zero. */
export function unbill(book: PaperBook, lot: PaperLot, points: number): void {
  if (!terms[lot.issuer].funded) return;
  move(book, `FUND:${lot.issuer}`, points * rateOf(lot));
  move(book, billedTo(lot), -points * rateOf(lot));
}

/** Points spent at the redeemer: the payer is charged, the redeemer paid, the rest is margin. Below zero: undone. */
export function charge(book: PaperBook, burn: PaperBurn, lot: PaperLot, points: number): void {
  move(book, payerOf(lot), points * rateOf(lot));
  move(book, `POSITION:${burn.redeemer}`, -points * paidFor(burn, lot));
  move(book, "MARGIN", -points * (rateOf(lot) - paidFor(burn, lot)));
}

export function notReturnable(burn: PaperBurn | undefined, points: number): string {
  if (!burn) return "RESERVATION_NOT_FOUND";
  if (burn.state !== "CAPTURED") return "RESERVATION_NOT_OPEN";
  const open = burn.slices.reduce((total, slice) => total + slice.points - slice.restored, 0);
  return points > open ? "EXCEEDS_REDEMPTION" : "";
}

/** Points come back to their lots, last slice first; those of a lapsed lot live on in a child, where grace is given. */
export function restore(
  book: PaperBook,
  burn: PaperBurn,
  points: number,
  { grace, now }: { grace: number | null; now: number },
): { lot: PaperLot; points: number }[] {
  let left = points;
  return burn.slices.toReversed().flatMap((slice) => {
    const count = Math.min(left, slice.points - slice.restored);
    if (count === 0) return [];
    left -= count;
    slice.restored += count;
    const lot = lotOf(book, slice.lot);
    const lives = !hasLapsed(lot, now) || grace === null;
    const into = lives ? lot : childOf(book, lot, count, { expiresAt: now + grace, availableAt: now });
    into.available += count;
    return [{ lot, points: count }];
  });
}

export function takeBack(book: PaperBook, lot: PaperLot, claim: number): void {
  const pending = Math.min(claim, lot.pending);
  const available = Math.min(claim - pending, lot.available);
  const spent = claim - pending - available;
  lot.pending -= pending;
  lot.available -= available;
  lot.clawedBack += claim;
  unbill(book, lot, available);
  if (spent > 0) book.debts.push({ holder: lot.holder, lot: book.lots.indexOf(lot), points: spent, recovered: 0 });
}
