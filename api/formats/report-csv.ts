import type { Report, ReportFile } from "#api/formats/report.ts";

/** RFC 4180 in UTF-8: schema row, header row, rows, and a last row with the count and the control sums. */
export function reportCsv(_report: Report): ReportFile {
  throw new Error("reportCsv is being written");
}
