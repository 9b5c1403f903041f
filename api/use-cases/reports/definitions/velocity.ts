import { velocityCases, velocityRules } from "#api/ledger/read/reports/velocity.ts";
import { columnsOf, notSummed } from "#api/use-cases/reports/columns.ts";
import type { ReportDefinition } from "#api/use-cases/reports/report-definition.ts";

/** What goes too fast. */
export const velocityReports = {
  velocity_cases: {
    description: "Who went over which velocity rule's limit within which window, and what became of it.",
    version: 1,
    permission: "velocity:read",
    columns: columnsOf({
      case_id: "text",
      opened_at: "instant",
      rule_id: "text",
      rule: "text",
      subject: "text",
      subject_id: "text",
      subject_name: "text",
      window_hours: "integer",
      window_from: "instant",
      window_until: "instant",
      value: notSummed("points"),
      limit: notSummed("points"),
      action: "text",
      state: "text",
      taken_by: "text",
      closed_at: "instant",
      note: "text",
    }),
    needs: [],
    takes: ["state", "objectId", "from", "until"],
    source: velocityCases,
  },
  velocity_rules: {
    description: "Every version of every velocity rule, oldest first, with who asked for it and who agreed.",
    version: 1,
    permission: "velocity:read",
    columns: columnsOf({
      rule_id: "text",
      rule: "text",
      subject: "text",
      window_hours: "integer",
      limit: notSummed("points"),
      action: "text",
      reason: "text",
      valid_from: "instant",
      valid_until: "instant",
      replaces_id: "text",
      asked_by: "text",
      agreed_by: "text",
      agreed_at: "instant",
    }),
    needs: [],
    takes: ["from", "until"],
    source: velocityRules,
  },
} as const satisfies Record<string, ReportDefinition>;
