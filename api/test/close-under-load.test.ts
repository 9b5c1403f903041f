import { expect, test } from "vitest";
import { systemActor } from "#api/kernel/actor.ts";
import { findOpenCycle } from "#api/ledger/cycles.ts";
import { createLedger } from "#api/ledger/ledger.ts";
import { type World, world } from "#api/test/world.ts";
import { closeNow } from "#api/use-cases/cycles/close-now.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { recordPurchase } from "#api/use-cases/purchases/record-purchase.ts";

const CLIENTS = 16;
const CLOSES = 50;

test("tills post while cycles close: every closed cycle's net is the sum of its lines, and no line is missed", async () => {
  const here = await world();
  // Two doors to one database, as two gateways would be: nothing but the database keeps them apart.
  const other = { ...here.deps, ledger: createLedger({ pool: here.database.pool, clock: here.clock }) };
  const work = { isOver: false };
  const clients = Array.from({ length: CLIENTS }, (_none, i) => shop(here, i % 2 ? other : here.deps, { work, i }));

  await closeAgainAndAgain(here);
  work.isOver = true;
  const receipts = (await Promise.all(clients)).reduce((sum, count) => sum + count, 0);
  await other.ledger.close();

  const cycles = await sumsOf(here);
  expect(cycles).toHaveLength(CLOSES);
  expect(cycles.filter(({ netted, posted }) => netted !== posted)).toEqual([]);
  expect(cycles.filter(({ posted }) => posted !== 0n).length).toBeGreaterThan(CLOSES / 2);
  expect(receipts).toBeGreaterThan(CLOSES);
}, 120_000);

/** Points that Fuel pays for at once: each receipt leaves 0.01 on its position. */
async function shop({ fuel, ana, bohdan }: World, deps: Deps, { work, i }: { work: { isOver: boolean }; i: number }) {
  let receipts = 0;
  while (!work.isOver) {
    const receiptNumber = `${i}-${receipts}`;
    const bought = { member: { memberId: i % 2 ? bohdan.id : ana.id }, totalE6: 1_000_000n };
    const key = { receiptNumber, idempotencyKey: `load-receipt-${receiptNumber}` };
    await recordPurchase(deps, systemActor, { ...bought, ...key, partnerId: fuel.id });
    receipts += 1;
  }
  return receipts;
}

async function closeAgainAndAgain({ deps, clock }: World): Promise<void> {
  for (let i = 0; i < CLOSES; i += 1) {
    clock.set(new Date(clock.now().getTime() + 1_000));
    const open = await findOpenCycle(deps.db);
    if (!open) throw new Error("no cycle is open");
    await closeNow(deps, open, { by: "system", reason: null });
  }
}

async function sumsOf({ database }: World): Promise<{ seq: number; netted: bigint; posted: bigint }[]> {
  const { rows } = await database.pool.query(`
    SELECT c.seq,
      coalesce((SELECT sum(gross_debit_e6 - gross_credit_e6) FROM obligation o WHERE o.cycle_id = c.id), 0) AS netted,
      coalesce((SELECT sum(amount) FROM line l
                WHERE l.cycle_id = c.id AND l.account = 'POSITION' AND l.section <> 'NET'), 0) AS posted
    FROM cycle c WHERE c.state <> 'OPEN' ORDER BY c.seq`);
  return rows.map(({ seq, netted, posted }) => ({ seq, netted: BigInt(netted), posted: BigInt(posted) }));
}
