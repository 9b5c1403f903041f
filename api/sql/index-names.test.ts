import { globSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

const named = /@@index\(\[(.+)\],.*\bmap: "(\w+)"/;
const indexes = globSync("prisma/schema/*.prisma").flatMap((path) =>
  readFileSync(path, "utf8")
    .split("\n")
    .filter((line) => line.includes("@@index")),
);

test("every index is named after what it is asked for, so that a plan says whether it is asked that", () => {
  expect(indexes.filter((line) => !named.test(line))).toEqual([]);
  const names = indexes.map((line) => named.exec(line)?.[2] ?? "");
  expect(names.filter((name) => name.endsWith("_idx"))).toEqual([]);
  expect(names.length).toBeGreaterThan(100);
});
