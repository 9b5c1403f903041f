import type { ReportColumn } from "#api/formats/report.ts";
import type { ReportSource } from "#api/ledger/read/reports/scope.ts";
import type { Permission } from "#api/use-cases/can.ts";
import type { ReportFilterName } from "#api/use-cases/reports/filters.ts";

export type ReportDefinition = {
  /** What it tells, in a sentence. */
  description: string;
  /** Raised when a column changes its meaning or goes. */
  version: number;
  /** Who may have it: a partner its own rows, the operator all. */
  permission: Permission;
  /** What the operator's people need instead, where that is more. */
  operatorNeeds?: Permission;
  columns: readonly ReportColumn[];
  /** Without these it has no rows to speak of. */
  needs: readonly ReportFilterName[];
  takes: readonly ReportFilterName[];
  /** The columns that stand on paper, where it can be had on paper: a page is narrower than a file. */
  onPaper?: readonly string[];
  /** Of a document: its kinds of things, in order. Its rows are `section, record`, a record a JSON object as text. */
  sections?: readonly string[];
  source: ReportSource;
};
