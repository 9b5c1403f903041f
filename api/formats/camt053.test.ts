import { Worker } from "node:worker_threads";
import { expect, test } from "vitest";
import { readCamt053 } from "#api/formats/camt053.ts";
import { type TestEntry, type TestStatement, writeCamt053 } from "#api/formats/write-camt053.ts";

const euro = 1_000_000n;
const ours = "DE89370400440532013000";
const grocers = "GB82WEST12345698765432";
const read = (xml: string | Uint8Array) => readCamt053(xml, { currency: "EUR" });

test("a transfer that came in is read with all that a match needs", () => {
  const [statement] = read(file([transfer])).statements;
  expect(statement).toMatchObject({
    bankId: "S-1",
    sequence: 7n,
    account: { iban: ours, currency: "EUR" },
    opening: { amountE6: 6n * euro, on: "2026-02-01" },
    closing: { amountE6: 158n * euro, on: "2026-02-03" },
    entryCount: 1,
  });
  expect(statement?.lines).toEqual([
    {
      ref: `${ours}/2026-02-03/B1`,
      kind: "MOVEMENT",
      entry: 1,
      isBatch: false,
      amountE6: 152n * euro,
      instructedE6: null,
      bookedOn: "2026-02-03",
      valueOn: "2026-02-04",
      isReversal: false,
      bankRef: "B1",
      bankCode: "PMNT/RCDT/ESCT",
      endToEndId: "CY1-GROCER-IN",
      returnReason: null,
      creditorReference: "RF18539007547034",
      remittance: "Cycle 1 & <thanks>",
      counterpartyName: "Grocer GmbH",
      counterpartyIban: grocers,
    },
  ]);
});

test.for([
  ["000100.50", 100_500_000n],
  ["100.5", 100_500_000n],
  ["100", 100_000_000n],
  ["100.", 100_000_000n],
  [".5", 500_000n],
  ["+7.10", 7_100_000n],
  ["0.123456000", 123_456n],
  ["123456789012345.67", 123_456_789_012_345_670_000n],
] as const)("an amount written %s is taken to the last digit", ([written, expected]) => {
  const xml = file([{ amountE6: euro, bookedOn: "2026-02-03" }], { openingE6: 0n, closingE6: expected });
  expect(amountsOf(xml.replace(">1.00</Amt>", `>${written}</Amt>`))).toEqual([expected]);
});

test.for(["", "-5.00", "1,50", "1e3", "1.1234567", "1234567890123456", "."])("%j is no amount", (written) => {
  const xml = file([{ amountE6: euro, bookedOn: "2026-02-03" }]).replace(">1.00</Amt>", `>${written}</Amt>`);
  expect(() => read(xml)).toThrowError(/no amount/);
});

test("a batch becomes its details, each with its own reference", () => {
  const details = [
    { amountE6: 90n * euro, endToEndId: "E1" },
    { amountE6: 62n * euro, endToEndId: "E2" },
  ];
  const [statement] = read(file([{ ...transfer, details }])).statements;
  expect(statement).toMatchObject({ entryCount: 1 });
  expect(
    statement?.lines.map(({ ref, amountE6, endToEndId, isBatch }) => [ref, amountE6, endToEndId, isBatch]),
  ).toEqual([
    [`${ours}/2026-02-03/B1/1`, 90n * euro, "E1", true],
    [`${ours}/2026-02-03/B1/2`, 62n * euro, "E2", true],
  ]);
});

test("what a batch books less than its details is the bank's charge", () => {
  const details = [{ amountE6: 90n * euro }, { amountE6: 62_350_000n }];
  expect(linesOf(file([{ ...transfer, details }]))).toEqual([
    ["MOVEMENT", 90n * euro],
    ["MOVEMENT", 62_350_000n],
    ["CHARGE", -350_000n],
  ]);
});

