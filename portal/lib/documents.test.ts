import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import * as documents from "#schema/documents.ts";

test("the portal knows every registered operation by its id, and no other", () => {
  const text = readFileSync(new URL("../../schema/persisted.json", import.meta.url), "utf8");
  const registered = Object.keys(JSON.parse(text) as Record<string, string>);
  expect(
    Object.values(documents)
      .map(({ id }) => id)
      .sort(),
  ).toEqual(registered.sort());
});
