import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import PdfDocument from "pdfkit";
import type { PaperFooter, PaperLanguage } from "#api/formats/paper.ts";

const require = createRequire(import.meta.url);
const fontFile = (style: string) => readFileSync(require.resolve(`@expo-google-fonts/inter/${style}`));
const fonts = {
  regular: fontFile("400Regular/Inter_400Regular.ttf"),
  bold: fontFile("600SemiBold/Inter_600SemiBold.ttf"),
};

export const colours = {
  ink: "#1a1f2b",
  soft: "#474d59",
  faint: "#5f6571",
  accent: "#2d4eab",
  accentSoft: "#e9effd",
  line: "#e2dfd8",
  lineStrong: "#828690",
} as const;

export type TextLook = {
  size: number;
  bold?: boolean;
  colour?: string;
  align?: "left" | "right";
  /** Longer text ends in an ellipsis there. */
  maxHeight?: number;
};

export type PdfDoc = PDFKit.PDFDocument;

/** A document being written from the top down. All measures are points; `y` is where the next thing stands. */
export type Sheet = {
  doc: PdfDoc;
  left: number;
  width: number;
  /** The lowest a body may reach. */
  bottom: number;
  y: number;
  root: PDFKit.PDFStructureElement;
  /** Measured texts. */
  widths: Map<string, number>;
};

const MARGIN = 52;
const WIDTHS_KEPT = 5_000;
const FOOTER_HEIGHT = 22;

export type SheetFacts = {
  language: PaperLanguage;
  title: string;
  author: string;
  footer: PaperFooter;
  madeAt: Date;
  isLying?: boolean;
};

/** An accessible document whose every byte follows from the facts: its date is told, its id comes from the hash. */
export function openSheet({ language, title, author, footer, madeAt, isLying = false }: SheetFacts): Sheet {
  const options: PDFKit.PDFDocumentOptions = {
    size: "A4",
    layout: isLying ? "landscape" : "portrait",
    margins: { top: MARGIN, left: MARGIN, right: MARGIN, bottom: 0 },
    pdfVersion: "1.7",
    lang: language,
    tagged: true,
    displayTitle: true,
    bufferPages: true,
    font: "",
    info: { Title: title, Author: author, Subject: footer.subject, Keywords: footer.hash, CreationDate: madeAt },
  };
  // pdfkit knows this subset and a head's scope; its types do not yet.
  const doc = new PdfDocument(Object.assign(options, { subset: "PDF/UA" }));
  doc.registerFont("regular", fonts.regular);
  doc.registerFont("bold", fonts.bold);
  const root = doc.struct("Document");
  doc.addStructure(root);
  const { width, height } = doc.page;
  return {
    doc,
    root,
    left: MARGIN,
    width: width - 2 * MARGIN,
    bottom: height - MARGIN - FOOTER_HEIGHT,
    y: MARGIN,
    widths: new Map(),
  };
}

/** Makes room: goes to a new page where `height` more does not fit. True when it did. */
export function makeRoom(sheet: Sheet, height: number): boolean {
  if (sheet.y + height <= sheet.bottom) return false;
  sheet.doc.addPage();
  sheet.y = MARGIN;
  return true;
}

const LINE_GAP = 1.5;

/** Figures under one another have one width; in running text that would tear hyphens apart. */
const figures = ({ align }: TextLook, text: string): PDFKit.Mixins.TextOptions =>
  align === "right" && /\d/.test(text) ? { features: ["tnum"] } : {};

const textOptions = (look: TextLook, text: string, width: number): PDFKit.Mixins.TextOptions => ({
  width,
  align: look.align ?? "left",
  lineGap: LINE_GAP,
  ...figures(look, text),
  ...(look.maxHeight === undefined ? {} : { height: look.maxHeight, ellipsis: true }),
});

export function textHeight(sheet: Sheet, text: string, look: TextLook, width: number): number {
  const { doc } = sheet;
  doc.font(look.bold ? "bold" : "regular", look.size);
  if (lineWidth(sheet, text, look) <= width) return doc.currentLineHeight(true) + LINE_GAP;
  const height = doc.heightOfString(text, textOptions(look, text, width));
  return look.maxHeight === undefined ? height : Math.min(height, look.maxHeight);
}

