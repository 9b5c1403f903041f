import { expect, test } from "vitest";
import { type Actor, systemActor } from "#api/kernel/actor.ts";
import { newId } from "#api/kernel/ids.ts";
import { readBalances } from "#api/ledger/read/positions.ts";
import { agree } from "#api/test/second-person.ts";
import { world } from "#api/test/world.ts";
import { advanceExits } from "#api/use-cases/jobs/advance-exits.ts";
import { closeDueCycle } from "#api/use-cases/jobs/close-due-cycle.ts";
import { continueLotRuns } from "#api/use-cases/jobs/continue-lot-runs.ts";
import { readPointsByExpiry } from "#api/use-cases/members/read-points-by-expiry.ts";
import { findExitsOf, findObstacles } from "#api/use-cases/partners/find-exits.ts";
import { givePartnerNotice, withdrawPartnerNotice } from "#api/use-cases/partners/give-notice.ts";
import { releaseSecured } from "#api/use-cases/partners/release-secured.ts";
import { capturePoints } from "#api/use-cases/points/capture-points.ts";
import { redeemPoints } from "#api/use-cases/points/redeem-points.ts";
import { reservePoints } from "#api/use-cases/points/reserve-points.ts";
import { quotePurchase } from "#api/use-cases/purchases/quote-purchase.ts";
import { recordPurchase } from "#api/use-cases/purchases/record-purchase.ts";
import { returnPurchase } from "#api/use-cases/purchases/return-purchase.ts";
import { submitBatch } from "#api/use-cases/purchases/submit-batch.ts";
import { recordCollateral, recordLossPool } from "#api/use-cases/settlement/record-secured.ts";

const euro = 1_000_000n;
const noticed = new Date("2026-03-10T12:00:00Z");
const daysLater = (days: number) => new Date(noticed.getTime() + days * 86_400_000);
let keys = 0;
const key = () => `leaving-${String(++keys).padStart(12, "0")}`;

/** What its tills hear once its notice has ended. */
const gone = { code: "PARTNER_NOT_ACTIVE", status: "RUN_OFF" };

/** Grocer, whose owner gives notice: ten days, then twenty of run-off. Ana has 500 of its points. */
async function leaving() {
  const w = await world({ at: noticed, ana: { points: 500n } });
  const { deps, clock, operator, grocer } = w;
  await deps.db.programme.updateMany({ data: { exitNoticeDays: 10, exitRunOffDays: 20 } });
  const parts = (amountE6: bigint) => [{ partnerId: grocer.id, amountE6 }];
  await recordCollateral(deps, operator, { parts: parts(7n * euro), idempotencyKey: key() });
  await recordLossPool(deps, operator, { parts: parts(euro), idempotencyKey: key() });
  const input = { partnerId: grocer.id, reason: "Sold the shops", idempotencyKey: key() };
  const exit = await givePartnerNotice(deps, grocer.finance, input);
  const basket = () => ({
    member: { memberId: w.ana.id },
    totalE6: 10n * euro,
    lines: [{ amountE6: 10n * euro }],
  });
  const receipt = () => ({ ...basket(), receiptNumber: key(), idempotencyKey: key() });
  const buy = () => recordPurchase(deps, grocer.till, receipt());
  const spending = (points: bigint) => ({ member: { memberId: w.ana.id }, points });
  const spend = (at: typeof grocer, points: bigint) =>
    redeemPoints(deps, systemActor, {
      member: { memberId: w.ana.id },
      partnerId: at.id,
      points,
      idempotencyKey: key(),
    });
  const tick = async (at: Date) => {
    clock.set(at);
    await advanceExits(deps, systemActor);
    await continueLotRuns(deps, systemActor);
  };
  const state = async () => (await deps.db.partnerExit.findUniqueOrThrow({ where: { id: exit.id } })).state;
  const release = () =>
    releaseSecured(deps, operator, { partnerExitId: exit.id, reason: "It is out", idempotencyKey: key() });
  return { ...w, input, exit, basket, receipt, buy, spending, spend, tick, state, release };
}

