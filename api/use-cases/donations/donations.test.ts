import { expect, test } from "vitest";
import { type World, world } from "#api/test/world.ts";
import { setSpendGuard } from "#api/use-cases/spending/set-guard.ts";
import { findCharities, setCharity } from "./charities.ts";
import { donatePoints, findDonationsOf } from "./donate-points.ts";

const key = (number: number) => ({ idempotencyKey: `donations-test-${String(number).padStart(8, "0")}` });
const purpose = { en: "Shoes for children", ru: "Обувь для детей" };

const position = async ({ deps: { db } }: World, partnerId: string) =>
  (await db.exposure.findUniqueOrThrow({ where: { partnerId } })).positionE6;

/** Ana has 300 points of Grocer's; Pharmacy stands for the charity. */
async function withCharity(): Promise<World> {
  const w = await world({ ana: { points: 300n } });
  await setCharity(w.deps, w.operator, { partnerId: w.pharmacy.id, purpose, takes: true });
  return w;
}

test("M23 points donated to a charity are paid to it by whoever issued them, and the receipt says so", async () => {
  const w = await withCharity();
  const { redemption, balance } = await donatePoints(w.deps, w.ana.actor, {
    partnerId: w.pharmacy.id,
    points: 200n,
    ...key(1),
  });
  expect(redemption).toMatchObject({ redeemerId: w.pharmacy.id, captured: 200n, state: "CAPTURED" });
  expect(balance.available).toBe(100n);
  expect(await position(w, w.pharmacy.id)).toBe(-1_700_000n);
  expect(await position(w, w.grocer.id)).toBe(2_000_000n);
  const [receipt] = (await findDonationsOf(w.deps, w.ana.actor, [w.ana.id])).get(w.ana.id) ?? [];
  expect(receipt).toMatchObject({ id: redemption.id, charityId: w.pharmacy.id, points: 200n, paidE6: 1_700_000n });
  expect((await findDonationsOf(w.deps, w.bohdan.actor, [w.ana.id])).size).toBe(0);
});

test("only a charity is given to, while it takes donations", async () => {
  const w = await withCharity();
  const give = (partnerId: string, number: number) =>
    donatePoints(w.deps, w.ana.actor, { partnerId, points: 1n, ...key(number) });
  await expect(give(w.fuel.id, 1)).rejects.toMatchObject({ code: "CHARITY_NOT_FOUND" });
  await setCharity(w.deps, w.operator, { partnerId: w.pharmacy.id, purpose, takes: false });
  expect(await findCharities(w.deps, w.ana.actor)).toEqual([]);
  await expect(give(w.pharmacy.id, 2)).rejects.toMatchObject({ code: "CHARITY_NOT_FOUND" });
});

test("locked points are not given away, and nobody gives more than they have", async () => {
  const w = await withCharity();
  const give = (points: bigint, number: number) =>
    donatePoints(w.deps, w.ana.actor, { partnerId: w.pharmacy.id, points, ...key(number) });
  await expect(give(301n, 1)).rejects.toMatchObject({ code: "INSUFFICIENT_POINTS" });
  await expect(give(0n, 2)).rejects.toMatchObject({ code: "INVALID_POINTS" });
  await setSpendGuard(w.deps, w.ana.actor, { locked: true });
  await expect(give(1n, 3)).rejects.toMatchObject({ code: "SPEND_LOCKED" });
});

test("only the operator says who is a charity", async () => {
  const w = await withCharity();
  const wish = { partnerId: w.grocer.id, purpose, takes: true };
  await expect(setCharity(w.deps, w.grocer.finance, wish)).rejects.toMatchObject({ code: "FORBIDDEN" });
  expect(await findCharities(w.deps, w.ana.actor)).toMatchObject([{ purpose: { ...purpose, be: null } }]);
});
