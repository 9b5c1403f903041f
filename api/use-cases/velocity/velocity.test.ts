import { expect, test } from "vitest";
import { Forbidden } from "#api/kernel/access.ts";
import { type Actor, systemActor } from "#api/kernel/actor.ts";
import type { Failpoint } from "#api/kernel/failpoints.ts";
import { newId } from "#api/kernel/ids.ts";
import { reportRows } from "#api/test/report-rows.ts";
import { type World, world } from "#api/test/world.ts";
import { decideApproval } from "#api/use-cases/approvals/decide-approval.ts";
import { SecondPersonRequired } from "#api/use-cases/cycles/refusals.ts";
import { TransitionRefused } from "#api/use-cases/machine.ts";
import { InvalidValue } from "#api/use-cases/partners/refusals.ts";
import { redeemPoints } from "#api/use-cases/points/redeem-points.ts";
import { transferPoints } from "#api/use-cases/points/transfer-points.ts";
import { recordPurchase } from "#api/use-cases/purchases/record-purchase.ts";
import { returnPurchase } from "#api/use-cases/purchases/return-purchase.ts";
import {
  findVelocityCases,
  findVelocityRules,
  listCountedEntries,
  listVelocityCases,
} from "#api/use-cases/velocity/find-velocity.ts";
import { type ProposeVelocityRule, proposeVelocityRule } from "#api/use-cases/velocity/propose-rule.ts";
import { VelocityCaseNotFound, VelocityRuleNotFound } from "#api/use-cases/velocity/refusals.ts";
import { watchVelocity } from "#api/use-cases/velocity/watch-velocity.ts";
import { confirmVelocityCase, dismissVelocityCase, takeVelocityCase } from "#api/use-cases/velocity/work-case.ts";
import { readWorkQueue } from "#api/use-cases/work-queue/read-work-queue.ts";

const as = (...roles: (Actor & { kind: "operator" })["roles"]): Actor => ({
  kind: "operator",
  id: `usr_${roles[0]}`,
  roles,
});
const [risk, finance, clerk] = [as("RISK"), as("FINANCE"), as("CLERK")];

let keys = 0;
const nextKey = () => `velocity-${String(++keys).padStart(8, "0")}`;

type Wish = Partial<ProposeVelocityRule>;
const propose = ({ deps }: World, wish: Wish = {}, actor = risk) =>
  proposeVelocityRule(deps, actor, {
    kind: "POINTS_EARNED",
    subject: "MEMBER",
    windowHours: 2,
    limit: 100n,
    action: "OPEN_CASE",
    reason: "Nobody shops so much",
    idempotencyKey: nextKey(),
    ...wish,
  });

async function rule(w: World, wish: Wish = {}) {
  const { id: approvalId } = await propose(w, wish);
  await decideApproval(w.deps, finance, { approvalId, decision: "APPROVE" });
  return w.deps.db.velocityRule.findUniqueOrThrow({ where: { approvalId } });
}

const on = (w: World, time: string) => w.clock.set(new Date(`2026-03-${time}Z`));

async function buys(w: World, points: bigint, at = w.grocer, who = w.ana) {
  const key = nextKey();
  const receipt = { totalE6: points * 1_000_000n, receiptNumber: key, idempotencyKey: key };
  return recordPurchase(w.deps, at.till, { member: { memberId: who.id }, ...receipt });
}

const spends = (w: World, points: bigint) =>
  redeemPoints(w.deps, w.grocer.till, { member: { memberId: w.ana.id }, points, idempotencyKey: nextKey() });

const watch = ({ deps }: World) => watchVelocity(deps, systemActor);
const casesOf = ({ deps }: World) => deps.db.velocityCase.findMany({ orderBy: { windowFrom: "asc" } });

test("a member over the limit within the hours becomes a case, and at the limit none", async () => {
  const w = await world();
  const { id: ruleId } = await rule(w);
  await buys(w, 60n);
  on(w, "10T13:00:00");
  await buys(w, 40n);
  expect(await watch(w)).toBe(0);
  on(w, "10T13:59:59.999");
  await buys(w, 1n);
  expect(await watch(w)).toBe(1);
  const [found] = await casesOf(w);
  expect(found).toMatchObject({
    ruleId,
    subjectId: w.ana.id,
    state: "OPEN",
    value: 101n,
    windowFrom: new Date("2026-03-10T12:00:00Z"),
    windowUntil: new Date("2026-03-10T14:00:00Z"),
  });
  await buys(w, 50n);
  expect(await watch(w)).toBe(0);
});

