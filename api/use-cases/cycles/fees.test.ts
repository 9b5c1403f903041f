import { expect, test } from "vitest";
import { systemActor } from "#api/kernel/actor.ts";
import { type World, world } from "#api/test/world.ts";
import { closeCycle } from "#api/use-cases/cycles/close-cycle.ts";
import { feeOf, turnoverOf } from "#api/use-cases/cycles/fees.ts";
import { renetCycle } from "#api/use-cases/cycles/renet-cycle.ts";
import { reopenApprovedCycle, reopenCycle } from "#api/use-cases/cycles/reopen-cycle.ts";
import { redeemPoints } from "#api/use-cases/points/redeem-points.ts";
import { recordPurchase } from "#api/use-cases/purchases/record-purchase.ts";
import { returnPurchase } from "#api/use-cases/purchases/return-purchase.ts";

const clerk = { kind: "operator", id: "usr_clerk", roles: ["CLERK"] } as const;
const april = new Date("2026-04-01T00:00:00Z");

/** Ana buys twice at Grocer, returns one, and spends 40 points at Pharmacy without a receipt. */
async function shopping(): Promise<World> {
  const w = await world({ ana: { points: 100n } });
  for (const key of ["ana-buys-bread-01", "ana-buys-milk-001"]) {
    const { purchase } = await recordPurchase(w.deps, w.grocer.till, {
      member: { memberId: w.ana.id },
      totalE6: 20_000_000n,
      receiptNumber: key,
      idempotencyKey: key,
    });
    if (key === "ana-buys-milk-001") continue;
    await returnPurchase(w.deps, w.grocer.till, {
      purchase: { purchaseId: purchase.id },
      receiptNumber: `${key}-back`,
      idempotencyKey: `${key}-back`,
    });
  }
  const spent = { member: { memberId: w.ana.id }, partnerId: w.pharmacy.id, points: 40n };
  await redeemPoints(w.deps, systemActor, { ...spent, idempotencyKey: "ana-spends-000001" });
  return w;
}

async function close({ deps, clock, cycleId }: World): Promise<void> {
  clock.set(april);
  await closeCycle(deps, systemActor, { cycleId, reason: "Month end", idempotencyKey: "close-march-00001" });
}

const feesOf = async ({ deps, cycleId }: World) =>
  deps.db.line.findMany({
    where: { cycleId, section: "FEE" },
    select: { ownerId: true, amount: true },
    orderBy: { entryId: "asc" },
  });

test("receipts on which points were earned or spent cost their partner, returns do not", async () => {
  const w = await shopping();
  await w.deps.db.contract.updateMany({ data: { feePerReceiptE6: 50_000n } });
  await close(w);
  expect(await feesOf(w)).toEqual([{ ownerId: w.grocer.id, amount: 100_000n }]);
});

test("a percentage is taken of what the points moved on either side", async () => {
  const w = await shopping();
  await w.deps.db.contract.updateMany({ data: { feeBps: 250 } });
  await close(w);
  // 40 points: Grocer pays 0.40 for them, Pharmacy is paid 0.34.
  const byPartner = new Map((await feesOf(w)).map(({ ownerId, amount }) => [ownerId, amount]));
  expect(byPartner).toEqual(
    new Map([
      [w.grocer.id, 10_000n],
      [w.pharmacy.id, 8_500n],
    ]),
  );
});

test("fixed, by receipt and by percentage add up", () => {
  const terms = { feePerCycleE6: 12_000_000n, feePerReceiptE6: 50_000n, feeBps: 33 };
  expect(feeOf(terms, { receipts: 3, turnoverE6: 1_000_150n })).toBe(12_000_000n + 150_000n + 3_300n);
  expect(feeOf(terms, { receipts: 0, turnoverE6: 0n })).toBe(12_000_000n);
});

test("more returns than redemptions is no turnover below zero", () => {
  const sum = (section: "ISSUER_CHARGE" | "RETURN_ISSUER" | "REDEEMER_CREDIT" | "FEE", amountE6: bigint) => ({
    section,
    amountE6,
    originCycleId: "cyc_1",
    entryCount: 1,
  });
  expect(turnoverOf([sum("ISSUER_CHARGE", 5n), sum("RETURN_ISSUER", -9n), sum("REDEEMER_CREDIT", -7n)])).toBe(7n);
  expect(turnoverOf([sum("FEE", 12n)])).toBe(0n);
});

test("what a till posts in the cycle's last moment is counted: fees are computed when the cycle has ended", async () => {
  const w = await shopping();
  await w.deps.db.contract.updateMany({ data: { feePerReceiptE6: 50_000n } });
  const last = { member: { memberId: w.ana.id }, totalE6: 5_000_000n, receiptNumber: "last" };
  const db = w.deps.db.$extends({
    query: {
      async $queryRaw({ args, query }) {
        const closes = JSON.stringify(args).includes("cycle_close");
        if (closes) await recordPurchase(w.deps, w.grocer.till, { ...last, idempotencyKey: "ana-buys-last-001" });
        return query(args);
      },
    },
  }) as unknown as World["deps"]["db"];
  await close({ ...w, deps: { ...w.deps, db } });
  expect(await feesOf(w)).toEqual([{ ownerId: w.grocer.id, amount: 150_000n }]);
});

test("a new version of the cycle is charged the difference only", async () => {
  const w = await world();
  await w.deps.db.contract.updateMany({ where: { partnerId: w.grocer.id }, data: { feePerCycleE6: 12_000_000n } });
  await close(w);
  const asked = { cycleId: w.cycleId, reason: "A wrong fee was agreed", idempotencyKey: "reopen-march-00001" };
  const { approval } = await reopenCycle(w.deps, clerk, asked);
  await reopenApprovedCycle(w.deps, w.operator, approval);
  await w.deps.db.contract.updateMany({ where: { partnerId: w.grocer.id }, data: { feePerCycleE6: 9_000_000n } });
  await w.deps.db.contract.updateMany({ where: { partnerId: w.fuel.id }, data: { feePerCycleE6: 1_000_000n } });
  await renetCycle(w.deps, clerk, { cycleId: w.cycleId, reason: "Right now" });
  const posted = await feesOf(w);
  expect(posted).toHaveLength(3);
  expect(new Set(posted.map(({ ownerId, amount }) => `${ownerId} ${amount}`))).toEqual(
    new Set([`${w.grocer.id} 12000000`, `${w.grocer.id} -3000000`, `${w.fuel.id} 1000000`]),
  );
  const stored = await w.deps.db.obligation.findMany({ where: { version: 2 }, orderBy: { amountMinor: "asc" } });
  expect(stored.map(({ amountMinor }) => amountMinor)).toEqual([100n, 900n]);
});
