import {
  childOf,
  funderOf,
  hasLapsed,
  move,
  type PaperBook,
  type PaperBurn,
  type PaperDiscount,
  type PaperLot,
  paidFor,
  pay,
  repay,
  STOP_POINTS,
} from "#api/test/books/paper.ts";

export function lotOf(book: PaperBook, no: number): PaperLot {
  const lot = book.lots[no];
  if (!lot) throw new Error(`no lot ${no}`);
  return lot;
}

export const holderOf = (book: PaperBook, burn: PaperBurn) => lotOf(book, burn.slices[0]?.lot ?? -1).holder;

export function arrive(book: PaperBook, lots: PaperLot[], now: number): string {
  for (const lot of lots) makeAvailable(book, lot, lot.original, now);
  const [first] = lots;
  if (first) repay(book, first.holder, now);
  return "done";
}

export function makeAvailable(book: PaperBook, lot: PaperLot, points: number, now: number): void {
  lot.available += points;
  lot.availableAt = now;
  unfund(book, lot, -points);
}

/** What was paid into the fund for points goes back where it came from; or comes in, for points below zero. */
export function unfund(book: PaperBook, lot: PaperLot, points: number): void {
  move(book, `FUND:${lot.issuer}`, points * lot.funded);
  move(book, funderOf(lot), -points * lot.funded);
}

/** Points come back to a lot: spendable again, unless it is blocked. */
export function rest(lot: PaperLot, points: number): void {
  if (lot.blocked) lot.pending += points;
  else lot.available += points;
}

/** Points out of E's packs, oldest first, by pack; null when too few would stay. */
export function drawn(book: PaperBook, points: number): { pack: number; points: number }[] | null {
  const left = book.packs.reduce((total, pack) => total + pack.points - pack.issued, 0);
  if (left - points < STOP_POINTS) return null;
  let open = points;
  return book.packs.flatMap((one, pack) => {
    const count = Math.min(open, one.points - one.issued);
    open -= count;
    one.issued += count;
    return count > 0 ? [{ pack, points: count }] : [];
  });
}

/** Points of a lot that were not spent can be issued again. */
export function giveBackToPack(book: PaperBook, lot: PaperLot, points: number): void {
  const pack = lot.pack === null ? undefined : book.packs[lot.pack];
  if (pack) pack.issued -= points;
}

/** Points lapse; answers what had been paid for them, which now belongs to somebody else. */
export function lapse(book: PaperBook, lot: PaperLot, { pending = 0, available = 0 }): number {
  lot.pending -= pending;
  lot.available -= available;
  lot.expired += pending + available;
  const funded = (lot.availableAt === null ? available : available + pending) * lot.funded;
  const prepaid = lot.pack === null ? 0 : (available + pending) * lot.funded - funded;
  move(book, `FUND:${lot.issuer}`, funded);
  move(book, `PREPAID:${lot.issuer}`, prepaid);
  return funded + prepaid;
}

/** The operator's 60 %, and the issuer's rest. */
export function breakage(book: PaperBook, lot: PaperLot, value: number): void {
  const operators = lot.issuer === "OP" ? value : Math.floor((value * 6_000) / 10_000);
  move(book, "BREAKAGE", -operators);
  move(book, `POSITION:${lot.issuer}`, operators - value);
}

/** Points spent at the redeemer: the payer is charged, the redeemer paid, the rest is margin. Below zero: undone. */
export function charge(book: PaperBook, burn: PaperBurn, lot: PaperLot, points: number): void {
  pay(book, lot, points);
  move(book, `POSITION:${burn.redeemer}`, -points * paidFor(burn, lot));
  move(book, "MARGIN", -points * (lot.rate - paidFor(burn, lot)));
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
    rest(into, count);
    return [{ lot, points: count }];
  });
}

/** Whoever pays is charged, whoever gave the discount is paid. Below zero: undone. */
export function payDiscount(
  book: PaperBook,
  { payer, payee }: Pick<PaperDiscount, "payer" | "payee">,
  e6: number,
): void {
  move(book, payer === "OP" ? "OP_DISCOUNT_COST" : `POSITION:${payer}`, e6);
  move(book, `POSITION:${payee}`, -e6);
}

export function takeBack(book: PaperBook, lot: PaperLot, claim: number): void {
  const pending = Math.min(claim, lot.pending);
  const available = Math.min(claim - pending, lot.available);
  const spent = claim - pending - available;
  lot.pending -= pending;
  lot.available -= available;
  lot.clawedBack += claim;
  unfund(book, lot, lot.availableAt === null ? available : available + pending);
  giveBackToPack(book, lot, pending + available);
  if (spent > 0) book.debts.push({ holder: lot.holder, lot: book.lots.indexOf(lot), points: spent, recovered: 0 });
}
