import { expect, test } from "vitest";
import { type Actor, systemActor } from "#api/kernel/actor.ts";
import { newId } from "#api/kernel/ids.ts";
import { readBalances } from "#api/ledger/read/positions.ts";
import { agree, secondPerson } from "#api/test/second-person.ts";
import { type World, world } from "#api/test/world.ts";
import { approveCycle } from "#api/use-cases/cycles/approve-cycle.ts";
import { closeDueCycle } from "#api/use-cases/jobs/close-due-cycle.ts";
import { continueLotRuns } from "#api/use-cases/jobs/continue-lot-runs.ts";
import { markDue } from "#api/use-cases/jobs/mark-due.ts";
import { redeemPoints } from "#api/use-cases/points/redeem-points.ts";
import { applyLotsRule } from "#api/use-cases/risk/apply-lots-rule.ts";
import { applyWaterfall } from "#api/use-cases/risk/apply-waterfall.ts";
import { declareDefault } from "#api/use-cases/risk/declare-default.ts";
import { findDefaultLayers, listDefaults } from "#api/use-cases/risk/find-defaults.ts";
import { findUnfunded, listUnfundedLots } from "#api/use-cases/risk/find-unfunded-lots.ts";
import { findLotRuns } from "#api/use-cases/risk/lot-runs.ts";
import { recordRecovery } from "#api/use-cases/risk/record-recovery.ts";
import { reinstatePartner } from "#api/use-cases/risk/reinstate-partner.ts";
import { recordCollateral, recordLossPool } from "#api/use-cases/settlement/record-secured.ts";

const euro = 1_000_000n;
let keys = 0;
const key = () => `risk-${String(++keys).padStart(12, "0")}`;

/** Cash comes in without an owner. */
async function receive({ deps }: World, amountE6: bigint): Promise<void> {
  await deps.ledger.post({
    kind: "testReceipt",
    actor: systemActor,
    owner: "system",
    key: key(),
    fingerprint: "",
    occurredAt: deps.clock.now(),
    place: null,
    movements: [{ kind: "receiptUnmatched", amountE6 }],
  });
}

/**
 * Ana spent 1,000 of Grocer's points at Pharmacy in March and kept 500; Bohdan has 300. Grocer owes 10.00, put up 2.00 and
 * 1.00 for the pool, Fuel and Pharmacy 3.00 each; the operator bears 1.50 first. April's end: Grocer did not pay.
 */
async function overdueGrocer() {
  const w = await world({ ana: { points: 1_500n }, bohdan: { points: 300n } });
  const { deps, clock, operator, grocer, fuel, pharmacy } = w;
  await deps.db.programme.updateMany({ data: { operatorFirstLossE6: 1_500_000n } });
  await recordCollateral(deps, operator, {
    parts: [{ partnerId: grocer.id, amountE6: 2n * euro }],
    idempotencyKey: key(),
  });
  const pool = [
    { partnerId: grocer.id, amountE6: euro },
    { partnerId: fuel.id, amountE6: 3n * euro },
    { partnerId: pharmacy.id, amountE6: 3n * euro },
  ];
  await recordLossPool(deps, operator, { parts: pool, idempotencyKey: key() });
  const spent = { member: { memberId: w.ana.id }, points: 1_000n, partnerId: pharmacy.id };
  await redeemPoints(deps, systemActor, { ...spent, idempotencyKey: key() });
  clock.set(new Date("2026-04-01T00:00:00Z"));
  await closeDueCycle(deps, systemActor);
  await approveCycle(deps, operator, { cycleId: w.cycleId });
  clock.set(new Date("2026-04-20T10:00:00Z"));
  await markDue(deps, systemActor);
  const where = { cycleId: w.cycleId, partnerId: grocer.id };
  const { id: obligationId } = await deps.db.obligation.findFirstOrThrow({ where });
  const state = async () => {
    const found = await deps.db.obligation.findUniqueOrThrow({ where: { id: obligationId } });
    return [found.state, found.paidE6];
  };
  const balance = async (account: "COLLATERAL" | "LOSS_POOL" | "DEFAULT_LOSS" | "DEFAULTED", partnerId = "") =>
    (await readBalances(deps.db, account)).get(partnerId) ?? 0n;
  return { ...w, obligationId, state, balance };
}

