import { expect, test } from "vitest";
import { readCamt053 } from "#api/formats/camt053.ts";
import { readPain002 } from "#api/formats/pain002.ts";
import { UnreadableFile } from "#api/formats/unreadable-file.ts";
import { writeCamt053 } from "#api/formats/write-camt053.ts";

const good = writeCamt053({
  messageId: "M-1",
  createdAt: new Date("2026-02-03T20:00:00Z"),
  statements: [
    {
      bankId: "S-1",
      iban: "DE89370400440532013000",
      currency: "EUR",
      opening: { amountE6: 0n, on: "2026-02-01" },
      entries: [{ amountE6: 5_000_000n, bookedOn: "2026-02-03", counterpartyName: "Grocer" }],
    },
  ],
});
const laughs = `<!DOCTYPE lolz [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>`;
const latin1 = new Uint8Array([...new TextEncoder().encode(good.replace("Grocer", "Gr"))].concat(0xe9));

const hostile: [title: string, xml: string | Uint8Array, problem: string][] = [
  ["billion laughs", good.replace("?>\n", `?>\n${laughs}`).replace("M-1", "&b;"), "DOCTYPE"],
  ["an entity of another file", good.replace("?>\n", '?>\n<!DOCTYPE d SYSTEM "file:///etc/passwd">'), "DOCTYPE"],
  ["an entity nobody declared", good.replace("M-1", "&xxe;"), "NOT_XML"],
  ["elements without end", `<Document><BkToCstmrStmt>${"<a>".repeat(100_000)}`, "TOO_DEEP"],
  ["one endless text", good.replace("M-1", "9".repeat(1_000_000)), "TOO_LARGE"],
  ["another encoding that it admits", good.replace("UTF-8", "ISO-8859-1"), "WRONG_ENCODING"],
  ["another encoding that it hides", latin1, "WRONG_ENCODING"],
  ["UTF-16", new Uint8Array(Buffer.from(`\ufeff${good}`, "utf16le")), "WRONG_ENCODING"],
  ["a file cut off", good.slice(0, -200), "NOT_XML"],
  ["tags that cross", good.replace("</Stmt>", "</Stnt>"), "NOT_XML"],
  ["a second document behind the first", good + good, "NOT_XML"],
  ["nothing", "", "NOT_XML"],
  ["no XML at all", "date;amount\n2026-02-03;5,00", "NOT_XML"],
  ["another message", good.replaceAll("BkToCstmrStmt", "BkToCstmrAcctRpt"), "WRONG_MESSAGE"],
  ["no balance", good.replaceAll("CLBD", "XPCD"), "MISSING"],
  ["no number where the sign stands", good.replace("<CdtDbtInd>CRDT", "<CdtDbtInd>PLUS"), "BAD_VALUE"],
  ["a day that is none", good.replaceAll("2026-02-03</Dt>", "2026-02-30</Dt>"), "BAD_VALUE"],
  ["an account mistyped", good.replace("DE8937", "DE8973"), "BAD_VALUE"],
  ["an account in another currency", good.replace("<Ccy>EUR", "<Ccy>USD"), "FOREIGN_CURRENCY"],
  ["an entry in another currency", good.replace(/(<Ntry>\s*<Amt Ccy=")EUR/, "$1USD"), "FOREIGN_CURRENCY"],
];

test.for(hostile)("%s is refused in one way, and the word for it is told", ([, xml, problem]) => {
  expect(refusalOf(() => readCamt053(xml, { currency: "EUR" }))).toMatchObject({ problem });
});

test("a refusal says where", () => {
  const xml = good.replace(/(<Ntry>\s*<Amt Ccy=")EUR/, "$1USD");
  const line = xml.split("\n").findIndex((text) => text.includes("USD")) + 1;
  expect(refusalOf(() => readCamt053(xml, { currency: "EUR" })).place).toMatchObject({
    line,
    path: "Document/BkToCstmrStmt/Stmt/Ntry/Amt",
  });
});

test("a lost character is found in its line", () => {
  expect(refusalOf(() => readCamt053(latin1, { currency: "EUR" })).place).toMatchObject({
    line: good.split("\n").length,
  });
});

test("the answers of a bank are read under the same rules", () => {
  const xml = `<?xml version="1.0"?>${laughs}<Document><CstmrPmtStsRpt/></Document>`;
  expect(refusalOf(() => readPain002(xml))).toMatchObject({ problem: "DOCTYPE" });
  expect(refusalOf(() => readPain002(good))).toMatchObject({ problem: "WRONG_MESSAGE" });
});

function refusalOf(deed: () => unknown): UnreadableFile {
  try {
    deed();
  } catch (error) {
    if (error instanceof UnreadableFile) return error;
    throw error;
  }
  throw new Error("It was taken.");
}
