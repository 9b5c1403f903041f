import fc from "fast-check";
import { afterAll, expect, test } from "vitest";
import { errorsOf, findBrokenRules } from "#api/ledger/verify.ts";
import { type Coalition, coalition } from "#api/test/books/coalition.ts";
import { history, type Step } from "#api/test/books/commands.ts";
import { openPlay, play } from "#api/test/books/play.ts";
import { given, runs, TEST_TIMEOUT_MS } from "#api/test/books/runs.ts";

const HISTORIES_AT_ONCE = 64;
/** A book is put away before asking it all its rules takes long. */
const HISTORIES_PER_BOOK = 320;

let current: Promise<Coalition> | null = null;
let played = 0;
let running: Promise<void> = Promise.resolve();

async function bookFor(histories: number): Promise<Coalition> {
  if (played >= HISTORIES_PER_BOOK) await putAway();
  played += histories;
  current ??= coalition();
  return current;
}

async function putAway(): Promise<void> {
  const book = current;
  current = null;
  played = 0;
  await (await book)?.end();
}

afterAll(async () => {
  await running.catch(() => undefined);
  await putAway();
});

test("whatever happens, at once or twice, the ledger keeps the book that paper keeps, and no rule is broken", {
  timeout: TEST_TIMEOUT_MS,
}, async () => {
  const several = fc.noBias(fc.array(history(30), { minLength: 1, maxLength: HISTORIES_AT_ONCE, size: "max" }));
  const holds = (histories: Step[][]) => {
    running = playAtOnce(histories);
    return running;
  };
  await fc.assert(fc.asyncProperty(several, holds), given({ numRuns: Math.ceil((2 * runs) / HISTORIES_AT_ONCE) }));
});

/** All histories end before one failure fails them all: none may go on in the background. */
async function playAtOnce(histories: readonly Step[][]): Promise<void> {
  const book = await bookFor(histories.length);
  const plays = histories.map(async (steps) => play(await openPlay(book), steps));
  const ended = await Promise.allSettled(plays);
  for (const one of ended) if (one.status === "rejected") throw one.reason;
  await book.closeCycle();
  expect(errorsOf(await findBrokenRules(book.database.pool))).toEqual([]);
  expect(await uncarried(book)).toBe("0");
}

/** Once a cycle is netted, what stands on all positions up to it is exactly what its obligations carry. */
async function uncarried({ database: { pool } }: Coalition): Promise<string> {
  const { rows } = await pool.query<{ left: string }>(`
    WITH last AS (SELECT id, seq FROM cycle WHERE state NOT IN ('OPEN', 'CLOSING') ORDER BY seq DESC LIMIT 1)
    SELECT coalesce((SELECT sum(l.amount) FROM line l JOIN cycle c ON c.id = l.cycle_id, last
                     WHERE l.account = 'POSITION' AND c.seq <= last.seq), 0)
         - coalesce((SELECT sum(carried_e6) FROM obligation o, last WHERE o.cycle_id = last.id AND o.state <> 'SUPERSEDED'), 0) AS left`);
  return rows[0]?.left ?? "unread";
}