async function declared() {
  const w = await overdueGrocer();
  const word = { obligationId: w.obligationId, reason: "Insolvent", idempotencyKey: key() };
  const { approval } = await declareDefault(w.deps, w.operator, word);
  await agree(w.deps, approval);
  return w;
}

async function covered() {
  const w = await declared();
  await applyWaterfall(w.deps, w.operator, { obligationId: w.obligationId, idempotencyKey: key() });
  return w;
}

const recover = (w: World & { obligationId: string }, amountE6: bigint, idempotencyKey = key()) =>
  recordRecovery(w.deps, w.operator, { obligationId: w.obligationId, amountE6, idempotencyKey });

test("with the second yes issuing is frozen, what the partner is owed is held, and risk hears of it", async () => {
  const w = await overdueGrocer();
  const { deps, operator, grocer, obligationId } = w;
  const owed = { grossDebitE6: 0n, grossCreditE6: 5n * euro, netE6: -5n * euro, amountMinor: -500n, carriedE6: 0n };
  const facts = { ...owed, openingE6: 0n, version: 9, direction: "PAY_OUT", state: "DUE" } as const;
  const payOut = { id: newId("obligation"), cycleId: w.cycleId, partnerId: grocer.id, ...facts };
  await deps.db.obligation.create({ data: payOut });
  const word = { obligationId, reason: "Insolvent", idempotencyKey: key() };
  const { approval } = await declareDefault(deps, operator, word);
  expect(await w.state()).toEqual(["OVERDUE", 0n]);
  await agree(deps, approval);
  expect(await w.state()).toEqual(["DEFAULTED", 0n]);
  expect(await deps.db.partner.findUnique({ where: { id: grocer.id } })).toMatchObject({ status: "DEFAULTED" });
  expect(await deps.db.obligation.findUnique({ where: { id: payOut.id } })).toMatchObject({ state: "ON_HOLD" });
  await deps.db.obligation.delete({ where: { id: payOut.id } });
});

test("what a default touches is listed: lots, members, points and what they would cost", async () => {
  const { deps, operator, grocer, ana, bohdan } = await declared();
  expect((await findUnfunded(deps, operator, [grocer.id])).get(grocer.id)).toMatchObject({
    lots: 2,
    members: 2,
    points: 800n,
    unfundedE6: 8n * euro,
    blockedPoints: 0n,
  });
  const first = await listUnfundedLots(deps, operator, grocer.id, { first: 1, after: null });
  expect(first.hasNextPage).toBe(true);
  const [one] = first.rows;
  const rest = await listUnfundedLots(deps, operator, grocer.id, { first: 5, after: `${one?.memberId}|${one?.id}` });
  expect([...first.rows, ...rest.rows].map(({ memberId }) => memberId).sort()).toEqual([ana.id, bohdan.id].sort());
  expect(await findUnfunded(deps, grocer.finance, [grocer.id])).toEqual(new Map());
});

test("the layers tell what each had, gave and has back; money in parts goes back the other way until all is back", async () => {
  const w = await covered();
  const { deps, operator, grocer, fuel, pharmacy, obligationId } = w;
  const layers = async () =>
    ((await findDefaultLayers(deps, operator, [obligationId])).get(obligationId) ?? []).map((layer) => [
      layer.account,
      layer.ownerId,
      layer.availableE6,
      layer.usedE6,
      layer.recoveredE6,
    ]);
  const [first, second] = [fuel.id, pharmacy.id].sort();
  expect(await layers()).toEqual([
    ["COLLATERAL", grocer.id, 2n * euro, 2n * euro, 0n],
    ["LOSS_POOL", grocer.id, euro, euro, 0n],
    ["DEFAULT_LOSS", "", 1_500_000n, 1_500_000n, 0n],
    ["LOSS_POOL", first, 3n * euro, 2_750_000n, 0n],
    ["LOSS_POOL", second, 3n * euro, 2_750_000n, 0n],
    ["DEFAULT_LOSS", "", null, 0n, 0n],
  ]);
  expect((await listDefaults(deps, operator, { first: 5, after: null })).rows.map(({ id }) => id)).toEqual([
    obligationId,
  ]);

  await receive(w, 12n * euro);
  const again = key();
  await recover(w, 1_000_001n, again);
  expect(await recover(w, 1_000_001n, again)).toMatchObject({ state: "COVERED", paidE6: 1_000_001n });
  expect((await layers()).map((layer) => layer[4])).toEqual([0n, 0n, 0n, 500_001n, 500_000n, 0n]);
  await recover(w, 6n * euro);
  expect((await layers()).map((layer) => layer[4])).toEqual([0n, 1n, 1_500_000n, 2_750_000n, 2_750_000n, 0n]);
  expect(await w.balance("LOSS_POOL", fuel.id)).toBe(-3n * euro);
  expect(await w.balance("DEFAULT_LOSS")).toBe(0n);
  await recover(w, 2_999_999n);
  expect(await w.state()).toEqual(["RECOVERED", 10n * euro]);
  expect(await w.balance("COLLATERAL", grocer.id)).toBe(-2n * euro);
  await expect(recover(w, 1n)).rejects.toMatchObject({ code: "TRANSITION_REFUSED" });
});

