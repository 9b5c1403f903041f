import { watchMemory } from "#api/bench/memory.ts";
import { benchId } from "#api/bench/month/load.ts";
import { systemActor } from "#api/kernel/actor.ts";
import type { Failpoint } from "#api/kernel/failpoints.ts";
import { fingerprint } from "#api/kernel/fingerprint.ts";
import { findOpenCycle } from "#api/ledger/cycles.ts";
import { createLedger } from "#api/ledger/ledger.ts";
import type { Connection } from "#api/sql/client.ts";
import { closeNow } from "#api/use-cases/cycles/close-now.ts";
import type { Deps } from "#api/use-cases/deps.ts";

export type Closing = {
  tills: number;
  receipts: number;
  longestPostMs: number;
  lockHeldMs: number;
  /** From the cycle's end to its published statements. */
  finishSeconds: number;
  addedMiB: number;
  /** Σ obligations + Σ carries − Σ positions. */
  missingE6: bigint;
};

const TILLS = 16;
const WARM_RECEIPTS = 500;

/** Closes the open cycle in the middle of the tills' work, and looks at the clock at each step. */
export async function closeWhilePosting({ db, pool }: Connection): Promise<Closing> {
  const clock = { now: () => new Date(Date.UTC(2026, 1, 1, 0, 0, 1)) };
  const ledger = createLedger({ pool, clock });
  const at = new Map<Failpoint, number>();
  const reach = (point: Failpoint) => void at.set(point, performance.now());
  const deps: Deps = { db, ledger, clock, reach, secrets: { apiKey: "a secret for a bench" } };
  const cycle = await findOpenCycle(db);
  if (!cycle) throw new Error("no cycle is open");

  const work = { isOver: false, receipts: 0, longestPostMs: 0 };
  const tills = Array.from({ length: TILLS }, (_none, till) => post(deps, till, work));
  while (work.receipts < WARM_RECEIPTS) await new Promise((resolve) => setImmediate(resolve));
  work.longestPostMs = 0;
  await pool.query(watchSql);
  const held = watchLock(pool);
  const memory = watchMemory();
  const began = performance.now();
  await closeNow(deps, cycle, { by: "system", reason: null });
  const ended = performance.now();
  const addedMiB = memory.stop();
  work.isOver = true;
  await Promise.all(tills);
  await ledger.close();
  return {
    tills: TILLS,
    receipts: work.receipts,
    longestPostMs: work.longestPostMs,
    lockHeldMs: await held,
    finishSeconds: (ended - (at.get("close: cycle closed") ?? began)) / 1000,
    addedMiB,
    missingE6: await missing(pool, cycle.id),
  };
}

type Work = { isOver: boolean; receipts: number; longestPostMs: number };

/** Each till has members of its own and sells as fast as it is answered. */
async function post({ ledger, clock }: Deps, till: number, work: Work): Promise<void> {
  const issuerId = benchId("ptn", 1 + till);
  const terms = { issuerId, funding: "ON_BURN", issueRateE6: 10_033n, fundedRateE6: 0n } as const;
  for (let n = 0; !work.isOver; n += 1) {
    const memberId = benchId("mem", till + TILLS * (n % 40));
    const began = performance.now();
    await ledger.post({
      kind: "bench",
      actor: systemActor,
      owner: issuerId,
      key: `till ${till} ${n}`,
      fingerprint: fingerprint({ till, n }),
      occurredAt: clock.now(),
      place: { partnerId: issuerId, locationId: null, terminalId: null },
      movements: [{ kind: "earn", memberId, points: 10n, terms, maturesAt: null, expiresAt: null, purchaseId: null }],
    });
    work.receipts += 1;
    work.longestPostMs = Math.max(work.longestPostMs, performance.now() - began);
  }
}

/**
 * Looks at the lock from outside, once a millisecond, until it was held exclusively and is so no more. Answers for how
 * long it was, in milliseconds, the commit included.
 */
const watchSql = `
CREATE FUNCTION bench_watch_lock() RETURNS double precision LANGUAGE plpgsql AS $$
DECLARE v_first timestamptz; v_last timestamptz; v_held boolean;
BEGIN
  LOOP
    SELECT EXISTS (SELECT FROM pg_locks WHERE locktype = 'advisory' AND mode = 'ExclusiveLock' AND granted
      AND (classid::bigint << 32) + objid::bigint = cycle_lock_key()) INTO v_held;
    v_last := clock_timestamp();
    IF v_held THEN v_first := coalesce(v_first, v_last);
    ELSIF v_first IS NOT NULL THEN RETURN extract(epoch FROM v_last - v_first) * 1000;
    END IF;
    PERFORM pg_sleep(0.001);
  END LOOP;
END $$`;

async function watchLock(pool: Connection["pool"]): Promise<number> {
  const { rows } = await pool.query<{ ms: number }>("SELECT bench_watch_lock() AS ms");
  return rows[0]?.ms ?? Number.NaN;
}

async function missing(pool: Connection["pool"], cycleId: string): Promise<bigint> {
  const { rows } = await pool.query<{ missing: string }>(
    `SELECT (SELECT coalesce(sum(amount_minor * 10000 + carried_e6), 0) FROM obligation WHERE cycle_id = $1)
          - (SELECT coalesce(sum(amount), 0) FROM line WHERE cycle_id = $1 AND account = 'POSITION' AND section <> 'NET') AS missing`,
    [cycleId],
  );
  return BigInt(rows[0]?.missing ?? 0);
}
