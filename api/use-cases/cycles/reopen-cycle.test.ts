import { expect, test } from "vitest";
import { type Actor, systemActor } from "#api/kernel/actor.ts";
import { findCycle } from "#api/ledger/cycles.ts";
import { readBalances } from "#api/ledger/read/positions.ts";
import { type World, world } from "#api/test/world.ts";
import { decideApproval } from "#api/use-cases/approvals/decide-approval.ts";
import { ApprovalDecided } from "#api/use-cases/approvals/refusals.ts";
import { approveCycle } from "#api/use-cases/cycles/approve-cycle.ts";
import { confirmStatement } from "#api/use-cases/cycles/confirm-statement.ts";
import { type CorrectCycle, correctCycle } from "#api/use-cases/cycles/correct-cycle.ts";
import {
  ApprovalAwaited,
  LaterCycleNetted,
  ReviewNotOver,
  SecondPersonRequired,
  StatementNotFound,
  StatementSuperseded,
} from "#api/use-cases/cycles/refusals.ts";
import { renetCycle } from "#api/use-cases/cycles/renet-cycle.ts";
import { reopenCycle } from "#api/use-cases/cycles/reopen-cycle.ts";
import { closeDueCycle } from "#api/use-cases/jobs/close-due-cycle.ts";
import { TransitionRefused } from "#api/use-cases/machine.ts";
import { InvalidValue, PartnerNotFound } from "#api/use-cases/partners/refusals.ts";

const clerk: Actor = { kind: "operator", id: "usr_clerk", roles: ["CLERK"] };
const finance: Actor = { kind: "operator", id: "usr_finance", roles: ["FINANCE"] };
const reason = "Grocer's fee was wrong";

/** March in review: Grocer and Pharmacy owe a fee of 12. */
async function inReview(): Promise<World> {
  const w = await world();
  const partnerId = { in: [w.grocer.id, w.pharmacy.id] };
  await w.deps.db.contract.updateMany({ where: { partnerId }, data: { feePerCycleE6: 12_000_000n } });
  w.clock.set(new Date("2026-04-01T00:00:00Z"));
  await closeDueCycle(w.deps, systemActor);
  return w;
}

const agree = ({ deps }: World, approvalId: string, who = finance) =>
  decideApproval(deps, who, { approvalId, decision: "APPROVE" });

async function reopen(w: World, key = "reopen-march-00001"): Promise<void> {
  const { approval } = await reopenCycle(w.deps, clerk, { cycleId: w.cycleId, reason, idempotencyKey: key });
  await agree(w, approval.id);
}

const correction = (w: World, amountE6: bigint): CorrectCycle => ({
  cycleId: w.cycleId,
  against: "FEES",
  corrections: [{ partnerId: w.grocer.id, amountE6 }],
  reason,
  idempotencyKey: `correct-march-${amountE6}-0000`,
});

async function correct(w: World, amountE6: bigint): Promise<void> {
  const { approval } = await correctCycle(w.deps, clerk, correction(w, amountE6));
  await agree(w, approval.id);
}

const stateOf = async ({ deps, cycleId }: World) => (await findCycle(deps.db, cycleId))?.state;

test("a cycle in review is reopened by two people, corrected by two, and netted as a new version", async () => {
  const w = await inReview();
  await reopen(w);
  expect(await findCycle(w.deps.db, w.cycleId)).toMatchObject({ state: "CORRECTING", version: 2, publishedAt: null });
  expect([...(await readBalances(w.deps.db, "DUE")).values()]).toEqual([0n, 0n]);

  await correct(w, -2_005_000n);
  const cycle = await renetCycle(w.deps, clerk, { cycleId: w.cycleId, reason: "Grocer agrees" });

  expect(cycle).toMatchObject({ state: "IN_REVIEW", version: 2, closedBy: "operator:usr_clerk" });
  const rows = { where: { partnerId: w.grocer.id }, orderBy: { version: "asc" } } as const;
  expect(await w.deps.db.obligation.findMany(rows)).toMatchObject([
    { version: 1, amountMinor: 1_200n, state: "SUPERSEDED" },
    { version: 2, amountMinor: 999n, carriedE6: 5_000n, state: "DRAFT" },
  ]);
  const [first, second] = await w.deps.db.statement.findMany(rows);
  expect(first).toMatchObject({ positionE6: 12_000_000n, supersededAt: w.clock.now() });
  expect(second).toMatchObject({ positionE6: 9_995_000n, supersededAt: null });
  expect(second?.hash).not.toBe(first?.hash);
  const events = await w.deps.db.entry.findMany({ select: { event: true }, orderBy: { ord: "asc" } });
  expect(events.map(({ event }) => event)).toEqual(["FEE", "NET", "NET_REVERSED", "CORRECTION", "NET"]);
});

