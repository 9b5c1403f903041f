import type { Pool } from "#api/sql/client.ts";
import type { Tx } from "#api/sql/rows.ts";

/** One row of `books_invariants` (prisma/sql/20-invariants.sql): a rule that does not hold, and where. */
export type BrokenRule = { rule: string; severity: "ERROR" | "WARNING"; key: string; detail: string };

/** Every rule of the books that does not hold now, errors first. A WARNING is for people to look at. */
export async function findBrokenRules(pool: Pick<Pool, "query">): Promise<BrokenRule[]> {
  const { rows } = await pool.query<BrokenRule>(
    "SELECT rule, severity, key, detail FROM books_invariants ORDER BY severity, rule, key",
  );
  return rows;
}

/** The same inside a transaction. */
export async function readBrokenRules(tx: Tx): Promise<BrokenRule[]> {
  return tx.$queryRaw<
    BrokenRule[]
  >`SELECT rule, severity, key, detail FROM books_invariants ORDER BY severity, rule, key`;
}

/** The books are right when there are none. */
export const errorsOf = (rules: readonly BrokenRule[]) => rules.filter(({ severity }) => severity === "ERROR");

/** What each rule promises, in the order in which they are told. */
export const bookRules: Readonly<Record<string, string>> = {
  I01: "Every entry sums to zero in each unit",
  I02: "No entry without lines, no lines without an entry",
  I03: "No bucket of a lot was ever below zero",
  I04: "Per root lot: issued = held + redeemed + expired + clawed back",
  I05: "Members owe what the open debts say",
  I06: "Slices of a redemption = captured; lines = what was not returned",
  I07: "Margin follows from the slices",
  I08: "Funds hold exactly what was paid in for points that became available and are unspent",
  I09: "An obligation is everything on the position up to its cycle",
  I10: "Netting posts exactly the obligations, in whole minor units",
  I11: "Nothing is left when everything is settled",
  I12: "Segregated cash is what is owed back; liabilities never change sign",
  I13: "What an entry is about began in its cycle or before",
  I14: "Every bank line is explained by what the ledger booked",
  I15: "Disputes hold what they say, and nothing once decided",
  I16: "Nothing is spent from an expired lot",
  I17: "First to expire is spent first",
  I18: "Points are not bought dearer than they were sold",
  I19: "Prepaid money is what unissued and pending points of the packs cost",
  B01: "Wallets are the sums of their lines",
  B02: "Wallet histories follow from the entries, without gaps",
  B03: "Lot buckets are the sums of their lines",
  B04: "Lots begin with their original points; children keep their parent's terms",
  B05: "Whoever holds points of a lot is its member",
  B06: "Reserved points are pinned by open reservations",
  B07: "Redemptions and their slices tell the same story",
  B08: "Whose points are spent pays for them",
  B09: "Exposure counters are the sums of their lines",
  B10: "Every entry is part of a deed, every deed leaves a trace",
  B11: "A receipt's points are the ones its deed moved",
  B12: "A return's points are the ones its deed moved",
  B13: "Lines stand in their entry's cycle and in a known unit",
  B14: "Statements end in their obligation's net",
  B15: "Cycles follow each other without gap, the last one open",
  B16: "Packs were used for what their lots took",
  B17: "Counters stand at what deeds took from them",
  B20: "A receipt's discounts that others pay for are the ones its deeds moved",
  B18: "Members' days are the sums of their receipts",
  B19: "Balances of accounts are the sums of their lines",
  B21: "What is added up of a cycle is the sum of its lines",
};
