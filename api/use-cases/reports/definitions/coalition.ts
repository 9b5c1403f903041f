import * as source from "#api/ledger/read/reports/coalition.ts";
import { columnsOf, notSummed } from "#api/use-cases/reports/columns.ts";
import type { ReportDefinition } from "#api/use-cases/reports/report-definition.ts";

/** The partners, and what people did. */
export const coalitionReports = {
  partners: {
    description: "The coalition's partners, with where they stand now.",
    version: 1,
    permission: "matrix:read",
    columns: columnsOf({
      partner_id: "text",
      code: "text",
      name: "text",
      category: "text",
      status: "text",
      position: "money",
      exposure: "money",
      exposure_limit: notSummed("money"),
    }),
    needs: [],
    takes: ["state", "search"],
    source: source.partners,
  },
  audit_log: {
    description: "What people did, in the order of the chain, each with its link: the last hash is the one to keep.",
    version: 1,
    permission: "audit:read",
    columns: columnsOf({
      position: "integer",
      number: "integer",
      recorded_at: "instant",
      actor: "text",
      partner: "text",
      action: "text",
      object: "text",
      object_id: "text",
      before: "text",
      after: "text",
      reason: "text",
      approval_id: "text",
      request_id: "text",
      ip: "text",
      hash: "text",
    }),
    needs: [],
    takes: ["partnerId", "actor", "action", "object", "objectId", "from", "until"],
    source: source.auditLog,
  },
} as const satisfies Record<string, ReportDefinition>;
