import { expect, test } from "vitest";
import { systemActor } from "#api/kernel/actor.ts";
import { newId } from "#api/kernel/ids.ts";
import { InsufficientPoints } from "#api/ledger/refusals.ts";
import { earn, reserve, teller } from "#api/test/teller.ts";
import { type World, world } from "#api/test/world.ts";
import { matureDue } from "#api/use-cases/jobs/mature-due.ts";

const later = new Date("2026-03-20T12:00:00Z");

/** Ana has 100 spendable points from Grocer and 40 that wait until the 20th. */
async function holding(): Promise<World & { lotIds: string[] }> {
  const w = await world({ ana: { points: 100n } });
  await teller(w)({}, { ...earn(w.grocer, w.ana.id, 40n), maturesAt: later });
  const lots = await w.deps.db.lot.findMany({ where: { memberId: w.ana.id }, orderBy: { id: "asc" } });
  return { ...w, lotIds: lots.map(({ id }) => id) };
}

const wallet = async ({ deps, ana }: World) => {
  const { pending, available, reserved } = await deps.db.wallet.findUniqueOrThrow({ where: { memberId: ana.id } });
  return { pending, available, reserved };
};

const block = (w: World & { lotIds: string[] }) =>
  teller(w)({}, { kind: "blockLots", memberId: w.ana.id, lotIds: w.lotIds });
const unblock = (w: World & { lotIds: string[] }) =>
  teller(w)({}, { kind: "unblockLots", memberId: w.ana.id, lotIds: w.lotIds });

test("blocked points wait among the pending ones, and no day lets them out", async () => {
  const w = await holding();
  await block(w);
  expect(await wallet(w)).toEqual({ pending: 140n, available: 0n, reserved: 0n });
  w.clock.set(later);
  expect(await matureDue(w.deps, systemActor)).toBe(0);
  await teller(w)({}, { kind: "mature", memberId: w.ana.id });
  await teller(w)({}, { kind: "mature", memberId: w.ana.id, lotIds: w.lotIds });
  expect(await wallet(w)).toEqual({ pending: 140n, available: 0n, reserved: 0n });
  await expect(teller(w)({}, reserve(w.pharmacy, w.ana.id, 1n))).rejects.toBeInstanceOf(InsufficientPoints);
});

test("unblocking lets out what had been spendable; the rest waits for its day", async () => {
  const w = await holding();
  await block(w);
  await unblock(w);
  expect(await wallet(w)).toEqual({ pending: 40n, available: 100n, reserved: 0n });
  w.clock.set(later);
  expect(await matureDue(w.deps, systemActor)).toBe(1);
  expect(await wallet(w)).toEqual({ pending: 0n, available: 140n, reserved: 0n });
});

test("blocking twice, or what is somebody else's, changes nothing", async () => {
  const w = await holding();
  await block(w);
  await block(w);
  await teller(w)({}, { kind: "blockLots", memberId: w.bohdan.id, lotIds: w.lotIds });
  await teller(w)({}, { kind: "unblockLots", memberId: w.bohdan.id, lotIds: w.lotIds });
  expect(await wallet(w)).toEqual({ pending: 140n, available: 0n, reserved: 0n });
});

test("points that were promised to a till are let through; what it does not take is blocked", async () => {
  const w = await holding();
  const tell = teller(w);
  const held = reserve(w.pharmacy, w.ana.id, 60n);
  await tell({}, held);
  await block(w);
  await tell({}, { kind: "capture", burnId: held.burnId, points: 50n, redeemRateE6: 8_500n, onUsPolicy: "FULL" });
  expect(await wallet(w)).toEqual({ pending: 90n, available: 0n, reserved: 0n });
  await tell({}, { kind: "returnRedemption", burnId: held.burnId, points: 50n, graceExpiresAt: null });
  expect(await wallet(w)).toEqual({ pending: 140n, available: 0n, reserved: 0n });
});

