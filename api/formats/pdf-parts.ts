import type { PaperFact } from "#api/formats/paper.ts";
import { artifact, colours, drawText, rule, type Sheet, tagged, textHeight } from "#api/formats/pdf-sheet.ts";

type Party = { name: string; lines: readonly string[] };

const LABEL_SHARE = 0.3;
const NET_LABEL_SHARE = 0.62;
const FACT_SIZE = 8.8;

/** Who sends it, in a line of its own at the top. */
export function drawSender(sheet: Sheet, { name, lines }: Party): void {
  const { left, width } = sheet;
  artifact(sheet, "Layout", () => {
    sheet.doc.roundedRect(left, sheet.y + 1, 9, 9, 2.5).fill(colours.accent);
  });
  const at = { x: left + 16, y: sheet.y, width: width * 0.4 };
  const look = { size: 9.5, bold: true, colour: colours.accent };
  tagged(sheet, sheet.root, "P", () => drawText(sheet, name, at, look));
  const address = { x: left + width * 0.4, y: sheet.y + 1, width: width * 0.6 };
  const small = { size: 7.8, colour: colours.faint, align: "right" as const };
  tagged(sheet, sheet.root, "P", () => drawText(sheet, lines.join(" · "), address, small));
  sheet.y += 34;
}

export function drawHeading(sheet: Sheet, title: string): void {
  const look = { size: 21, bold: true };
  const at = { x: sheet.left, y: sheet.y, width: sheet.width };
  tagged(sheet, sheet.root, "H1", () => drawText(sheet, title, at, look));
  sheet.y += textHeight(sheet, title, look, sheet.width) + 12;
}

/** The addressee on the left, what the paper is about on the right. */
export function drawAddressee(sheet: Sheet, { name, lines }: Party, facts: readonly PaperFact[]): void {
  const half = sheet.width / 2 - 12;
  const top = sheet.y;
  const [bold, plain] = [
    { size: 10.5, bold: true },
    { size: FACT_SIZE, colour: colours.soft },
  ];
  const address = lines.join("\n");
  const below = top + textHeight(sheet, name, bold, half) + 2;
  tagged(sheet, sheet.root, "P", () => drawText(sheet, name, { x: sheet.left, y: top, width: half }, bold));
  tagged(sheet, sheet.root, "P", () => drawText(sheet, address, { x: sheet.left, y: below, width: half }, plain));
  const leftBottom = below + textHeight(sheet, address, plain, half);
  drawFacts(sheet, facts, { x: sheet.left + half + 24, width: half });
  sheet.y = Math.max(sheet.y, leftBottom) + 15;
}

/** Labels and values, one under another. */
export function drawFacts(sheet: Sheet, facts: readonly PaperFact[], { x, width }: { x: number; width: number }): void {
  const labelWidth = width * LABEL_SHARE;
  const look = { size: FACT_SIZE };
  const pairs = openPairs(sheet);
  for (const { label, value } of facts) {
    const labelAt = { x, y: sheet.y, width: labelWidth - 8 };
    const valueAt = { x: x + labelWidth, y: sheet.y, width: width - labelWidth };
    pairs.add(
      () => drawText(sheet, label, labelAt, { ...look, colour: colours.faint }),
      () => drawText(sheet, value, valueAt, look),
    );
    sheet.y += factHeight(sheet, { label, value }, width);
  }
  pairs.end();
}

/** Labels with their values are told as a table whose rows begin with their head. */
function openPairs(sheet: Sheet): { add(label: () => void, value: () => void): void; end(): void } {
  const table = sheet.doc.struct("Table");
  sheet.root.add(table);
  return {
    add(label, value) {
      const row = sheet.doc.struct("TR");
      table.add(row);
      tagged(sheet, row, "TH", label, "Row");
      tagged(sheet, row, "TD", value);
      row.end();
    },
    end: () => table.end(),
  };
}

export function factHeight(sheet: Sheet, { label, value }: PaperFact, width: number): number {
  const labelWidth = width * LABEL_SHARE;
  const look = { size: FACT_SIZE };
  return (
    Math.max(textHeight(sheet, label, look, labelWidth - 8), textHeight(sheet, value, look, width - labelWidth)) + 3
  );
}