test("notice fixes the dates of the way out, whatever the rules become later", async () => {
  const { deps, grocer, exit, input } = await leaving();
  expect(exit).toMatchObject({ state: "NOTICE", endsAt: daysLater(10), runOffUntil: daysLater(30) });
  await deps.db.programme.updateMany({ data: { exitNoticeDays: 1, exitRunOffDays: 1 } });
  expect(await givePartnerNotice(deps, grocer.finance, input)).toEqual(exit);
  const twice = givePartnerNotice(deps, grocer.finance, { ...input, idempotencyKey: key() });
  await expect(twice).rejects.toMatchObject({ code: "PARTNER_IS_LEAVING", endsAt: daysLater(10) });
  expect((await findExitsOf(deps, grocer.finance, [grocer.id])).get(grocer.id)).toEqual([exit]);
});

test("until the notice ends it trades; then it issues and redeems nothing, also before the job comes by", async () => {
  const w = await leaving();
  w.clock.set(new Date(daysLater(10).getTime() - 1));
  await w.buy();
  await w.spend(w.grocer, 10n);
  w.clock.set(daysLater(10));
  await expect(w.buy()).rejects.toMatchObject(gone);
  await expect(w.spend(w.grocer, 10n)).rejects.toMatchObject(gone);
  await w.tick(daysLater(10));
  expect(await w.state()).toBe("RUN_OFF");
  await w.spend(w.pharmacy, 10n);
});

test("its tills are told that it has left, whatever they ask; what they did before is taken, and goods come back", async () => {
  const w = await leaving();
  const { deps, grocer, fuel } = w;
  const { purchase } = await w.buy();
  const kept = await reservePoints(deps, grocer.till, { ...w.spending(10n), idempotencyKey: key() });
  await w.tick(daysLater(10));
  const quote = quotePurchase(deps, grocer.till, w.basket());
  await expect(quote).rejects.toMatchObject({ ...gone, message: expect.stringContaining(daysLater(10).toISOString()) });
  const reserve = reservePoints(deps, grocer.till, { ...w.spending(10n), idempotencyKey: key() });
  await expect(reserve).rejects.toMatchObject(gone);
  const capture = { reservationId: kept.redemption.id, idempotencyKey: key() };
  await expect(capturePoints(deps, grocer.till, capture)).rejects.toMatchObject(gone);
  const occurredAt = new Date(daysLater(10).getTime() - 1);
  const rows = [{ recordPurchase: w.receipt() }, { recordPurchase: { ...w.receipt(), occurredAt } }];
  const outcomes = await submitBatch(deps, grocer.till, rows);
  expect(outcomes.map(({ state, refusal }) => refusal?.code ?? state)).toEqual(["PARTNER_NOT_ACTIVE", "DONE"]);

  const bring = (receiptNumber: string) => ({ receiptNumber, idempotencyKey: key() });
  const back = { purchase: { purchaseId: purchase.id }, lines: [{ seq: 1, quantityMilli: 100n }] };
  await returnPurchase(deps, grocer.till, { ...back, ...bring("back-1") });
  await deps.db.contract.updateMany({ where: { partnerId: grocer.id }, data: { takesForeignReturns: true } });
  const foreign = await recordPurchase(deps, systemActor, { ...w.receipt(), partnerId: fuel.id });
  const elsewhere = { purchase: { purchaseId: foreign.purchase.id }, ...bring("back-2") };
  await expect(returnPurchase(deps, grocer.till, elsewhere)).rejects.toMatchObject(gone);
  await deps.db.partner.update({ where: { id: grocer.id }, data: { status: "CLOSED" } });
  const closed = { code: "PARTNER_NOT_ACTIVE", status: "CLOSED" };
  await expect(returnPurchase(deps, grocer.till, { ...back, ...bring("back-3") })).rejects.toMatchObject(closed);
  await expect(quotePurchase(deps, grocer.till, w.basket())).rejects.toMatchObject(closed);
});

