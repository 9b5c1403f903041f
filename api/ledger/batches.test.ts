import { expect, test } from "vitest";
import { systemActor } from "#api/kernel/actor.ts";
import { newId } from "#api/kernel/ids.ts";
import { createLedger } from "#api/ledger/ledger.ts";
import type { Deed, Movement } from "#api/ledger/movements.ts";
import { ExposureLimitExceeded } from "#api/ledger/refusals.ts";
import { earn, reserve, teller } from "#api/test/teller.ts";
import { type World, world } from "#api/test/world.ts";

const taken = { kind: "capture", redeemRateE6: 8_500n, onUsPolicy: "FULL" } as const;

test("a redemption stays reserved when the capture behind it in the batch is not posted", async () => {
  const w = await world({ ana: { points: 100n } });
  const { deps, pharmacy, ana } = w;
  await deps.db.exposure.update({ where: { partnerId: pharmacy.id }, data: { limitE6: 0n } });
  const tell = teller(w);
  const held = reserve(pharmacy, ana.id, 40n);
  const capture = { ...taken, burnId: held.burnId, points: 40n };
  // What is sent in one turn goes together.
  const answers = await Promise.allSettled([
    tell({}, reserve(pharmacy, ana.id, 1n)),
    tell({}, held),
    tell({}, capture, earn(pharmacy, ana.id, 900_000n)),
  ]);
  expect(answers[2]).toMatchObject({ status: "rejected", reason: expect.any(ExposureLimitExceeded) });
  const burn = { where: { id: held.burnId }, include: { slices: true } };
  expect(await deps.db.burn.findUnique(burn)).toMatchObject({
    state: "RESERVED",
    slices: [{ pinned: 40n, points: 0n }],
  });
});

test("points that come after a merge in the same batch stay with whom they were given to", async () => {
  const w = await world({ ana: { points: 100n } });
  const { deps, grocer, ana, bohdan } = w;
  const tell = teller(w);
  await Promise.all([
    tell({}, earn(grocer, bohdan.id, 1n)),
    tell({}, { kind: "merge", fromMemberId: bohdan.id, intoMemberId: ana.id }),
    tell({}, earn(grocer, bohdan.id, 7n)),
  ]);
  const lots = await deps.db.lot.findMany({ where: { memberId: bohdan.id } });
  expect(lots.map(({ available }) => available)).toEqual([7n]);
});

test("what comes back while a member with nothing left is merged is owed by whom they were merged into", async () => {
  const w = await world();
  const { deps, fuel, pharmacy, ana, bohdan, clock } = w;
  const { pool } = w.database;
  const purchaseId = newId("purchase");
  const held = reserve(pharmacy, bohdan.id, 50n);
  await teller(w)({}, earn(fuel, bohdan.id, 50n, purchaseId));
  await teller(w)({}, held, { ...taken, burnId: held.burnId, points: 50n });
  let merging: Promise<unknown> | null = null;
  // Another gateway merges right after this one has read.
  const late = Object.assign(Object.create(pool), {
    query: async (...given: Parameters<typeof pool.query>) => {
      const read = await pool.query(...given);
      merging ??= teller(w)({}, { kind: "merge", fromMemberId: bohdan.id, intoMemberId: ana.id });
      await merging;
      return read;
    },
  });
  const ledger = createLedger({ pool: late, clock });
  await ledger.post(deedOf(w, { kind: "clawback", memberId: bohdan.id, purchaseId, points: 20n }));
  await ledger.close();
  const debts = await deps.db.memberDebt.findMany();
  expect(debts.map(({ memberId, points }) => [memberId, points])).toEqual([[ana.id, 20n]]);
});

test("a batch of many wallets and many partners is posted in one call", async () => {
  const w = await world();
  const [members, partners] = [await newMembers(w, 400), await newPartners(w, 400)];
  let calls = 0;
  const { pool } = w.database;
  const counting = Object.assign(Object.create(pool), {
    query: (...given: Parameters<typeof pool.query>) => {
      calls += 1;
      return pool.query(...given);
    },
  });
  const ledger = createLedger({ pool: counting, clock: w.clock });
  const deeds = members.map((memberId, i) => {
    const id = partners[i] ?? "";
    return ledger.post(deedOf(w, earn({ ...w.fuel, id }, memberId, 10n)));
  });
  await Promise.all(deeds);
  await ledger.close();
  // One reading and one call.
  expect(calls).toBe(2);
});

