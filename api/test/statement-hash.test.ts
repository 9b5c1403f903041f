import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { settlingMarch } from "#api/test/settling.ts";

test("who holds a statement computes its hash again, as docs/statements.md says", async () => {
  const { deps, cycleId, grocer } = await settlingMarch();
  const of = { cycleId, partnerId: grocer.id };
  const statement = await deps.db.statement.findFirstOrThrow({ where: of });
  const { openingE6, amountMinor, carriedE6 } = await deps.db.obligation.findFirstOrThrow({ where: of });
  const lines = statement.lines as Record<string, unknown>[];

  const paper = sorted({
    ...of,
    version: statement.version,
    currency: "EUR",
    lines: lines.map(sorted),
    openingE6: String(openingE6),
    positionE6: String(statement.positionE6),
    settledE6: String(amountMinor * 10_000n),
    carriedE6: String(carriedE6),
  });

  expect(lines.length).toBeGreaterThan(0);
  expect(createHash("sha256").update(JSON.stringify(paper)).digest("hex")).toBe(statement.hash);
});

const sorted = (fields: Record<string, unknown>) =>
  Object.fromEntries(Object.entries(fields).sort(([a], [b]) => (a < b ? -1 : 1)));