test("each step names who took it, why, and whose yes it rests on", async () => {
  const w = await inReview();
  await reopen(w);
  await correct(w, 1_000_000n);
  await renetCycle(w.deps, clerk, { cycleId: w.cycleId, reason: "Right now" });
  const steps = await w.deps.db.transition.findMany({ where: { objectId: w.cycleId }, orderBy: { id: "asc" } });
  const approvals = await w.deps.db.approval.findMany({ orderBy: { id: "asc" } });
  expect(steps.map(({ from, to, actor, approvalId }) => [from, to, actor, approvalId])).toEqual([
    ["OPEN", "CLOSING", "system", null],
    ["CLOSING", "NETTED", "system", null],
    ["NETTED", "IN_REVIEW", "system", null],
    ["IN_REVIEW", "CORRECTING", "operator:usr_finance", approvals[0]?.id],
    ["CORRECTING", "CORRECTING", "operator:usr_finance", approvals[1]?.id],
    ["CORRECTING", "CLOSING", "operator:usr_clerk", null],
    ["CLOSING", "NETTED", "system", null],
    ["NETTED", "IN_REVIEW", "system", null],
  ]);
  const drafts = await w.deps.db.obligation.findMany({ select: { id: true, version: true } });
  for (const { id, version } of drafts) {
    const taken = await w.deps.db.transition.findMany({ where: { objectId: id }, orderBy: { id: "asc" } });
    expect(taken.map(({ to }) => to)).toEqual(version === 1 ? ["DRAFT", "SUPERSEDED"] : ["DRAFT"]);
  }
});

test("a reopened cycle waits until somebody nets it, however often the job runs, and so do the ones after it", async () => {
  const w = await inReview();
  await reopen(w);
  w.clock.set(new Date("2026-05-01T00:00:00Z"));
  await closeDueCycle(w.deps, systemActor);
  await closeDueCycle(w.deps, systemActor);
  const states = await w.deps.db.cycle.findMany({ select: { state: true }, orderBy: { seq: "asc" } });
  expect(states.map(({ state }) => state)).toEqual(["CORRECTING", "CLOSING", "OPEN"]);

  await renetCycle(w.deps, clerk, { cycleId: w.cycleId, reason });
  await closeDueCycle(w.deps, systemActor);
  const [, april] = await w.deps.db.cycle.findMany({ orderBy: { seq: "asc" } });
  expect(april?.state).toBe("IN_REVIEW");
});

test("what is not in review cannot be reopened, what is not reopened takes no corrections and is not netted again", async () => {
  const w = await inReview();
  await expect(correctCycle(w.deps, clerk, correction(w, 1n))).rejects.toThrow(TransitionRefused);
  await expect(renetCycle(w.deps, clerk, { cycleId: w.cycleId, reason })).rejects.toThrow(TransitionRefused);
  await approveCycle(w.deps, finance, { cycleId: w.cycleId });
  const again = reopenCycle(w.deps, clerk, { cycleId: w.cycleId, reason, idempotencyKey: "reopen-approved-1" });
  await expect(again).rejects.toThrow(TransitionRefused);
  expect(await stateOf(w)).toBe("SETTLING");
});

test("a correction names partners once and amounts that are not zero", async () => {
  const w = await inReview();
  await reopen(w);
  const wrong = (corrections: CorrectCycle["corrections"]) =>
    correctCycle(w.deps, clerk, { ...correction(w, 1n), corrections });
  await expect(wrong([])).rejects.toThrow(InvalidValue);
  await expect(wrong([{ partnerId: w.grocer.id, amountE6: 0n }])).rejects.toThrow(InvalidValue);
  await expect(wrong([{ partnerId: "ptn_none", amountE6: 1n }])).rejects.toThrow(PartnerNotFound);
  const twice = { partnerId: w.grocer.id, amountE6: 1n };
  await expect(wrong([twice, twice])).rejects.toThrow(InvalidValue);
});

test("a correction decided after the cycle was netted again is refused, and the request waits", async () => {
  const w = await inReview();
  await reopen(w);
  const { approval } = await correctCycle(w.deps, clerk, correction(w, 1_000_000n));
  await expect(renetCycle(w.deps, clerk, { cycleId: w.cycleId, reason })).rejects.toThrow(
    new ApprovalAwaited(approval.id),
  );
  await decideApproval(w.deps, finance, { approvalId: approval.id, decision: "REFUSE" });
  await renetCycle(w.deps, clerk, { cycleId: w.cycleId, reason });
  await reopen(w, "reopen-march-00002");
  await expect(agree(w, approval.id)).rejects.toThrow(ApprovalDecided);
  expect(await w.deps.db.entry.count({ where: { event: "CORRECTION" } })).toBe(0);
});