test("what happens as the window ends is in the next", async () => {
  const w = await world();
  await rule(w);
  await buys(w, 60n);
  on(w, "10T14:00:00");
  await buys(w, 60n);
  expect(await watch(w)).toBe(0);
});

test("a window may begin with any event, and what came late is counted where it happened", async () => {
  const w = await world();
  await rule(w);
  await buys(w, 60n);
  on(w, "10T13:30:00");
  await buys(w, 60n, w.grocer, w.bohdan);
  await watch(w);
  on(w, "10T15:00:00");
  await buys(w, 60n, w.grocer, w.bohdan);
  await recordPurchase(w.deps, w.grocer.till, {
    member: { memberId: w.ana.id },
    totalE6: 70_000_000n,
    receiptNumber: "offline",
    occurredAt: new Date("2026-03-10T13:00:00Z"),
    idempotencyKey: nextKey(),
  });
  expect(await watch(w)).toBe(2);
  const windows = (await casesOf(w)).map(({ subjectId, windowFrom, value }) => [
    subjectId,
    windowFrom.toISOString().slice(11, 16),
    value,
  ]);
  expect(windows).toEqual([
    [w.ana.id, "12:00", 130n],
    [w.bohdan.id, "13:30", 120n],
  ]);
});

test("several windows of one catching-up become a case each, and none overlaps another", async () => {
  const w = await world();
  await rule(w);
  for (const time of ["10T12:00:00", "10T13:00:00", "10T14:30:00", "10T15:00:00"]) {
    on(w, time);
    await buys(w, 101n);
  }
  expect(await watch(w)).toBe(2);
  const windows = (await casesOf(w)).map(({ windowFrom }) => windowFrom.toISOString().slice(11, 16));
  expect(windows).toEqual(["12:00", "14:30"]);
});

test("a receipt counts though it moved no points", async () => {
  const w = await world();
  const { id: ruleId } = await rule(w, { kind: "RECEIPTS", limit: 2n });
  const tiny = async () => {
    const key = nextKey();
    const receipt = { totalE6: 10_000n, receiptNumber: key, idempotencyKey: key };
    await recordPurchase(w.deps, w.grocer.till, { member: { memberId: w.ana.id }, ...receipt });
  };
  await tiny();
  await buys(w, 5n);
  expect(await watch(w)).toBe(0);
  await tiny();
  expect(await watch(w)).toBe(1);
  expect(await w.deps.db.entry.count()).toBe(1);
  const [found] = await casesOf(w);
  expect(found).toMatchObject({ ruleId, subjectId: w.ana.id, value: 3n });
  expect(await watch(w)).toBe(0);
});

test("a business day ends at midnight where the coalition is", async () => {
  const w = await world({ at: new Date("2026-03-10T20:00:00Z") });
  await w.deps.db.programme.updateMany({ data: { timeZone: "Europe/Warsaw" } });
  await rule(w, { windowHours: null, kind: "RECEIPTS", limit: 1n });
  await buys(w, 5n);
  on(w, "10T23:00:00");
  await buys(w, 5n);
  expect(await watch(w)).toBe(0);
  on(w, "11T22:59:59");
  await buys(w, 5n);
  expect(await watch(w)).toBe(1);
  expect(await casesOf(w)).toMatchObject([
    { value: 2n, windowFrom: new Date("2026-03-10T23:00:00Z"), windowUntil: new Date("2026-03-11T23:00:00Z") },
  ]);
});

test("every rule counts its own subject: the till, the outlet, the partner, the member", async () => {
  const w = await world({ ana: { points: 500n } });
  for (const subject of ["TERMINAL", "LOCATION", "PARTNER"] as const)
    await rule(w, { kind: "POINTS_REDEEMED", subject, limit: 99n });
  await rule(w, { kind: "POINTS_TRANSFERRED", limit: 19n });
  await rule(w, { kind: "POINTS_TRANSFERRED", limit: 20n });
  await spends(w, 60n);
  await spends(w, 40n);
  const gift = { to: { memberId: w.bohdan.id }, points: 20n, idempotencyKey: nextKey() };
  await transferPoints(w.deps, w.ana.actor, gift);
  expect(await watch(w)).toBe(4);
  const found = (await casesOf(w)).map(({ subjectId, value }) => [subjectId, value]);
  const expected = [w.grocer.terminalId, w.grocer.locationId, w.grocer.id].map((id) => [id, 100n]);
  expect(found).toEqual(expect.arrayContaining([...expected, [w.ana.id, 20n]]));
});

