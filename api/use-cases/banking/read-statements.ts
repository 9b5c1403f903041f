import type { BankStatement as ReadStatement } from "#api/formats/bank-statement.ts";
import { readCamt053 } from "#api/formats/camt053.ts";
import { type BankBook, readBankBalance } from "#api/ledger/read/bank.ts";
import type { BankAccount, BankStatement, Programme, Tx } from "#api/sql/rows.ts";
import {
  BalanceDiscontinuity,
  BankFileForeign,
  BankFileKnown,
  readOrRefuse,
  StatementGap,
  StatementTooEarly,
} from "#api/use-cases/banking/refusals.ts";

/** A statement of a file, with the account of ours that it is of. */
export type OwnStatement = ReadStatement & { ownAccount: BankAccount; book: BankBook };

/** Reads a file of statements: well-formed, in the programme's currency, sums that add up; refused otherwise. */
export function readStatements(content: string, { currency }: Programme): readonly ReadStatement[] {
  return readOrRefuse(() => readCamt053(content, { currency })).statements;
}

/**
 * Names the account of each statement and sees that each follows the one before it: nothing twice, nothing missing, and
 * every opening balance where the last one closed. The first of all opens where the books stand.
 */
export async function requireContinuous(tx: Tx, statements: readonly ReadStatement[]): Promise<OwnStatement[]> {
  const last = new Map<string, Last>();
  const own: OwnStatement[] = [];
  for (const statement of inOrder(statements)) {
    const ownAccount = await findAccount(tx, statement);
    const book = ownAccount.purpose === "COLLATERAL" ? ("COLLATERAL" as const) : ("SETTLEMENT" as const);
    const before = last.get(book) ?? (await findLast(tx, book));
    await requireNew(tx, ownAccount, statement);
    requireNext(statement, before ?? (await openingOf(tx, book, statement)));
    const { sequence, closing } = statement;
    last.set(book, { sequence, closingE6: closing.amountE6, closedOn: closing.on, iban: ownAccount.iban });
    own.push({ ...statement, ownAccount, book });
  }
  return own;
}

/** Where the next statement begins. A new account counts its statements anew. */
type Last = { sequence: bigint | null; closingE6: bigint; closedOn: string | null; iban: string };

const inOrder = (statements: readonly ReadStatement[]) =>
  statements.toSorted((a, b) => {
    if (a.opening.on !== b.opening.on) return a.opening.on < b.opening.on ? -1 : 1;
    return Number((a.sequence ?? 0n) - (b.sequence ?? 0n));
  });

async function findAccount(tx: Tx, { account }: ReadStatement): Promise<BankAccount> {
  const found = await tx.bankAccount.findFirst({
    where: {
      iban: account.iban ?? "",
      purpose: { in: ["SETTLEMENT", "COLLATERAL"] },
      state: "ACTIVE",
    },
  });
  if (!found) throw new BankFileForeign(account.iban ?? account.otherId ?? "");
  return found;
}

async function findLast(tx: Tx, book: BankBook): Promise<Last | null> {
  const row = await tx.bankStatement.findFirst({
    where: { bankAccount: book },
    orderBy: [{ closedOn: "desc" }, { id: "desc" }],
  });
  if (!row) return null;
  const { iban } = await tx.bankAccount.findUniqueOrThrow({ where: { id: row.bankAccountId } });
  return { sequence: row.sequence, closingE6: row.closingE6, closedOn: row.closedOn.toISOString().slice(0, 10), iban };
}

/**
 * The settlement account moves in the books only by statements; the segregated one is ahead of them, so that its first
 * statement opens where the books stood that morning.
 */
async function openingOf(tx: Tx, book: BankBook, statement: ReadStatement): Promise<Last> {
  const morning = book === "COLLATERAL" ? new Date(`${statement.opening.on}T00:00:00Z`) : null;
  return { sequence: null, closingE6: await readBankBalance(tx, book, morning), closedOn: null, iban: "" };
}

async function requireNew(tx: Tx, { id: bankAccountId }: BankAccount, { bankId }: ReadStatement): Promise<void> {
  const known: Pick<BankStatement, "id"> | null = await tx.bankStatement.findUnique({
    where: { bankAccountId_bankId: { bankAccountId, bankId } },
  });
  if (known) throw new BankFileKnown(known.id, "statement");
}

function requireNext({ sequence, opening, account }: ReadStatement, before: Last): void {
  const expected = before.sequence === null || before.iban !== account.iban ? null : before.sequence + 1n;
  // Banks that number within a year begin again at one.
  const beginsAnew = sequence === 1n;
  if (sequence !== null && expected !== null && sequence !== expected && !beginsAnew) {
    throw new StatementGap(expected, sequence);
  }
  if (before.closedOn !== null && opening.on < before.closedOn)
    throw new StatementTooEarly(before.closedOn, opening.on);
  if (opening.amountE6 !== before.closingE6) throw new BalanceDiscontinuity(before.closingE6, opening.amountE6);
}
