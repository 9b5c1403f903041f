import { beforeAll, expect, test } from "vitest";
import { type Actor, systemActor } from "#api/kernel/actor.ts";
import { ask } from "#api/test/asking.ts";
import { openAccounts } from "#api/test/bank.ts";
import { type World, world } from "#api/test/world.ts";
import { redeemPoints } from "#api/use-cases/points/redeem-points.ts";

/** Grocer gave Ana 1,500 points at 0.01; 400 of them are spent at Fuel. */
let w: World;

beforeAll(async () => {
  w = await world({ ana: { points: 1_500n } });
  const spent = { member: { memberId: w.ana.id }, partnerId: w.fuel.id, points: 400n };
  await redeemPoints(w.deps, systemActor, { ...spent, idempotencyKey: "ana-spends-400-at-fuel" });
});

const answer = async (actor: Actor, query: string) => {
  const { data, errors } = await ask(w.deps, actor, query);
  expect(errors).toEqual([]);
  return JSON.parse(JSON.stringify(data));
};

const liabilityOf = (partnerId: string, cycleId: string | null = null) => `{ partner(id: "${partnerId}") {
  pointsLiability(cycleId: ${JSON.stringify(cycleId)}) {
    expectedRedemptionBps fund { amount }
    rollForward { funding opening issued redeemed closing pending available reserved value { amount } }
    ageing { points value { amount } } breakage { forecastPoints }
  } } }`;

const ownerOf = (partnerId: string): Actor => ({ kind: "partnerStaff", id: "usr_owner", partnerId, roles: ["OWNER"] });

test("an issuer reads how its unspent points came about, when they lapse and what they cost", async () => {
  const { partner } = await answer(ownerOf(w.grocer.id), liabilityOf(w.grocer.id));
  const { rollForward, ageing, fund } = partner.pointsLiability;
  expect(rollForward).toEqual([
    {
      ...{ funding: "ON_BURN", opening: 0, issued: 1_500, redeemed: -400, closing: 1_100 },
      ...{ pending: 0, available: 1_100, reserved: 0, value: { amount: "11.00" } },
    },
  ]);
  expect(ageing).toMatchObject([{ points: 1_100, value: { amount: "11.00" } }]);
  expect(fund).toEqual({ amount: "0.00" });
});

test("nobody reads another partner's liability, nor that of a cycle that is not there", async () => {
  expect(await answer(ownerOf(w.fuel.id), liabilityOf(w.grocer.id))).toEqual({ partner: { pointsLiability: null } });
  const lost = await answer(ownerOf(w.grocer.id), liabilityOf(w.grocer.id, "cyc_unknown"));
  expect(lost).toEqual({ partner: { pointsLiability: null } });
});

test("a partner's money people read where to pay; its cashiers and members do not", async () => {
  await openAccounts(w.deps);
  const query = "{ programme { payInAccount { holder iban } } }";
  const cashier: Actor = { kind: "partnerStaff", id: "usr_till", partnerId: w.fuel.id, roles: ["CASHIER"] };
  const member: Actor = { kind: "member", id: "usr_ana", memberId: w.ana.id };
  expect((await answer(ownerOf(w.fuel.id), query)).programme.payInAccount.iban).toMatch(/^[A-Z]{2}\d{2}/);
  expect(await answer(cashier, query)).toEqual({ programme: { payInAccount: null } });
  expect(await answer(member, query)).toEqual({ programme: { payInAccount: null } });
});