test("goods that come back count only when points were spent since", async () => {
  const w = await world({ ana: { points: 50n } });
  await rule(w, { kind: "RETURNS_AFTER_REDEMPTION", limit: 0n });
  const back = (purchaseId: string) =>
    returnPurchase(w.deps, w.grocer.till, {
      purchase: { purchaseId },
      receiptNumber: nextKey(),
      idempotencyKey: nextKey(),
    });
  const first = await buys(w, 10n);
  await back(first.purchase.id);
  expect(await watch(w)).toBe(0);
  const second = await buys(w, 10n);
  on(w, "10T12:30:00");
  await spends(w, 30n);
  await back(second.purchase.id);
  expect(await watch(w)).toBe(1);
  expect(await casesOf(w)).toMatchObject([{ subjectId: w.ana.id, value: 1n }]);
});

test("points spent soon after enrolment are a case, later ones are none, and the member can be blocked", async () => {
  const w = await world({ ana: { points: 500n } });
  const { deps, ana } = w;
  await rule(w, {
    kind: "FIRST_REDEMPTION_AFTER_ENROLMENT",
    windowHours: 24,
    limit: 0n,
    action: "OPEN_CASE_AND_BLOCK_MEMBER",
  });
  await spends(w, 5n);
  expect(await watch(w)).toBe(0);
  const enrolledAt = new Date("2026-03-09T13:00:00Z");
  await deps.db.member.update({ where: { id: ana.id }, data: { enrolledAt } });
  await spends(w, 5n);
  expect(await watch(w)).toBe(1);
  expect(await casesOf(w)).toMatchObject([{ value: 10n, windowFrom: enrolledAt }]);
  expect(await deps.db.member.findUniqueOrThrow({ where: { id: ana.id } })).toMatchObject({ status: "BLOCKED" });
  const step = await deps.db.transition.findFirstOrThrow({ where: { objectId: ana.id, to: "BLOCKED" } });
  expect(step.reason).toContain("velocity rule");
});

test("who dies between finding and remembering finds the same again, once", async () => {
  const w = await world();
  await rule(w, { limit: 10n });
  await buys(w, 60n);
  const reach = (point: Failpoint) => {
    if (point === "velocity: cases opened") throw new Error("the process died");
  };
  await expect(watchVelocity({ ...w.deps, reach }, systemActor)).rejects.toThrow("the process died");
  expect(await casesOf(w)).toEqual([]);
  const twice = await Promise.all([watch(w), watch(w)]);
  expect(twice.reduce((sum, opened) => sum + opened, 0)).toBe(1);
  expect(await w.deps.db.velocityEvent.count()).toBe(2);
});

test("risk is told, the queue counts it, and the report has it", async () => {
  const w = await world();
  const userId = "usr_RISK";
  await w.deps.db.user.create({ data: { id: userId, name: "Risk", email: "risk@example.org" } });
  await w.deps.db.staff.create({ data: { id: newId("staff"), userId, partnerId: null, roles: ["OPERATOR_RISK"] } });
  await rule(w, { subject: "PARTNER" });
  await buys(w, 101n);
  await watch(w);
  const facts = { rule: "POINTS_EARNED", count: "1" };
  expect(await w.deps.db.notice.findMany({ where: { kind: "VELOCITY_CASE" } })).toMatchObject([
    { userId, kind: "VELOCITY_CASE", facts },
  ]);
  const waiting = await readWorkQueue(w.deps, clerk);
  expect(waiting.find(({ kind }) => kind === "VELOCITY_CASES")).toMatchObject({ count: 1 });
  const rows = await reportRows(w.deps, risk, "velocity_cases", { state: "OPEN" });
  expect(rows).toMatchObject([
    {
      rule: "POINTS_EARNED",
      subject: "PARTNER",
      subject_name: "Grocer",
      value: 101n,
      limit: 100n,
      action: "OPEN_CASE",
    },
  ]);
  await expect(reportRows(w.deps, w.grocer.finance, "velocity_cases")).rejects.toThrow(Forbidden);
});

