import type { PaperTable } from "#api/formats/paper.ts";
import {
  artifact,
  colours,
  drawText,
  makeRoom,
  rule,
  type Sheet,
  type TextLook,
  tagged,
  textHeight,
} from "#api/formats/pdf-sheet.ts";

const GAP = 14;
const ROW_HEIGHT_MAX = 220;
const headLook: TextLook = { size: 7.8, colour: colours.faint };
const cellLook: TextLook = { size: 8.8, maxHeight: ROW_HEIGHT_MAX };
const totalLook: TextLook = { size: 8.8, bold: true, maxHeight: ROW_HEIGHT_MAX };

type Rows = AsyncIterable<readonly string[]> | Iterable<readonly string[]>;
/** `pad`: the air above and below each line. */
type TableToDraw = Omit<PaperTable, "rows"> & { rows: Rows; pad?: number };
type Places = { x: number; width: number; align: "left" | "right"; pad: number }[];

/** A table with its title, its head repeated on every page it reaches, and its total. */
export async function drawTable(sheet: Sheet, table: TableToDraw): Promise<void> {
  const places = placesOf(table, sheet);
  const head = table.columns.map(({ heading }) => heading);
  const headHeight = rowHeight(sheet, head, headLook, places);
  makeRoom(sheet, titleHeight(sheet, table) + headHeight + 4 * (cellLook.size + 10));
  drawTitle(sheet, table);
  const structure = sheet.doc.struct("Table");
  sheet.root.add(structure);
  drawRow(sheet, head, headLook, places, { structure, type: "TH" });
  rule(sheet, sheet.y, { colour: colours.lineStrong });
  for await (const cells of table.rows) {
    breakBefore(sheet, rowHeight(sheet, cells, cellLook, places), () => repeatHead(sheet, head, places));
    drawRow(sheet, cells, cellLook, places, { structure, type: "TD" });
    rule(sheet, sheet.y);
  }
  if (table.total) {
    breakBefore(sheet, rowHeight(sheet, table.total, totalLook, places), () => repeatHead(sheet, head, places));
    rule(sheet, sheet.y, { colour: colours.ink, weight: 0.8 });
    drawRow(sheet, table.total, totalLook, places, { structure, type: "TD" });
  }
  structure.end();
  sheet.y += 16;
}

function titleHeight(sheet: Sheet, { title, note }: TableToDraw): number {
  const heading = title ? textHeight(sheet, title, { size: 11.5, bold: true }, sheet.width) + 4 : 0;
  return heading + (note ? textHeight(sheet, note, { size: 8 }, sheet.width) + 4 : 0);
}

function drawTitle(sheet: Sheet, { title, note }: TableToDraw): void {
  const write = (type: string, text: string, look: TextLook) => {
    tagged(sheet, sheet.root, type, () =>
      drawText(sheet, text, { x: sheet.left, y: sheet.y, width: sheet.width }, look),
    );
    sheet.y += textHeight(sheet, text, look, sheet.width) + 4;
  };
  if (title) write("H2", title, { size: 11.5, bold: true });
  if (note) write("P", note, { size: 8, colour: colours.faint });
}

function placesOf({ columns, pad = 4 }: TableToDraw, sheet: Sheet): Places {
  const weights = columns.map(({ weight = 1 }) => weight);
  const whole = weights.reduce((sum, weight) => sum + weight, 0);
  const free = sheet.width - GAP * (columns.length - 1);
  let x = sheet.left;
  return columns.map(({ align = "left" }, at) => {
    const width = (free * (weights[at] ?? 1)) / whole;
    const place = { x, width, align, pad };
    x += width + GAP;
    return place;
  });
}

function rowHeight(sheet: Sheet, cells: readonly string[], look: TextLook, places: Places): number {
  const heights = places.map(({ width }, at) => textHeight(sheet, cells[at] ?? "", look, width));
  return Math.max(...heights) + 2 * (places[0]?.pad ?? 0);
}

type As = { structure: PDFKit.PDFStructureElement; type: "TH" | "TD" };

function drawRow(
  sheet: Sheet,
  cells: readonly string[],
  look: TextLook,
  places: Places,
  { structure, type }: As,
): void {
  const height = rowHeight(sheet, cells, look, places);
  const row = sheet.doc.struct("TR");
  structure.add(row);
  places.forEach((place, at) => {
    const draw = () => drawCell(sheet, cells[at] ?? "", look, place);
    tagged(sheet, row, type, draw, type === "TH" ? "Column" : undefined);
  });
  row.end();
  sheet.y += height;
}

function drawCell(sheet: Sheet, text: string, look: TextLook, { x, width, align, pad }: Places[number]): void {
  drawText(sheet, text, { x, y: sheet.y + pad, width }, { ...look, align });
}

function breakBefore(sheet: Sheet, height: number, onNewPage: () => void): void {
  if (makeRoom(sheet, height)) onNewPage();
}

function repeatHead(sheet: Sheet, head: readonly string[], places: Places): void {
  const height = rowHeight(sheet, head, headLook, places);
  artifact(sheet, "Pagination", () => {
    places.forEach((place, at) => {
      drawCell(sheet, head[at] ?? "", headLook, place);
    });
  });
  sheet.y += height;
  rule(sheet, sheet.y, { colour: colours.lineStrong });
}