test("a return of goods without points, sent through two gateways at once, is one return", async () => {
  const w = await world();
  const { deps, database, grocer, ana, clock } = w;
  const other = createLedger({ pool: database.pool, clock });
  for (let round = 1; round <= 20; round += 1) {
    const purchase = receiptOf(ana.id, 0n);
    const at = { place: { partnerId: grocer.id, locationId: grocer.locationId, terminalId: grocer.terminalId } };
    await deps.ledger.post({ ...deedOf(w), ...at, purchase });
    const deed = { ...deedOf(w), ...at, purchaseReturn: slipOf(purchase) };
    const answers = await Promise.all([deps.ledger.post(deed), other.post(deed)]);
    expect(answers.map(({ replayed }) => replayed).toSorted()).toEqual([false, true]);
  }
  await other.close();
});

test("points clawed back as debt, then returned to their lot, lapse like any others", async () => {
  const w = await world();
  const { deps, clock, grocer, pharmacy, ana } = w;
  const tell = teller(w);
  const purchase = receiptOf(ana.id, 100n);
  const lapsing = { ...earn(grocer, ana.id, 100n, purchase.id), expiresAt: new Date("2026-04-01") };
  await tell({ at: grocer, purchase }, lapsing);
  const spent = reserve(pharmacy, ana.id, 100n);
  await tell({}, spent, { ...taken, burnId: spent.burnId, points: 100n });
  await tell({}, { kind: "clawback", memberId: ana.id, purchaseId: purchase.id, points: 100n });
  await tell({}, earn(grocer, ana.id, 100n));
  await tell({}, { kind: "returnRedemption", burnId: spent.burnId, points: 100n, graceExpiresAt: null });
  clock.set(new Date("2026-04-02T00:00:00Z"));
  await tell({}, { kind: "expire", memberId: ana.id, operatorShareBps: new Map() });
  const lot = { where: { purchaseId: purchase.id } };
  expect(await deps.db.lot.findFirst(lot)).toMatchObject({ available: 0n, clawedBack: 100n, expired: 100n });
});

function receiptOf(memberId: string, pointsEarned: bigint): NonNullable<Deed["purchase"]> {
  const paper = { receiptNumber: "1", businessDate: "2026-03-10", payments: [], lines: [], explanation: {} };
  return { id: newId("purchase"), memberId, ...paper, totalE6: 0n, paidE6: 0n, pointsEarned, pointsSpent: 0n };
}

function slipOf({ id, memberId }: NonNullable<Deed["purchase"]>): NonNullable<Deed["purchaseReturn"]> {
  const nothing = { amountE6: 0n, paidE6: 0n, last: true, pointsClawed: 0n, pointsRestored: 0n, lines: [] };
  return { id: newId("purchaseReturn"), purchaseId: id, memberId, seq: 0, receiptNumber: "1", ...nothing };
}

function deedOf({ clock }: World, ...movements: Movement[]): Deed {
  const key = { owner: "system", key: newId("deed"), fingerprint: "" };
  return { kind: "batch", actor: systemActor, ...key, occurredAt: clock.now(), place: null, movements };
}

async function newMembers({ deps, clock }: World, count: number): Promise<string[]> {
  const ids = Array.from({ length: count }, () => newId("member"));
  await deps.db.member.createMany({ data: ids.map((id) => ({ id, enrolledAt: clock.now() })) });
  await deps.db.wallet.createMany({ data: ids.map((memberId) => ({ memberId })) });
  return ids;
}

async function newPartners({ deps }: World, count: number): Promise<string[]> {
  const ids = Array.from({ length: count }, () => newId("partner"));
  await deps.db.partner.createMany({ data: ids.map((id) => ({ id, code: id, name: "Shop", category: "shop" })) });
  await deps.db.exposure.createMany({ data: ids.map((partnerId) => ({ partnerId })) });
  return ids;
}