test("a case is taken, then confirmed or dismissed, each step with a note", async () => {
  const w = await world();
  const { deps } = w;
  await rule(w);
  await buys(w, 101n);
  await watch(w);
  const [{ id: velocityCaseId } = { id: "" }] = await casesOf(w);
  const said = (note: string) => ({ velocityCaseId, note });
  await expect(confirmVelocityCase(deps, clerk, said("Too early"))).rejects.toThrow(TransitionRefused);
  await expect(takeVelocityCase(deps, clerk, said(" "))).rejects.toThrow(InvalidValue);
  await takeVelocityCase(deps, clerk, said("I look into it"));
  expect(await takeVelocityCase(deps, clerk, said("Again"))).toMatchObject({ takenBy: "operator:usr_CLERK" });
  expect(await dismissVelocityCase(deps, risk, said("A wedding"))).toMatchObject({ state: "DISMISSED" });
  await expect(confirmVelocityCase(deps, risk, said("Or was it"))).rejects.toThrow(TransitionRefused);
  const steps = await deps.db.transition.findMany({ where: { objectId: velocityCaseId }, orderBy: { id: "asc" } });
  expect(steps.map(({ to, reason }) => [to, reason])).toEqual([
    ["OPEN", null],
    ["TAKEN", "I look into it"],
    ["DISMISSED", "A wedding"],
  ]);
  expect(await deps.db.auditEvent.count({ where: { objectId: velocityCaseId } })).toBe(2);
  await expect(takeVelocityCase(deps, risk, { ...said("?"), velocityCaseId: "vca_no" })).rejects.toThrow(
    VelocityCaseNotFound,
  );
});

test("a rule is two people's, never edited, and another takes its place once", async () => {
  const w = await world();
  const both = as("RISK", "FINANCE");
  const { id: approvalId } = await propose(w, {}, both);
  const own = decideApproval(w.deps, both, { approvalId, decision: "APPROVE" });
  await expect(own).rejects.toThrow(SecondPersonRequired);
  await expect(propose(w, {}, finance)).rejects.toThrow(Forbidden);
  const old = await rule(w);
  const edit = w.deps.db.velocityRule.update({ where: { id: old.id }, data: { limit: 5n } });
  await expect(edit).rejects.toThrow("for ever");
  on(w, "10T13:00:00");
  const next = await rule(w, { limit: 10n, replacesId: old.id });
  const ended = await w.deps.db.velocityRule.findUniqueOrThrow({ where: { id: old.id } });
  expect(ended.validUntil).toEqual(next.validFrom);
  await expect(propose(w, { replacesId: old.id })).rejects.toThrow(TransitionRefused);
  await expect(propose(w, { replacesId: "vru_no" })).rejects.toThrow(VelocityRuleNotFound);
  await buys(w, 11n);
  await watch(w);
  expect((await casesOf(w)).map(({ ruleId }) => ruleId)).toEqual([next.id]);
});

test("a rule that cannot be meant is refused", async () => {
  const w = await world();
  for (const wish of [
    { subject: "TERMINAL", action: "OPEN_CASE_AND_BLOCK_MEMBER" },
    { subject: "PARTNER", kind: "POINTS_TRANSFERRED" },
    { windowHours: 0 },
    { limit: -1n },
    { validUntil: new Date("2026-03-10T12:00:00Z") },
  ] satisfies Wish[])
    await expect(propose(w, wish)).rejects.toThrow(InvalidValue);
});

test("rules and cases are the operator's alone", async () => {
  const w = await world();
  const { id: ruleId } = await rule(w, { subject: "PARTNER" });
  await buys(w, 101n);
  await watch(w);
  const [{ id } = { id: "" }] = await casesOf(w);
  for (const actor of [w.grocer.finance, w.grocer.till, w.ana.actor, as("FINANCE")]) {
    expect((await findVelocityCases(w.deps, actor, [id])).size).toBe(0);
    expect((await findVelocityRules(w.deps, actor, [ruleId])).size).toBe(0);
    await expect(listVelocityCases(w.deps, actor, { first: 5, after: null })).rejects.toThrow(Forbidden);
    await expect(takeVelocityCase(w.deps, actor, { velocityCaseId: id, note: "Mine" })).rejects.toThrow(Forbidden);
  }
  const page = await listVelocityCases(w.deps, risk, { first: 5, after: null, subjectId: w.grocer.id });
  expect(page.rows.map((row) => row.id)).toEqual([id]);
});

test("a case shows the entries that were counted, the newest first", async () => {
  const w = await world();
  await rule(w);
  await buys(w, 60n);
  on(w, "10T13:00:00");
  await buys(w, 60n);
  on(w, "10T15:00:00");
  await buys(w, 60n);
  await watch(w);
  const [found] = await casesOf(w);
  if (!found) throw new Error("there is no case");
  const { rows } = await listCountedEntries(w.deps, risk, found, { first: 10, after: null });
  expect(rows.map(({ event, occurredAt }) => [event, occurredAt.toISOString().slice(11, 16)])).toEqual([
    ["EARN", "13:00"],
    ["EARN", "12:00"],
  ]);
  const next = await listCountedEntries(w.deps, risk, found, { first: 1, after: String(rows[0]?.ord) });
  expect(next).toMatchObject({ rows: [{ id: rows[1]?.id }], hasNextPage: false });
});
