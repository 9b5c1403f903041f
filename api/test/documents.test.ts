import { existsSync, globSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";

const folder = "docs/decisions";
const decisions = readdirSync(folder).filter((name) => /^\d/.test(name));
const documents = globSync(["*.md", "docs/**/*.md", "api/**/README.md", "prisma/**/README.md", "scripts/README.md"]);

test("decisions are numbered one after the other", () => {
  expect(decisions.map((name) => Number(name.slice(0, 4)))).toEqual(decisions.map((_, index) => index + 1));
});

test("the index tells each decision by its own title", () => {
  const lines = decisions.map((name) => {
    const [, number, title] = /^# (\d{4})\. (.+)/.exec(read(join(folder, name))) ?? [];
    return `* [${number}](${name}) ${title}`;
  });
  expect(read(join(folder, "README.md")).match(/^\* .+/gm)).toEqual(lines);
});

test("a decision has all its parts, and names what holds it", () => {
  const parts = [
    "*Status:*",
    "*Tags:*",
    "**Context.**",
    "**Decision.**",
    "**Refused",
    "**Consequences.**",
    "**Held by**",
  ];
  const lacking = decisions.flatMap((name) =>
    parts.filter((part) => !read(join(folder, name)).includes(part)).map((part) => `${name}: ${part}`),
  );
  expect(lacking).toEqual([]);
});

test("a file that a document names is there", () => {
  const missing = documents.flatMap((document) =>
    named(read(document))
      .filter((path) => !existsSync(path) && !existsSync(join(dirname(document), path)))
      .map((path) => `${document}: ${path}`),
  );
  expect(missing).toEqual([]);
});

test("what the operator's and the partners' papers name is in the contract", () => {
  const contract = new Set(read("schema/schema.graphql").match(/\w+/g));
  const unknown = ["month-end", "statements", "disputes", "partner-files"].flatMap((name) => {
    const text = read(`docs/${name}.md`).replaceAll(/```.*?```/gs, "");
    const fields = [...text.matchAll(/`([A-Za-z][A-Za-z.]*)`/g)].flatMap(([, path]) => path?.split(".") ?? []);
    const codes = text.match(/\b[A-Z]+(?:_[A-Z]+)+\b/g) ?? [];
    return [...fields, ...codes].filter((word) => !contract.has(word)).map((word) => `${name}: ${word}`);
  });
  expect(unknown).toEqual([]);
});

test("whoever runs the hub reads of every job and every variable of the environment", () => {
  const operations = read("docs/operations.md");
  const jobs = read("api/server/jobs.ts").matchAll(/^ {2}(\w+): \{ ?(?:cron|$)/gm);
  const variables = read("api/server/config.ts").matchAll(/^ {2}([A-Z_]+): /gm);
  const names = [...jobs, ...variables].map(([, name]) => String(name));
  expect(names.length).toBeGreaterThan(20);
  expect(names.filter((name) => !operations.includes(`\`${name}\``))).toEqual([]);
});

/** Paths in code marks that start at a room, and what links lead to. */
function named(text: string): string[] {
  const paths = text.matchAll(/`((?:api|prisma|portal|schema|scripts|docs)\/[\w./-]+)`/g);
  const links = text.matchAll(/\]\((?!https?:)([^)#]+)[^)]*\)/g);
  return [...paths, ...links].flatMap(([, path]) => (path ? [path] : []));
}

function read(path: string): string {
  return readFileSync(path, "utf8");
}
