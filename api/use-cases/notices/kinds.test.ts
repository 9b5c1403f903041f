import { globSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { approvalActions } from "#api/use-cases/approvals/actions.ts";
import { decides } from "#api/use-cases/approvals/decides.ts";
import { noticeKinds } from "#api/use-cases/notices/notify.ts";

const sources = globSync("api/use-cases/**/*.ts", { exclude: (path) => path.endsWith(".test.ts") })
  .map((path) => readFileSync(path, "utf8"))
  .join("\n");

const wordsIn = (language: string) => {
  const words: unknown = JSON.parse(readFileSync(`portal/messages/${language}/office.json`, "utf8"));
  return (words as { noticeKinds: Record<string, string> }).noticeKinds;
};

test.each(Object.keys(noticeKinds))("somebody sends %s", (kind) => {
  expect(sources).toContain(`kind: "${kind}"`);
});

test.each(["en", "ru", "be"])("every kind of news has its words: %s", (language) => {
  expect(Object.keys(wordsIn(language)).sort()).toEqual(Object.keys(noticeKinds).sort());
});

test("whoever may decide a deed is whom its request is told to", () => {
  const registered = Object.entries(approvalActions).map(([action, { decide }]) => [action, decide]);
  expect(Object.entries(decides).sort()).toEqual(registered.sort());
});
