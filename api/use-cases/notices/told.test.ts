import { expect, test } from "vitest";
import { type Actor, systemActor } from "#api/kernel/actor.ts";
import { newId } from "#api/kernel/ids.ts";
import type { StaffRole } from "#api/sql/rows.ts";
import { bankBooks } from "#api/test/bank.ts";
import { clerk, euro, finance, itemOf, settlingMarch } from "#api/test/settling.ts";
import { type World, world } from "#api/test/world.ts";
import { decideApproval } from "#api/use-cases/approvals/decide-approval.ts";
import { escalateDispute } from "#api/use-cases/disputes/escalate-dispute.ts";
import { lapseDisputes } from "#api/use-cases/disputes/lapse-disputes.ts";
import { openDispute } from "#api/use-cases/disputes/open-dispute.ts";
import { proposeDecision } from "#api/use-cases/disputes/propose-decision.ts";
import { respondToDispute } from "#api/use-cases/disputes/respond-to-dispute.ts";
import { closeDueCycle } from "#api/use-cases/jobs/close-due-cycle.ts";
import { markDue } from "#api/use-cases/jobs/mark-due.ts";
import { warnPrepaid } from "#api/use-cases/jobs/warn-prepaid.ts";
import { redeemPoints } from "#api/use-cases/points/redeem-points.ts";
import { buyPointsPack } from "#api/use-cases/prepaid/buy-points-pack.ts";
import { writeOffDifference } from "#api/use-cases/reconciliation/propose-resolution.ts";
import { takeReconItem } from "#api/use-cases/reconciliation/take-item.ts";

async function withStaff(w: World, name: string, partnerId: string | null, roles: StaffRole[]): Promise<void> {
  await w.deps.db.user.create({ data: { id: `usr_${name}`, name, email: `${name}@example.org` } });
  await w.deps.db.staff.create({ data: { id: newId("staff"), userId: `usr_${name}`, partnerId, roles } });
}

/** Who was told what of these kinds, in the order of time. */
const told = async (w: World, ...kinds: string[]) =>
  (await w.deps.db.notice.findMany({ where: { kind: { in: kinds } }, orderBy: { id: "asc" } })).map(
    ({ kind, userId, facts }) => [kind, userId, facts],
  );

const owner = (id: string, partnerId: string): Actor => ({ kind: "partnerStaff", id, partnerId, roles: ["OWNER"] });

test("whoever may read a partner's statements is told when they are published", async () => {
  const w = await world({ ana: { points: 1_000n } });
  await withStaff(w, "grocer", w.grocer.id, ["PARTNER_FINANCE"]);
  await withStaff(w, "pharmacy", w.pharmacy.id, ["PARTNER_OWNER"]);
  await withStaff(w, "cashier", w.pharmacy.id, ["PARTNER_CASHIER"]);
  const spent = { member: { memberId: w.ana.id }, points: 1_000n, partnerId: w.pharmacy.id };
  await redeemPoints(w.deps, systemActor, { ...spent, idempotencyKey: "ana-spends" });
  w.clock.set(new Date("2026-04-01T00:00:00Z"));
  await closeDueCycle(w.deps, systemActor);
  expect(await told(w, "STATEMENT_PUBLISHED")).toEqual([
    ["STATEMENT_PUBLISHED", "usr_grocer", { cycle: "1" }],
    ["STATEMENT_PUBLISHED", "usr_pharmacy", { cycle: "1" }],
  ]);
});

