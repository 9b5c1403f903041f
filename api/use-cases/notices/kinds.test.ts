import { globSync, readFileSync } from "node:fs";
import { dirname } from "node:path";
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

test("no news tells a name in English alone", () => {
  expect(sources.match(/const facts = [^;]*(\.en\b|\{ en: string)/g)).toBeNull();
});

test("wherever news leads, there is a page", () => {
  const pages = globSync("**/page.tsx", { cwd: "portal/app/[locale]" }).map((path) => {
    const segments = dirname(path)
      .split("/")
      .filter((segment) => !segment.startsWith("("));
    return new RegExp(`^/${segments.map((segment) => (segment.startsWith("[") ? "[^/]+" : segment)).join("/")}$`);
  });
  const ways = [...sources.matchAll(/["`](\/(?:me|partner|operator)(?:\/[^"`]*)?)["`]/g)].map(([, way = ""]) =>
    way.replaceAll(/\$\{[^}]*\}/g, "x").replace(/\?.*/, ""),
  );
  expect(ways.length).toBeGreaterThan(20);
  expect(ways.filter((way) => !pages.some((page) => page.test(way)))).toEqual([]);
});

test("whoever may decide a deed is whom its request is told to", () => {
  const registered = Object.entries(approvalActions).map(([action, { decide }]) => [action, decide]);
  expect(Object.entries(decides).sort()).toEqual(registered.sort());
});
