import { expect, test } from "vitest";
import { type Actor, systemActor } from "#api/kernel/actor.ts";
import { newId } from "#api/kernel/ids.ts";
import { type World, world } from "#api/test/world.ts";
import { decideApproval } from "#api/use-cases/approvals/decide-approval.ts";
import { acceptAnswer } from "#api/use-cases/disputes/accept-answer.ts";
import { concedeDispute } from "#api/use-cases/disputes/concede-dispute.ts";
import { escalateDispute } from "#api/use-cases/disputes/escalate-dispute.ts";
import { listDisputes } from "#api/use-cases/disputes/find-disputes.ts";
import { openDispute } from "#api/use-cases/disputes/open-dispute.ts";
import { proposeDecision } from "#api/use-cases/disputes/propose-decision.ts";
import { respondToDispute } from "#api/use-cases/disputes/respond-to-dispute.ts";
import { withdrawDispute } from "#api/use-cases/disputes/withdraw-dispute.ts";
import { redeemPoints } from "#api/use-cases/points/redeem-points.ts";

const finance: Actor = { kind: "operator", id: newId("user"), roles: ["FINANCE"] };
const slip = { text: "The slip is signed." };

/** Ana has spent 1,000 of Grocer's points at Pharmacy: Grocer pays 10.00, Pharmacy gets 8.50. */
async function spent() {
  const w = await world({ ana: { points: 1_000n } });
  const asked = { member: { memberId: w.ana.id }, points: 1_000n, partnerId: w.pharmacy.id };
  const { redemption } = await redeemPoints(w.deps, systemActor, { ...asked, idempotencyKey: "ana-spends-it-all" });
  const claim = { redemptionId: redemption.id, points: 600n, reasonCode: "D10" as const };
  return { ...w, claim: { ...claim, idempotencyKey: "grocer-disputes-it" } };
}

/** Pharmacy stands by it, and Grocer asks the operator. */
async function arbitrated() {
  const w = await spent();
  const { id: disputeId } = await openDispute(w.deps, w.grocer.finance, w.claim);
  await respondToDispute(w.deps, w.pharmacy.finance, { disputeId, evidence: slip });
  await escalateDispute(w.deps, w.grocer.finance, { disputeId });
  return { ...w, disputeId };
}

const positionsOf = async ({ deps, grocer, pharmacy }: World) => {
  const rows = await deps.db.exposure.findMany({ where: { partnerId: { in: [grocer.id, pharmacy.id] } } });
  return [grocer, pharmacy].map(({ id }) => rows.find(({ partnerId }) => partnerId === id)?.positionE6);
};

test("a dispute holds what was paid for the points; opened again by its key it is the same one", async () => {
  const w = await spent();
  const dispute = await openDispute(w.deps, w.grocer.finance, w.claim);
  expect(dispute).toMatchObject({ state: "OPEN", heldE6: 5_100_000n, respondentId: w.pharmacy.id });
  expect(dispute.deadlineAt).toEqual(new Date("2026-03-24T12:00:00Z"));
  expect(await positionsOf(w)).toEqual([10_000_000n, -3_400_000n]);

  const again = await openDispute(w.deps, w.grocer.finance, w.claim);
  expect(again.id).toBe(dispute.id);
  expect(await positionsOf(w)).toEqual([10_000_000n, -3_400_000n]);
});

test("only points that the claimant paid for at another partner can be disputed, once, in time", async () => {
  const w = await spent();
  const claim = (fields: object) => ({ ...w.claim, idempotencyKey: "another-claim-000001", ...fields });
  const mine = (fields: object) => openDispute(w.deps, w.grocer.finance, claim(fields));
  const foreign = openDispute(w.deps, w.fuel.finance, claim({}));
  await expect(foreign).rejects.toMatchObject({ code: "REDEMPTION_NOT_DISPUTABLE" });
  await expect(mine({ redemptionId: "brn_none" })).rejects.toMatchObject({ code: "REDEMPTION_NOT_DISPUTABLE" });
  await expect(mine({ points: 1_001n })).rejects.toMatchObject({ code: "EXCEEDS_DISPUTABLE", disputable: 1_000n });
  await expect(mine({ points: null })).rejects.toMatchObject({ code: "INVALID_VALUE", field: "points" });
  const reasons = ["D10", "D20", "D21", "D30", "D40", "D50", "D60", "D70"];
  await expect(mine({ reasonCode: "D80" })).rejects.toMatchObject({ code: "REASON_NOT_OF_SIDE", reasons });

  await openDispute(w.deps, w.grocer.finance, w.claim);
  await expect(mine({ points: 1n })).rejects.toMatchObject({ code: "DISPUTE_EXISTS" });
});

test("after the programme's days a redemption stands", async () => {
  const w = await spent();
  await w.deps.db.programme.updateMany({ data: { disputeClaimDays: 30 } });
  w.clock.set(new Date(w.clock.now().getTime() + 30 * 86_400_000));
  const late = openDispute(w.deps, w.grocer.finance, w.claim);
  await expect(late).rejects.toMatchObject({ code: "DISPUTED_TOO_LATE" });
});

