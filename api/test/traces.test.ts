import { describe, expect, test } from "vitest";
import { toSchema } from "#api/graph/schema.ts";
import { tracesOfMutations } from "#api/test/traces.ts";

const traces = tracesOfMutations();
const mutations = Object.keys(toSchema().getMutationType()?.getFields() ?? {});

/** Whoever reads its own news, or looks at a file before sending it, has changed nothing of anybody's. */
const traceless = new Set([
  "markNoticesRead",
  "markMessagesRead",
  "seeOffers",
  "previewBankFile",
  "previewPartnerFile",
]);

describe("a deed leaves a trace", () => {
  test.each(mutations.filter((name) => !traceless.has(name)))("%s", (name) => {
    expect(traces.get(name) ?? [], `${name} changes something and nobody could tell`).not.toEqual([]);
  });

  test("and none is forgotten by this test", () => {
    expect(mutations.filter((name) => !traces.has(name))).toEqual([]);
  });
});
