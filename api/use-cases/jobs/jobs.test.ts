import { expect, test } from "vitest";
import { systemActor } from "#api/kernel/actor.ts";
import { earn, teller } from "#api/test/teller.ts";
import { type World, world } from "#api/test/world.ts";
import { expireDue } from "#api/use-cases/jobs/expire-due.ts";
import { matureDue } from "#api/use-cases/jobs/mature-due.ts";
import { releaseTimedOut } from "#api/use-cases/jobs/release-timed-out.ts";
import { reservePoints } from "#api/use-cases/points/reserve-points.ts";
import { recordPurchase } from "#api/use-cases/purchases/record-purchase.ts";

const at = (text: string) => new Date(`${text}T12:00:00Z`);

async function earned(pendingDays: number): Promise<World> {
  const w = await world({ at: at("2026-03-10") });
  await w.deps.db.programme.updateMany({ data: { pointsValidityMonths: 1 } });
  await w.deps.db.contract.updateMany({ where: { partnerId: w.grocer.id }, data: { pendingDays } });
  const receipt = { totalE6: 100_000_000n, receiptNumber: "1", idempotencyKey: "ana-buys-for-a-100" };
  await recordPurchase(w.deps, w.grocer.till, { member: { memberId: w.ana.id }, ...receipt });
  return w;
}

const walletOf = async ({ deps, ana }: World) => {
  const { pending, available, reserved } = await deps.db.wallet.findUniqueOrThrow({ where: { memberId: ana.id } });
  return { pending, available, reserved };
};

test("points become spendable on their day, once, however often the job runs", async () => {
  const w = await earned(7);
  expect(await matureDue(w.deps, systemActor)).toBe(0);
  w.clock.set(at("2026-03-17"));
  const runs = await Promise.all([matureDue(w.deps, systemActor), matureDue(w.deps, systemActor)]);
  expect(runs.reduce((sum, reached) => sum + reached, 0)).toBe(1);
  expect(await walletOf(w)).toEqual({ pending: 0n, available: 100n, reserved: 0n });
});

/** Ana and Bohdan each wait for 60 points of Fuel, which pays when points become spendable. */
async function waiting(): Promise<World> {
  const w = await world({ at: at("2026-03-10") });
  for (const { id } of [w.ana, w.bohdan])
    await teller(w)({}, { ...earn(w.fuel, id, 60n), maturesAt: at("2026-03-17") });
  w.clock.set(at("2026-03-17"));
  return w;
}

test("what falls due is posted whoever shops meanwhile", async () => {
  const w = await waiting();
  const shopping = [w.ana, w.bohdan].flatMap(({ id }) => Array.from({ length: 10 }, () => earn(w.grocer, id, 1n)));
  const [reached] = await Promise.all([matureDue(w.deps, systemActor), ...shopping.map((one) => teller(w)({}, one))]);
  expect(reached).toBe(2);
  expect(await walletOf(w)).toEqual({ pending: 0n, available: 70n, reserved: 0n });
});

test("points that would take their issuer over its limit wait; what still fits becomes spendable", async () => {
  const w = await waiting();
  await w.deps.db.exposure.update({ where: { partnerId: w.fuel.id }, data: { limitE6: 1_000_000n } });
  expect(await matureDue(w.deps, systemActor)).toBe(1);
  expect(await matureDue(w.deps, systemActor)).toBe(0);
  expect(await w.deps.db.lot.aggregate({ _sum: { pending: true, available: true } })).toMatchObject({
    _sum: { pending: 60n, available: 60n },
  });
});

test("points lapse after their last day, and lapse again when they come back into an expired lot", async () => {
  const w = await earned(0);
  w.clock.set(at("2026-04-30"));
  const hold = { member: { memberId: w.ana.id }, points: 40n, holdSeconds: 86_400 };
  await reservePoints(w.deps, w.grocer.till, { ...hold, idempotencyKey: "hold-over-the-expiry" });
  await w.deps.db.programme.updateMany({ data: { graceDays: 0 } });
  expect(await expireDue(w.deps, systemActor)).toBe(0);

  w.clock.set(new Date("2026-05-01T00:00:00Z"));
  expect(await expireDue(w.deps, systemActor)).toBe(1);
  expect(await walletOf(w)).toEqual({ pending: 0n, available: 0n, reserved: 40n });

  w.clock.set(at("2026-05-02"));
  expect(await releaseTimedOut(w.deps, systemActor)).toBe(1);
  expect(await expireDue(w.deps, systemActor)).toBe(1);
  expect(await expireDue(w.deps, systemActor)).toBe(0);
  expect(await walletOf(w)).toEqual({ pending: 0n, available: 0n, reserved: 0n });
});

test("a reservation whose time ran out goes back, and only then", async () => {
  const w = await world({ ana: { points: 100n } });
  const hold = { member: { memberId: w.ana.id }, points: 40n, holdSeconds: 60 };
  await reservePoints(w.deps, w.grocer.till, { ...hold, idempotencyKey: "hold-for-a-minute-1" });
  expect(await releaseTimedOut(w.deps, systemActor)).toBe(0);
  w.clock.set(new Date(w.clock.now().getTime() + 60_000));
  expect(await releaseTimedOut(w.deps, systemActor)).toBe(1);
  expect(await walletOf(w)).toEqual({ pending: 0n, available: 100n, reserved: 0n });
});

test("nobody but the hub itself runs its jobs", async () => {
  const { deps, operator } = await world();
  await expect(matureDue(deps, operator)).rejects.toMatchObject({ code: "FORBIDDEN" });
});
