import type { Actor } from "#api/kernel/actor.ts";
import type { MoneyE6 } from "#api/kernel/money.ts";
import { type BankBook, readBankBalance } from "#api/ledger/read/bank.ts";
import type { BankStatement, ReconItem } from "#api/sql/rows.ts";
import { can } from "#api/use-cases/can.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { byHand } from "#api/use-cases/reconciliation/bank-rules.ts";
import { openStates } from "#api/use-cases/reconciliation/item-states.ts";

/** How one of the operator's bank accounts stands against the books. */
export type BankReconciliation = {
  book: BankBook;
  /** The newest; null while none was imported. */
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

async function readOne({ db }: Deps, book: BankBook): Promise<BankReconciliation> {
  const statement = await db.bankStatement.findFirst({
    where: { bankAccount: book },
    orderBy: [{ closedOn: "desc" }, { id: "desc" }],
  });
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
  return { book, statement, ledgerE6, differenceE6, ...counts, oldestOpen };
}

type Sums = Pick<BankReconciliation, "lineCount" | "matchedCount" | "openCount" | "unappliedE6" | "unexplainedE6"> & {
  oldestId: string | null;
};
