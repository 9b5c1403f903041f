import { accountBalances, ledgerProofs } from "#api/ledger/read/reports/books.ts";
import { columnsOf } from "#api/use-cases/reports/columns.ts";
import type { ReportDefinition } from "#api/use-cases/reports/report-definition.ts";

/** The books as a whole. */
export const bookReports = {
  account_balances: {
    description: "What stands on each kind of account, or on the accounts of one kind by owner, as of an instant.",
    version: 1,
    permission: "ledger:read",
    columns: columnsOf({
      account: "text",
      owner_id: "text",
      owner: "text",
      entries: "integer",
      points: "points",
      amount: "money",
    }),
    needs: [],
    takes: ["account", "until"],
    source: accountBalances,
  },
  ledger_proofs: {
    description: "The proofs of the books with their roots, oldest first.",
    version: 1,
    permission: "ledger:read",
    columns: columnsOf({
      proof_id: "text",
      proved_at: "instant",
      milliseconds: "integer",
      errors: "integer",
      warnings: "integer",
      last_entry: "integer",
      audit_length: "integer",
      audit_hash: "text",
      root: "text",
    }),
    needs: [],
    takes: ["from", "until", "objectId"],
    source: ledgerProofs,
  },
} as const satisfies Record<string, ReportDefinition>;
