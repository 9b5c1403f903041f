import { bookReports } from "#api/use-cases/reports/definitions/books.ts";
import { clearingReports } from "#api/use-cases/reports/definitions/clearing.ts";
import { coalitionReports } from "#api/use-cases/reports/definitions/coalition.ts";
import { couponReports } from "#api/use-cases/reports/definitions/coupons.ts";
import { customerReports } from "#api/use-cases/reports/definitions/customers.ts";
import { memberReports } from "#api/use-cases/reports/definitions/member.ts";
import { moneyReports } from "#api/use-cases/reports/definitions/money.ts";
import { partnerReports } from "#api/use-cases/reports/definitions/partner.ts";
import { pointsReports } from "#api/use-cases/reports/definitions/points.ts";
import { velocityReports } from "#api/use-cases/reports/definitions/velocity.ts";
import type { ReportDefinition } from "#api/use-cases/reports/report-definition.ts";

/** Every report there is, once: pages and files show the same columns. */
export const reports = {
  ...clearingReports,
  ...pointsReports,
  ...moneyReports,
  ...partnerReports,
  ...coalitionReports,
  ...velocityReports,
  ...couponReports,
  ...bookReports,
  ...customerReports,
  ...memberReports,
} as const satisfies Record<string, ReportDefinition>;

export type ReportName = keyof typeof reports;

export const reportNames = Object.keys(reports) as ReportName[];

export const definitionOf = (name: ReportName): ReportDefinition => reports[name];
