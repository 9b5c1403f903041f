import { expect, test } from "vitest";
import { systemActor } from "#api/kernel/actor.ts";
import { type World, world } from "#api/test/world.ts";
import { concedeDispute } from "#api/use-cases/disputes/concede-dispute.ts";
import { decideDispute } from "#api/use-cases/disputes/decide-dispute.ts";
import { escalateDispute } from "#api/use-cases/disputes/escalate-dispute.ts";
import { listDisputes } from "#api/use-cases/disputes/find-disputes.ts";
import { openDispute } from "#api/use-cases/disputes/open-dispute.ts";
import { respondToDispute } from "#api/use-cases/disputes/respond-to-dispute.ts";
import { withdrawDispute } from "#api/use-cases/disputes/withdraw-dispute.ts";
import { redeemPoints } from "#api/use-cases/points/redeem-points.ts";

/** Ana has spent 1,000 of Grocer's points at Pharmacy: Grocer pays 10.00, Pharmacy gets 8.50. */
async function spent() {
  const w = await world({ ana: { points: 1_000n } });
  const asked = { member: { memberId: w.ana.id }, points: 1_000n, partnerId: w.pharmacy.id };
  const { redemption } = await redeemPoints(w.deps, systemActor, { ...asked, idempotencyKey: "ana-spends-it-all" });
  const claim = { redemptionId: redemption.id, points: 600n, reasonCode: "D10" as const };
  return { ...w, claim: { ...claim, idempotencyKey: "grocer-disputes-it" } };
}

const positionsOf = async ({ deps, grocer, pharmacy }: World) => {
  const rows = await deps.db.exposure.findMany({ where: { partnerId: { in: [grocer.id, pharmacy.id] } } });
  return [grocer, pharmacy].map(({ id }) => rows.find(({ partnerId }) => partnerId === id)?.positionE6);
};

test("a dispute holds what was paid for the points; opened again by its key it is the same one", async () => {
  const w = await spent();
  const dispute = await openDispute(w.deps, w.grocer.finance, w.claim);
  expect(dispute).toMatchObject({ state: "OPEN", heldE6: 5_100_000n, respondentId: w.pharmacy.id });
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

  await openDispute(w.deps, w.grocer.finance, w.claim);
  await expect(mine({ points: 1n })).rejects.toMatchObject({ code: "DISPUTE_EXISTS" });
});

test("after ninety days a redemption stands", async () => {
  const w = await spent();
  w.clock.set(new Date(w.clock.now().getTime() + 90 * 86_400_000));
  const late = openDispute(w.deps, w.grocer.finance, w.claim);
  await expect(late).rejects.toMatchObject({ code: "DISPUTED_TOO_LATE" });
});

test("each side says its own word, in turn; for others there is no such dispute", async () => {
  const w = await spent();
  const { id: disputeId } = await openDispute(w.deps, w.grocer.finance, w.claim);
  const early = escalateDispute(w.deps, w.grocer.finance, { disputeId });
  await expect(early).rejects.toMatchObject({ code: "TRANSITION_REFUSED" });
  const own = respondToDispute(w.deps, w.grocer.finance, { disputeId });
  await expect(own).rejects.toMatchObject({ code: "DISPUTE_NOT_FOUND" });

  await respondToDispute(w.deps, w.pharmacy.finance, { disputeId });
  expect(await respondToDispute(w.deps, w.pharmacy.finance, { disputeId })).toMatchObject({ state: "RESPONDED" });
  expect(await escalateDispute(w.deps, w.grocer.finance, { disputeId })).toMatchObject({ state: "ARBITRATION" });

  const seen = await listDisputes(w.deps, w.fuel.finance, { first: 10, after: null });
  expect(seen.rows).toEqual([]);
});

test("the operator upholds a part: those points and their price go back, the rest of the hold is released", async () => {
  const w = await spent();
  const { id: disputeId } = await openDispute(w.deps, w.grocer.finance, w.claim);
  await respondToDispute(w.deps, w.pharmacy.finance, { disputeId });
  await escalateDispute(w.deps, w.grocer.finance, { disputeId });
  const word = { disputeId, upheldPoints: 200n, reason: "A part", idempotencyKey: "the-operator-decides" };
  const tooMany = decideDispute(w.deps, w.operator, { ...word, upheldPoints: 601n });
  await expect(tooMany).rejects.toMatchObject({ code: "EXCEEDS_DISPUTABLE" });

  await decideDispute(w.deps, w.operator, word);

  expect(await decideDispute(w.deps, w.operator, word)).toMatchObject({ state: "RESOLVED", upheldPoints: 200n });
  const other = decideDispute(w.deps, w.operator, {
    ...word,
    upheldPoints: 1n,
    idempotencyKey: "the-operator-again-1",
  });
  await expect(other).rejects.toMatchObject({ code: "TRANSITION_REFUSED" });
  expect(await positionsOf(w)).toEqual([8_000_000n, -6_800_000n]);
  expect(await w.deps.db.wallet.findUnique({ where: { memberId: w.ana.id } })).toMatchObject({ available: 200n });
});

test("who opened a dispute for a partner does not decide it", async () => {
  const w = await spent();
  const asked = { ...w.claim, claimantId: w.grocer.id };
  const { id: disputeId } = await openDispute(w.deps, w.operator, asked);
  const word = { disputeId, upheldPoints: 0n, reason: "No", idempotencyKey: "the-operator-decides" };
  await expect(decideDispute(w.deps, w.operator, word)).rejects.toMatchObject({ code: "SECOND_PERSON_REQUIRED" });
});

test("conceded, all goes back; withdrawn, all is released", async () => {
  const w = await spent();
  const first = await openDispute(w.deps, w.grocer.finance, w.claim);
  await withdrawDispute(w.deps, w.grocer.finance, { disputeId: first.id });
  expect(await positionsOf(w)).toEqual([10_000_000n, -8_500_000n]);

  const second = await openDispute(w.deps, w.grocer.finance, { ...w.claim, idempotencyKey: "grocer-disputes-again" });
  await concedeDispute(w.deps, w.pharmacy.finance, { disputeId: second.id });
  expect(await positionsOf(w)).toEqual([4_000_000n, -3_400_000n]);
});