test("what a batch books more than its details cannot be explained", () => {
  const xml = file([{ ...transfer, details: [{ amountE6: 90n * euro }, { amountE6: 61n * euro }] }]);
  expect(() => read(xml)).toThrowError(expect.objectContaining({ problem: "SUMS_DISAGREE" }));
});

test("a batch that names only some of its amounts is not guessed", () => {
  const xml = file([{ ...transfer, details: [{ amountE6: 90n * euro }, { amountE6: 62n * euro }] }]);
  const first = xml.replace(/(<TxDtls>\s*)<Amt Ccy="EUR">90.00<\/Amt>/, "$1");
  expect(() => read(first)).toThrowError(expect.objectContaining({ problem: "MISSING" }));
});

test("a charge that our bank says it kept stands beside the whole amount", () => {
  const xml = file([{ amountE6: 99_650_000n, bookedOn: "2026-02-03", chargeE6: 350_000n }]);
  expect(linesOf(xml)).toEqual([
    ["MOVEMENT", 100n * euro],
    ["CHARGE", -350_000n],
  ]);
});

test("less than was ordered, and no charge of ours: what arrived counts, what was ordered is told", () => {
  const [statement] = read(file([{ ...transfer, instructedE6: 155n * euro }])).statements;
  expect(statement?.lines).toMatchObject([{ amountE6: 152n * euro, instructedE6: 155n * euro }]);
});

test("a pay-out taken back comes in, and its counterparty is who should have had it", () => {
  const back = { ...transfer, isReversal: true, returnReason: "AC04" };
  expect(read(file([back])).statements[0]?.lines).toMatchObject([
    { amountE6: 152n * euro, isReversal: true, returnReason: "AC04", counterpartyIban: grocers },
  ]);
});

test("a receipt taken back goes out", () => {
  const xml = file([{ ...transfer, amountE6: -5n * euro, isReversal: true }]);
  const turned = xml.replaceAll("<Cdtr>", "<Dbtr>").replaceAll("</Cdtr>", "</Dbtr>").replaceAll("CdtrAcct", "DbtrAcct");
  expect(read(turned).statements[0]?.lines).toMatchObject([
    { amountE6: -5n * euro, isReversal: true, counterpartyIban: grocers },
  ]);
});

test("a bank that names us on both sides of a return does not make us our own counterparty", () => {
  const back = { ...transfer, returnReason: "AC04", counterpartyIban: ours };
  expect(read(file([back])).statements[0]?.lines).toMatchObject([{ counterpartyIban: null, counterpartyName: null }]);
});

test("the same statement twice names itself and its lines alike", () => {
  const [first, again] = [file([transfer]), file([transfer], { messageId: "M-2" })].map(
    (xml) => read(xml).statements[0],
  );
  expect(again?.bankId).toBe(first?.bankId);
  expect(again?.lines).toEqual(first?.lines);
});

test("a lost statement shows as a gap in the numbers", () => {
  const numbers = [file([], { sequence: 7n }), file([], { sequence: 9n })].map(
    (xml) => read(xml).statements[0]?.sequence,
  );
  expect(numbers).toEqual([7n, 9n]);
});

test("without an electronic number the legal one counts", () => {
  const xml = file([]).replaceAll("ElctrncSeqNb", "LglSeqNb");
  expect(read(xml).statements[0]).toMatchObject({ sequence: 7n, electronicSequence: null, legalSequence: 7n });
});

test("lines have names of their own where the bank gives none, or one twice", () => {
  const bare: TestEntry = { amountE6: euro, bookedOn: "2026-02-03" };
  const xml = file([bare, { ...bare, entryRef: "12" }, { ...bare, bankRef: "NONREF" }, transfer, transfer]);
  expect(read(xml).statements[0]?.lines.map(({ ref }) => ref)).toEqual([
    `${ours}/S-1/#1`,
    `${ours}/S-1/12`,
    `${ours}/S-1/#3`,
    `${ours}/2026-02-03/B1`,
    `${ours}/2026-02-03/B1~2`,
  ]);
});

