import type { ZipPart } from "#api/formats/zip.ts";

type Kinds = {
  text: number;
  money: number;
  integer: number;
  rate: number;
  day: number;
  instant: number;
  exact: number;
};

/** Places in the list of cell formats below. */
export const styles = {
  note: 1,
  header: 2,
  plain: { text: 3, money: 4, integer: 5, rate: 6, day: 7, instant: 8, exact: 9 } satisfies Kinds,
  total: { text: 10, money: 11, integer: 12, rate: 13, day: 14, instant: 15, exact: 16 } satisfies Kinds,
  widths: { text: 26, money: 18, integer: 14, rate: 12, day: 13, instant: 27, boolean: 10 },
};

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const CONTENT = "application/vnd.openxmlformats-officedocument.spreadsheetml";
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** The files of a workbook with one sheet. */
export function sheetParts(name: string, sheet: AsyncIterable<string>): ZipPart[] {
  return [
    { name: "[Content_Types].xml", content: contentTypes },
    { name: "_rels/.rels", content: relations([["officeDocument", "xl/workbook.xml"]]) },
    { name: "xl/workbook.xml", content: workbook(name) },
    {
      name: "xl/_rels/workbook.xml.rels",
      content: relations([
        ["worksheet", "worksheets/sheet1.xml"],
        ["styles", "styles.xml"],
      ]),
    },
    { name: "xl/styles.xml", content: stylesheet() },
    { name: "xl/worksheets/sheet1.xml", content: sheet },
  ];
}

/** 1 -> A, 27 -> AA. */
export function columnLetters(column: number): string {
  const letter = String.fromCharCode(65 + ((column - 1) % 26));
  return column > 26 ? columnLetters(Math.floor((column - 1) / 26)) + letter : letter;
}

/** A cell's text: what XML cannot say left out, no longer than a cell can hold. */
export function inlineText(value: string): string {
  const sayable = value.slice(0, 32_767).replace(/(?![\t\n\r])[\p{Cc}\p{Cs}\ufffe\uffff]/gu, "");
  return `<t xml:space="preserve">${escaped(sayable)}</t>`;
}

const escaped = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

const contentTypes =
  `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
  '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
  `<Override PartName="/xl/workbook.xml" ContentType="${CONTENT}.sheet.main+xml"/>` +
  `<Override PartName="/xl/worksheets/sheet1.xml" ContentType="${CONTENT}.worksheet+xml"/>` +
  `<Override PartName="/xl/styles.xml" ContentType="${CONTENT}.styles+xml"/></Types>`;

function relations(targets: readonly (readonly [type: string, target: string])[]): string {
  const each = targets.map(
    ([type, target], at) => `<Relationship Id="rId${at + 1}" Type="${OFFICE}/${type}" Target="${target}"/>`,
  );
  return `${HEAD}<Relationships xmlns="${RELATIONS}">${each.join("")}</Relationships>`;
}

/** A sheet's name has at most 31 characters. */
function workbook(name: string): string {
  const sheet = `<sheet name="${name.slice(0, 31)}" sheetId="1" r:id="rId1"/>`;
  return `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${sheet}</sheets></workbook>`;
}

/** Formats of the kinds, once plain and once bold under a line. */
function stylesheet(): string {
  const formats = ["#,##0.00####", "#,##0", "0.0000##", "yyyy-mm-dd", 'yyyy-mm-dd hh:mm:ss "UTC"'];
  const numFmts = formats.map((code, at) => `<numFmt numFmtId="${164 + at}" formatCode="${escapedQuote(code)}"/>`);
  const kinds = [0, 164, 165, 166, 167, 168, 49];
  const xf = (format: number, font: number, fill = 0, border = 0) => {
    const align = format === 49 ? '<alignment horizontal="right"/>' : "";
    return (
      `<xf numFmtId="${format}" fontId="${font}" fillId="${fill}" borderId="${border}" xfId="0" applyNumberFormat="1" ` +
      `applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1">${align}</xf>`
    );
  };
  const plain = kinds.map((format) => xf(format, 0));
  const total = kinds.map((format) => xf(format, 1, 0, 1));
  const font = (inside: string) => `<font>${inside}<sz val="10"/><name val="Arial"/></font>`;
  const list = (tag: string, items: readonly string[]) => `<${tag} count="${items.length}">${items.join("")}</${tag}>`;
  const grey = '<color rgb="FF6B7280"/>';
  return (
    `${HEAD}<styleSheet xmlns="${MAIN}">${list("numFmts", numFmts)}` +
    list("fonts", [font(""), font("<b/>"), `<font><sz val="10"/>${grey}<name val="Arial"/></font>`]) +
    list("fills", [
      '<fill><patternFill patternType="none"/></fill>',
      '<fill><patternFill patternType="gray125"/></fill>',
      '<fill><patternFill patternType="solid"><fgColor rgb="FFE8EDF3"/></patternFill></fill>',
    ]) +
    list("borders", [
      "<border><left/><right/><top/><bottom/><diagonal/></border>",
      '<border><left/><right/><top style="thin"><color rgb="FF374151"/></top><bottom/><diagonal/></border>',
    ]) +
    list("cellStyleXfs", ['<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>']) +
    list("cellXfs", [xf(0, 0), xf(0, 2), xf(0, 1, 2), ...plain, ...total]) +
    list("cellStyles", ['<cellStyle name="Normal" xfId="0" builtinId="0"/>']) +
    "</styleSheet>"
  );
}

const escapedQuote = (text: string) => text.replaceAll('"', "&quot;");
