import { velocityCases } from "#api/ledger/read/reports/velocity.ts";
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
} as const satisfies Record<string, ReportDefinition>;
