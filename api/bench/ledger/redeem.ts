import { redeemWithPrisma } from "#api/bench/baselines/prisma-redeem.ts";
import type { Redeem } from "#api/bench/baselines/redeem.ts";
import type { Print } from "#api/bench/figures.ts";
import { benchId, layCoalition, layLots } from "#api/bench/month/load.ts";
import { race, ratio } from "#api/bench/race.ts";
import { withScratch } from "#api/bench/scratch.ts";
import { systemActor } from "#api/kernel/actor.ts";
import { newId } from "#api/kernel/ids.ts";
import { createLedger } from "#api/ledger/ledger.ts";
import type { Ledger } from "#api/ledger/movements.ts";
import { errorsOf, findBrokenRules } from "#api/ledger/verify.ts";

const PARTNERS = 1_000;
const at = new Date(Date.UTC(2026, 0, 15));

/** Reserve and capture in one deed, over the member's lots, with slices and money, beside the natural code. */
export async function ledgerRedeem(print: Print, { quick }: { quick: boolean }): Promise<void> {
  const members = quick ? 5_000 : 100_000;
  const options = { inFlight: 64, rounds: quick ? 3 : 5, seconds: quick ? 1.5 : 5 };
  await withScratch(async ({ db, pool }) => {
    await layCoalition(pool, { partners: PARTNERS, members });
    await layLots(pool, { partners: PARTNERS, members });
    const ledger = createLedger({ pool, clock: { now: () => at } });
    const redeemOf = (n: number): Redeem => ({
      n,
      memberId: benchId("mem", Math.floor(Math.random() * members)),
      redeemerId: benchId("ptn", 1 + Math.floor(Math.random() * PARTNERS)),
      points: 10n,
      redeemRateE6: 8_537n,
      at,
    });
    const paces = await race(
      [
        { name: "ledger", deed: (n) => redeemWithLedger(ledger, redeemOf(n)) },
        { name: "prisma", deed: (n) => redeemWithPrisma(db, redeemOf(n)) },
      ],
      options,
    );
    const conditions = { inFlight: options.inFlight, members, partners: PARTNERS };
    for (const [variant, { perSecond, p50Ms, p99Ms }] of paces) {
      const waits = { p50Ms: Math.round(p50Ms), p99Ms: Math.round(p99Ms) };
      print({
        bench: "ledger.redeem",
        variant,
        conditions: { ...conditions, ...waits },
        value: perSecond,
        unit: "per s",
      });
    }
    const [ours, theirs] = [paces.get("ledger"), paces.get("prisma")];
    const times = ours && theirs ? ratio(ours, theirs) : null;
    const variant = times === null ? "ledger ÷ prisma: too noisy to say" : "ledger ÷ prisma";
    print({ bench: "ledger.redeem", variant, conditions, value: times ?? Number.NaN, unit: "ratio", goal: "≥ 12" });
    await ledger.close();
    const broken = quick ? errorsOf(await findBrokenRules(pool)) : [];
    if (broken.length > 0) throw new Error(`The contenders broke the books: ${JSON.stringify(broken.slice(0, 3))}`);
  });
}

function redeemWithLedger(ledger: Ledger, { n, memberId, redeemerId, points, redeemRateE6 }: Redeem) {
  const burnId = newId("burn");
  return ledger.post({
    kind: "bench",
    actor: systemActor,
    owner: redeemerId,
    key: `ledger ${n}`,
    fingerprint: "",
    occurredAt: at,
    place: { partnerId: redeemerId, locationId: null, terminalId: null },
    movements: [
      {
        kind: "reserve",
        burnId,
        memberId,
        redeemerId,
        points,
        expiresAt: new Date(at.getTime() + 60_000),
        purchaseId: null,
      },
      { kind: "capture", burnId, points, redeemRateE6, onUsPolicy: "FULL" },
    ],
  });
}
