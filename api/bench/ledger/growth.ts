import type { Print } from "#api/bench/figures.ts";
import { benchId, layCoalition, loadMonth } from "#api/bench/month/load.ts";
import { progress } from "#api/bench/progress.ts";
import { race, ratio } from "#api/bench/race.ts";
import { withScratch } from "#api/bench/scratch.ts";
import { systemActor } from "#api/kernel/actor.ts";
import { createLedger } from "#api/ledger/ledger.ts";
import type { Ledger } from "#api/ledger/movements.ts";

const PARTNERS = 500;
const MEMBERS = 100_000;
const QUICK_LINES = 200_000;
const LINES = 20_000_000;
/** An earn, a reservation and its capture leave about so many lines. */
const LINES_OF_A_STORY = 9;
const at = new Date(Date.UTC(2026, 0, 31));

/**
 * Earns into a book that is empty and into one with millions of lines, taking turns: each has a database of its own on the
 * same machine. The lines are laid in bulk under every guard.
 */
export async function ledgerGrowth(print: Print, { quick, size }: { quick: boolean; size?: number }): Promise<void> {
  const lines = size ?? (quick ? QUICK_LINES : LINES);
  await withScratch((empty) =>
    withScratch(async (full) => {
      await layCoalition(empty.pool, { partners: PARTNERS, members: MEMBERS });
      const stories = Math.ceil(lines / LINES_OF_A_STORY);
      const tellDone = (done: number) => progress(`growing to ${lines} lines`, done, stories);
      await loadMonth(full.pool, { partners: PARTNERS, members: MEMBERS, stories }, tellDone);
      const { rows } = await full.pool.query<{ lines: string }>("SELECT count(*) AS lines FROM line");
      const ledgers = [empty, full].map(({ pool }) => createLedger({ pool, clock: { now: () => at } }));
      const [small, big] = ledgers;
      if (!small || !big) return;
      const contenders = [
        { name: "empty book", deed: (n: number) => earn(small, n) },
        { name: "grown book", deed: (n: number) => earn(big, n) },
      ];
      const paces = await race(contenders, { inFlight: 64, rounds: quick ? 3 : 7, seconds: quick ? 1.5 : 5 });
      await Promise.all(ledgers.map((ledger) => ledger.close()));
      const conditions = { lines: Number(rows[0]?.lines), members: MEMBERS, partners: PARTNERS };
      for (const [variant, { perSecond, p50Ms, p99Ms }] of paces) {
        const waits = { p50Ms: Math.round(p50Ms * 100) / 100, p99Ms: Math.round(p99Ms * 100) / 100 };
        print({
          bench: "ledger.growth",
          variant,
          conditions: { ...conditions, ...waits },
          value: perSecond,
          unit: "per s",
        });
      }
      const [before, after] = [paces.get("empty book"), paces.get("grown book")];
      if (!before || !after) return;
      const tell = (variant: string, value: number, goal: string) =>
        print({ bench: "ledger.growth", variant, conditions, value, unit: "ratio", goal });
      tell("grown ÷ empty, rate", ratio(after, before) ?? Number.NaN, "≥ 0.85");
      tell("grown ÷ empty, p99", after.p99Ms / before.p99Ms, "≤ 1.5");
    }),
  );
}

function earn(ledger: Ledger, n: number) {
  const issuerId = benchId("ptn", 1 + Math.floor(Math.random() * PARTNERS));
  const memberId = benchId("mem", Math.floor(Math.random() * MEMBERS));
  const terms = { issuerId, funding: "ON_BURN", issueRateE6: 10_033n, fundedRateE6: 0n } as const;
  return ledger.post({
    ...{ kind: "bench", actor: systemActor, owner: issuerId, key: `growth ${n}`, fingerprint: "", occurredAt: at },
    place: { partnerId: issuerId, locationId: null, terminalId: null },
    movements: [{ kind: "earn", memberId, points: 10n, terms, maturesAt: null, expiresAt: null, purchaseId: null }],
  });
}
