import { createHash } from "node:crypto";
import { parse } from "csv-parse/sync";
import { strFromU8, unzipSync } from "fflate";
import { expect, test, vi } from "vitest";
import { payOutsReport } from "#api/formats/pay-outs-report.ts";
import { type Report, type ReportFile, type ReportRow, reportFileName } from "#api/formats/report.ts";
import { reportCsv } from "#api/formats/report-csv.ts";
import { reportXlsx } from "#api/formats/report-xlsx.ts";
import { readXml, type XmlElement } from "#api/formats/xml-elements.ts";
import { findAll, textAt } from "#api/formats/xml-fields.ts";

const columns: Report["columns"] = [
  { name: "partner", kind: "text", heading: "Партнёр" },
  { name: "due_on", kind: "day" },
  { name: "posted_at", kind: "instant" },
  { name: "points", kind: "integer", isSummed: true },
  { name: "rate", kind: "rate" },
  { name: "amount", kind: "money", isSummed: true },
  { name: "currency", kind: "text" },
  { name: "on_us", kind: "boolean" },
];
const grocer: ReportRow = {
  partner: "Grocer",
  due_on: "2026-02-05",
  posted_at: new Date("2026-01-31T12:00:00.000Z"),
  points: 20_000n,
  rate: 8_500n,
  amount: 152_007_500n,
  currency: "EUR",
  on_us: false,
};
const fuel: ReportRow = { ...grocer, partner: "Fuel", points: -7n, amount: -96_500_000n, due_on: null, on_us: true };

test("a CSV says its schema, its columns, its rows, their count and their sums", async () => {
  expect(await textOf(reportCsv(report([grocer, fuel])))).toBe(
    [
      "schema,net_obligations,1",
      "partner,due_on,posted_at,points,rate,amount,currency,on_us",
      "Grocer,2026-02-05,2026-01-31T12:00:00.000Z,20000,0.0085,152.0075,EUR,false",
      "Fuel,,2026-01-31T12:00:00.000Z,-7,0.0085,-96.50,EUR,true",
      "records,2,sum_points,19993,sum_amount,55.5075",
      "",
    ].join("\r\n"),
  );
});

test("commas, quotes and line ends survive, as a reader of RFC 4180 sees them", async () => {
  const nasty = 'Grocer, "the best"\r\nin town; Сябры ў Мінску';
  const text = await textOf(reportCsv(report([{ ...grocer, partner: nasty }])));
  const records: string[][] = parse(text, { relax_column_count: true, record_delimiter: "\r\n" });
  expect(records[2]?.[0]).toBe(nasty);
});