test("no more is recovered than came in, or than is missing; nothing is no recovery", async () => {
  const w = await covered();
  await expect(recover(w, euro)).rejects.toMatchObject({ code: "RECOVERY_EXCEEDS", mostE6: 0n });
  await receive(w, 20n * euro);
  await expect(recover(w, 11n * euro)).rejects.toMatchObject({ code: "RECOVERY_EXCEEDS", mostE6: 10n * euro });
  await expect(recover(w, 0n)).rejects.toMatchObject({ code: "INVALID_VALUE" });
  await expect(recover({ ...w, obligationId: "obl_none" }, euro)).rejects.toMatchObject({
    code: "OBLIGATION_NOT_FOUND",
  });
  const clerk: Actor = { kind: "operator", id: newId("user"), roles: ["CLERK"] };
  const order = { obligationId: w.obligationId, amountE6: euro, idempotencyKey: key() };
  await expect(recordRecovery(w.deps, clerk, order)).rejects.toMatchObject({ code: "FORBIDDEN" });
});

test("money that comes before the waterfall makes the default itself smaller", async () => {
  const w = await declared();
  await receive(w, 10n * euro);
  await recover(w, 4n * euro);
  expect(await w.state()).toEqual(["DEFAULTED", 4n * euro]);
  expect(await w.balance("DEFAULTED", w.grocer.id)).toBe(6n * euro);
  await applyWaterfall(w.deps, w.operator, { obligationId: w.obligationId, idempotencyKey: key() });
  expect(await w.balance("DEFAULTED", w.grocer.id)).toBe(0n);
  await recover(w, 6n * euro);
  expect(await w.state()).toEqual(["RECOVERED", 10n * euro]);
});

test("a process that dies after posting is healed by asking again with the same key", async () => {
  const w = await covered();
  await receive(w, 10n * euro);
  const once = key();
  const dying = () => {
    throw new Error("the power went");
  };
  const falling = { ...w, deps: { ...w.deps, reach: dying } };
  await expect(recover(falling, 3n * euro, once)).rejects.toThrow("the power went");
  expect(await w.state()).toEqual(["COVERED", 0n]);
  await recover(w, 3n * euro, once);
  await recover(w, 3n * euro, once);
  expect(await w.state()).toEqual(["COVERED", 3n * euro]);
  expect(await w.balance("LOSS_POOL", w.fuel.id)).toBe(-1_750_000n);
});

/** Risk asks for the programme's rule, finance agrees, the job runs. */
async function ruled(rule: "HONOUR" | "HAIRCUT" | "BLOCK_LOTS") {
  const w = await declared();
  await w.deps.db.programme.updateMany({ data: { defaultLotsRule: rule, haircutBps: 2_500 } });
  const order = { partnerId: w.grocer.id, reason: "By the rules", idempotencyKey: key() };
  await agree(w.deps, await applyLotsRule(w.deps, w.operator, order));
  await continueLotRuns(w.deps, systemActor);
  const wallet = (memberId: string) => w.deps.db.wallet.findUniqueOrThrow({ where: { memberId } });
  const runs = async () => (await findLotRuns(w.deps, w.operator, [w.grocer.id])).get(w.grocer.id) ?? [];
  return { ...w, wallet, runs };
}

