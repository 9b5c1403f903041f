import type { ExportFormat } from "#api/sql/rows.ts";
import type { ReportDefinition } from "#api/use-cases/reports/report-definition.ts";

/** As what kinds of files a report can be had: a document is no table, and a long list is no paper. */
export function formatsOf({ sections, onPaper }: ReportDefinition): ExportFormat[] {
  if (sections) return ["JSON"];
  return onPaper ? ["CSV", "XLSX", "PDF"] : ["CSV", "XLSX"];
}
