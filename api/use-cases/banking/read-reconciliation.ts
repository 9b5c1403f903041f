import type { Actor } from "#api/kernel/actor.ts";
import type { MoneyE6 } from "#api/kernel/money.ts";
import type { Page, PageArgs } from "#api/kernel/page.ts";
import { type BankBook, findBankEntries, readBankBalance } from "#api/ledger/read/bank.ts";
import type { EntryRow } from "#api/ledger/read/entries.ts";
import type { BankAccount, BankStatement, ReconItem, Tx } from "#api/sql/rows.ts";
import { can, may } from "#api/use-cases/can.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { byHand } from "#api/use-cases/reconciliation/bank-rules.ts";
import { openStates } from "#api/use-cases/reconciliation/item-states.ts";

/** How one of the operator's bank accounts stands against the books. */
export type BankReconciliation = {
  book: BankBook;
  /** The one in use; null while none is. */
  account: BankAccount | null;
  /** The first and the newest; null while none was imported. */
  firstStatement: BankStatement | null;
  statement: BankStatement | null;
  ledgerE6: MoneyE6;
  /** Ledger less the newest closing; null without a statement. */
  differenceE6: MoneyE6 | null;
  lineCount: number;
  /** Matched without anybody's help. */
  matchedCount: number;
  openCount: number;
  /** Receipts without an owner, and debits nothing explains (negative). */
  unappliedE6: MoneyE6;
  unexplainedE6: MoneyE6;
  oldestOpen: ReconItem | null;
};

/** Both accounts, the settlement account first. */
export async function readBankReconciliations(deps: Deps, actor: Actor): Promise<BankReconciliation[]> {
  can(actor, "bank:read");
  return Promise.all((["SETTLEMENT", "COLLATERAL"] as const).map((book) => readOne(deps, book)));
}

/** What moved an account in the books, newest first. Empty for whoever may not read the ledger. */
export async function listBankEntries(
  deps: Deps,
  actor: Actor,
  book: BankBook,
  page: PageArgs,
): Promise<Page<EntryRow>> {
  if (!may(actor, "ledger:read")) return { rows: [], hasNextPage: false };
  return findBankEntries(deps.db, book, page);
}

async function readOne({ db }: Deps, book: BankBook): Promise<BankReconciliation> {
  const [account, firstStatement, statement] = await Promise.all([
    db.bankAccount.findFirst({ where: { purpose: book, state: "ACTIVE" } }),
    findStatement(db, book, "asc"),
    findStatement(db, book, "desc"),
  ]);
  const ledgerE6 = await readBankBalance(db, book);
  const [sums] = await db.$queryRaw<[Sums]>`
    SELECT count(*)::int AS "lineCount",
      count(*) FILTER (WHERE i.state = 'MATCHED' AND i.rule <> ${byHand.CONFIRMED})::int AS "matchedCount",
      count(*) FILTER (WHERE i.state = ANY(${[...openStates]}::recon_state[]))::int AS "openCount",
      coalesce(sum(greatest(i.open_e6, 0)), 0)::bigint AS "unappliedE6",
      coalesce(sum(least(i.open_e6, 0)), 0)::bigint AS "unexplainedE6",
      (array_agg(i.id ORDER BY i.opened_at, i.id) FILTER (WHERE i.state = ANY(${[...openStates]}::recon_state[])))[1] AS "oldestId"
    FROM bank_line b JOIN recon_item i ON i.bank_line_id = b.id WHERE b.bank_account = ${book}`;
  const { oldestId, ...counts } = sums;
  const oldestOpen = oldestId === null ? null : await db.reconItem.findUnique({ where: { id: oldestId } });
  const differenceE6 = statement ? ledgerE6 - statement.closingE6 : null;
  return { book, account, firstStatement, statement, ledgerE6, differenceE6, ...counts, oldestOpen };
}

const findStatement = (db: Tx, book: BankBook, order: "asc" | "desc") =>
  db.bankStatement.findFirst({ where: { bankAccount: book }, orderBy: [{ closedOn: order }, { id: order }] });

type Sums = Pick<BankReconciliation, "lineCount" | "matchedCount" | "openCount" | "unappliedE6" | "unexplainedE6"> & {
  oldestId: string | null;
};
