import { expect, test } from "vitest";
import { type Actor, systemActor } from "#api/kernel/actor.ts";
import { type World, world } from "#api/test/world.ts";
import { approveCycle } from "#api/use-cases/cycles/approve-cycle.ts";
import { closeDueCycle } from "#api/use-cases/jobs/close-due-cycle.ts";
import { markDue } from "#api/use-cases/jobs/mark-due.ts";
import { TransitionRefused } from "#api/use-cases/machine.ts";
import { redeemPoints } from "#api/use-cases/points/redeem-points.ts";
import { holdPayOut, liftPayOut } from "#api/use-cases/settlement/hold-pay-out.ts";
import { ObligationNotFound } from "#api/use-cases/settlement/refusals.ts";

const finance: Actor = { kind: "operator", id: "usr_finance", roles: ["FINANCE"] };
const risk: Actor = { kind: "operator", id: "usr_risk", roles: ["RISK"] };
const reason = "Its bank details changed";

/** March is approved: Grocer pays 4.00 in, Pharmacy is paid 3.40. */
async function approved(): Promise<World & { payIn: string; payOut: string }> {
  const w = await world({ ana: { points: 400n } });
  const spent = { member: { memberId: w.ana.id }, partnerId: w.pharmacy.id, points: 400n };
  await redeemPoints(w.deps, systemActor, { ...spent, idempotencyKey: "ana-spends-000001" });
  w.clock.set(new Date("2026-04-01T00:00:00Z"));
  await closeDueCycle(w.deps, systemActor);
  await approveCycle(w.deps, finance, { cycleId: w.cycleId });
  const owed = async (partnerId: string) => (await w.deps.db.obligation.findFirstOrThrow({ where: { partnerId } })).id;
  return { ...w, payIn: await owed(w.grocer.id), payOut: await owed(w.pharmacy.id) };
}

const stateOf = async ({ deps }: World, id: string) =>
  (await deps.db.obligation.findUniqueOrThrow({ where: { id } })).state;

test("risk holds a pay-out and lifts the hold; each leaves its trace once", async () => {
  const w = await approved();
  const held = { obligationId: w.payOut, reason };
  expect(await holdPayOut(w.deps, risk, held)).toMatchObject({ state: "ON_HOLD" });
  await holdPayOut(w.deps, risk, held);
  w.clock.set(new Date("2026-04-20T00:00:00Z"));
  await markDue(w.deps, systemActor);
  expect(await stateOf(w, w.payOut)).toBe("ON_HOLD");
  expect(await liftPayOut(w.deps, risk, { obligationId: w.payOut, reason: "They were confirmed" })).toMatchObject({
    state: "DUE",
  });
  await liftPayOut(w.deps, risk, { obligationId: w.payOut, reason });
  const steps = await w.deps.db.transition.findMany({ where: { objectId: w.payOut }, orderBy: { id: "asc" } });
  expect(steps.map(({ to, reason: why }) => [to, why])).toEqual([
    ["DRAFT", null],
    ["CONFIRMED", null],
    ["ON_HOLD", reason],
    ["DUE", "They were confirmed"],
  ]);
});

test("a pay-in is not held, nor what has been sent, nor what is not there", async () => {
  const w = await approved();
  await expect(holdPayOut(w.deps, risk, { obligationId: w.payIn, reason })).rejects.toThrow(TransitionRefused);
  await expect(liftPayOut(w.deps, risk, { obligationId: w.payIn, reason })).rejects.toThrow(TransitionRefused);
  await w.deps.db.paymentInstruction.updateMany({ where: { obligationId: w.payOut }, data: { state: "EXPORTED" } });
  await expect(holdPayOut(w.deps, risk, { obligationId: w.payOut, reason })).rejects.toThrow(TransitionRefused);
  await expect(holdPayOut(w.deps, risk, { obligationId: "obl_none", reason })).rejects.toThrow(ObligationNotFound);
});

test.for(["SUSPENDED", "DEFAULTED"] as const)("nothing is let go to a partner that is %s", async (status) => {
  const w = await approved();
  await holdPayOut(w.deps, risk, { obligationId: w.payOut, reason });
  await w.deps.db.partner.update({ where: { id: w.pharmacy.id }, data: { status } });
  const refused = { code: "PARTNER_MAY_NOT_BE_PAID", partnerId: w.pharmacy.id, status };
  await expect(liftPayOut(w.deps, risk, { obligationId: w.payOut, reason })).rejects.toMatchObject(refused);
  expect(await stateOf(w, w.payOut)).toBe("ON_HOLD");
});

test("an obligation is due on its day and overdue when the programme's days of grace are over, which stops issuing", async () => {
  const w = await approved();
  await w.deps.db.programme.updateMany({ data: { paymentGraceDays: 4 } });
  const on = async (day: string) => {
    w.clock.set(new Date(`${day}T08:00:00Z`));
    await markDue(w.deps, systemActor);
    const grocer = await w.deps.db.partner.findUniqueOrThrow({ where: { id: w.grocer.id } });
    return [await stateOf(w, w.payIn), await stateOf(w, w.payOut), grocer.status];
  };
  expect(await on("2026-04-03")).toEqual(["CONFIRMED", "CONFIRMED", "ACTIVE"]);
  expect(await on("2026-04-04")).toEqual(["DUE", "DUE", "ACTIVE"]);
  expect(await on("2026-04-08")).toEqual(["DUE", "DUE", "ACTIVE"]);
  expect(await on("2026-04-09")).toEqual(["OVERDUE", "DUE", "ISSUE_BLOCKED"]);
});
