import { expect, test } from "vitest";
import { inputOf, instantOf, missingFields } from "#portal/lib/deed-input.ts";
import type { DeedField } from "#portal/ui/deed-fields.tsx";

const fields: DeedField[] = [
  { name: "points", label: "Points", kind: "whole" },
  { name: "limit", label: "Limit", kind: "decimal", required: true },
  { name: "evidence.text", label: "In words", kind: "words", required: true },
  { name: "evidence.file", label: "File", kind: "file", accept: "*" },
];

function form(values: Record<string, string | File>): FormData {
  const data = new FormData();
  for (const [name, value] of Object.entries(values)) data.set(name, value);
  return data;
}

test("what was left empty is not sent, and is told when it was needed", async () => {
  const data = form({ points: " ", limit: "", "evidence.text": "Two receipts" });
  expect(missingFields(fields, data)).toEqual(["limit"]);
  expect(await inputOf(fields, data)).toEqual({ evidence: { text: "Two receipts" } });
});

test("what wants a number and holds none is told, as what was left empty", () => {
  const numbers: DeedField[] = [
    { name: "whole", label: "", kind: "whole" },
    { name: "decimal", label: "", kind: "decimal" },
    { name: "percent", label: "", kind: "percent" },
  ];
  const all = (value: string) => missingFields(numbers, form({ whole: value, decimal: value, percent: value }));
  expect(all("many")).toEqual(["whole", "decimal", "percent"]);
  expect(all("1,5")).toEqual(["whole"]);
  expect([all("-1 200"), all("")]).toEqual([[], []]);
});

test("what only asks which others to show is not sent", async () => {
  const found: DeedField[] = [
    { name: "by", label: "By", kind: "choice", choices: [{ value: "phone", name: "Phone" }], unsent: true },
    { name: "member.phone", label: "Phone", kind: "text" },
  ];
  const data = form({ by: "phone", "member.phone": "+375 29 111-22-33" });
  expect(await inputOf(found, data)).toEqual({ member: { phone: "+375 29 111-22-33" } });
});

test("amounts go as decimals whatever comma was typed, files as base 64 beside their words", async () => {
  const file = new File(["receipt"], "till.txt", { type: "text/plain" });
  const data = form({ points: "1 200", limit: "1 500,25", "evidence.text": "See", "evidence.file": file });
  expect(await inputOf(fields, data)).toEqual({
    points: 1200,
    limit: "1500.25",
    evidence: { text: "See", file: { name: "till.txt", mediaType: "text/plain", contentBase64: btoa("receipt") } },
  });
});

test("a time is the one on the wall of the network's zone", () => {
  expect(instantOf("2026-11-22T14:05", "Europe/Minsk")).toBe("2026-11-22T11:05:00.000Z");
});

test("fields of a list of one go into the same item", async () => {
  const asked: DeedField[] = [
    { name: "corrections[].partnerId", label: "Partner", kind: "text" },
    { name: "corrections[].amount", label: "Amount", kind: "decimal" },
  ];
  const data = form({ "corrections[].partnerId": "ptn_fuel", "corrections[].amount": "-3,40" });
  expect(await inputOf(asked, data)).toEqual({ corrections: [{ partnerId: "ptn_fuel", amount: "-3.40" }] });
});

test("what commas, semicolons, tabs or lines separate is a list, and lists keep the order of their numbers", async () => {
  const asked: DeedField[] = [
    { name: "invites.tiers[]", label: "Tiers", kind: "text" },
    { name: "memberIds[]", label: "Members", kind: "words" },
    { name: "benefits[0].en", label: "First", kind: "text" },
    { name: "benefits[1].en", label: "Second", kind: "text" },
  ];
  const data = form({
    "invites.tiers[]": "gold, silver,",
    "memberIds[]": "mem_1,\nmem_2;\tana@example.by\n",
    "benefits[0].en": "One",
    "benefits[1].en": "Two",
  });
  expect(await inputOf(asked, data)).toEqual({
    invites: { tiers: ["gold", "silver"] },
    memberIds: ["mem_1", "mem_2", "ana@example.by"],
    benefits: [{ en: "One" }, { en: "Two" }],
  });
});

test("rows that were taken away leave no hole in their list", async () => {
  const asked = [0, 2].flatMap((row): DeedField[] => [
    { name: `prizes[${row}].name.en`, label: "Prize", kind: "text" },
    { name: `prizes[${row}].quantity`, label: "How many", kind: "whole" },
  ]);
  const data = form({
    "prizes[0].name.en": "A tent",
    "prizes[0].quantity": "1",
    "prizes[2].name.en": "A lamp",
    "prizes[2].quantity": "7",
  });
  expect(await inputOf(asked, data)).toEqual({
    prizes: [
      { name: { en: "A tent" }, quantity: 1 },
      { name: { en: "A lamp" }, quantity: 7 },
    ],
  });
});

test("a percentage is typed as people say it and goes as basis points", async () => {
  const asked: DeedField[] = [{ name: "controlBps", label: "Control group", kind: "percent" }];
  expect(await inputOf(asked, form({ controlBps: "12,35" }))).toEqual({ controlBps: 1_235 });
  expect(await inputOf(asked, form({ controlBps: "10" }))).toEqual({ controlBps: 1_000 });
});