test("what was asked for is done by the rule of that day, whatever the rules are when finance agrees", async () => {
  const w = await declared();
  const { deps, operator, grocer } = w;
  await deps.db.programme.updateMany({ data: { defaultLotsRule: "HAIRCUT", haircutBps: 2_500 } });
  const order = { partnerId: grocer.id, reason: "By the rules", idempotencyKey: key() };
  const approval = await applyLotsRule(deps, operator, order);
  await deps.db.programme.updateMany({ data: { defaultLotsRule: "BLOCK_LOTS", haircutBps: 9_000 } });
  await agree(deps, approval);
  await continueLotRuns(deps, systemActor);
  expect(await deps.db.wallet.findUnique({ where: { memberId: w.ana.id } })).toMatchObject({ available: 375n });
});

const spend = (w: World, points: bigint) =>
  redeemPoints(w.deps, w.pharmacy.till, {
    member: { memberId: w.ana.id },
    points,
    idempotencyKey: key(),
  });

test("HONOUR: the points stay as good as they were, and their charge is the defaulter's", async () => {
  const w = await ruled("HONOUR");
  await spend(w, 500n);
  expect(await w.runs()).toMatchObject([{ kind: "HONOUR", state: "DONE", pointsFound: 800n, lotsDone: 0 }]);
  const exposure = await w.deps.db.exposure.findUniqueOrThrow({ where: { partnerId: w.grocer.id } });
  expect(exposure.positionE6).toBe(5n * euro);
});

test("BLOCK_LOTS: nothing is spent of them, and points of others are; run again it changes nothing", async () => {
  const w = await ruled("BLOCK_LOTS");
  await expect(spend(w, 1n)).rejects.toMatchObject({ code: "INSUFFICIENT_POINTS" });
  expect(await w.wallet(w.ana.id)).toMatchObject({ available: 0n, pending: 500n });
  expect(await w.runs()).toMatchObject([{ kind: "BLOCK_LOTS", state: "DONE", membersDone: 2, lotsDone: 2 }]);
  expect(await continueLotRuns(w.deps, systemActor)).toBe(0);
});

test("HAIRCUT: the programme's share is taken of each lot, once, also when the run breaks off in the middle", async () => {
  const w = await ruled("HAIRCUT");
  expect(await w.wallet(w.ana.id)).toMatchObject({ available: 375n });
  expect(await w.wallet(w.bohdan.id)).toMatchObject({ available: 225n });
  const [run] = await w.runs();
  await w.deps.db.lotRun.update({ where: { id: run?.id ?? "" }, data: { state: "RUNNING" } });
  await continueLotRuns(w.deps, systemActor);
  expect(await w.wallet(w.ana.id)).toMatchObject({ available: 375n });
});

test("whoever has paid everything back is let in again by two people: lots, pay-outs and tills are free", async () => {
  const w = await ruled("BLOCK_LOTS");
  const { deps, operator, grocer } = w;
  const order = { partnerId: grocer.id, reason: "Paid", idempotencyKey: key() };
  await expect(reinstatePartner(deps, operator, order)).rejects.toMatchObject({
    code: "DEFAULT_NOT_RECOVERED",
    obligationIds: [w.obligationId],
  });
  await receive(w, 10n * euro);
  await recover(w, 10n * euro);
  await agree(deps, await reinstatePartner(deps, operator, order));
  expect(await deps.db.partner.findUnique({ where: { id: grocer.id } })).toMatchObject({ status: "ACTIVE" });
  await continueLotRuns(deps, systemActor);
  await spend(w, 500n);
  expect((await w.runs()).map(({ kind }) => kind)).toEqual(["UNBLOCK_LOTS", "BLOCK_LOTS"]);
});

