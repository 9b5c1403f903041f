import { readFileSync } from "node:fs";
import fc from "fast-check";
import { XmlDocument, XsdValidator } from "libxml2-wasm";
import { expect, test } from "vitest";
import { blockId, type PaymentOrder, sepaReference, type Transfer, writePain001 } from "#api/formats/pain001.ts";
import { creditorReference } from "#api/kernel/iban.ts";

const euro = 1_000_000n;
const schema = XmlDocument.fromString(readFileSync("api/formats/pain001.xsd", "utf8"));
const validator = XsdValidator.fromDoc(schema);

const grocer: Transfer = {
  endToEndId: "CY1-GROCER-OUT",
  executeOn: "2026-02-05",
  amountE6: 96_500_000n,
  creditor: { name: "Grocer GmbH & Söhne", iban: "GB82 WEST 1234 5698 7654 32", bic: "COBADEFFXXX" },
  remittance: "Cycle 1, statement 2026/01",
};
const pharmacy: Transfer = {
  endToEndId: "CY1-PHARMACY-OUT",
  executeOn: "2026-02-04",
  amountE6: 31_350_000n,
  creditor: { name: "Аптэка «Ружа» ў Гродне", iban: "DE89370400440532013000", bic: null },
  remittance: { creditorReference: creditorReference("CY1PHARMACY") ?? "" },
};
const order: PaymentOrder = {
  messageId: "01JD0000000000000000000000",
  createdAt: new Date("2026-02-03T10:00:00Z"),
  debtor: { name: "Zgoda", iban: "DE89370400440532013000", bic: null },
  currency: "EUR",
  transfers: [grocer, pharmacy, { ...grocer, endToEndId: "CY1-FUEL-OUT", amountE6: euro }],
};

test("an order of transfers keeps to the schema of pain.001.001.09", () => {
  expect(problemOf(writePain001(order))).toBeNull();
});

test("any order that is written keeps to the schema", () => {
  fc.assert(
    fc.property(
      fc.array(transfers(), { minLength: 1, maxLength: 5 }),
      fc.string({ unit: "grapheme" }),
      (drawn, name) => {
        const named = { ...order.debtor, name: `Z${name}` };
        const all = drawn.map((transfer, at) => ({ ...transfer, endToEndId: `E${at}` }));
        expect(problemOf(writePain001({ ...order, debtor: named, transfers: all }))).toBeNull();
      },
    ),
    { numRuns: 200 },
  );
});

test.for<[string, (xml: string) => string]>([
  ["a missing end-to-end id", (xml: string) => xml.replace(/<EndToEndId>.*?<\/EndToEndId>/, "")],
  [
    "elements in another order",
    (xml: string) => xml.replace(/(<PmtMtd>.*<\/PmtMtd>)(\s*)(<BtchBookg>.*<\/BtchBookg>)/, "$3$2$1"),
  ],
  ["a letter outside SEPA's set", (xml: string) => xml.replace("Grocer", "Grocér")],
  ["a third decimal", (xml: string) => xml.replace(">96.50<", ">96.505<")],
  ["a day that is none", (xml: string) => xml.replace("2026-02-05<", "2026-02-30<")],
])("the schema sees %s", ([, spoil]) => {
  expect(problemOf(spoil(writePain001(order)))).not.toBeNull();
});

test("transfers stand in one block per day, and every block adds up", () => {
  const xml = writePain001(order);
  expect(textsOf(xml, "PmtInfId")).toEqual([
    blockId(order.messageId, "2026-02-04"),
    blockId(order.messageId, "2026-02-05"),
  ]);
  expect(textsOf(xml, "NbOfTxs")).toEqual(["3", "1", "2"]);
  expect(textsOf(xml, "CtrlSum")).toEqual(["128.85", "31.35", "97.50"]);
  expect(textsOf(xml, "EndToEndId")).toEqual(["CY1-PHARMACY-OUT", "CY1-GROCER-OUT", "CY1-FUEL-OUT"]);
});