test("in a dispute whoever has the word is told, and reminded once before it is too late", async () => {
  const w = await world({ ana: { points: 1_000n } });
  await withStaff(w, "grocer", w.grocer.id, ["PARTNER_OWNER"]);
  await withStaff(w, "pharmacy", w.pharmacy.id, ["PARTNER_OWNER"]);
  await withStaff(w, "clerk", null, ["OPERATOR_CLERK"]);
  const [grocer, pharmacy] = [owner("usr_grocer", w.grocer.id), owner("usr_pharmacy", w.pharmacy.id)];
  const asked = { member: { memberId: w.ana.id }, points: 1_000n, partnerId: w.pharmacy.id };
  const { redemption } = await redeemPoints(w.deps, systemActor, { ...asked, idempotencyKey: "ana-spends" });
  const claim = { redemptionId: redemption.id, points: 600n, reasonCode: "D10" as const, idempotencyKey: "disputed" };
  const { id: disputeId, deadlineAt } = await openDispute(w.deps, grocer, claim);
  const all = () =>
    told(w, "DISPUTE_OPENED", "DISPUTE_ANSWERED", "DISPUTE_ESCALATED", "DISPUTE_DUE", "DISPUTE_RESOLVED");
  await lapseDisputes(w.deps, systemActor);
  expect(await all()).toEqual([["DISPUTE_OPENED", "usr_pharmacy", { partner: "Grocer" }]]);

  w.clock.set(new Date((deadlineAt?.getTime() ?? 0) - 3_600_000));
  await lapseDisputes(w.deps, systemActor);
  await lapseDisputes(w.deps, systemActor);
  expect((await all()).slice(1)).toEqual([["DISPUTE_DUE", "usr_pharmacy", { partner: "Grocer" }]]);

  await respondToDispute(w.deps, pharmacy, { disputeId, evidence: { text: "The slip is signed." } });
  expect((await all()).slice(2)).toEqual([["DISPUTE_ANSWERED", "usr_grocer", { partner: "Pharmacy" }]]);
  await withStaff(w, "manager", w.grocer.id, ["PARTNER_MANAGER"]);
  await escalateDispute(w.deps, grocer, { disputeId });
  await escalateDispute(w.deps, grocer, { disputeId });
  const names = { claimant: "Grocer", respondent: "Pharmacy" };
  // Grocer's owner said it, and need not be told; its other people are.
  expect((await all()).slice(3)).toEqual([
    ["DISPUTE_ESCALATED", "usr_clerk", names],
    ["DISPUTE_ESCALATED", "usr_manager", { partner: "Pharmacy" }],
    ["DISPUTE_ESCALATED", "usr_pharmacy", { partner: "Grocer" }],
  ]);
  const arbitrated = await w.deps.db.dispute.findUniqueOrThrow({ where: { id: disputeId } });
  w.clock.set(new Date((arbitrated.deadlineAt?.getTime() ?? 0) - 3_600_000));
  await lapseDisputes(w.deps, systemActor);
  expect((await all()).slice(6)).toEqual([["DISPUTE_DUE", "usr_clerk", names]]);
  const word = { disputeId, decision: "REJECT", reason: "The slip is signed", idempotencyKey: "decided" } as const;
  const { id: approvalId } = await proposeDecision(w.deps, clerk, word);
  await decideApproval(w.deps, finance, { approvalId, decision: "APPROVE" });
  expect((await all()).slice(7)).toEqual([
    ["DISPUTE_RESOLVED", "usr_grocer", { partner: "Pharmacy" }],
    ["DISPUTE_RESOLVED", "usr_manager", { partner: "Pharmacy" }],
    ["DISPUTE_RESOLVED", "usr_pharmacy", { partner: "Grocer" }],
  ]);
});

test("who bought points in advance is told when they run out, once each time", async () => {
  const w = await world();
  await withStaff(w, "grocer", w.grocer.id, ["PARTNER_OWNER"]);
  const funding = { funding: "PREPAID", prepaidAlertPoints: 100n, prepaidStopPoints: 20n } as const;
  await w.deps.db.contract.updateMany({ where: { partnerId: w.grocer.id }, data: funding });
  const pack = { partnerId: w.grocer.id, points: 500n, idempotencyKey: "a-pack" };
  expect([await warnPrepaid(w.deps, systemActor), await warnPrepaid(w.deps, systemActor)]).toEqual([1, 0]);
  await buyPointsPack(w.deps, w.grocer.finance, pack);
  expect(await warnPrepaid(w.deps, systemActor)).toBe(0);
  expect(await told(w, "PREPAID_LOW")).toEqual([["PREPAID_LOW", "usr_grocer", { points: "0" }]]);
});

test("breaks are told to clerks, a request to whoever may decide it, and what is overdue to whoever owes it", async () => {
  const w = await settlingMarch();
  await withStaff(w, "clerk", null, ["OPERATOR_CLERK"]);
  await withStaff(w, "finance", null, ["OPERATOR_FINANCE"]);
  await withStaff(w, "grocer", w.grocer.id, ["PARTNER_FINANCE"]);
  await bankBooks(w.deps, clerk, { entries: [{ amountE6: euro, bankRef: "B1", bookedOn: "2026-04-02" }] });
  expect(await told(w, "BREAKS_FOUND")).toEqual([
    ["BREAKS_FOUND", "usr_clerk", { count: "1", statement: "SETTLEMENT-1" }],
  ]);
  await w.deps.db.programme.updateMany({ data: { writeOffMaxE6: euro, writeOffCycleMaxE6: euro } });
  const { id: itemId } = await itemOf(w, "B1");
  await takeReconItem(w.deps, clerk, { itemId });
  const request = { itemId, reason: "Nobody's", idempotencyKey: "once" };
  await writeOffDifference(w.deps, clerk, request);
  await writeOffDifference(w.deps, clerk, request);
  expect(await told(w, "APPROVAL_WAITING")).toEqual([
    ["APPROVAL_WAITING", "usr_finance", { action: "writeOffDifference" }],
  ]);
  w.clock.set(new Date("2026-05-20T09:00:00Z"));
  await markDue(w.deps, systemActor);
  expect((await told(w, "OBLIGATION_OVERDUE")).map(([, userId]) => userId)).toEqual(["usr_grocer"]);
});