test("a lot that was spent when its issuer's were blocked takes returned points as blocked", async () => {
  const w = await world({ ana: { points: 100n } });
  const tell = teller(w);
  const held = reserve(w.pharmacy, w.ana.id, 100n);
  await tell({}, held);
  await tell({}, { kind: "capture", burnId: held.burnId, points: 100n, redeemRateE6: 8_500n, onUsPolicy: "FULL" });
  const lotIds = (await w.deps.db.lot.findMany({ where: { memberId: w.ana.id } })).map(({ id }) => id);
  await tell({}, { kind: "blockLots", memberId: w.ana.id, lotIds });
  await tell({}, { kind: "returnRedemption", burnId: held.burnId, points: 60n, graceExpiresAt: null });
  expect(await wallet(w)).toEqual({ pending: 60n, available: 0n, reserved: 0n });
  await tell({}, { kind: "unblockLots", memberId: w.ana.id, lotIds });
  expect(await wallet(w)).toEqual({ pending: 0n, available: 60n, reserved: 0n });
});

test("a haircut takes its share of each lot, rounded down; blocked points too", async () => {
  const w = await holding();
  await block(w);
  await teller(w)({}, { kind: "haircut", memberId: w.ana.id, lotIds: w.lotIds, shareBps: 3_333 });
  expect(await wallet(w)).toEqual({ pending: 140n - 33n - 13n, available: 0n, reserved: 0n });
  const lots = await w.deps.db.lot.findMany({ where: { id: { in: w.lotIds } }, orderBy: { id: "asc" } });
  expect(lots.map(({ expired }) => expired)).toEqual([33n, 13n]);
});

test("what was paid for points that a haircut takes goes to the issuer, and is nobody's profit", async () => {
  const w = await world();
  const tell = teller(w);
  await tell({}, earn(w.fuel, w.ana.id, 100n));
  const lots = await w.deps.db.lot.findMany({ where: { memberId: w.ana.id } });
  await tell({}, { kind: "haircut", memberId: w.ana.id, lotIds: lots.map(({ id }) => id), shareBps: 5_000 });
  const exposure = await w.deps.db.exposure.findUniqueOrThrow({ where: { partnerId: w.fuel.id } });
  expect(exposure.positionE6).toBe(500_000n);
  expect(await w.deps.db.line.count({ where: { account: "BREAKAGE" } })).toBe(0);
});

test("when an issuer's run-off is over, its named lots lapse before their time, and only they", async () => {
  const w = await holding();
  await teller(w)({}, earn(w.fuel, w.ana.id, 7n));
  const operatorShareBps = new Map([[w.grocer.id, 6_000]]);
  await teller(w)({}, { kind: "expire", memberId: w.ana.id, operatorShareBps, lotIds: w.lotIds });
  expect(await wallet(w)).toEqual({ pending: 0n, available: 7n, reserved: 0n });
});

test("blocked points move with their member, and pay for goods that come back", async () => {
  const w = await world();
  const tell = teller(w);
  const bought = newId("purchase");
  await tell({}, { ...earn(w.fuel, w.ana.id, 80n, bought) });
  const lotIds = (await w.deps.db.lot.findMany({ where: { memberId: w.ana.id } })).map(({ id }) => id);
  await tell({}, { kind: "blockLots", memberId: w.ana.id, lotIds });
  await tell({}, { kind: "merge", fromMemberId: w.ana.id, intoMemberId: w.bohdan.id });
  await tell({}, { kind: "clawback", memberId: w.bohdan.id, purchaseId: bought, points: 30n });
  expect(await w.deps.db.wallet.findUnique({ where: { memberId: w.bohdan.id } })).toMatchObject({
    pending: 50n,
    debt: 0n,
  });
  const exposure = await w.deps.db.exposure.findUniqueOrThrow({ where: { partnerId: w.fuel.id } });
  expect(exposure.positionE6).toBe(500_000n);
});