/** The one figure everybody looks for, on a ground of its own. */
export function drawHero(sheet: Sheet, { label, value }: PaperFact, note: string | null): void {
  const height = note ? 58 : 46;
  const { left, width, y } = sheet;
  artifact(sheet, "Layout", () => {
    sheet.doc.roundedRect(left, y, width, height, 8).fill(colours.accentSoft);
  });
  const inner = { x: left + 16, width: width * 0.52 };
  const figureAt = { x: left + width * 0.52, y: y + height / 2 - 13, width: width * 0.48 - 16 };
  const labelAt = { ...inner, y: y + (note ? 14 : 17) };
  const labelLook = { size: 10.5, bold: true, maxHeight: 15 };
  const noteLook = { size: FACT_SIZE, colour: colours.soft, maxHeight: 13 };
  const figureLook = { size: 20, bold: true, align: "right" as const, colour: colours.accent };
  tagged(sheet, sheet.root, "P", () => drawText(sheet, label, labelAt, labelLook));
  tagged(sheet, sheet.root, "P", () => drawText(sheet, value, figureAt, figureLook));
  if (note) tagged(sheet, sheet.root, "P", () => drawText(sheet, note, { ...inner, y: y + 31 }, noteLook));
  sheet.y = y + height + 20;
}

/** Steps to the net amount, on the right where the amounts stand; the last one in bold under a line. */
export function drawNet(sheet: Sheet, steps: readonly PaperFact[]): void {
  const width = sheet.width * 0.56;
  const x = sheet.left + sheet.width - width;
  const pairs = openPairs(sheet);
  steps.forEach(({ label, value }, at) => {
    const isLast = at === steps.length - 1;
    const look = stepLook(isLast);
    if (isLast) rule(sheet, sheet.y, { from: x, width, colour: colours.ink, weight: 0.8 });
    const y = sheet.y + 4;
    const labelAt = { x, y, width: width * NET_LABEL_SHARE };
    const valueAt = { x: x + labelAt.width, y, width: width - labelAt.width };
    pairs.add(
      () => drawText(sheet, label, labelAt, { ...look, colour: isLast ? colours.ink : colours.soft }),
      () => drawText(sheet, value, valueAt, { ...look, align: "right" }),
    );
    sheet.y += netStepHeight(sheet, label, look);
  });
  pairs.end();
  sheet.y += 12;
}

const stepLook = (isLast: boolean) => ({ size: isLast ? 10 : FACT_SIZE, bold: isLast });

const netStepHeight = (sheet: Sheet, label: string, look: { size: number; bold: boolean }) =>
  textHeight(sheet, label, look, sheet.width * 0.56 * NET_LABEL_SHARE) + 7;

export function netHeight(sheet: Sheet, steps: readonly PaperFact[]): number {
  const heights = steps.map(({ label }, at) => netStepHeight(sheet, label, stepLook(at === steps.length - 1)));
  return heights.reduce((sum, height) => sum + height, 12);
}

type Payment = { title: string; facts: readonly PaperFact[]; note?: string };

const FRAME_PAD = 14;
const paymentHead = { size: 10.5, bold: true };

export function paymentHeight(sheet: Sheet, { title, facts, note }: Payment): number {
  const width = sheet.width - 2 * FRAME_PAD;
  const factsHeight = facts.reduce((sum, fact) => sum + factHeight(sheet, fact, width), 0);
  const noteHeight = note ? textHeight(sheet, note, { size: 8 }, width) + 6 : 0;
  return 2 * FRAME_PAD + textHeight(sheet, title, paymentHead, width) + 4 + factsHeight + noteHeight;
}

/** Where the money goes and when, in a frame. */
export function drawPayment(sheet: Sheet, payment: Payment): void {
  const { title, facts, note } = payment;
  const width = sheet.width - 2 * FRAME_PAD;
  const height = paymentHeight(sheet, payment);
  const top = sheet.y;
  artifact(sheet, "Layout", () => {
    sheet.doc.roundedRect(sheet.left, top, sheet.width, height, 8).lineWidth(0.8).strokeColor(colours.line).stroke();
  });
  const x = sheet.left + FRAME_PAD;
  const y = top + FRAME_PAD;
  tagged(sheet, sheet.root, "H2", () => drawText(sheet, title, { x, y, width }, paymentHead));
  sheet.y = y + textHeight(sheet, title, paymentHead, width) + 7;
  drawFacts(sheet, facts, { x, width });
  if (note) {
    const at = { x, y: sheet.y + 3, width };
    tagged(sheet, sheet.root, "P", () => drawText(sheet, note, at, { size: 8, colour: colours.faint }));
  }
  sheet.y = top + height + 16;
}
