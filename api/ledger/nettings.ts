import { type MoneyE6, toMinor } from "#api/kernel/money.ts";

/** What a partner's POSITION lines of one cycle add up to, and what was carried into it. */
export type Position = {
  partnerId: string;
  /** Left over from earlier cycles; debit: the partner owes. */
  openingE6: MoneyE6;
  /** Sum of debits, never negative. */
  debitE6: MoneyE6;
  /** Sum of credits, never negative. */
  creditE6: MoneyE6;
};

export type Netting = {
  partnerId: string;
  openingE6: MoneyE6;
  grossDebitE6: MoneyE6;
  grossCreditE6: MoneyE6;
  /** Positive: the partner owes. */
  netE6: MoneyE6;
  /** The net in whole minor units, rounded toward zero. */
  amountMinor: bigint;
  /** What stays in the position: less than one minor unit, same sign as the net or zero. */
  carriedE6: MoneyE6;
  direction: "PAY_IN" | "PAY_OUT" | "NIL";
};

/** One net amount per partner, by partner id, whatever order the positions come in. */
export function nettings(positions: readonly Position[], minorDigits: number): Netting[] {
  return positions
    .map(({ partnerId, openingE6, debitE6, creditE6 }): Netting => {
      const netE6 = openingE6 + debitE6 - creditE6;
      const { minor, carried } = toMinor(netE6, minorDigits);
      return {
        partnerId,
        openingE6,
        grossDebitE6: debitE6,
        grossCreditE6: creditE6,
        netE6,
        amountMinor: minor,
        carriedE6: carried,
        direction: minor > 0n ? "PAY_IN" : minor < 0n ? "PAY_OUT" : "NIL",
      };
    })
    .sort((a, b) => (a.partnerId < b.partnerId ? -1 : a.partnerId > b.partnerId ? 1 : 0));
}
