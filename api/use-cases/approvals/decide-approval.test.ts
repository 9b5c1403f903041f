import { expect, test } from "vitest";
import { Forbidden } from "#api/kernel/access.ts";
import type { Actor } from "#api/kernel/actor.ts";
import { IdempotencyKeyReused, InsufficientPoints } from "#api/ledger/refusals.ts";
import { type World, world } from "#api/test/world.ts";
import type { ApprovalActions } from "#api/use-cases/approvals/actions.ts";
import { decideApproval } from "#api/use-cases/approvals/decide-approval.ts";
import { findApprovals, listApprovals } from "#api/use-cases/approvals/list-approvals.ts";
import { ApprovalDecided, ApprovalNotFound } from "#api/use-cases/approvals/refusals.ts";
import { requestApproval } from "#api/use-cases/approvals/request-approval.ts";
import { SecondPersonRequired } from "#api/use-cases/cycles/refusals.ts";

const clerk: Actor = { kind: "operator", id: "usr_clerk", roles: ["CLERK"] };
const finance: Actor = { kind: "operator", id: "usr_finance", roles: ["FINANCE"] };
const input = {
  action: "adjustPoints",
  subjectId: "mem_ana",
  payload: { points: "30" },
  reason: "credited twice",
  idempotencyKey: "request-000000001",
};

/** The deed counts how often it ran, and can be made to refuse. */
function counting() {
  const ran: string[] = [];
  const refuse = { with: null as Error | null };
  const run = async (_deps: unknown, _actor: unknown, { id }: { id: string }) => {
    if (refuse.with) throw refuse.with;
    ran.push(id);
  };
  const actions: ApprovalActions = { adjustPoints: { decide: "cycle:approve", run } };
  const decide = ({ deps }: World, actor: Actor, approvalId: string, decision: "APPROVE" | "REFUSE" = "APPROVE") =>
    decideApproval(deps, actor, { approvalId, decision, note: "seen" }, actions);
  return { ran, refuse, decide };
}

test("a second person's yes does the deed, once, and says who agreed", async () => {
  const hub = await world();
  const { ran, decide } = counting();
  const { id } = await requestApproval(hub.deps, clerk, input);
  const decided = await decide(hub, finance, id);
  expect(decided).toMatchObject({
    state: "APPROVED",
    requestedBy: "operator:usr_clerk",
    decidedBy: "operator:usr_finance",
  });
  expect(ran).toEqual([id]);
});

test("nobody decides their own request, in whatever role", async () => {
  const hub = await world();
  const { ran, decide } = counting();
  const { id } = await requestApproval(hub.deps, clerk, input);
  const sameOne: Actor = { kind: "operator", id: "usr_clerk", roles: ["FINANCE"] };
  await expect(decide(hub, sameOne, id)).rejects.toThrow(SecondPersonRequired);
  expect(ran).toEqual([]);
});

test("deciding needs the deed's own permission", async () => {
  const hub = await world();
  const { decide } = counting();
  const { id } = await requestApproval(hub.deps, clerk, input);
  const risk: Actor = { kind: "operator", id: "usr_risk", roles: ["RISK"] };
  await expect(decide(hub, risk, id)).rejects.toThrow(Forbidden);
  await expect(decide(hub, hub.grocer.finance, id)).rejects.toThrow(ApprovalNotFound);
});

test("a no is final and does nothing", async () => {
  const hub = await world();
  const { ran, decide } = counting();
  const { id } = await requestApproval(hub.deps, clerk, input);
  await decide(hub, finance, id, "REFUSE");
  await expect(decide(hub, finance, id)).rejects.toThrow(new ApprovalDecided("REFUSED"));
  expect(ran).toEqual([]);
});

test("a deed that is refused waits for another decision, and the trace says why", async () => {
  const hub = await world();
  const { ran, refuse, decide } = counting();
  const { id } = await requestApproval(hub.deps, clerk, input);
  refuse.with = new InsufficientPoints(10n);
  await expect(decide(hub, finance, id)).rejects.toThrow(InsufficientPoints);
  expect((await findApprovals(hub.deps, finance, [id])).get(id)).toMatchObject({ state: "WAITING", decidedBy: null });
  refuse.with = null;
  await decide(hub, finance, id);
  expect(ran).toEqual([id]);
});

test("after a crash the decision stands, and repeating it does the deed", async () => {
  const hub = await world();
  const { ran, refuse, decide } = counting();
  const { id } = await requestApproval(hub.deps, clerk, input);
  refuse.with = new Error("the database went away");
  await expect(decide(hub, finance, id)).rejects.toThrow("went away");
  expect((await findApprovals(hub.deps, finance, [id])).get(id)?.state).toBe("APPROVED");
  refuse.with = null;
  await decide(hub, finance, id);
  expect(ran).toEqual([id]);
});

test("a retried request is one request; the same key for another is refused", async () => {
  const { deps } = await world();
  const first = await requestApproval(deps, clerk, input);
  expect(await requestApproval(deps, clerk, input)).toEqual(first);
  const other = requestApproval(deps, clerk, { ...input, payload: { points: "300" } });
  await expect(other).rejects.toThrow(IdempotencyKeyReused);
});

test("a house lists what its own people decide; nobody else learns of it", async () => {
  const { deps, grocer, ana } = await world();
  const { id } = await requestApproval(deps, clerk, input);
  const waiting = await listApprovals(deps, finance, { first: 10, after: null, state: "WAITING" });
  expect(waiting.rows.map((row) => row.id)).toEqual([id]);
  expect((await listApprovals(deps, grocer.finance, { first: 10, after: null })).rows).toEqual([]);
  await expect(listApprovals(deps, ana.actor, { first: 10, after: null })).rejects.toThrow(Forbidden);
  expect(await findApprovals(deps, grocer.finance, [id])).toEqual(new Map());
});

test("what was never asked for cannot be decided", async () => {
  const hub = await world();
  await expect(counting().decide(hub, finance, "apv_none")).rejects.toThrow(ApprovalNotFound);
});

test("whoever asked is told what was decided", async () => {
  const hub = await world();
  const { decide } = counting();
  const { id } = await requestApproval(hub.deps, clerk, input);
  await decide(hub, finance, id);
  await decide(hub, finance, id);
  const told = await hub.deps.db.notice.findMany();
  expect(told).toMatchObject([
    { userId: "usr_clerk", kind: "APPROVAL_DECIDED", facts: { action: "adjustPoints", decision: "APPROVED" } },
  ]);
});
