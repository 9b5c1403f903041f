import type { Report, ReportFile } from "#api/formats/report.ts";
import { hashed } from "#api/formats/report-bytes.ts";
import { cellText, checkReport, type Tally, tallyOf } from "#api/formats/report-cells.ts";

const CHUNK_CHARACTERS = 65_536;
const encoder = new TextEncoder();

/** RFC 4180 in UTF-8: schema row, header row, rows, and a last row with the count and the control sums. */
export function reportCsv(report: Report): ReportFile {
  checkReport(report);
  const tally = tallyOf(report);
  return hashed(chunksOf(linesOf(report, tally)), tally);
}

async function* linesOf({ name, version, columns, rows }: Report, tally: Tally): AsyncGenerator<string> {
  yield line(["schema", name, String(version)]);
  yield line(columns.map((column) => column.name));
  for await (const row of rows) {
    tally.add(row);
    yield line(
      columns.map((column) => {
        const text = cellText(column, row[column.name]) ?? "";
        return column.kind === "text" ? unarmed(text) : text;
      }),
    );
  }
  const sums = Object.entries(tally.sums()).flatMap(([column, sum]) => [`sum_${column}`, sum]);
  yield line(["records", String(tally.rowCount()), ...sums]);
}

const line = (cells: readonly string[]) => `${cells.map(quoted).join(",")}\r\n`;

const quoted = (text: string) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** A text that a spreadsheet would calculate gets an apostrophe; a plain number stays one. */
function unarmed(text: string): string {
  return /^[=+\-@\t\r＝＋－＠]/.test(text) && !/^[+-]?\d+(\.\d+)?$/.test(text) ? `'${text}` : text;
}

async function* chunksOf(lines: AsyncIterable<string>): AsyncGenerator<Uint8Array> {
  let waiting = "";
  for await (const one of lines) {
    waiting += one;
    if (waiting.length < CHUNK_CHARACTERS) continue;
    yield encoder.encode(waiting);
    waiting = "";
  }
  yield encoder.encode(waiting);
}
