import { expect, test } from "vitest";
import { systemActor } from "#api/kernel/actor.ts";
import { type World, world } from "#api/test/world.ts";
import { redeemPoints } from "#api/use-cases/points/redeem-points.ts";

/** Ana spends 40 of Grocer's points at somebody's till; what Grocer and the operator's margin stand at then. */
async function spentAt(w: World, partnerId: string): Promise<{ grocer: bigint; margin: bigint }> {
  await w.deps.db.contract.updateMany({ where: { partnerId: w.grocer.id }, data: { onUsPolicy: "MARGIN_FREE" } });
  const spent = { member: { memberId: w.ana.id }, points: 40n, idempotencyKey: "forty of Grocer's points" };
  await redeemPoints(w.deps, systemActor, { ...spent, partnerId });
  const sum = async (where: { account: "POSITION" | "MARGIN"; ownerId: string }) =>
    (await w.deps.db.line.aggregate({ where, _sum: { amount: true } }))._sum.amount ?? 0n;
  return {
    grocer: await sum({ account: "POSITION", ownerId: w.grocer.id }),
    margin: -(await sum({ account: "MARGIN", ownerId: "" })),
  };
}

test("a partner whose contract says so is paid what it pays for its own points, and the operator earns nothing", async () => {
  const w = await world({ ana: { points: 100n } });
  expect(await spentAt(w, w.grocer.id)).toEqual({ grocer: 0n, margin: 0n });
});

test("elsewhere its points leave the operator its margin all the same", async () => {
  const w = await world({ ana: { points: 100n } });
  const { grocer, margin } = await spentAt(w, w.pharmacy.id);
  expect(grocer).toBe(400_000n);
  expect(margin).toBeGreaterThan(0n);
});
