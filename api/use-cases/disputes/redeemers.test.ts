import { expect, test } from "vitest";
import { type Actor, systemActor } from "#api/kernel/actor.ts";
import { newId } from "#api/kernel/ids.ts";
import { type World, world } from "#api/test/world.ts";
import { decideApproval } from "#api/use-cases/approvals/decide-approval.ts";
import { concedeDispute } from "#api/use-cases/disputes/concede-dispute.ts";
import { escalateDispute } from "#api/use-cases/disputes/escalate-dispute.ts";
import { openDispute } from "#api/use-cases/disputes/open-dispute.ts";
import { proposeDecision } from "#api/use-cases/disputes/propose-decision.ts";
import { readDisputable } from "#api/use-cases/disputes/read-disputable.ts";
import { respondToDispute } from "#api/use-cases/disputes/respond-to-dispute.ts";
import { withdrawDispute } from "#api/use-cases/disputes/withdraw-dispute.ts";
import { redeemPoints } from "#api/use-cases/points/redeem-points.ts";

const finance: Actor = { kind: "operator", id: newId("user"), roles: ["FINANCE"] };

/** Pharmacy was paid 8.50 for 1,000 of Grocer's points and wants 1.00 more. */
async function underpaid() {
  const w = await world({ ana: { points: 1_000n } });
  const asked = { member: { memberId: w.ana.id }, points: 1_000n, partnerId: w.pharmacy.id };
  const { redemption } = await redeemPoints(w.deps, systemActor, { ...asked, idempotencyKey: "ana-spends-it-all" });
  const claim = { redemptionId: redemption.id, amountE6: 1_000_000n, reasonCode: "D60" as const };
  return { ...w, claim: { ...claim, idempotencyKey: "pharmacy-wants-more" } };
}

async function positionsOf({ deps, grocer, pharmacy }: World) {
  const rows = await deps.db.exposure.findMany({ where: { partnerId: { in: [grocer.id, pharmacy.id] } } });
  return [grocer, pharmacy].map(({ id }) => rows.find(({ partnerId }) => partnerId === id)?.positionE6);
}

test("a redeemer disputes money with the issuer; conceded, it is paid out of the hold and points stay", async () => {
  const w = await underpaid();
  const dispute = await openDispute(w.deps, w.pharmacy.finance, w.claim);
  expect(dispute).toMatchObject({ respondentId: w.grocer.id, points: 0n, heldE6: 1_000_000n });
  expect(await positionsOf(w)).toEqual([11_000_000n, -8_500_000n]);
  const conceded = await concedeDispute(w.deps, w.grocer.finance, { disputeId: dispute.id });
  expect(conceded).toMatchObject({ outcome: "UPHELD", upheldE6: 1_000_000n, upheldPoints: 0n });
  expect(await positionsOf(w)).toEqual([11_000_000n, -9_500_000n]);
  expect(await w.deps.db.wallet.findUnique({ where: { memberId: w.ana.id } })).toMatchObject({ available: 0n });
});

test("withdrawn, the issuer has its money back; a part of it can be decided", async () => {
  const w = await underpaid();
  const { id } = await openDispute(w.deps, w.pharmacy.finance, w.claim);
  await withdrawDispute(w.deps, w.pharmacy.finance, { disputeId: id });
  expect(await positionsOf(w)).toEqual([10_000_000n, -8_500_000n]);

  const again = { ...w.claim, idempotencyKey: "pharmacy-wants-it-again" };
  const { id: disputeId } = await openDispute(w.deps, w.pharmacy.finance, again);
  await respondToDispute(w.deps, w.grocer.finance, { disputeId, evidence: { text: "The contract says 0.0085." } });
  await escalateDispute(w.deps, w.pharmacy.finance, { disputeId });
  const split = { disputeId, decision: "SPLIT", upheldE6: 250_000n, reason: "A quarter" } as const;
  const all = proposeDecision(w.deps, w.operator, {
    ...split,
    upheldE6: 1_000_000n,
    idempotencyKey: "too-much-for-it",
  });
  await expect(all).rejects.toMatchObject({ code: "EXCEEDS_DISPUTABLE_MONEY", disputableE6: 999_999n });
  const { id: approvalId } = await proposeDecision(w.deps, w.operator, { ...split, idempotencyKey: "a-quarter-of-it" });
  await decideApproval(w.deps, finance, { approvalId, decision: "APPROVE" });
  expect(await positionsOf(w)).toEqual([10_250_000n, -8_750_000n]);
});

test("no more money than the redemption is worth, less what was decided before", async () => {
  const w = await underpaid();
  const open = (amountE6: bigint, fields = {}) => {
    const idempotencyKey = `pharmacy-wants-${amountE6}-${Object.keys(fields)}`;
    return openDispute(w.deps, w.pharmacy.finance, { ...w.claim, amountE6, idempotencyKey, ...fields });
  };
  const most = { code: "EXCEEDS_DISPUTABLE_MONEY", disputableE6: 8_500_000n };
  await expect(open(8_500_001n)).rejects.toMatchObject(most);
  await expect(open(1n, { reasonCode: "D10" })).rejects.toMatchObject({ code: "REASON_NOT_OF_SIDE" });
  await expect(open(1n, { points: 1n })).rejects.toMatchObject({ code: "INVALID_VALUE", field: "amount" });
  await expect(open(1n, { respondentId: w.fuel.id })).rejects.toMatchObject({ code: "REDEMPTION_NOT_DISPUTABLE" });
  // Nothing came back, so no return can have been credited wrongly.
  const returned = { code: "EXCEEDS_DISPUTABLE_MONEY", disputableE6: 0n };
  await expect(open(1n, { reasonCode: "D40" })).rejects.toMatchObject(returned);

  const { id: disputeId } = await open(8_000_000n);
  await concedeDispute(w.deps, w.grocer.finance, { disputeId });
  await expect(open(500_001n)).rejects.toMatchObject({ code: "EXCEEDS_DISPUTABLE_MONEY", disputableE6: 500_000n });
});

test("each side is told what it could dispute; a third partner nothing", async () => {
  const w = await underpaid();
  const { redemptionId } = w.claim;
  const until = new Date("2026-06-08T12:00:00Z");
  expect(await readDisputable(w.deps, w.grocer.finance, { redemptionId })).toMatchObject({
    side: "issuer",
    points: 1_000n,
    money: [],
    until,
  });
  expect(await readDisputable(w.deps, w.pharmacy.finance, { redemptionId })).toMatchObject({
    side: "redeemer",
    points: 0n,
    money: [{ respondentId: w.grocer.id, amountE6: 8_500_000n, returnedE6: 0n }],
    reasons: ["D20", "D21", "D40", "D60", "D80"],
  });
  expect(await readDisputable(w.deps, w.fuel.finance, { redemptionId })).toBeNull();
});