/** Draws without telling what it is: stands inside a `tagged` or an `artifact`. */
export function drawText(
  sheet: Sheet,
  text: string,
  at: { x: number; y: number; width: number },
  look: TextLook,
): void {
  if (text === "") return;
  const { doc } = sheet;
  doc.font(look.bold ? "bold" : "regular", look.size).fillColor(look.colour ?? colours.ink);
  const width = lineWidth(sheet, text, look);
  if (width > at.width) {
    doc.text(text, at.x, at.y, textOptions(look, text, at.width));
    return;
  }
  const x = look.align === "right" ? at.x + at.width - width : at.x;
  doc.text(text, x, at.y, { lineBreak: false, ...figures(look, text) });
}

/** How long it is on one line, in the font that is set; endless when it has lines of its own. Shaping is dear: kept. */
function lineWidth({ doc, widths }: Sheet, text: string, look: TextLook): number {
  if (text.includes("\n")) return Number.POSITIVE_INFINITY;
  const key = `${look.bold}/${look.size}/${look.align}/${text}`;
  const known = widths.get(key);
  if (known !== undefined) return known;
  const width = doc.widthOfString(text, figures(look, text));
  if (widths.size >= WIDTHS_KEPT) widths.clear();
  widths.set(key, width);
  return width;
}

/** What a screen reader is told: draws inside an element of this type. */
export function tagged(
  sheet: Sheet,
  parent: PDFKit.PDFStructureElement,
  type: string,
  draw: () => void,
  scope?: "Column" | "Row",
): void {
  const content = sheet.doc.markStructureContent(type);
  draw();
  sheet.doc.endMarkedContent();
  const options: PDFKit.Mixins.StructureElementOptions = {};
  parent.add(sheet.doc.struct(type, scope ? Object.assign(options, { scope }) : options, [content]));
}

/** What a screen reader is not told: lines, grounds, repeated heads, page numbers. */
export function artifact(sheet: Sheet, type: "Layout" | "Pagination", draw: () => void): void {
  sheet.doc.markContent("Artifact", { type });
  draw();
  sheet.doc.endMarkedContent();
}

export function rule(
  sheet: Sheet,
  y: number,
  look: { from?: number; width?: number; colour?: string; weight?: number } = {},
): void {
  const { from = sheet.left, width = sheet.width, colour = colours.line, weight = 0.6 } = look;
  artifact(sheet, "Layout", () => {
    sheet.doc
      .moveTo(from, y)
      .lineTo(from + width, y)
      .lineWidth(weight)
      .strokeColor(colour)
      .stroke();
  });
}

/** Writes the foot of every page and gives the bytes. */
export async function closeSheet(sheet: Sheet, footer: PaperFooter): Promise<Uint8Array> {
  const { doc } = sheet;
  const pages = doc.bufferedPageRange().count;
  for (let page = 0; page < pages; page++) {
    doc.switchToPage(page);
    artifact(sheet, "Pagination", () => drawFooter(sheet, footer, page + 1, pages));
  }
  sheet.root.end();
  const chunks: Uint8Array[] = [];
  const ended = new Promise<void>((resolve, reject) => doc.on("end", resolve).on("error", reject));
  doc.on("data", (chunk: Uint8Array) => chunks.push(chunk));
  doc.end();
  await ended;
  return new Uint8Array(Buffer.concat(chunks));
}

function drawFooter(
  sheet: Sheet,
  { subject, page, hashLabel, hash }: PaperFooter,
  number: number,
  pages: number,
): void {
  const { doc, left, width } = sheet;
  const y = doc.page.height - MARGIN - 8;
  const look = { size: 7.5, colour: colours.faint };
  doc
    .moveTo(left, y - 8)
    .lineTo(left + width, y - 8)
    .lineWidth(0.6)
    .strokeColor(colours.line)
    .stroke();
  drawText(sheet, subject, { x: left, y, width: width * 0.7 }, { ...look, maxHeight: 11 });
  const count = page.replace("{page}", String(number)).replace("{pages}", String(pages));
  drawText(sheet, count, { x: left + width * 0.7, y, width: width * 0.3 }, { ...look, align: "right" });
  drawText(sheet, `${hashLabel} ${hash}`, { x: left, y: y + 12, width }, { ...look, size: 6.5, maxHeight: 11 });
}
