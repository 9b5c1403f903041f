import { watchProcessor } from "#api/bench/backend-time.ts";
import type { Print } from "#api/bench/figures.ts";
import { type Copied, copyEarns } from "#api/bench/ledger/copy-earns.ts";
import { earnWithLedger } from "#api/bench/ledger/ledger-earn.ts";
import { benchId, layCoalition } from "#api/bench/month/load.ts";
import { type Contender, type RaceOptions, type Round, race, ratio } from "#api/bench/race.ts";
import { withScratch } from "#api/bench/scratch.ts";
import { createLedger } from "#api/ledger/ledger.ts";
import type { Ledger } from "#api/ledger/movements.ts";
import type { Pool } from "#api/sql/client.ts";

const PARTNERS = 1_000;
const at = new Date(Date.UTC(2026, 0, 15));
/** As many batches as the ledger has under way. */
const COPIES_IN_FLIGHT = 2;

/**
 * Earns through the ledger beside a COPY of the rows they leave, in transactions as large as the ledger's batches then
 * are, taking turns; each has a database of its own on the same machine, because copied rows keep no books.
 */
export async function ledgerLimit(print: Print, { quick }: { quick: boolean }): Promise<void> {
  const members = quick ? 20_000 : 1_000_000;
  await withScratch((books) =>
    withScratch(async (rows) => {
      for (const { pool } of [books, rows]) await layCoalition(pool, { partners: PARTNERS, members });
      const batches = { posted: 0, deeds: 0 };
      const observer = {
        batch: (deeds: number) => {
          batches.posted += 1;
          batches.deeds += deeds;
        },
        queue: () => undefined,
        raceLost: () => undefined,
        overloaded: () => undefined,
      };
      const ledger = createLedger({ pool: books.pool, clock: { now: () => at }, observer });
      const size = () => Math.max(1, Math.round(batches.deeds / batches.posted));
      const contenders = [byLedger(books.pool, ledger, members), byCopy(rows.pool, size, members)];
      const options = { inFlight: 64, rounds: quick ? 3 : 7, seconds: quick ? 1.5 : 5 };
      const paces = await race(contenders, options);
      await ledger.close();
      const conditions = { inFlight: options.inFlight, members, partners: PARTNERS, batch: size() };
      const tell = { bench: "ledger.limit", unit: "ratio", goal: "≥ 0.35" } as const;
      for (const [variant, { perSecond, cpuUs }] of paces) {
        const told = { ...conditions, cpuUs: Math.round(cpuUs ?? Number.NaN) };
        print({ bench: "ledger.limit", variant, conditions: told, value: perSecond, unit: "per s" });
      }
      const [ours, limit] = [paces.get("ledger"), paces.get("copy")];
      if (!ours || !limit) return;
      print({ ...tell, variant: "ledger ÷ copy", conditions, value: ratio(ours, limit) ?? Number.NaN });
      const byProcessor = (limit.cpuUs ?? Number.NaN) / (ours.cpuUs ?? Number.NaN);
      print({ ...tell, variant: "ledger ÷ copy, by processor", conditions, value: byProcessor });
    }),
  );
}

let earns = 0;
const earnOf = (members: number): Copied => ({
  n: earns++,
  memberId: benchId("mem", Math.floor(Math.random() * members)),
  issuerId: benchId("ptn", 1 + Math.floor(Math.random() * PARTNERS)),
  points: 10n,
  issueRateE6: 10_033n,
  at,
});

function byLedger(pool: Pool, ledger: Ledger, members: number): Contender {
  return {
    name: "ledger",
    round: ({ inFlight, seconds }: RaceOptions) =>
      roundOf(pool, { lanes: inFlight, seconds }, async () => {
        await earnWithLedger(ledger, earnOf(members));
        return 1;
      }),
  };
}

function byCopy(pool: Pool, size: () => number, members: number): Contender {
  return {
    name: "copy",
    round: ({ seconds }: RaceOptions) =>
      roundOf(pool, { lanes: COPIES_IN_FLIGHT, seconds }, async () => {
        const batch = Array.from({ length: size() }, () => earnOf(members));
        const client = await pool.connect();
        await copyEarns(client, batch).finally(() => client.release());
        return batch.length;
      }),
  };
}

/** `work` answers how many earns it did. */
async function roundOf(
  pool: Pool,
  { lanes, seconds }: { lanes: number; seconds: number },
  work: () => Promise<number>,
): Promise<Round> {
  const processor = await watchProcessor(pool);
  const waitsMs: number[] = [];
  let done = 0;
  const began = performance.now();
  const endAt = began + seconds * 1000;
  await Promise.all(
    Array.from({ length: lanes }, async () => {
      while (performance.now() < endAt) {
        const asked = performance.now();
        const more = await work();
        done += more;
        waitsMs.push(performance.now() - asked);
      }
    }),
  );
  const took = performance.now() - began;
  return { perSecond: (done * 1000) / took, waitsMs, cpuUs: ((await processor.stop()) * 1000) / done };
}
