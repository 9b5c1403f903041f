import { expect, test } from "vitest";
import { systemActor } from "#api/kernel/actor.ts";
import { type World, world } from "#api/test/world.ts";
import { approveCycle } from "#api/use-cases/cycles/approve-cycle.ts";
import { closeCycle } from "#api/use-cases/cycles/close-cycle.ts";
import { countOpenDisputes } from "#api/use-cases/disputes/count-disputes.ts";
import { afterBusinessDays } from "#api/use-cases/disputes/deadlines.ts";
import { escalateDispute } from "#api/use-cases/disputes/escalate-dispute.ts";
import { lapseDisputes } from "#api/use-cases/disputes/lapse-disputes.ts";
import { openDispute } from "#api/use-cases/disputes/open-dispute.ts";
import { respondToDispute } from "#api/use-cases/disputes/respond-to-dispute.ts";
import { withdrawDispute } from "#api/use-cases/disputes/withdraw-dispute.ts";
import { closeDueCycle } from "#api/use-cases/jobs/close-due-cycle.ts";
import { redeemPoints } from "#api/use-cases/points/redeem-points.ts";

const DAY_MS = 86_400_000;

/** Ana has spent 1,000 of Grocer's points at Pharmacy, and Grocer disputes 600 of them on 10 March. */
async function disputed() {
  const w = await world({ ana: { points: 1_000n }, bohdan: { points: 300n } });
  const asked = { member: { memberId: w.ana.id }, points: 1_000n, partnerId: w.pharmacy.id };
  const { redemption } = await redeemPoints(w.deps, systemActor, { ...asked, idempotencyKey: "ana-spends-it-all" });
  const claim = {
    redemptionId: redemption.id,
    points: 600n,
    reasonCode: "D10",
    idempotencyKey: "dispute-600",
  } as const;
  const { id: disputeId } = await openDispute(w.deps, w.grocer.finance, claim);
  return { ...w, disputeId };
}

const later = ({ clock }: World, days: number) => clock.set(new Date(clock.now().getTime() + days * DAY_MS));
const stateOf = async ({ deps, disputeId }: World & { disputeId: string }) => {
  const { state, outcome, lapsed } = await deps.db.dispute.findUniqueOrThrow({ where: { id: disputeId } });
  return [state, outcome, lapsed];
};
const answer = { evidence: { text: "The slip is signed." } };

test("no answer in fourteen days upholds it", async () => {
  const w = await disputed();
  later(w, 13);
  expect(await lapseDisputes(w.deps, systemActor)).toBe(0);
  later(w, 1);
  const late = respondToDispute(w.deps, w.pharmacy.finance, { disputeId: w.disputeId, ...answer });
  await expect(late).rejects.toMatchObject({ code: "DISPUTE_DEADLINE_PASSED" });
  expect(await lapseDisputes(w.deps, systemActor)).toBe(1);
  expect(await stateOf(w)).toEqual(["RESOLVED", "UPHELD", true]);
  expect(await lapseDisputes(w.deps, systemActor)).toBe(0);
  expect(await w.deps.db.wallet.findUnique({ where: { memberId: w.ana.id } })).toMatchObject({ available: 600n });
});

test("no escalation in seven days rejects it", async () => {
  const w = await disputed();
  await respondToDispute(w.deps, w.pharmacy.finance, { disputeId: w.disputeId, ...answer });
  later(w, 7);
  const late = escalateDispute(w.deps, w.grocer.finance, { disputeId: w.disputeId });
  await expect(late).rejects.toMatchObject({ code: "DISPUTE_DEADLINE_PASSED" });
  await lapseDisputes(w.deps, systemActor);
  expect(await stateOf(w)).toEqual(["RESOLVED", "REJECTED", true]);
});

test("an arbitration does not lapse: it is overdue in the work queue", async () => {
  const w = await disputed();
  await respondToDispute(w.deps, w.pharmacy.finance, { disputeId: w.disputeId, ...answer });
  await escalateDispute(w.deps, w.grocer.finance, { disputeId: w.disputeId });
  expect(await countOpenDisputes(w.deps, w.operator)).toMatchObject({
    waitsForViewer: 1,
    overdue: 0,
    nextDeadlineAt: new Date("2026-03-25T00:00:00Z"),
  });
  later(w, 15);
  expect(await lapseDisputes(w.deps, systemActor)).toBe(0);
  expect(await countOpenDisputes(w.deps, w.operator)).toMatchObject({ waitsForOperator: 1, overdue: 1 });
  expect(await countOpenDisputes(w.deps, w.pharmacy.finance)).toMatchObject({ waitsForOperator: 1, waitsForViewer: 0 });
  expect(await countOpenDisputes(w.deps, w.fuel.finance)).toMatchObject({ waitsForOperator: 0, overdue: 0 });
});

