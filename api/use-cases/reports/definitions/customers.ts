import * as source from "#api/ledger/read/reports/customers.ts";
import { columnsOf, notSummed } from "#api/use-cases/reports/columns.ts";
import type { ReportDefinition } from "#api/use-cases/reports/report-definition.ts";

/** A partner's customer book. */
export const customerReports = {
  customers: {
    description: "A partner's own members by its own receipts: visits, average receipt, spend, scores and tags.",
    version: 1,
    permission: "customer:read",
    columns: columnsOf({
      member_token: "text",
      first_on: "day",
      last_on: "day",
      days: "integer",
      visits: "integer",
      visits_year: "integer",
      average_receipt: notSummed("money"),
      spend: "money",
      spend_year: "money",
      has_redeemed: "text",
      recency: "integer",
      frequency: "integer",
      monetary: "integer",
      tags: "text",
    }),
    needs: ["partnerId"],
    takes: [],
    source: source.customers,
  },
} as const satisfies Record<string, ReportDefinition>;
