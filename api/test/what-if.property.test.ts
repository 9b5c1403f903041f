import fc from "fast-check";
import { expect, test } from "vitest";
import { systemActor } from "#api/kernel/actor.ts";
import { standingClock } from "#api/kernel/clock.ts";
import { type Coalition, coalition } from "#api/test/books/coalition.ts";
import { history, type Step } from "#api/test/books/commands.ts";
import { openPlay, play } from "#api/test/books/play.ts";
import { given, TEST_TIMEOUT_MS } from "#api/test/books/runs.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { whatIf } from "#api/use-cases/what-if/what-if.ts";

const HISTORIES_AT_ONCE = 24;

test("a cycle of any history, replayed under the terms that were, comes to what is stored, section for section", {
  timeout: TEST_TIMEOUT_MS,
}, async () => {
  const several = fc.noBias(fc.array(history(30), { minLength: 8, maxLength: HISTORIES_AT_ONCE, size: "max" }));
  await fc.assert(fc.asyncProperty(several, replaysAll), given({ numRuns: 3 }));
});

async function replaysAll(histories: readonly Step[][]): Promise<void> {
  const book = await coalition();
  try {
    const ended = await Promise.allSettled(histories.map(async (steps) => play(await openPlay(book), steps)));
    for (const one of ended) if (one.status === "rejected") throw one.reason;
    await book.closeCycle();
    await replayEach(book);
  } finally {
    await book.end();
  }
}

/** The replay itself refuses to differ from the books; a point's price that is said again changes nothing. */
async function replayEach({ database, gateways: [ledger] }: Coalition): Promise<void> {
  const deps: Deps = { db: database.db, ledger, clock: standingClock(new Date()), secrets: { apiKey: "none" } };
  const cycles = await deps.db.cycle.findMany({ where: { state: { notIn: ["OPEN", "CLOSING"] } } });
  let sections = 0;
  for (const { id: cycleId } of cycles) {
    const same = await whatIf(deps, systemActor, { cycleId, terms: [] });
    for (const part of same.partners) {
      expect(part.replayedE6).toBe(part.storedE6);
      sections += part.sections.length;
    }
  }
  expect(sections).toBeGreaterThan(0);
}