test("while somebody asks for reopening, finance answers that first", async () => {
  const w = await inReview();
  const asked = { cycleId: w.cycleId, reason, idempotencyKey: "reopen-march-00001" };
  const { approval } = await reopenCycle(w.deps, clerk, asked);
  await expect(approveCycle(w.deps, finance, { cycleId: w.cycleId })).rejects.toThrow(new ApprovalAwaited(approval.id));
  await decideApproval(w.deps, finance, { approvalId: approval.id, decision: "REFUSE" });
  expect(await approveCycle(w.deps, finance, { cycleId: w.cycleId })).toMatchObject({ state: "SETTLING" });
  expect((await reopenCycle(w.deps, clerk, asked)).approval.id).toBe(approval.id);
});

test("two requests to reopen the same review reopen it once", async () => {
  const w = await inReview();
  const ask = (idempotencyKey: string) => reopenCycle(w.deps, clerk, { cycleId: w.cycleId, reason, idempotencyKey });
  const [first, second] = [await ask("reopen-march-00001"), await ask("reopen-march-00002")];
  await agree(w, first.approval.id);
  await agree(w, first.approval.id);
  await expect(agree(w, second.approval.id)).rejects.toThrow(TransitionRefused);
  expect(await findCycle(w.deps.db, w.cycleId)).toMatchObject({ state: "CORRECTING", version: 2 });
});

test("a cycle is not reopened under one that was netted on top of it", async () => {
  const w = await inReview();
  w.clock.set(new Date("2026-05-01T00:00:00Z"));
  await closeDueCycle(w.deps, systemActor);
  const asked = { cycleId: w.cycleId, reason, idempotencyKey: "reopen-march-00001" };
  await expect(reopenCycle(w.deps, clerk, asked)).rejects.toThrow(LaterCycleNetted);
});

test("whoever netted the new version cannot approve it", async () => {
  const w = await inReview();
  await reopen(w);
  await renetCycle(w.deps, finance, { cycleId: w.cycleId, reason });
  await expect(approveCycle(w.deps, finance, { cycleId: w.cycleId })).rejects.toThrow(SecondPersonRequired);
  const other: Actor = { kind: "operator", id: "usr_other", roles: ["FINANCE"] };
  expect(await approveCycle(w.deps, other, { cycleId: w.cycleId })).toMatchObject({ state: "SETTLING", version: 2 });
});

test("partners have their days to look, unless all of them have said yes", async () => {
  const w = await inReview();
  await w.deps.db.programme.updateMany({ data: { reviewDays: 5 } });
  const approving = () => approveCycle(w.deps, finance, { cycleId: w.cycleId });
  await expect(approving()).rejects.toThrow(new ReviewNotOver(new Date("2026-04-06T00:00:00Z"), 2));
  for (const { id, finance: owner } of [w.grocer, w.pharmacy]) {
    await expect(approving()).rejects.toThrow(ReviewNotOver);
    const statement = await w.deps.db.statement.findFirstOrThrow({ where: { partnerId: id } });
    const said = await confirmStatement(w.deps, owner, { statementId: statement.id });
    w.clock.set(new Date(w.clock.now().getTime() + 1_000));
    expect(await confirmStatement(w.deps, owner, { statementId: statement.id })).toEqual(said);
  }
  expect(await approving()).toMatchObject({ state: "SETTLING" });
});

test("when the days are over nobody's yes is missing", async () => {
  const w = await inReview();
  await w.deps.db.programme.updateMany({ data: { reviewDays: 5 } });
  w.clock.set(new Date("2026-04-05T23:59:59.999Z"));
  await expect(approveCycle(w.deps, finance, { cycleId: w.cycleId })).rejects.toThrow(ReviewNotOver);
  w.clock.set(new Date("2026-04-06T00:00:00Z"));
  expect(await approveCycle(w.deps, finance, { cycleId: w.cycleId })).toMatchObject({ state: "SETTLING" });
});

test("a partner confirms its own statement, and none that a correction replaced", async () => {
  const w = await inReview();
  const { id: statementId } = await w.deps.db.statement.findFirstOrThrow({ where: { partnerId: w.grocer.id } });
  await expect(confirmStatement(w.deps, w.pharmacy.finance, { statementId })).rejects.toThrow(StatementNotFound);
  await reopen(w);
  await expect(confirmStatement(w.deps, w.grocer.finance, { statementId })).rejects.toThrow(StatementSuperseded);
});
