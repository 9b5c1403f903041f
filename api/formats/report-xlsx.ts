import type { Report, ReportFile } from "#api/formats/report.ts";

/** A workbook of one sheet with the same rows: typed cells, frozen header, the count and the control sums at the end. */
export function reportXlsx(_report: Report): ReportFile {
  throw new Error("reportXlsx is being written");
}
