import { expect, test } from "vitest";
import { systemActor } from "#api/kernel/actor.ts";
import { reportRows } from "#api/test/report-rows.ts";
import { type World, world } from "#api/test/world.ts";
import { readCounterparties } from "#api/use-cases/figures/read-counterparties.ts";
import { redeemPoints } from "#api/use-cases/points/redeem-points.ts";

/** Ana spends 40 of Grocer's points at Pharmacy and 20 at Fuel; only Grocer's contract may name whom it cleared with. */
async function cleared({ grocerIsTold }: { grocerIsTold: boolean }): Promise<World> {
  const w = await world({ ana: { points: 100n } });
  for (const [partner, points] of [
    [w.pharmacy, 40n],
    [w.fuel, 20n],
  ] as const) {
    const spent = { member: { memberId: w.ana.id }, partnerId: partner.id, points };
    await redeemPoints(w.deps, systemActor, { ...spent, idempotencyKey: `ana-spends-${partner.id}` });
  }
  const data = { namesCounterparties: grocerIsTold };
  await w.deps.db.contract.updateMany({ where: { partnerId: w.grocer.id }, data });
  return w;
}

const reportedTo = async ({ deps }: World, { id, finance }: World["grocer"], section: string) => {
  const rows = await reportRows(deps, finance, "transactions", { partnerId: id, section });
  return rows.map(({ counterparty, points }) => [counterparty, points]);
};

const read = async (w: World, actor: World["operator"], id: string) =>
  ((await readCounterparties(w.deps, actor, [id])).get(id) ?? []).map(
    ({ counterpartyId, pointsThere, chargeE6, pointsHere, creditE6 }) => ({
      counterpartyId,
      there: [pointsThere, chargeE6],
      here: [pointsHere, creditE6],
    }),
  );

test("a partner whose contract does not name the others reads their sum, and the operator reads each", async () => {
  const w = await cleared({ grocerIsTold: false });
  expect(await read(w, w.grocer.finance, w.grocer.id)).toEqual([
    { counterpartyId: null, there: [60n, 600_000n], here: [0n, 0n] },
  ]);
  expect(new Set((await read(w, w.operator, w.grocer.id)).map(({ counterpartyId }) => counterpartyId))).toEqual(
    new Set([w.pharmacy.id, w.fuel.id]),
  );
  expect(await reportedTo(w, w.grocer, "ISSUER_CHARGE")).toEqual([
    ["ANOTHER_PARTNER", 40n],
    ["ANOTHER_PARTNER", 20n],
  ]);
});

test("a contract that names the others does so for its own partner and for nobody else", async () => {
  const w = await cleared({ grocerIsTold: true });
  const told = await read(w, w.grocer.finance, w.grocer.id);
  expect(new Map(told.map(({ counterpartyId, there }) => [counterpartyId, there]))).toEqual(
    new Map([
      [w.pharmacy.id, [40n, 400_000n]],
      [w.fuel.id, [20n, 200_000n]],
    ]),
  );
  expect(await read(w, w.pharmacy.finance, w.pharmacy.id)).toEqual([
    { counterpartyId: null, there: [0n, 0n], here: [40n, 340_000n] },
  ]);
  expect(await reportedTo(w, w.grocer, "ISSUER_CHARGE")).toEqual([
    ["Pharmacy", 40n],
    ["Fuel", 20n],
  ]);
  expect(await reportedTo(w, w.pharmacy, "REDEEMER_CREDIT")).toEqual([["ANOTHER_PARTNER", 40n]]);
});
