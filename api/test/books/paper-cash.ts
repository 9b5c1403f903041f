import type { Cash } from "#api/test/books/commands.ts";
import { move, type PaperBook } from "#api/test/books/paper.ts";

/** How much of an amount the books still have for it; nothing comes back that was not there. */
export function within(book: PaperBook, what: Cash, partner: string, cents: number): number {
  const held = (account: string) => -(book.money[account] ?? 0) / 10_000;
  switch (what) {
    case "return":
      return Math.min(cents, held("UNAPPLIED"));
    case "explain":
      return Math.min(cents, -held("UNEXPLAINED"));
    case "free":
      return Math.min(cents, held(`COLLATERAL:${partner}`));
    case "recover":
      return Math.min(cents, held("UNAPPLIED"), -held("DEFAULT_LOSS"));
    default:
      return cents;
  }
}

/** The part of a default that the partner's own collateral covers. */
export const coveredBy = (book: PaperBook, partner: string, amount: number) =>
  Math.min(amount, -(book.money[`COLLATERAL:${partner}`] ?? 0));

const pairs = {
  receive: ["BANK_SETTLEMENT", "UNAPPLIED"],
  return: ["UNAPPLIED", "BANK_SETTLEMENT"],
  lose: ["UNEXPLAINED", "BANK_SETTLEMENT"],
  explain: ["BANK_CHARGES", "UNEXPLAINED"],
  secure: ["BANK_COLLATERAL", "COLLATERAL"],
  free: ["COLLATERAL", "BANK_COLLATERAL"],
  recover: ["UNAPPLIED", "DEFAULT_LOSS"],
} as const;

export function moveCash(book: PaperBook, what: Cash, partner: string, amount: number): void {
  const pair = ([debit, credit]: readonly [string, string], e6 = amount) => {
    const owned = (account: string) => (account === "COLLATERAL" ? `COLLATERAL:${partner}` : account);
    move(book, owned(debit), e6);
    move(book, owned(credit), -e6);
  };
  if (what !== "fail") {
    pair(pairs[what]);
    return;
  }
  const own = coveredBy(book, partner, amount);
  pair(["DEFAULT_LOSS", "UNAPPLIED"], amount - own);
  pair(["COLLATERAL", "UNAPPLIED"], own);
  pair(["BANK_SETTLEMENT", "BANK_COLLATERAL"], own);
}
