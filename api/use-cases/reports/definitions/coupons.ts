import { couponCodes } from "#api/use-cases/coupons/codes-report.ts";
import { columnsOf } from "#api/use-cases/reports/columns.ts";
import type { ReportDefinition } from "#api/use-cases/reports/report-definition.ts";

/** What houses give out. */
export const couponReports = {
  coupon_codes: {
    description: "The codes of a pool, for printing them or for sending them elsewhere, and what became of each.",
    version: 1,
    permission: "offering:read",
    columns: columnsOf({
      pool: "text",
      code: "text",
      created_at: "instant",
      given_at: "instant",
      expires_at: "instant",
      used_at: "instant",
      state: "text",
    }),
    needs: ["objectId"],
    takes: [],
    source: couponCodes,
  },
} as const satisfies Record<string, ReportDefinition>;
