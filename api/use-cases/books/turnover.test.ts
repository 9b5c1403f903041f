import { expect, test } from "vitest";
import { systemActor } from "#api/kernel/actor.ts";
import { findPointsByCycle, findProgrammePoints } from "#api/ledger/read/figures.ts";
import { findLiability } from "#api/ledger/read/liability.ts";
import { readMatrices } from "#api/ledger/read/matrix.ts";
import { readPositions, readSectionSums, readShownPositions, readShownSections } from "#api/ledger/read/positions.ts";
import { turnoverReach } from "#api/ledger/turnover.ts";
import { findBrokenRules } from "#api/ledger/verify.ts";
import { earn, reserve, teller } from "#api/test/teller.ts";
import { type World, world } from "#api/test/world.ts";
import { addUpTurnover } from "#api/use-cases/books/add-up-turnover.ts";
import { totalEntriesAt } from "#api/use-cases/figures/list-entries-at.ts";
import { addIdentifier } from "#api/use-cases/members/add-identifier.ts";
import { recordPurchase } from "#api/use-cases/purchases/record-purchase.ts";

const CHUNK = 3;

/** Ana buys at Grocer and pays Fuel and Grocer itself with points, as often as it is said. */
async function shop(w: World, times: number, as: string): Promise<void> {
  const phone = { kind: "PHONE", value: "+375291000001" } as const;
  await addIdentifier(w.deps, w.grocer.till, { memberId: w.ana.id, ...phone });
  for (let nth = 0; nth < times; nth++) {
    const of = (what: string) => ({
      receiptNumber: `${what} ${nth}`,
      idempotencyKey: `${what} number ${nth} of ${as}`,
    });
    const bought = { member: phone, totalE6: 10_000_000n };
    await recordPurchase(w.deps, w.grocer.till, { ...bought, ...of(`bread ${as}`) });
    await recordPurchase(w.deps, w.fuel.till, { ...bought, redeem: { points: 20n }, ...of(`petrol ${as}`) });
    await recordPurchase(w.deps, w.grocer.till, { ...bought, redeem: { points: 10n }, ...of(`cake ${as}`) });
  }
}

/** Whatever is read from turnover. */
async function shown(w: World) {
  const { db } = w.deps;
  const ids = [w.cycleId];
  const partners = [w.fuel.id, w.grocer.id];
  return {
    positions: await readShownPositions(db, ids),
    sections: await readShownSections(db, ids, partners),
    matrix: await readMatrices(db, ids),
    byCycle: await findPointsByCycle(db, partners, 12),
    ofAll: await findProgrammePoints(db, 12),
    places: await placesOf(w),
    liability: await findLiability(db, { partnerId: w.grocer.id, cycleId: w.cycleId, timeZone: "UTC" }),
  };
}

/** Entries at Fuel's places: of all time, of the day and until it, and of the hours that hold the whole day. */
async function placesOf({ deps, fuel }: World) {
  const [from, until] = [new Date("2026-03-10T00:00:00Z"), new Date("2026-03-11T00:00:00Z")];
  const inside = new Date(from.getTime() + 1);
  const asked = [{}, { from, until }, { until: from }, { from: inside, until }, { event: "CAPTURE", from }];
  return Promise.all(asked.map((filter) => totalEntriesAt(deps, fuel.finance, fuel.id, filter)));
}

test("pages read the same whether nothing, something or everything is added up, and the same as from the lines", async () => {
  const w = await world({ ana: { points: 1_000n } });
  const { db } = w.deps;
  await shop(w, 3, "before");
  const before = await shown(w);
  expect(before.positions).toEqual(await readPositions(db, [w.cycleId]));
  expect(before.sections).toEqual(await readSectionSums(db, [w.cycleId], [w.fuel.id, w.grocer.id]));
  const [ever, ofDay, earlier, ofHours, captures] = before.places;
  expect(ever).toMatchObject({ redeemed: 60n });
  expect([ofDay, earlier?.count]).toEqual([ofHours, 0]);
  expect(ofDay).toEqual(ever);
  expect(captures?.count).toBe(3);
  const paid = before.matrix.get(w.cycleId)?.find(({ redeemerId }) => redeemerId === w.fuel.id);
  expect(paid).toMatchObject({ issuerId: w.grocer.id, points: 60n, chargeE6: 600_000n, burnCount: 3 });

  expect(await addUpTurnover(w.deps, systemActor, CHUNK)).toBeGreaterThan(2);
  expect(await addUpTurnover(w.deps, systemActor, CHUNK)).toBe(0);
  expect(await turnoverReach(db)).toBeGreaterThan(0n);
  expect(await shown(w)).toEqual(before);

  await shop(w, 1, "after");
  const after = await shown(w);
  expect(after.positions).toEqual(await readPositions(db, [w.cycleId]));
  expect(after.matrix.get(w.cycleId)?.find(({ redeemerId }) => redeemerId === w.fuel.id)?.points).toBe(80n);
  await addUpTurnover(w.deps, systemActor, CHUNK);
  expect(await shown(w)).toEqual(after);
  expect(await findBrokenRules(w.database.pool)).toEqual([]);
});

test("a redemption of points of one issuer that were funded in two ways is one redemption", async () => {
  const w = await world();
  const { deps, grocer, fuel, ana, cycleId } = w;
  const tell = teller(w);
  const billed = { issuerId: grocer.id, funding: "ON_ISSUE", issueRateE6: 10_000n, fundedRateE6: 10_000n } as const;
  await tell({}, earn(grocer, ana.id, 60n));
  await tell({}, { ...earn(grocer, ana.id, 40n), terms: billed });
  const held = reserve(fuel, ana.id, 100n);
  await tell({}, held);
  const taken = { kind: "capture", redeemRateE6: 8_500n, onUsPolicy: "FULL" } as const;
  await tell({}, { ...taken, burnId: held.burnId, points: 100n });
  const cells = (await readMatrices(deps.db, [cycleId])).get(cycleId);
  expect(cells).toMatchObject([{ issuerId: grocer.id, redeemerId: fuel.id, points: 100n, burnCount: 1 }]);
});
