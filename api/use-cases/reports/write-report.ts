import type { PaperLanguage } from "#api/formats/paper.ts";
import type { ReportRow } from "#api/formats/report.ts";
import { reportCsv } from "#api/formats/report-csv.ts";
import { reportJson } from "#api/formats/report-json.ts";
import { reportXlsx } from "#api/formats/report-xlsx.ts";
import type { ExportFormat, Programme, Tx } from "#api/sql/rows.ts";
import { rowsOf } from "#api/sql/snapshot.ts";
import { definitionOf, type ReportName } from "#api/use-cases/reports/definitions.ts";
import { paperOf } from "#api/use-cases/reports/paper.ts";
import { type AskedScope, scopeAt } from "#api/use-cases/reports/scope.ts";

export type ReportToWrite = {
  name: ReportName;
  format: ExportFormat;
  scope: AskedScope;
  language: PaperLanguage;
  programme: Programme;
  /** As of when. */
  at: Date;
};

const ROWS_PER_TELLING = 2_000;

/** A report as a file's bytes, row by row from the database; `told` hears now and then how many rows are written. */
export async function* writeReport(
  tx: Tx,
  asked: ReportToWrite,
  told: (rowsDone: number) => Promise<void>,
): AsyncGenerator<Uint8Array> {
  const { name, format, scope, programme, at } = asked;
  const { version, columns, source, sections } = definitionOf(name);
  const rows = tellingRows(rowsOf<ReportRow>(tx, source(scopeAt(scope, programme, at))), programme.currency, told);
  if (sections) yield* reportJson({ name, version, currency: programme.currency, at, sections, rows: recordsOf(rows) });
  else if (format === "PDF") yield await paperOf(tx, asked, rows);
  else yield* (format === "CSV" ? reportCsv : reportXlsx)({ name, version, columns, rows }).bytes;
}

async function* recordsOf(rows: AsyncIterable<ReportRow>) {
  for await (const { section, record } of rows) yield { section: String(section), record: String(record) };
}

async function* tellingRows(
  rows: AsyncIterable<ReportRow>,
  currency: string,
  told: (rowsDone: number) => Promise<void>,
): AsyncGenerator<ReportRow> {
  let done = 0;
  for await (const row of rows) {
    yield { ...row, currency };
    done += 1;
    if (done % ROWS_PER_TELLING === 0) await told(done);
  }
}
