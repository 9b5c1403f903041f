import {
  type Report,
  type ReportCell,
  type ReportColumn,
  type ReportFile,
  ReportTooLong,
} from "#api/formats/report.ts";
import { hashed } from "#api/formats/report-bytes.ts";
import { cellText, checkReport, type Tally, tallyOf } from "#api/formats/report-cells.ts";
import { columnLetters, inlineText, sheetParts, styles } from "#api/formats/xlsx-parts.ts";
import { zipOf } from "#api/formats/zip.ts";

/** Rows a sheet can hold, less the schema row, the header and the trailer. */
const ROWS_MAX = 1_048_572;
/** Digits a spreadsheet keeps of a number; longer ones are written as text, so that none is lost. */
const EXACT_DIGITS = 15;
const CHUNK_CHARACTERS = 65_536;
const EXCEL_EPOCH = Date.UTC(1899, 11, 30);
const DAY_MS = 86_400_000;

/**
 * A workbook of one sheet with the same rows as the CSV: typed cells, a header that stays in view, sums under their
 * columns and the count at the end. Same report, same bytes.
 */
export function reportXlsx(report: Report): ReportFile {
  checkReport(report);
  const tally = tallyOf(report);
  const parts = sheetParts(report.name, chunksOf(sheetOf(report, tally)));
  return hashed(zipOf(parts), tally);
}

async function* sheetOf(report: Report, tally: Tally): AsyncGenerator<string> {
  const { name, version, columns } = report;
  yield sheetStart(columns);
  yield row(1, [text(name, styles.note), number(String(version), styles.note)]);
  yield row(
    2,
    columns.map(({ name: own, heading }) => text(heading ?? own, styles.header)),
  );
  let at = 2;
  for await (const one of report.rows) {
    if (tally.rowCount() >= ROWS_MAX) throw new ReportTooLong(name, ROWS_MAX);
    tally.add(one);
    at += 1;
    yield row(
      at,
      columns.map((column) => cell(column, one[column.name], "plain")),
    );
  }
  const sums = tally.sums();
  const lastRow = at;
  if (Object.keys(sums).length > 0) {
    at += 1;
    yield row(
      at,
      columns.map((column) =>
        column.name in sums ? valueCell(column, sums[column.name] ?? "", "total") : text("", styles.total.text),
      ),
    );
  }
  at += 1;
  yield row(at, [text("records", styles.note), number(String(tally.rowCount()), styles.note)]);
  yield `</sheetData><autoFilter ref="A2:${columnLetters(columns.length)}${lastRow}"/></worksheet>`;
}

function sheetStart(columns: readonly ReportColumn[]): string {
  const widths = columns.map((column, at) => {
    const width = Math.max(styles.widths[column.kind], (column.heading ?? column.name).length + 4);
    return `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`;
  });
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetViews>' +
    '<sheetView workbookViewId="0"><pane ySplit="2" topLeftCell="A3" activePane="bottomLeft" state="frozen"/></sheetView>' +
    `</sheetViews><cols>${widths.join("")}</cols><sheetData>`
  );
}

type Cell = string;

/** Cells stand one after another; an empty one still has its place. */
const row = (at: number, cells: readonly Cell[]) => `<row r="${at}">${cells.join("")}</row>`;

const text = (value: string, style: number): Cell =>
  value === "" ? `<c s="${style}"/>` : `<c s="${style}" t="inlineStr"><is>${inlineText(value)}</is></c>`;

const number = (value: string, style: number): Cell => `<c s="${style}"><v>${value}</v></c>`;

function cell(column: ReportColumn, value: ReportCell | undefined, look: "plain" | "total"): Cell {
  if (value instanceof Date && column.kind === "instant") return number(serial(value.getTime()), styles[look].instant);
  return valueCell(column, cellText(column, value) ?? "", look);
}

function valueCell({ kind }: ReportColumn, value: string, look: "plain" | "total"): Cell {
  if (value === "" || kind === "text") return text(value, styles[look].text);
  if (kind === "boolean") return `<c s="${styles[look].text}" t="b"><v>${value === "true" ? 1 : 0}</v></c>`;
  if (kind === "day") return number(serial(Date.parse(`${value}T00:00:00Z`)), styles[look].day);
  const isExact = value.replace(/[-.]/g, "").replace(/^0+/, "").length <= EXACT_DIGITS;
  return isExact ? number(value, styles[look][kind]) : text(value, styles[look].exact);
}

/** Days since the spreadsheet's first; its clock knows no zone, ours is UTC and the format says so. */
const serial = (at: number) => String((at - EXCEL_EPOCH) / DAY_MS);

async function* chunksOf(pieces: AsyncIterable<string>): AsyncGenerator<string> {
  let waiting = "";
  for await (const piece of pieces) {
    waiting += piece;
    if (waiting.length < CHUNK_CHARACTERS) continue;
    yield waiting;
    waiting = "";
  }
  yield waiting;
}