test("members are told when the points of a leaving partner lapse", async () => {
  const w = await leaving();
  const expiries = async () => (await readPointsByExpiry(w.deps, w.ana.actor, [w.ana.id])).get(w.ana.id);
  expect(await expiries()).toEqual([{ expiresAt: daysLater(30), points: 500n }]);
  await withdrawPartnerNotice(w.deps, w.grocer.finance, { partnerExitId: w.exit.id, reason: "Not sold" });
  expect(await expiries()).toEqual([{ expiresAt: null, points: 500n }]);
});

test("a notice can be taken back before it ends, and then the contract goes on; not afterwards", async () => {
  const w = await leaving();
  const back = { partnerExitId: w.exit.id, reason: "Not sold after all" };
  const stranger = withdrawPartnerNotice(w.deps, w.fuel.finance, back);
  await expect(stranger).rejects.toMatchObject({ code: "PARTNER_EXIT_NOT_FOUND" });
  expect(await withdrawPartnerNotice(w.deps, w.grocer.finance, back)).toMatchObject({ state: "WITHDRAWN" });
  expect(await withdrawPartnerNotice(w.deps, w.grocer.finance, back)).toMatchObject({ state: "WITHDRAWN" });
  w.clock.set(daysLater(40));
  await w.buy();
  const again = await givePartnerNotice(w.deps, w.operator, { ...w.input, idempotencyKey: key() });
  w.clock.set(again.endsAt);
  const late = withdrawPartnerNotice(w.deps, w.grocer.finance, { ...back, partnerExitId: again.id });
  await expect(late).rejects.toMatchObject({ code: "TRANSITION_REFUSED" });
});

test("when the run-off is over what is left lapses, once, and what comes back later too", async () => {
  const w = await leaving();
  await w.tick(daysLater(10));
  await w.tick(daysLater(30));
  expect(await w.deps.db.wallet.findUnique({ where: { memberId: w.ana.id } })).toMatchObject({ available: 0n });
  const runs = await w.deps.db.lotRun.findMany();
  expect(runs).toMatchObject([{ kind: "RUN_OFF", state: "DONE", lotsDone: 1, pointsFound: 500n }]);
  await w.tick(daysLater(31));
  expect(await w.deps.db.lotRun.count()).toBe(1);
  await expect(w.spend(w.pharmacy, 1n)).rejects.toMatchObject({ code: "INSUFFICIENT_POINTS" });
});

test("what it put up is released when nothing more can be asked of it, by two people; then it is closed", async () => {
  const w = await leaving();
  const { deps, operator, grocer, exit } = w;
  await w.tick(daysLater(10));
  await expect(w.release()).rejects.toMatchObject({
    code: "EXIT_NOT_COMPLETE",
    obstacles: ["RUN_OFF_NOT_OVER", "POINTS_OUTSTANDING"],
  });
  await w.tick(daysLater(30));
  expect((await findObstacles(deps, operator, [exit.id])).get(exit.id)).toEqual([]);
  const approval = await w.release();
  await agree(deps, approval);
  const owed = async (account: "COLLATERAL" | "LOSS_POOL" | "BANK_COLLATERAL", owner: string) =>
    (await readBalances(deps.db, account)).get(owner) ?? 0n;
  expect(await owed("COLLATERAL", grocer.id)).toBe(0n);
  expect(await owed("LOSS_POOL", grocer.id)).toBe(0n);
  expect(await owed("BANK_COLLATERAL", "")).toBe(0n);
  expect(await deps.db.partner.findUnique({ where: { id: grocer.id } })).toMatchObject({ status: "CLOSED" });
  expect(await w.state()).toBe("RELEASED");
  await agree(deps, approval);
  expect(await deps.db.entry.count({ where: { event: "COLLATERAL_OUT" } })).toBe(1);
});

