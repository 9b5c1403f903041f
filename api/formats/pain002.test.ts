import { expect, test } from "vitest";
import { answerTo, readPain002 } from "#api/formats/pain002.ts";
import { writePain002 } from "#api/formats/write-pain002.ts";

const head = { messageId: "A-1", createdAt: new Date("2026-02-03T11:00:00Z"), originalMessageId: "M-1" };
const [monday, tuesday] = ["M-1-20260202", "M-1-20260203"];

const mixed = writePain002({
  ...head,
  group: { status: "PART" },
  blocks: [
    { blockId: monday, answer: { status: "ACSP" } },
    {
      blockId: tuesday,
      answer: { status: "PART" },
      payments: [
        { endToEndId: "CY1-GROCER-OUT", status: "ACTC" },
        { endToEndId: "CY1-FUEL-OUT", status: "RJCT", reason: "AC04", text: "Account closed" },
      ],
    },
  ],
});

test("an answer names the file, its blocks and its payments", () => {
  expect(readPain002(mixed)).toEqual({
    messageId: "A-1",
    createdAt: "2026-02-03T11:00:00.000Z",
    originalMessageId: "M-1",
    group: { status: "PART", reasons: [] },
    blocks: [
      { blockId: monday, status: "ACSP", reasons: [] },
      { blockId: tuesday, status: "PART", reasons: [] },
    ],
    payments: [
      { endToEndId: "CY1-GROCER-OUT", blockId: tuesday, status: "ACTC", reasons: [], amountE6: null },
      {
        endToEndId: "CY1-FUEL-OUT",
        blockId: tuesday,
        status: "RJCT",
        reasons: [{ code: "AC04", text: "Account closed" }],
        amountE6: null,
      },
    ],
  });
});

test("a payment's own answer comes before its block's, and its block's before the file's", () => {
  const answers = readPain002(mixed);
  const outcomes = [
    { endToEndId: "CY1-FUEL-OUT", blockId: tuesday },
    { endToEndId: "CY1-PHARMACY-OUT", blockId: monday },
    { endToEndId: "CY1-BOOKS-OUT", blockId: tuesday },
  ].map((payment) => answerTo(answers, payment)?.outcome ?? null);
  expect(outcomes).toEqual(["REJECTED", "ACCEPTED", null]);
});

test("a file refused as a whole refuses every payment in it", () => {
  const answers = readPain002(writePain002({ ...head, group: { status: "RJCT", reason: "FF01" } }));
  expect(answerTo(answers, { endToEndId: "ANY", blockId: monday })).toEqual({
    status: "RJCT",
    outcome: "REJECTED",
    reasons: [{ code: "FF01", text: null }],
  });
});

test.for([
  ["RCVD", "PENDING"],
  ["ACTC", "ACCEPTED"],
  ["ACCP", "ACCEPTED"],
  ["ACSP", "ACCEPTED"],
  ["ACSC", "ACCEPTED"],
  ["RJCT", "REJECTED"],
] as const)("%s comes to %s", ([status, outcome]) => {
  const answers = readPain002(writePain002({ ...head, group: { status } }));
  expect(answerTo(answers, { endToEndId: "ANY", blockId: monday })?.outcome).toBe(outcome);
});

test("a status nobody knows is not guessed", () => {
  const xml = mixed.replace("ACTC", "ACXX");
  expect(() => readPain002(xml)).toThrowError(expect.objectContaining({ problem: "BAD_VALUE" }));
});

test("an answer to direct debits is none to us", () => {
  const xml = mixed.replace("pain.001.001.09", "pain.008.001.08");
  expect(() => readPain002(xml)).toThrowError(expect.objectContaining({ problem: "BAD_VALUE" }));
});

test("an answer about a payment without its id is refused", () => {
  const xml = mixed.replace("<OrgnlEndToEndId>CY1-GROCER-OUT</OrgnlEndToEndId>", "");
  expect(() => readPain002(xml)).toThrowError(expect.objectContaining({ problem: "MISSING" }));
});