test("names are spelled in the letters every bank takes", () => {
  expect(textsOf(writePain001(order), "Nm")).toEqual([
    "Zgoda",
    "Zgoda",
    "Apteka .Ruzha. u Hrodne",
    "Zgoda",
    "Grocer GmbH + Sohne",
    "Grocer GmbH + Sohne",
  ]);
});

test("a structured reference goes out as one, an account without spaces", () => {
  const xml = writePain001(order);
  expect(textsOf(xml, "Ref")).toEqual([creditorReference("CY1PHARMACY")]);
  expect(textsOf(xml, "IBAN")).toContain("GB82WEST12345698765432");
});

test("the same order gives the same bytes", () => {
  expect(writePain001(order)).toBe(writePain001({ ...order, transfers: [...order.transfers] }));
});

test("the id of a payment file fits into a message id", () => {
  expect(sepaReference("pfl_01JD0000000000000000000000")).toBe(order.messageId);
});

test.for<[string, Partial<PaymentOrder>]>([
  ["transfers", { transfers: [] }],
  ["messageId", { messageId: "pfl_01JD0000000000000000000000" }],
  ["endToEndId", { transfers: [grocer, grocer] }],
  ["endToEndId", { transfers: [{ ...grocer, endToEndId: "/CY1" }] }],
  ["endToEndId", { transfers: [{ ...grocer, endToEndId: "x".repeat(36) }] }],
  ["amountE6", { transfers: [{ ...grocer, amountE6: 0n }] }],
  ["amountE6", { transfers: [{ ...grocer, amountE6: -euro }] }],
  ["amountE6", { transfers: [{ ...grocer, amountE6: 96_505_000n }] }],
  ["amountE6", { transfers: [{ ...grocer, amountE6: 1_000_000_000n * euro }] }],
  ["executeOn", { transfers: [{ ...grocer, executeOn: "5 February" }] }],
  ["creditor.iban", { transfers: [{ ...grocer, creditor: { ...grocer.creditor, iban: "GB83WEST12345698765432" } }] }],
  ["creditor.bic", { transfers: [{ ...grocer, creditor: { ...grocer.creditor, bic: "COBA" } }] }],
  ["creditor.name", { transfers: [{ ...grocer, creditor: { ...grocer.creditor, name: "《》" } }] }],
  ["debtor.iban", { debtor: { name: "Zgoda", iban: "DE00", bic: null } }],
  ["remittance", { transfers: [{ ...grocer, remittance: { creditorReference: "RF00CY1" } }] }],
])("an order with a wrong %s is not written", ([field, wrong]) => {
  expect(() => writePain001({ ...order, ...wrong })).toThrowError(expect.objectContaining({ field }));
});

function transfers(): fc.Arbitrary<Transfer> {
  return fc.record({
    endToEndId: fc.constant("E"),
    executeOn: fc.constantFrom("2026-02-04", "2026-02-05", "2026-12-31"),
    amountE6: fc.bigInt({ min: 1n, max: 99_999_999_999n }).map((cents) => cents * 10_000n),
    creditor: fc.record({
      name: fc.string({ unit: "grapheme", maxLength: 200 }).map((name) => `A${name}`),
      iban: fc.constantFrom("GB82WEST12345698765432", "DE89370400440532013000"),
      bic: fc.constantFrom(null, "COBADEFF"),
    }),
    remittance: fc.string({ unit: "grapheme", maxLength: 300 }),
  });
}

/** What the schema says against it; null: nothing. */
function problemOf(xml: string): string | null {
  const document = XmlDocument.fromString(xml);
  try {
    validator.validate(document);
    return null;
  } catch (error) {
    return String(error);
  } finally {
    document.dispose();
  }
}

const textsOf = (xml: string, name: string) =>
  [...xml.matchAll(new RegExp(`<${name}>(.*?)</${name}>`, "g"))].map((m) => m[1]);
