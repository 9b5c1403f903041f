import { expect, test } from "vitest";
import type { Actor } from "#api/kernel/actor.ts";
import { world } from "#api/test/world.ts";
import { reservePoints } from "#api/use-cases/points/reserve-points.ts";
import { findPurchases } from "./find-purchases.ts";
import { recordPurchase } from "./record-purchase.ts";

const key = (name: string) => `${name}-0123456789abcdef`;

test("a purchase of 100.00 at 1 % gives 100 points, and says why", async () => {
  const { deps, grocer, ana } = await world();
  const { purchase, balance, replayed } = await recordPurchase(deps, grocer.till, bread(ana.id));
  expect(purchase).toMatchObject({ pointsEarned: 100n, pointsSpent: 0n, totalE6: 100_000_000n, paidE6: 100_000_000n });
  expect(purchase).toMatchObject({
    terminalId: grocer.terminalId,
    locationId: grocer.locationId,
    businessDate: "2026-03-10",
  });
  expect(purchase.explanation.steps[0]).toMatchObject({ rule: "BASE", applied: true, points: "100" });
  expect(balance).toMatchObject({ memberId: ana.id, available: 100n });
  expect(replayed).toBe(false);
});

test("how the part in money was paid is kept with the receipt", async () => {
  const { deps, grocer, ana } = await world();
  const payments = [
    { means: "CASH" as const, amountE6: 40_000_000n },
    { means: "CARD" as const, amountE6: 60_000_000n },
  ];
  const { purchase } = await recordPurchase(deps, grocer.till, { ...bread(ana.id), payments });
  expect(purchase.payments).toEqual(payments);
});

test("points pay a part at once, and only the part paid in money earns", async () => {
  const { deps, grocer, ana } = await world({ ana: { points: 2_500n } });
  const { purchase, redemption, balance } = await recordPurchase(deps, grocer.till, {
    ...bread(ana.id),
    redeem: { points: 2_000n },
  });
  expect(purchase).toMatchObject({ paidE6: 80_000_000n, pointsEarned: 80n, pointsSpent: 2_000n });
  expect(redemption).toMatchObject({ state: "CAPTURED", captured: 2_000n, redeemerId: grocer.id });
  expect(balance).toMatchObject({ available: 580n });
});

test("a reservation is captured by the purchase, and what is left of it goes back", async () => {
  const { deps, grocer, ana } = await world({ ana: { points: 500n } });
  const held = await reservePoints(deps, grocer.till, {
    member: ref(ana.id),
    points: 400n,
    idempotencyKey: key("hold"),
  });
  const redeem = { points: 300n, reservationId: held.redemption.id };
  const { redemption, balance } = await recordPurchase(deps, grocer.till, { ...bread(ana.id), redeem });
  expect(redemption).toMatchObject({ id: held.redemption.id, reserved: 400n, captured: 300n });
  expect(balance).toMatchObject({ available: 500n - 300n + 97n });
});

test("a till may retry: the second call answers like the first and moves nothing", async () => {
  const { deps, grocer, ana } = await world();
  const first = await recordPurchase(deps, grocer.till, bread(ana.id));
  const again = await recordPurchase(deps, grocer.till, bread(ana.id));
  expect(again).toEqual({ ...first, replayed: true });
  expect(await deps.db.purchase.count()).toBe(1);
});

test("a retry is answered as done, also when the deed would be refused by now", async () => {
  const { deps, grocer, ana } = await world();
  const first = await recordPurchase(deps, grocer.till, bread(ana.id));
  await deps.db.member.update({ where: { id: ana.id }, data: { status: "BLOCKED" } });
  expect(await recordPurchase(deps, grocer.till, bread(ana.id))).toEqual({ ...first, replayed: true });
});

test("the same key with another receipt is refused", async () => {
  const { deps, grocer, ana } = await world();
  await recordPurchase(deps, grocer.till, bread(ana.id));
  const altered = { ...bread(ana.id), totalE6: 99_000_000n };
  await refuses(recordPurchase(deps, grocer.till, altered), "IDEMPOTENCY_KEY_REUSED");
});

test("one receipt number, one till, one day: a second purchase under it is refused", async () => {
  const { deps, grocer, ana } = await world();
  await recordPurchase(deps, grocer.till, bread(ana.id));
  const twin = { ...bread(ana.id), idempotencyKey: key("twin") };
  await refuses(recordPurchase(deps, grocer.till, twin), "DUPLICATE_RECEIPT");
});

test("earned points wait and expire as the contract and the programme say", async () => {
  const { deps, grocer, ana } = await world();
  await deps.db.programme.updateMany({ data: { pointsValidityMonths: 24 } });
  await deps.db.contract.updateMany({ where: { partnerId: grocer.id }, data: { pendingDays: 5 } });
  const { balance } = await recordPurchase(deps, grocer.till, bread(ana.id));
  const lot = await deps.db.lot.findFirstOrThrow({ where: { memberId: ana.id } });
  expect(balance).toMatchObject({ available: 0n, pending: 100n });
  expect(lot.maturesAt?.toISOString()).toBe("2026-03-15T12:00:00.000Z");
  expect(lot.expiresAt?.toISOString()).toBe("2028-03-31T23:59:59.999Z");
});

test("a receipt too small for a point is kept all the same", async () => {
  const { deps, grocer, ana } = await world();
  const { purchase, balance } = await recordPurchase(deps, grocer.till, { ...bread(ana.id), totalE6: 990_000n });
  expect(purchase).toMatchObject({ pointsEarned: 0n, totalE6: 990_000n });
  expect(balance).toBeNull();
});

test("a partner whose issuing is blocked still takes points, and gives none", async () => {
  const { deps, grocer, ana } = await world({ ana: { points: 500n } });
  await deps.db.partner.update({ where: { id: grocer.id }, data: { status: "ISSUE_BLOCKED" } });
  const { purchase } = await recordPurchase(deps, grocer.till, { ...bread(ana.id), redeem: { points: 500n } });
  expect(purchase).toMatchObject({ pointsSpent: 500n, pointsEarned: 0n });
  expect(purchase.explanation.steps[0]?.because).toBe("PARTNER_MAY_NOT_ISSUE");
});

test("a purchase is seen by its partner, its member and the operator, and by nobody else", async () => {
  const { deps, grocer, fuel, ana, bohdan, operator } = await world();
  const { purchase } = await recordPurchase(deps, grocer.till, bread(ana.id));
  const sees = async (actor: Actor) => (await findPurchases(deps, actor, [purchase.id])).has(purchase.id);
  expect(await Promise.all([grocer.till, grocer.finance, ana.actor, operator].map(sees))).toEqual([
    true,
    true,
    true,
    true,
  ]);
  expect(await Promise.all([fuel.till, fuel.finance, bohdan.actor].map(sees))).toEqual([false, false, false]);
});

function bread(memberId: string) {
  return { member: ref(memberId), receiptNumber: "000181", totalE6: 100_000_000n, idempotencyKey: key("bread") };
}

function ref(memberId: string) {
  return { memberId };
}

async function refuses(attempt: Promise<unknown>, code: string): Promise<void> {
  await expect(attempt).rejects.toMatchObject({ code });
}