test("each side says its own word, in turn; for others there is no such dispute", async () => {
  const w = await spent();
  const { id: disputeId } = await openDispute(w.deps, w.grocer.finance, w.claim);
  const early = escalateDispute(w.deps, w.grocer.finance, { disputeId });
  await expect(early).rejects.toMatchObject({ code: "TRANSITION_REFUSED" });
  const own = respondToDispute(w.deps, w.grocer.finance, { disputeId, evidence: slip });
  await expect(own).rejects.toMatchObject({ code: "DISPUTE_NOT_FOUND" });
  const bare = respondToDispute(w.deps, w.pharmacy.finance, { disputeId });
  await expect(bare).rejects.toMatchObject({ code: "EVIDENCE_REQUIRED" });

  const word = { disputeId, evidence: slip };
  await respondToDispute(w.deps, w.pharmacy.finance, word);
  expect(await respondToDispute(w.deps, w.pharmacy.finance, word)).toMatchObject({ state: "RESPONDED" });
  expect(await escalateDispute(w.deps, w.grocer.finance, { disputeId })).toMatchObject({ state: "ARBITRATION" });

  const seen = await listDisputes(w.deps, w.fuel.finance, { first: 10, after: null });
  expect(seen.rows).toEqual([]);
});

test("a clerk proposes a split and finance agrees: those points and their price go back, the rest is released", async () => {
  const { disputeId, ...w } = await arbitrated();
  const split = { disputeId, decision: "SPLIT", reason: "A part", idempotencyKey: "the-clerk-proposes" } as const;
  const tooMany = proposeDecision(w.deps, w.operator, { ...split, upheldPoints: 600n });
  await expect(tooMany).rejects.toMatchObject({ code: "EXCEEDS_DISPUTABLE", disputable: 599n });

  const { id: approvalId } = await proposeDecision(w.deps, w.operator, { ...split, upheldPoints: 200n });
  const alone = decideApproval(w.deps, w.operator, { approvalId, decision: "APPROVE" });
  await expect(alone).rejects.toMatchObject({ code: "SECOND_PERSON_REQUIRED" });
  await decideApproval(w.deps, finance, { approvalId, decision: "APPROVE" });
  await decideApproval(w.deps, finance, { approvalId, decision: "APPROVE" });

  const dispute = await w.deps.db.dispute.findUniqueOrThrow({ where: { id: disputeId } });
  expect(dispute).toMatchObject({ outcome: "SPLIT", upheldPoints: 200n, upheldE6: 1_700_000n, deadlineAt: null });
  expect(await positionsOf(w)).toEqual([8_000_000n, -6_800_000n]);
  expect(await w.deps.db.wallet.findUnique({ where: { memberId: w.ana.id } })).toMatchObject({ available: 200n });
});

test("who opened a dispute for a partner does not decide it", async () => {
  const w = await spent();
  const asked = { ...w.claim, claimantId: w.grocer.id };
  const { id: disputeId } = await openDispute(w.deps, w.operator, asked);
  await respondToDispute(w.deps, w.pharmacy.finance, { disputeId, evidence: slip });
  await escalateDispute(w.deps, w.grocer.finance, { disputeId });
  const clerk: Actor = { kind: "operator", id: newId("user"), roles: ["CLERK"] };
  const word = { disputeId, decision: "REJECT", reason: "No", idempotencyKey: "the-clerk-proposes" } as const;
  const { id: approvalId } = await proposeDecision(w.deps, clerk, word);
  const own = decideApproval(w.deps, w.operator, { approvalId, decision: "APPROVE" });
  await expect(own).rejects.toMatchObject({ code: "SECOND_PERSON_REQUIRED" });
});

test("conceded, all goes back; withdrawn, all is released; accepted, the redemption stands for good", async () => {
  const w = await spent();
  const first = await openDispute(w.deps, w.grocer.finance, w.claim);
  const withdrawn = await withdrawDispute(w.deps, w.grocer.finance, { disputeId: first.id });
  expect(withdrawn).toMatchObject({ state: "WITHDRAWN", outcome: null });
  expect(await positionsOf(w)).toEqual([10_000_000n, -8_500_000n]);

  const open = (points: bigint) =>
    openDispute(w.deps, w.grocer.finance, { ...w.claim, points, idempotencyKey: `grocer-disputes-${points}` });
  const second = await open(500n);
  expect(await concedeDispute(w.deps, w.pharmacy.finance, { disputeId: second.id })).toMatchObject({
    outcome: "UPHELD",
    upheldPoints: 500n,
  });
  expect(await positionsOf(w)).toEqual([5_000_000n, -4_250_000n]);

  const { id: disputeId } = await open(400n);
  await respondToDispute(w.deps, w.pharmacy.finance, { disputeId, evidence: slip });
  expect(await acceptAnswer(w.deps, w.grocer.finance, { disputeId })).toMatchObject({ outcome: "REJECTED" });
  expect(await positionsOf(w)).toEqual([5_000_000n, -4_250_000n]);
  await expect(open(101n)).rejects.toMatchObject({ code: "EXCEEDS_DISPUTABLE", disputable: 100n });
});

test("a refused proposal leaves the dispute to be decided", async () => {
  const { disputeId, ...w } = await arbitrated();
  const word = { disputeId, decision: "UPHOLD", reason: "Yes", idempotencyKey: "the-clerk-proposes" } as const;
  const { id: approvalId } = await proposeDecision(w.deps, w.operator, word);
  await decideApproval(w.deps, finance, { approvalId, decision: "REFUSE" });
  const { state } = await w.deps.db.dispute.findUniqueOrThrow({ where: { id: disputeId } });
  expect(state).toBe("ARBITRATION");
});
