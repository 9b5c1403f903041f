import type { TablePaper } from "#api/formats/paper.ts";
import { drawFacts, drawHeading, drawSender } from "#api/formats/pdf-parts.ts";
import { closeSheet, openSheet } from "#api/formats/pdf-sheet.ts";
import { drawTable } from "#api/formats/pdf-table.ts";
import { ReportTooLong } from "#api/formats/report.ts";

/** Some two hundred pages: more is read by nobody, and all of them stand in memory until the last. */
const ROWS_MAX = 5_000;

/** A tagged PDF on A4, lying, its header repeated on each page; same paper, same bytes. Throws ReportTooLong. */
export async function tablePdf(paper: TablePaper): Promise<Uint8Array> {
  const { language, sender, title, facts, columns, rows, total, footer, madeAt } = paper;
  const sheet = openSheet({ language, title, author: sender.name, footer, madeAt, isLying: true });
  drawSender(sheet, sender);
  drawHeading(sheet, title);
  drawFacts(sheet, facts, { x: sheet.left, width: sheet.width / 2 });
  sheet.y += 14;
  await drawTable(sheet, { columns, pad: 3, rows: bounded(title, rows), ...(total ? { total } : {}) });
  return closeSheet(sheet, footer);
}

async function* bounded(title: string, rows: TablePaper["rows"]): AsyncGenerator<readonly string[]> {
  let count = 0;
  for await (const row of rows) {
    count += 1;
    if (count > ROWS_MAX) throw new ReportTooLong(title, ROWS_MAX);
    yield row;
  }
}
