import type { Figure, Print } from "#api/bench/figures.ts";
import { watchMemory } from "#api/bench/memory.ts";
import { withScratch } from "#api/bench/scratch.ts";
import { seedHashOf } from "#api/engine/draw-winners.ts";
import { type Actor, systemActor } from "#api/kernel/actor.ts";
import { newId } from "#api/kernel/ids.ts";
import { createLedger } from "#api/ledger/ledger.ts";
import type { Connection, Pool } from "#api/sql/client.ts";
import { advanceDraws } from "#api/use-cases/draws/advance-draws.ts";
import { askToDraw, drawApproved } from "#api/use-cases/draws/run-draw.ts";
import { verifyDraw } from "#api/use-cases/draws/verify-draw.ts";

const GOAL_S = 30;
const PRIZES = 500;
const MEMBERS_PER_CHUNK = 50_000;
const closesAt = new Date("2026-03-31T21:00:00Z");
const clerk: Actor = { kind: "operator", id: "usr_clerk", roles: ["CLERK"] };

/** The list of a million tickets fixed, the winners drawn, and all of it done again; every ticket of another member. */
export async function drawMillion(print: Print, { quick }: { quick: boolean }): Promise<void> {
  for (const tickets of quick ? [10_000, 100_000] : [100_000, 1_000_000]) {
    await withScratch(async (connection) => {
      await layTickets(connection.pool, tickets);
      for (const figure of await measure(connection, tickets)) print(figure);
    });
  }
}

/** Counters as deeds left them: one deed and one ticket for each member. */
async function layTickets(pool: Pool, tickets: number): Promise<void> {
  for (let from = 0; from < tickets; from += MEMBERS_PER_CHUNK) {
    const span = [from, Math.min(from + MEMBERS_PER_CHUNK, tickets) - 1];
    await pool.query(
      `WITH nth AS (SELECT lpad(n::text, 26, '0') AS id FROM generate_series($1::int, $2::int) n),
         members AS (INSERT INTO member (id, enrolled_at) SELECT 'mem_' || id, '2026-01-01' FROM nth),
         deeds AS (INSERT INTO deed (id, owner, key, fingerprint, kind, actor, posted_at)
           SELECT 'ded_' || id, 'bench', id, '', 'enterDraw', 'bench', '2026-03-01' FROM nth),
         counters AS (INSERT INTO counter (id, value) SELECT 'ticket:spring:mem_' || id, 1 FROM nth)
       INSERT INTO counter_change (deed_id, counter_id, taken)
       SELECT 'ded_' || id, 'ticket:spring:mem_' || id, 1 FROM nth`,
      span,
    );
  }
  await pool.query("ANALYZE");
}

async function measure({ db, pool }: Connection, tickets: number): Promise<Figure[]> {
  const clock = { now: () => new Date(closesAt.getTime() + 600_000) };
  const ledger = createLedger({ pool, clock });
  const deps = { db, ledger, clock, secrets: { apiKey: "a secret for a bench" } };
  const drawId = newId("draw");
  const seed = "7".repeat(64);
  const made = { authors: [], seedHash: seedHashOf(seed), createdBy: "system", createdAt: closesAt };
  await db.draw.create({ data: { id: drawId, code: "spring", state: "CLOSED", definition, closesAt, ...made } });
  await db.drawSeed.create({ data: { drawId, seed } });
  const memory = watchMemory();
  const fixed = await seconds(() => advanceDraws(deps, systemActor));
  const asked = await askToDraw(deps, clerk, { drawId, note: "Now" });
  const drawn = await seconds(() => drawApproved(deps, clerk, asked));
  const draw = await db.draw.findUniqueOrThrow({ where: { id: drawId } });
  const verified = await seconds(async () => {
    const proof = await verifyDraw(db, draw);
    if (!proof.winnersHold || !proof.listHolds) throw new Error("the winners do not follow");
  });
  const addedMiB = memory.stop();
  await ledger.close();
  const conditions = { tickets, holders: draw.holderCount ?? 0, prizes: PRIZES };
  const figure = (variant: string, value: number, more: Partial<Figure> = {}): Figure => ({
    bench: "draw.million",
    variant,
    conditions,
    value,
    unit: "s",
    ...more,
  });
  return [
    figure("list fixed and hashed", fixed),
    figure("winners drawn", drawn),
    figure("all of it verified", verified),
    figure("together", fixed + drawn + verified, { goal: `<= ${GOAL_S} s` }),
    figure("memory added", addedMiB, { unit: "MiB" }),
  ];
}

const definition = {
  code: "spring",
  name: { en: "Spring draw" },
  rules: { en: "As announced." },
  organiser: { name: "Operator", address: "Main Street" },
  registrationNumber: "4711",
  closesAt: closesAt.toISOString(),
  prizes: [{ name: { en: "A basket" }, quantity: PRIZES }],
};

async function seconds(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return (performance.now() - started) / 1_000;
}