test("what is pending has moved nothing", () => {
  const [statement] = read(file([transfer, { ...transfer, status: "PDNG" }])).statements;
  expect(statement).toMatchObject({ entryCount: 1, pendingCount: 1, closing: { amountE6: 158n * euro } });
});

test("a line of nothing has moved nothing, and the lines around it keep their names", () => {
  const empty: TestEntry = { amountE6: 0n, bookedOn: "2026-02-03" };
  const [statement] = read(file([empty, transfer, { ...empty, bankRef: "B9" }])).statements;
  expect(statement).toMatchObject({ entryCount: 3, emptyCount: 2, closing: { amountE6: 158n * euro } });
  expect(statement?.lines.map(({ ref, entry }) => [ref, entry])).toEqual([[`${ours}/2026-02-03/B1`, 2]]);
});

test("a statement whose entries do not lead from its opening to its closing is not taken", () => {
  const xml = file([transfer], { closingE6: 159n * euro });
  expect(() => read(xml)).toThrowError(/opens at 6.00, books 152.00 and yet closes at 159.00/);
});

test("an overdrawn account opens below zero", () => {
  const [statement] = read(file([transfer], { openingE6: -2n * euro, closingE6: 150n * euro })).statements;
  expect(statement?.opening.amountE6).toBe(-2n * euro);
});

test("NOTPROVIDED is no reference of the payer", () => {
  const [statement] = read(file([{ ...transfer, endToEndId: "NOTPROVIDED" }])).statements;
  expect(statement?.lines[0]?.endToEndId).toBeNull();
});

test("ten thousand entries are read within seconds in a heap of 64 MB, and every line has a name of its own", async () => {
  const entries = Array.from({ length: 10_000 }, (_, at) => ({ ...transfer, bankRef: `B${at}`, amountE6: euro }));
  const reader = `
    const { workerData, parentPort } = require("node:worker_threads");
    import(workerData.reader).then(({ readCamt053 }) => {
      const [statement] = readCamt053(workerData.xml, { currency: "EUR" }).statements;
      parentPort.postMessage(new Set(statement.lines.map(({ ref }) => ref)).size);
    });`;
  const workerData = { reader: import.meta.resolve("#api/formats/camt053.ts"), xml: file(entries) };
  const worker = new Worker(reader, { eval: true, workerData, resourceLimits: { maxOldGenerationSizeMb: 64 } });
  const names = await new Promise((resolve, reject) => worker.on("message", resolve).on("error", reject));
  expect(names).toBe(10_000);
}, 30_000);

const transfer: TestEntry = {
  amountE6: 152n * euro,
  bookedOn: "2026-02-03",
  valueOn: "2026-02-04",
  bankRef: "B1",
  endToEndId: "CY1-GROCER-IN",
  creditorReference: "RF18 5390 0754 7034",
  remittance: "Cycle 1 & <thanks>",
  counterpartyName: "Grocer GmbH",
  counterpartyIban: grocers,
};

type Around = { messageId?: string; sequence?: bigint; openingE6?: bigint; closingE6?: bigint };

function file(entries: readonly TestEntry[], around: Around = {}): string {
  const { messageId = "M-1", sequence = 7n, openingE6 = 6n * euro, closingE6 } = around;
  const opening = { amountE6: openingE6, on: "2026-02-01" };
  const closing = closingE6 === undefined ? {} : { closing: { amountE6: closingE6, on: "2026-02-03" } };
  const statement: TestStatement = {
    bankId: "S-1",
    sequence,
    iban: ours,
    currency: "EUR",
    opening,
    ...closing,
    entries,
  };
  return writeCamt053({ messageId, createdAt: new Date("2026-02-03T20:00:00Z"), statements: [statement] });
}

const linesOf = (xml: string) =>
  read(xml).statements.flatMap(({ lines }) => lines.map((line) => [line.kind, line.amountE6]));
const amountsOf = (xml: string) => read(xml).statements.flatMap(({ lines }) => lines.map(({ amountE6 }) => amountE6));