test("an open position, an obligation, a dispute and somebody's uncovered default stand in the way, each by name", async () => {
  const w = await leaving();
  const { deps, operator, grocer, fuel, exit } = w;
  await w.spend(w.pharmacy, 500n);
  await w.tick(daysLater(10));
  await w.tick(daysLater(30));
  const obstacles = async () => (await findObstacles(deps, operator, [exit.id])).get(exit.id);
  expect(await obstacles()).toEqual(["POSITION_OPEN"]);
  await closeDueCycle(deps, systemActor);
  expect(await obstacles()).toEqual(["POSITION_OPEN", "OBLIGATIONS_OPEN"]);
  const burn = await deps.db.burn.findFirstOrThrow();
  const claim = { reasonCode: "D21", points: 1n, heldE6: 0n, openedBy: "test", openedAt: noticed } as const;
  const parties = { claimantId: grocer.id, respondentId: w.pharmacy.id, burnId: burn.id };
  const dispute = { id: newId("dispute"), ...parties, ...claim, state: "OPEN" as const };
  await deps.db.dispute.create({ data: dispute });
  await deps.db.obligation.updateMany({ where: { partnerId: { not: grocer.id } }, data: { state: "DEFAULTED" } });
  expect(await obstacles()).toEqual(["POSITION_OPEN", "OBLIGATIONS_OPEN", "DISPUTES_OPEN", "OTHERS_IN_DEFAULT"]);
  await expect(w.release()).rejects.toMatchObject({ code: "EXIT_NOT_COMPLETE" });
  expect((await findObstacles(deps, fuel.finance, [exit.id])).size).toBe(0);
  await deps.db.dispute.delete({ where: { id: dispute.id } });
  await deps.db.obligation.updateMany({ where: { state: "DEFAULTED" }, data: { state: "DRAFT" } });
});

test("less than a coin that nobody can pay is the operator's in the end", async () => {
  const w = await leaving();
  const { deps, operator, grocer, exit } = w;
  await w.tick(daysLater(10));
  await w.tick(daysLater(30));
  const fee = { kind: "fee" as const, fees: [{ partnerId: grocer.id, amountE6: 7_500n }], cycleId: null };
  const posting = { kind: "testFee", actor: systemActor, owner: "system", key: key(), fingerprint: "", place: null };
  await deps.ledger.post({ ...posting, occurredAt: deps.clock.now(), movements: [fee] });
  expect((await findObstacles(deps, operator, [exit.id])).get(exit.id)).toEqual([]);
  await agree(deps, await w.release());
  expect((await readBalances(deps.db, "POSITION")).get(grocer.id)).toBe(0n);
});

test("only the owner and the operator's administrator give notice, and only for a partner that is there to leave", async () => {
  const w = await leaving();
  const { deps, operator, fuel } = w;
  const clerk: Actor = { kind: "operator", id: newId("user"), roles: ["CLERK"] };
  const input = { partnerId: fuel.id, reason: "Sold", idempotencyKey: key() };
  await expect(givePartnerNotice(deps, clerk, input)).rejects.toMatchObject({ code: "FORBIDDEN" });
  const foreign = givePartnerNotice(deps, w.grocer.finance, input);
  await expect(foreign).rejects.toMatchObject({ code: "PARTNER_NOT_FOUND" });
  const self = await deps.db.partner.findFirstOrThrow({ where: { isOperator: true } });
  const own = givePartnerNotice(deps, operator, { ...input, partnerId: self.id });
  await expect(own).rejects.toMatchObject({ code: "TRANSITION_REFUSED" });
  const none = releaseSecured(deps, operator, { partnerExitId: "exi_none", reason: "Out", idempotencyKey: key() });
  await expect(none).rejects.toMatchObject({ code: "PARTNER_EXIT_NOT_FOUND" });
});
