import { expect, test } from "vitest";
import { type JsonDocument, reportJson } from "./report-json.ts";

async function* rows(...all: (readonly [string, object])[]) {
  for (const [section, record] of all) yield { section, record: JSON.stringify(record) };
}

async function written(asked: Pick<JsonDocument, "sections" | "rows">): Promise<string> {
  let text = "";
  const about = { name: "member_data", version: 1, currency: "EUR", at: new Date("2026-03-10T12:00:00Z") };
  for await (const bytes of reportJson({ ...about, ...asked })) text += new TextDecoder().decode(bytes);
  return text;
}

test("every kind has its list, also where there is nothing of it", async () => {
  const text = await written({
    sections: ["profile", "cards", "coupons", "clubs"],
    rows: rows(["profile", { name: 'Ana "A" Ковалёва' }], ["coupons", { code: "A" }], ["coupons", { code: "B" }]),
  });
  expect(JSON.parse(text)).toEqual({
    document: "member_data",
    version: 1,
    currency: "EUR",
    asOf: "2026-03-10T12:00:00.000Z",
    sections: {
      profile: [{ name: 'Ana "A" Ковалёва' }],
      cards: [],
      coupons: [{ code: "A" }, { code: "B" }],
      clubs: [],
    },
  });
});

test("a document about nothing is one too", async () => {
  expect(JSON.parse(await written({ sections: ["cards"], rows: rows() }))).toMatchObject({ sections: { cards: [] } });
});

test("a kind out of its place, or of no place, is a mistake and no file", async () => {
  const sections = ["cards", "coupons"];
  await expect(written({ sections, rows: rows(["coupons", {}], ["cards", {}]) })).rejects.toThrow("cards");
  await expect(written({ sections, rows: rows(["secrets", {}]) })).rejects.toThrow("secrets");
});
