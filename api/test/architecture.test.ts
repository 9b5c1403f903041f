import { globSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

type Source = { path: string; room: string; text: string; imports: { from: string; typesOnly: boolean }[] };

const sources = globSync(["{api,portal,scripts}/**/*.{ts,tsx}", "prisma/seed/**/*.ts"], {
  exclude: ["**/node_modules/**", "**/.next/**"],
}).map(readSource);
const product = sources.filter(({ path }) => !/\.test\.tsx?$|^api\/(test|bench)\/|^portal\/test\//.test(path));
const rooms = product.filter(({ path }) => path.startsWith("api/"));

/** Whom each room may ask. Arrows point down; a room that is not named here asks nobody but itself. */
const arrows: Record<string, readonly string[]> = {
  server: ["graph", "use-cases", "engine", "ledger", "sql", "channels", "formats", "kernel"],
  graph: ["use-cases", "engine", "ledger", "kernel"],
  "use-cases": ["engine", "ledger", "sql", "channels", "formats", "kernel"],
  engine: ["kernel"],
  ledger: ["sql", "kernel"],
  sql: ["kernel"],
  channels: ["kernel"],
  formats: ["kernel"],
  kernel: [],
};

test("arrows between the rooms point down only", () => {
  const upward = rooms.flatMap(({ path, room, imports }) =>
    imports.filter((found) => !mayAsk(room, found)).map(({ from }) => `${path} asks ${from}`),
  );
  expect(upward).toEqual([]);
});

test("the portal sees nothing of the hub but its schema", () => {
  const inside = product.filter(({ path }) => path.startsWith("portal/"));
  expect(importing(inside, /^#(api|prisma)/)).toEqual([]);
});

test("only sql names Prisma and the driver", () => {
  const others = product.filter(({ room }) => room !== "sql");
  expect(importing(others, /^(#prisma|@prisma\/.*|pg|pg-.*)$/)).toEqual([]);
});

test("only the ledger touches the ledger's tables", () => {
  const tables = [
    "deed",
    "entry",
    "line",
    "wallet",
    "walletChange",
    "lot",
    "burn",
    "burnSlice",
    "memberDebt",
    "exposure",
    "counter",
    "counterChange",
    "memberDay",
  ];
  const throughPrisma = new RegExp(
    `\\.(${tables.join("|")})\\.(find|create|update|delete|upsert|aggregate|groupBy|count)`,
  );
  const snake = tables.map((table) => table.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`));
  const throughSql = new RegExp(`\\b(from|join|update|into)\\s+(${snake.join("|")})\\b(?!["'])`, "i");
  const others = rooms.filter(({ room }) => room !== "ledger");
  const touching = others.filter(({ text }) => throughPrisma.test(text) || throughSql.test(sqlIn(text)));
  expect(touching.map(({ path }) => path)).toEqual([]);
});

test("only the configuration reads the environment", () => {
  const readers = product.filter(({ text }) => text.includes("process.env")).map(({ path }) => path);
  // The portal is another process with a door of its own; scripts hand the environment on to what they start.
  const allowed = /^(api\/server\/config\.ts|portal\/(lib\/config|proxy|next\.config)\.ts|scripts\/.*)$/;
  expect(readers.filter((path) => !allowed.test(path))).toEqual([]);
});

test("time comes from the clock, never from the wall", () => {
  const wall = /new Date\(\)|Date\.now\(\)/;
  const timeless = rooms.filter(({ room }) => ["use-cases", "engine", "ledger", "graph", "formats"].includes(room));
  expect(timeless.filter(({ text }) => wall.test(text)).map(({ path }) => path)).toEqual([]);
});

test("rooms meet through #imports, with the file's ending, and no room is left upward", () => {
  const climbing = sources.flatMap(({ path, imports }) =>
    imports
      .filter(({ from }) => from.startsWith("../../") || (/^[.#]/.test(from) && !/\.\w+$|^#prisma$/.test(from)))
      .map(({ from }) => `${path}: ${from}`),
  );
  expect(climbing).toEqual([]);
});

test("nobody silences the compiler or the linter", () => {
  const silenced = /@ts-(ignore|nocheck)|biome-ignore(?! \S+: \S)|\bas any\b|: any\b/;
  const own = product.filter(({ path }) => !path.endsWith(".d.ts"));
  expect(own.filter(({ text }) => silenced.test(text)).map(({ path }) => path)).toEqual([]);
});

function readSource(path: string): Source {
  const text = readFileSync(path, "utf8");
  const statements = text.matchAll(
    /^(?:import|export)(\s+type)?\b[^"';]*?from\s+"([^"]+)"|^import\s+"([^"]+)"|import\("([^"]+)"\)/gm,
  );
  const imports = [...statements].map(([, type, from, bare, dynamic]) => ({
    from: from ?? bare ?? dynamic ?? "",
    typesOnly: type !== undefined,
  }));
  const room = path.startsWith("api/") ? (path.split("/")[1] ?? "") : (path.split("/")[0] ?? "");
  return { path, room, text, imports };
}

function mayAsk(room: string, { from, typesOnly }: Source["imports"][number]): boolean {
  if (from.startsWith("#portal") || from.startsWith("#schema")) return false;
  const asked = /^#api\/([^/]+)\//.exec(from)?.[1];
  if (asked === undefined || asked === room) return true;
  // A graph file may name the row that a use case hands it, and no more.
  if (room === "graph" && asked === "sql") return typesOnly;
  return arrows[room]?.includes(asked) ?? false;
}

function importing(among: readonly Source[], what: RegExp): string[] {
  return among.flatMap(({ path, imports }) =>
    imports.filter(({ from }) => what.test(from)).map(({ from }) => `${path} imports ${from}`),
  );
}

/** The SQL in a file: its tagged and plain template strings. */
function sqlIn(text: string): string {
  return [...text.matchAll(/`[^`]*`/g)].map(String).join("\n");
}
