import { extractText, getDocumentProxy } from "unpdf";
import { expect, test } from "vitest";
import type { StatementPaper, TablePaper } from "#api/formats/paper.ts";
import { statementPdf } from "#api/formats/statement-pdf.ts";
import { tablePdf } from "#api/formats/table-pdf.ts";

const hash = "9f2c4e6a8b0d1f3a".repeat(4);
const statement: StatementPaper = {
  language: "be",
  sender: { name: "Згода", lines: ["пл. Свабоды, 1, Мінск"] },
  recipient: { name: "ТАА «Гастраном Ружа»", lines: ["вул. Якуба Коласа, 12", "УНП 100000001"] },
  title: "Справаздача за студзень 2026 года",
  facts: [{ label: "Цыкл", value: "1 (1–31 студзеня 2026 г.)" }],
  tables: [
    {
      title: "Гэты цыкл",
      columns: [
        { heading: "Артыкул", weight: 5 },
        { heading: "Код падатку" },
        { heading: "Падатак", align: "right" },
        { heading: "Сума, EUR", align: "right" },
      ],
      rows: [
        ["Балы, выкарыстаныя ў партнёраў: аб’ём", "—", "—", "182,50"],
        ["Платы", "STD21", "2,52", "12,00"],
      ],
      total: ["Пазіцыя", "", "2,52", "152,0075"],
    },
    {
      title: "З папярэдніх цыклаў",
      note: "Пачаліся раней",
      columns: [{ heading: "Артыкул" }, { heading: "Пачатак" }],
      rows: [["Вяртанне", "Цыкл 0"]],
    },
  ],
  net: [
    { label: "Перанесена", value: "0,00" },
    { label: "Да аплаты", value: "152,00 EUR" },
  ],
  payment: {
    title: "Аплаціць да 12 лютага 2026 г.",
    facts: [{ label: "IBAN", value: "DE89 3704 0044 0532 0130 00" }],
  },
  footer: { subject: "Ружа · цыкл 1", page: "Старонка {page} з {pages}", hashLabel: "SHA-256:", hash },
  madeAt: new Date("2026-02-02T07:00:00Z"),
};

const table: TablePaper = {
  language: "en",
  sender: { name: "Zgoda", lines: [] },
  title: "Net obligations",
  facts: [],
  columns: [{ heading: "Partner" }, { heading: "Net", align: "right" }],
  rows: [],
  footer: { subject: "Cycle 1", page: "Page {page} of {pages}", hashLabel: "SHA-256:", hash },
  madeAt: new Date("2026-02-02T07:00:00Z"),
};

test("a statement says on paper what its paper holds, in letters that Belarusian needs", async () => {
  const [page] = await pagesOf(await statementPdf(statement));
  for (const text of [
    "Справаздача за студзень 2026 года",
    "ТАА «Гастраном Ружа»",
    "Балы, выкарыстаныя ў партнёраў: аб’ём",
    "STD21",
    "152,0075",
    "З папярэдніх цыклаў",
    "Цыкл 0",
    "152,00 EUR",
    "Аплаціць да 12 лютага 2026 г.",
    "DE89 3704 0044 0532 0130 00",
    `SHA-256: ${hash}`,
    "Старонка 1 з 1",
  ]) {
    expect(page).toContain(text);
  }
});

test.for(["ўЎіІ’№", "ёЁйъыэщ", "ąčęėįšųūž", "€−–—·×≤→„“«»"])("the letters %s are in the font", async (letters) => {
  const [page] = await pagesOf(await statementPdf({ ...statement, title: letters }));
  expect(page).toContain(letters);
});

test("the same paper gives the same bytes, another hash others", async () => {
  const [first, again] = [await statementPdf(statement), await statementPdf(statement)];
  expect(Buffer.compare(first, again)).toBe(0);
  const other = await statementPdf({ ...statement, footer: { ...statement.footer, hash: "0".repeat(64) } });
  expect(idOf(other)).not.toBe(idOf(first));
});

test("a screen reader finds a title, a language, headings and tables with heads", async () => {
  const pdf = await getDocumentProxy(await statementPdf(statement));
  const { info } = await pdf.getMetadata();
  expect(info).toMatchObject({ Title: statement.title, Language: "be" });
  expect((await pdf.getMarkInfo())?.Marked).toBe(true);
  const roles = JSON.stringify(await (await pdf.getPage(1)).getStructTree()).match(/"role":"\w+"/g);
  expect(new Set(roles)).toEqual(
    new Set(["Root", "Document", "P", "H1", "H2", "Table", "TR", "TH", "TD"].map((role) => `"role":"${role}"`)),
  );
});

test("a long table repeats its head on every page, and every page says which of how many it is", async () => {
  const rows = Array.from({ length: 80 }, (_, at) => [`Partner ${at}`, "152.0075"]);
  const pages = await pagesOf(await tablePdf({ ...table, rows, total: ["80 partners", "12160.60"] }));
  expect(pages.length).toBeGreaterThan(2);
  pages.forEach((page, at) => {
    expect(page).toContain("Partner Net");
    expect(page).toContain(`Page ${at + 1} of ${pages.length}`);
    expect(page).toContain(hash);
  });
  expect(pages.join(" ").match(/Partner \d+ /g)).toHaveLength(80);
  expect(pages.at(-1)).toContain("80 partners 12160.60");
});

test("a cell of many lines takes no more than its page", async () => {
  const pages = await pagesOf(await tablePdf({ ...table, rows: [["word ".repeat(5_000), "1.00"]] }));
  expect(pages.join(" ")).toContain("1.00");
  expect(pages.length).toBeLessThan(3);
});

test("what nobody would read on paper is told to be a file", async () => {
  const rows = Array.from({ length: 5_001 }, () => ["", ""]);
  await expect(tablePdf({ ...table, rows })).rejects.toThrowError(/more than 5000 rows/);
});

async function pagesOf(bytes: Uint8Array): Promise<string[]> {
  const { text } = await extractText(await getDocumentProxy(bytes), { mergePages: false });
  return text.map((page) => page.replace(/\s+/g, " "));
}

const idOf = (bytes: Uint8Array) => /\/ID \[<(\w+)>/.exec(Buffer.from(bytes).toString("latin1"))?.[1];