test("decision days are business days, each ending at midnight in the programme's zone", () => {
  const friday = new Date("2026-03-13T15:00:00Z");
  expect(afterBusinessDays(friday, 1, "Europe/Minsk")).toEqual(new Date("2026-03-16T21:00:00Z"));
  expect(afterBusinessDays(friday, 10, "Europe/Minsk")).toEqual(new Date("2026-03-27T21:00:00Z"));
});

test("a cycle closes over an open dispute; its end posts into the open cycle and names where it comes from", async () => {
  const w = await disputed();
  w.clock.set(new Date("2026-04-01T00:00:00Z"));
  await closeCycle(w.deps, systemActor, { cycleId: w.cycleId, reason: "Month end", idempotencyKey: "close the month" });
  await lapseDisputes(w.deps, systemActor);
  const open = await w.deps.db.cycle.findFirstOrThrow({ where: { state: "OPEN" } });
  const [entry] = await w.deps.db.entry.findMany({ where: { event: "DISPUTE_UPHELD" } });
  expect(entry).toMatchObject({ cycleId: open.id, originCycleId: w.cycleId, disputeId: w.disputeId });
  const owed = await w.deps.db.obligation.findMany({ where: { cycleId: w.cycleId, partnerId: w.pharmacy.id } });
  expect(owed.map(({ netE6 }) => netE6)).toEqual([-3_400_000n]);
});

test("an open dispute holds its own amount and freezes nothing else: tills, the cycle, the pay-out", async () => {
  const w = await disputed();
  const { deps, clock, pharmacy, cycleId } = w;
  const points = { member: { memberId: w.bohdan.id }, partnerId: pharmacy.id, points: 100n };
  await redeemPoints(deps, systemActor, { ...points, idempotencyKey: "bohdan-spends-1" });
  clock.set(new Date("2026-04-01T00:00:00Z"));
  await closeDueCycle(deps, systemActor);
  await approveCycle(deps, w.operator, { cycleId });
  expect(await stateOf(w)).toEqual(["OPEN", null, false]);
  const owed = await deps.db.obligation.findFirstOrThrow({ where: { cycleId, partnerId: pharmacy.id } });
  // 1,100 points at 0.0085, less the 600 that are disputed.
  expect(owed).toMatchObject({ direction: "PAY_OUT", state: "CONFIRMED", amountMinor: -425n });
  await redeemPoints(deps, pharmacy.till, { ...points, idempotencyKey: "bohdan-spends-2" });
});

test("a word whose entries were posted before its gateway died is the word that counts", async () => {
  const w = await disputed();
  const dying = { ...w.deps, db: dyingAfterPosting(w.deps.db) };
  await expect(withdrawDispute(dying, w.grocer.finance, { disputeId: w.disputeId })).rejects.toThrow("died");
  expect(await stateOf(w)).toEqual(["OPEN", null, false]);
  later(w, 14);
  await lapseDisputes(w.deps, systemActor);
  expect(await stateOf(w)).toEqual(["WITHDRAWN", null, false]);
});

/** A gateway that dies when it comes to writing down what it posted. */
function dyingAfterPosting(db: World["deps"]["db"]): World["deps"]["db"] {
  const isItsStep = (values: unknown[]) => values.some((value) => (value as { sql?: string }).sql === "transition");
  const dying = (tx: World["deps"]["db"]): never =>
    new Proxy(tx, {
      get: (target, name) =>
        name === "$executeRaw"
          ? (sql: TemplateStringsArray, ...values: unknown[]) =>
              isItsStep(values) ? Promise.reject(new Error("died")) : target.$executeRaw(sql, ...values)
          : Reflect.get(target, name),
    }) as never;
  return new Proxy(db, {
    get: (target, name) =>
      name === "$transaction"
        ? (run: (tx: never) => Promise<unknown>, options: object) =>
            target.$transaction((tx) => run(dying(tx as World["deps"]["db"])), options)
        : Reflect.get(target, name),
  });
}
