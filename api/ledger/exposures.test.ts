import { expect, test } from "vitest";
import { overrideExposure } from "#api/ledger/exposures.ts";
import { ExposureLimitExceeded } from "#api/ledger/refusals.ts";
import { earn, reserve, teller } from "#api/test/teller.ts";
import { type TestPartner, type World, world } from "#api/test/world.ts";

const limit = ({ deps }: World, { id: partnerId }: TestPartner, limitE6: bigint) =>
  deps.db.exposure.update({ where: { partnerId }, data: { limitE6 } });

const limited = (deed: Promise<unknown>) => expect(deed).rejects.toBeInstanceOf(ExposureLimitExceeded);

test("points are checked when they are issued, whoever pays for them when", async () => {
  const w = await world();
  const tell = teller(w);
  for (const issuer of [w.grocer, w.fuel]) {
    await limit(w, issuer, 1_000_000n);
    await tell({}, earn(issuer, w.ana.id, 100n));
    await limited(tell({}, earn(issuer, w.ana.id, 1n)));
  }
});

test("an issuer over its limit issues nothing, not even what it will pay for later", async () => {
  const w = await world();
  const tell = teller(w);
  await limit(w, w.fuel, 1_000_000n);
  await tell({}, { kind: "fee", cycleId: null, fees: [{ partnerId: w.fuel.id, amountE6: 1_000_001n }] });
  const pending = { ...earn(w.fuel, w.ana.id, 10n), maturesAt: new Date("2026-03-20T00:00:00Z") };
  await limited(tell({}, pending));
});

test("points are checked again when they mature", async () => {
  const w = await world();
  const tell = teller(w);
  await tell({}, { ...earn(w.fuel, w.ana.id, 100n), maturesAt: new Date("2026-03-11T00:00:00Z") });
  await limit(w, w.fuel, 999_999n);
  w.clock.set(new Date("2026-03-12T00:00:00Z"));
  await limited(tell({}, { kind: "mature", memberId: w.ana.id }));
  await limit(w, w.fuel, 1_000_000n);
  await tell({}, { kind: "mature", memberId: w.ana.id });
});

test("no member is refused because an issuer owes too much", async () => {
  const w = await world({ ana: { points: 100n } });
  const tell = teller(w);
  for (const partner of [w.grocer, w.pharmacy]) await limit(w, partner, 0n);
  const held = reserve(w.pharmacy, w.ana.id, 60n);
  await tell({}, held);
  await tell({}, { kind: "capture", burnId: held.burnId, points: 50n, redeemRateE6: 8_500n, onUsPolicy: "FULL" });
  await tell({}, { kind: "returnRedemption", burnId: held.burnId, points: 20n, graceExpiresAt: null });
  await tell({}, { kind: "transfer", fromMemberId: w.ana.id, toMemberId: w.bohdan.id, points: 5n });
});

test("a higher limit counts until its instant, and lapses by itself", async () => {
  const w = await world();
  const tell = teller(w);
  await limit(w, w.grocer, 1_000_000n);
  const until = new Date(w.clock.now().getTime() + 60_000);
  await overrideExposure(w.deps.db, w.grocer.id, { limitE6: 1_500_000n, until });
  await tell({}, earn(w.grocer, w.ana.id, 150n));
  await limited(tell({}, earn(w.grocer, w.ana.id, 1n)));
  await overrideExposure(w.deps.db, w.grocer.id, { limitE6: 9_000_000n, until });
  w.clock.set(until);
  await limited(tell({}, earn(w.grocer, w.ana.id, 1n)));
});

test("an override taken away counts no more", async () => {
  const w = await world();
  await limit(w, w.grocer, 0n);
  const until = new Date(w.clock.now().getTime() + 60_000);
  await overrideExposure(w.deps.db, w.grocer.id, { limitE6: 1_500_000n, until });
  await overrideExposure(w.deps.db, w.grocer.id, null);
  await limited(teller(w)({}, earn(w.grocer, w.ana.id, 1n)));
});

test("of unspent points only the share counts that is expected to be redeemed, rounded up", async () => {
  const w = await world();
  const tell = teller(w);
  await w.deps.db.programme.updateMany({ data: { expectedRedemptionBps: 3_333 } });
  // 100 points of 0.01: 333,300 millionths and no more.
  await limit(w, w.grocer, 333_299n);
  await limited(tell({}, earn(w.grocer, w.ana.id, 100n)));
  await limit(w, w.grocer, 333_300n);
  await tell({}, earn(w.grocer, w.ana.id, 100n));
  // One more point would be 3,333: 10,000 x 0.3333.
  await limit(w, w.grocer, 336_632n);
  await limited(tell({}, earn(w.grocer, w.ana.id, 1n)));
});

test("tills that issue at the same moment share one limit", async () => {
  const w = await world();
  const tell = teller(w);
  await limit(w, w.grocer, 1_000_000n);
  const tries = Array.from({ length: 30 }, (_, i) => tell({}, earn(w.grocer, i % 2 ? w.ana.id : w.bohdan.id, 10n)));
  const settled = await Promise.allSettled(tries);
  expect(settled.filter(({ status }) => status === "fulfilled")).toHaveLength(10);
});
