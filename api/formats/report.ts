/** What a cell may hold. Money is bigint millionths, points are bigint, an instant is a Date, a day is `YYYY-MM-DD`. */
export type ReportCell = string | bigint | boolean | Date | null;

export type ReportColumn = {
  /** Stable: consumers read by name. snake_case. */
  name: string;
  kind: "text" | "money" | "integer" | "rate" | "day" | "instant" | "boolean";
  /** Add up in the trailer. Only money and integers. */
  isSummed?: boolean;
  /** What people read above it on paper and in a sheet. Left out: the name. */
  heading?: string;
};

export type ReportRow = Readonly<Record<string, ReportCell>>;

/** One report in rows, whatever file it becomes. A report with money has a column `currency`. */
export type Report = {
  /** snake_case, e.g. `net_obligations`. */
  name: string;
  /** Raised when a column changes its meaning or goes. */
  version: number;
  columns: readonly ReportColumn[];
  rows: AsyncIterable<ReportRow>;
};

/** A file being written: read `bytes` to the end, then `totals()` says what was in it. */
export type ReportFile = {
  bytes: AsyncIterable<Uint8Array>;
  /** Throws before the end. */
  totals(): ReportTotals;
};

export type ReportTotals = {
  rowCount: number;
  /** By column: decimal strings, as in the trailer. */
  sums: Readonly<Record<string, string>>;
  /** SHA-256 of all bytes, hex. */
  sha256: string;
  byteCount: number;
};

/** More rows than this kind of file can hold. */
export class ReportTooLong extends Error {
  readonly rowsMax: number;
  constructor(report: string, rowsMax: number) {
    super(`${report} has more than ${rowsMax} rows, which such a file cannot hold; a CSV can be any length.`);
    this.name = "ReportTooLong";
    this.rowsMax = rowsMax;
  }
}

/** `net_obligations.all.12.v1.csv`: report, partner's code or `all`, cycle or `all`, version. */
export function reportFileName(
  of: { report: string; partner: string | null; cycle: string | null; version: number },
  ending: "csv" | "xlsx" | "pdf" | "json",
): string {
  const part = (text: string | null) => (text ?? "all").toLowerCase().replace(/[^a-z0-9_-]+/g, "-");
  return `${part(of.report)}.${part(of.partner)}.${part(of.cycle)}.v${of.version}.${ending}`;
}