test.for(["=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "＝1"])(
  "%j does not become a formula",
  async (text) => {
    const [, , row] = parse(await textOf(reportCsv(report([{ ...grocer, partner: text }]))), {
      relax_column_count: true,
    }) as string[][];
    expect(row?.[0]).toBe(`'${text}`);
  },
);

test("a number in a text stays a number, and below zero too", async () => {
  const text = await textOf(reportCsv(report([{ ...grocer, partner: "-5.20" }])));
  expect(text).toContain("\r\n-5.20,");
});

test("what stands beside the file is the SHA-256 of its bytes, known at the end", async () => {
  const file = reportCsv(report([grocer]));
  expect(() => file.totals()).toThrowError(/last byte/);
  const bytes = await bytesOf(file);
  expect(file.totals()).toEqual({
    rowCount: 1,
    sums: { points: "20000", amount: "152.0075" },
    sha256: createHash("sha256").update(bytes).digest("hex"),
    byteCount: bytes.length,
  });
});

test("a large report is read no faster than its bytes are taken", async () => {
  let made = 0;
  const endless = async function* () {
    while (true) {
      made += 1;
      yield grocer;
    }
  };
  for await (const chunk of reportCsv({ ...report([]), rows: endless() }).bytes) {
    expect(chunk.length).toBeGreaterThan(60_000);
    break;
  }
  expect(made).toBeLessThan(2_000);
});

test.for<[string, Partial<Report>]>([
  ["money without its currency", { columns: columns.filter(({ name }) => name !== "currency") }],
  ["one column twice", { columns: [...columns, { name: "partner", kind: "text" }] }],
  ["a sum of words", { columns: [{ name: "partner", kind: "text", isSummed: true }] }],
  ["a name that moves", { columns: [{ name: "Due date", kind: "day" }] }],
])("a report with %s is refused before its first byte", ([, wrong]) => {
  expect(() => reportCsv({ ...report([]), ...wrong })).toThrowError(/net_obligations/);
  expect(() => reportXlsx({ ...report([]), ...wrong })).toThrowError(/net_obligations/);
});

test("a floating number has no place in a report", async () => {
  const row = { ...grocer, amount: 1.5 as unknown as bigint };
  await expect(textOf(reportCsv(report([row])))).rejects.toThrowError(/amount is money/);
});

test("a workbook has the same rows with their types, sums under their columns and the count", async () => {
  const rows = rowsOf(await bytesOf(reportXlsx(report([grocer, fuel]))));
  expect(rows.map((cells) => cells.map(({ value }) => value))).toEqual([
    ["net_obligations", "1"],
    ["Партнёр", "due_on", "posted_at", "points", "rate", "amount", "currency", "on_us"],
    ["Grocer", "46058", "46053.5", "20000", "0.0085", "152.0075", "EUR", "0"],
    ["Fuel", "", "46053.5", "-7", "0.0085", "-96.50", "EUR", "1"],
    ["", "", "", "19993", "", "55.5075", "", ""],
    ["records", "2"],
  ]);
  expect(rows[2]?.map(({ type }) => type)).toEqual(["inlineStr", "n", "n", "n", "n", "n", "inlineStr", "b"]);
});

test("a number longer than a spreadsheet can keep is written as text, to the last digit", async () => {
  const rows = rowsOf(await bytesOf(reportXlsx(report([{ ...grocer, amount: 9_007_199_254_740_993_000_001n }]))));
  expect(rows[2]?.[5]).toEqual({ type: "inlineStr", value: "9007199254740993.000001" });
});

test("a text in a workbook is a text, whatever it begins with", async () => {
  const rows = rowsOf(await bytesOf(reportXlsx(report([{ ...grocer, partner: '=HYPERLINK("x") & <b>' }]))));
  expect(rows[2]?.[0]).toEqual({ type: "inlineStr", value: '=HYPERLINK("x") & <b>' });
});

test("the header of a workbook stays in view", async () => {
  const sheet = strFromU8(partOf(await bytesOf(reportXlsx(report([grocer]))), "xl/worksheets/sheet1.xml"));
  expect(sheet).toContain('<pane ySplit="2" topLeftCell="A3" activePane="bottomLeft" state="frozen"/>');
  expect(sheet).toContain('<autoFilter ref="A2:H3"/>');
});

test("the same report gives the same workbook, also on another day", async () => {
  vi.useFakeTimers({ toFake: ["Date"], now: new Date("2026-02-02T07:00:00Z") });
  const first = await bytesOf(reportXlsx(report([grocer])));
  vi.setSystemTime(new Date("2027-03-03T08:00:00Z"));
  const again = await bytesOf(reportXlsx(report([grocer])));
  vi.useRealTimers();
  expect(again).toEqual(first);
});

test("files are named by report, partner, cycle and version", () => {
  const of = { report: "net_obligations", partner: "Grocer & Co", cycle: null, version: 2 };
  expect(reportFileName(of, "csv")).toBe("net_obligations.grocer-co.all.v2.csv");
});

test("an order of pay-outs is also rows", async () => {
  const debtor = { name: "Zgoda", iban: "DE89370400440532013000", bic: null };
  const creditor = { name: "Fuel", iban: "GB82WEST12345698765432", bic: null };
  const transfer = {
    endToEndId: "CY1-FUEL-OUT",
    executeOn: "2026-02-05",
    amountE6: 96_500_000n,
    creditor,
    remittance: "CY1",
  };
  const order = { messageId: "M", createdAt: new Date(0), debtor, currency: "EUR", transfers: [transfer] };
  const lines = (await textOf(reportCsv(payOutsReport(order)))).split("\r\n");
  expect(lines.slice(2, 4)).toEqual([
    "CY1-FUEL-OUT,2026-02-05,DE89370400440532013000,Fuel,GB82WEST12345698765432,,96.50,EUR,CY1",
    "records,1,sum_amount,96.50",
  ]);
});

function report(rows: readonly ReportRow[]): Report {
  return { name: "net_obligations", version: 1, columns, rows: each() };
  async function* each() {
    yield* rows;
  }
}

async function bytesOf(file: ReportFile): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of file.bytes) chunks.push(chunk);
  return new Uint8Array(Buffer.concat(chunks));
}

const textOf = async (file: ReportFile) => new TextDecoder().decode(await bytesOf(file));

const partOf = (workbook: Uint8Array, name: string) => unzipSync(workbook)[name] ?? new Uint8Array();

function rowsOf(workbook: Uint8Array): { type: string; value: string }[][] {
  const rows: XmlElement[] = [];
  readXml(partOf(workbook, "xl/worksheets/sheet1.xml"), {
    at: { "worksheet/sheetData/row": (element) => rows.push(element) },
  });
  return rows.map((row) =>
    findAll(row, "c").map((cell) => ({
      type: cell.attributes["t"] ?? "n",
      value: textAt(cell, "v", "is/t") ?? "",
    })),
  );
}