test("the rule is for issuers in default, one run at a time, and asked for by risk", async () => {
  const w = await declared();
  const order = { partnerId: w.fuel.id, reason: "By the rules", idempotencyKey: key() };
  await expect(applyLotsRule(w.deps, w.operator, order)).rejects.toMatchObject({ code: "PARTNER_NOT_IN_DEFAULT" });
  const grocers = { ...order, partnerId: w.grocer.id };
  const first = await applyLotsRule(w.deps, w.operator, { ...grocers, idempotencyKey: key() });
  const second = await applyLotsRule(w.deps, w.operator, { ...grocers, idempotencyKey: key() });
  await agree(w.deps, first);
  await expect(agree(w.deps, second)).rejects.toMatchObject({ code: "LOT_RUN_UNDER_WAY" });
  const clerk: Actor = { ...secondPerson, id: newId("user"), roles: ["CLERK"] } as Actor;
  await expect(applyLotsRule(w.deps, clerk, grocers)).rejects.toMatchObject({ code: "FORBIDDEN" });
  const active = { partnerId: w.fuel.id, reason: "Well", idempotencyKey: key() };
  await agree(w.deps, await reinstatePartner(w.deps, w.operator, active));
  expect(await w.deps.db.partner.findUnique({ where: { id: w.fuel.id } })).toMatchObject({ status: "ACTIVE" });
});

test("what members spend of honoured points after the default is the operator's loss; the survivors are not asked again", async () => {
  const w = await covered();
  const { deps, clock, operator, grocer, fuel } = w;
  clock.set(new Date("2026-05-01T00:00:00Z"));
  await closeDueCycle(deps, systemActor);
  const may = await deps.db.cycle.findFirstOrThrow({ where: { state: "OPEN" } });
  const april = await deps.db.cycle.findFirstOrThrow({ where: { seq: may.seq - 1 } });
  await spend(w, 500n);
  clock.set(new Date("2026-06-01T00:00:00Z"));
  await closeDueCycle(deps, systemActor);
  if (april.state === "IN_REVIEW") await approveCycle(deps, operator, { cycleId: april.id });
  await approveCycle(deps, operator, { cycleId: may.id });
  clock.set(new Date("2026-06-20T10:00:00Z"));
  await markDue(deps, systemActor);
  const where = { cycleId: may.id, partnerId: grocer.id };
  const { id: obligationId } = await deps.db.obligation.findFirstOrThrow({ where });
  const word = { obligationId, reason: "Still insolvent", idempotencyKey: key() };
  await agree(deps, (await declareDefault(deps, operator, word)).approval);
  const pool = await w.balance("LOSS_POOL", fuel.id);
  const loss = await w.balance("DEFAULT_LOSS");
  await applyWaterfall(deps, operator, { obligationId, idempotencyKey: key() });
  expect(await w.balance("LOSS_POOL", fuel.id)).toBe(pool);
  expect((await w.balance("DEFAULT_LOSS")) - loss).toBe(5n * euro);
});

test("a receipt on the desk is recovered once: what it explains there is gone, and nobody else's is taken", async () => {
  const w = await covered();
  await receive(w, 5n * euro);
  const item = {
    id: newId("reconItem"),
    source: "BANK",
    kind: "UNKNOWN_RECEIPT",
    state: "BREAK",
    openE6: 5n * euro,
    unit: "EUR",
    openedAt: w.deps.clock.now(),
  } as const;
  await w.deps.db.reconItem.create({ data: item });
  await expect(recover(w, euro)).rejects.toMatchObject({ code: "RECOVERY_EXCEEDS", mostE6: 0n });
  const named = { obligationId: w.obligationId, reconItemId: item.id };
  await recordRecovery(w.deps, w.operator, { ...named, amountE6: 2n * euro, idempotencyKey: key() });
  const more = recordRecovery(w.deps, w.operator, { ...named, amountE6: 4n * euro, idempotencyKey: key() });
  await expect(more).rejects.toMatchObject({ code: "RECOVERY_EXCEEDS", mostE6: 3n * euro });
  await recordRecovery(w.deps, w.operator, { ...named, amountE6: 3n * euro, idempotencyKey: key() });
  const kept = await w.deps.db.reconItem.findUniqueOrThrow({ where: { id: item.id }, include: { matches: true } });
  expect(kept).toMatchObject({ state: "RESOLVED", openE6: 0n });
  expect(kept.matches.map(({ obligationId, amountE6 }) => [obligationId, amountE6])).toEqual([
    [w.obligationId, 2n * euro],
    [w.obligationId, 3n * euro],
  ]);
  const nowhere = { ...named, reconItemId: "rec_none", amountE6: euro, idempotencyKey: key() };
  await expect(recordRecovery(w.deps, w.operator, nowhere)).rejects.toMatchObject({ code: "RECON_ITEM_NOT_FOUND" });
});
