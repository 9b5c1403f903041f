import { memberData, memberDataSections } from "#api/ledger/read/reports/member-data.ts";
import { columnsOf } from "#api/use-cases/reports/columns.ts";
import type { ReportDefinition } from "#api/use-cases/reports/report-definition.ts";

/** What somebody may ask for about themselves. */
export const memberReports = {
  member_data: {
    description: "Everything the hub holds about a member, kind by kind: for the member alone, and nothing of others.",
    version: 1,
    permission: "memberData:take",
    columns: columnsOf({ section: "text", record: "text" }),
    needs: ["memberId"],
    takes: [],
    sections: memberDataSections,
    source: memberData,
  },
} as const satisfies Record<string, ReportDefinition>;
