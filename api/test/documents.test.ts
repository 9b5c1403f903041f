import { existsSync, globSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { topLevelCodes } from "#api/graph/top-level.ts";

const folder = "docs/decisions";
const decisions = readdirSync(folder).filter((name) => /^\d/.test(name));
/** Every word of the contract, the codes of what is no refusal, and where an answer has them. */
const contract = new Set([...(read("schema/schema.graphql").match(/\w+/g) ?? []), ...topLevelCodes, "extensions"]);
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
  const papers = ["month-end", "statements", "disputes", "partner-files", "programme", "campaigns", "integrating"];
  const unknown = papers.flatMap((name) => {
    const text = read(`docs/${name}.md`).replaceAll(/```.*?```/gs, "");
    const fields = [...text.matchAll(/`([A-Za-z][A-Za-z.]*)`/g)].flatMap(([, path]) => path?.split(".") ?? []);
    return [...fields, ...codesIn(text)].filter((word) => !contract.has(word)).map((word) => `${name}: ${word}`);
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
  expect(codesIn(operations).filter((code) => !contract.has(code) && !names.includes(code))).toEqual([]);
});

test("whoever runs the hub reads how often each job runs, and in which queue", () => {
  const rows = [...read("docs/operations.md").matchAll(/^\| (`\w+`[^|]*) \| ([^|]+) \|/gm)];
  const told = new Map(rows.flatMap(([, names, when]) => (names?.match(/\w+/g) ?? []).map((name) => [name, when])));
  const jobs = [...read("api/server/jobs.ts").matchAll(/^ {2}(\w+): \{\s*cron: "([^"]+)"(?:,\s*queue: (\w+))?/gm)];
  const untold = jobs.filter(([, name, cron, queue]) => {
    const said = told.get(name ?? "")?.split(", ") ?? [];
    return (
      !said.includes(oftenOf(cron ?? "")) ||
      ["FILES", "MAIL"].some((one) => said.includes(one.toLowerCase()) !== (queue === one))
    );
  });
  expect(jobs.length).toBeGreaterThan(20);
  expect(untold.map(([, name]) => name)).toEqual([]);
});

test("whoever measures reads of every bench", () => {
  const [, listed] = /const benches[^=]*=[^{]*\{(.*?)^\}/ms.exec(read("api/bench/bench.ts")) ?? [];
  const benches = [...(listed ?? "").matchAll(/"([\w.-]+)":/g)].map(([, name]) => `\`${name}\``);
  const told =
    read("docs/performance.md")
      .match(/^\| `.*$/gm)
      ?.join("\n") ?? "";
  expect(benches.length).toBeGreaterThan(10);
  expect(benches.filter((bench) => !told.includes(bench))).toEqual([]);
});

/** How the page says when a job runs. */
function oftenOf(cron: string): string {
  const [minute = "", hour = ""] = cron.split(" ");
  if (minute === "*") return "minute";
  if (minute.startsWith("*/")) return `${minute.slice(2)} minutes`;
  return hour === "*" ? "hour" : `${hour}:${minute} UTC`;
}

function codesIn(text: string): string[] {
  return text.match(/\b[A-Z]+(?:_[A-Z]+)+\b/g) ?? [];
}

/** Paths in code marks that start at a room, and what links lead to. */
function named(text: string): string[] {
  const paths = text.matchAll(/`((?:api|prisma|portal|schema|scripts|docs)\/[\w./-]+)`/g);
  const links = text.matchAll(/\]\((?!https?:)([^)#]+)[^)]*\)/g);
  return [...paths, ...links].flatMap(([, path]) => (path ? [path] : []));
}

function read(path: string): string {
  return readFileSync(path, "utf8");
}
