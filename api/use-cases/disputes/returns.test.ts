import { expect, test } from "vitest";
import { type Actor, systemActor } from "#api/kernel/actor.ts";
import { newId } from "#api/kernel/ids.ts";
import { type World, world } from "#api/test/world.ts";
import { decideApproval } from "#api/use-cases/approvals/decide-approval.ts";
import { concedeDispute } from "#api/use-cases/disputes/concede-dispute.ts";
import { escalateDispute } from "#api/use-cases/disputes/escalate-dispute.ts";
import { lapseDisputes } from "#api/use-cases/disputes/lapse-disputes.ts";
import { openDispute } from "#api/use-cases/disputes/open-dispute.ts";
import { proposeDecision } from "#api/use-cases/disputes/propose-decision.ts";
import { respondToDispute } from "#api/use-cases/disputes/respond-to-dispute.ts";
import { withdrawDispute } from "#api/use-cases/disputes/withdraw-dispute.ts";
import { recordPurchase } from "#api/use-cases/purchases/record-purchase.ts";
import { returnPurchase } from "#api/use-cases/purchases/return-purchase.ts";

const finance: Actor = { kind: "operator", id: newId("user"), roles: ["FINANCE"] };

/** Ana pays ten lamps at Pharmacy, 1.00 each, with 1,000 of Grocer's points; Grocer disputes 600 of them. */
async function disputed() {
  const w = await world({ ana: { points: 1_000n } });
  const bought = await recordPurchase(w.deps, systemActor, {
    partnerId: w.pharmacy.id,
    member: { memberId: w.ana.id },
    totalE6: 10_000_000n,
    lines: [{ amountE6: 10_000_000n, name: "Lamp", quantityMilli: 10_000n }],
    redeem: { points: 1_000n },
    receiptNumber: "LAMPS",
    idempotencyKey: "ana-buys-ten-lamps",
  });
  const redemptionId = bought.redemption?.id ?? "";
  const claim = { redemptionId, points: 600n, reasonCode: "D10", idempotencyKey: "grocer-disputes-it" } as const;
  const { id: disputeId } = await openDispute(w.deps, w.grocer.finance, claim);
  return { ...w, disputeId, redemptionId };
}

const bringBack = (w: World, lamps: bigint, slip = "BACK") =>
  returnPurchase(w.deps, w.pharmacy.till, {
    purchase: { receiptNumber: "LAMPS" },
    lines: [{ seq: 1, quantityMilli: lamps * 1_000n }],
    receiptNumber: slip,
    idempotencyKey: `lamps come back ${slip}`,
  });

const disputeOf = (w: World & { disputeId: string }) =>
  w.deps.db.dispute.findUniqueOrThrow({ where: { id: w.disputeId } });

/** What Grocer and Pharmacy owe, and what Ana has. */
async function standing({ deps, grocer, pharmacy, ana }: World) {
  const rows = await deps.db.exposure.findMany({ where: { partnerId: { in: [grocer.id, pharmacy.id] } } });
  const wallet = await deps.db.wallet.findUniqueOrThrow({ where: { memberId: ana.id } });
  const positionOf = (id: string) => rows.find(({ partnerId }) => partnerId === id)?.positionE6;
  return [positionOf(grocer.id), positionOf(pharmacy.id), wallet.available];
}

test("goods nobody disputes come back first: the dispute stays whole", async () => {
  const w = await disputed();
  await bringBack(w, 4n);
  expect(await disputeOf(w)).toMatchObject({ state: "OPEN", returnedPoints: 0n, heldE6: 5_100_000n });
  await concedeDispute(w.deps, w.pharmacy.finance, { disputeId: w.disputeId });
  expect(await standing(w)).toEqual([0n, 0n, 1_000n]);
});

test("disputed goods that come back leave the hold at once, and are not given twice", async () => {
  const w = await disputed();
  await bringBack(w, 7n);
  expect(await disputeOf(w)).toMatchObject({ state: "OPEN", returnedPoints: 300n, heldE6: 2_550_000n });
  expect(await standing(w)).toEqual([3_000_000n, 0n, 700n]);

  await concedeDispute(w.deps, w.pharmacy.finance, { disputeId: w.disputeId });
  expect(await disputeOf(w)).toMatchObject({ outcome: "UPHELD", upheldPoints: 300n, upheldE6: 2_550_000n });
  expect(await standing(w)).toEqual([0n, 0n, 1_000n]);
});

test("when all disputed goods came back there is nothing left to decide", async () => {
  const w = await disputed();
  await bringBack(w, 10n);
  expect(await disputeOf(w)).toMatchObject({
    state: "RESOLVED",
    outcome: "RETURNED",
    returnedPoints: 600n,
    heldE6: 0n,
  });
  expect(await standing(w)).toEqual([0n, 0n, 1_000n]);
  const again = withdrawDispute(w.deps, w.grocer.finance, { disputeId: w.disputeId });
  await expect(again).rejects.toMatchObject({ code: "TRANSITION_REFUSED", state: "RESOLVED" });
});

test("a till is not refused because a dispute gave the points back before: it gives the rest", async () => {
  const w = await disputed();
  await concedeDispute(w.deps, w.pharmacy.finance, { disputeId: w.disputeId });
  expect(await standing(w)).toEqual([4_000_000n, -3_400_000n, 600n]);
  const { purchaseReturn } = await bringBack(w, 5n);
  expect(purchaseReturn.pointsRestored).toBe(400n);
  expect((await bringBack(w, 5n, "BACK-2")).purchaseReturn.pointsRestored).toBe(0n);
  expect(await standing(w)).toEqual([0n, 0n, 1_000n]);
});

test("a rejected dispute's points can come back with goods", async () => {
  const w = await disputed();
  await withdrawDispute(w.deps, w.grocer.finance, { disputeId: w.disputeId });
  await bringBack(w, 10n);
  expect(await standing(w)).toEqual([0n, 0n, 1_000n]);
});

test("a split proposed before goods came back is decided anew when less than it is left", async () => {
  const w = await disputed();
  const { disputeId } = w;
  await respondToDispute(w.deps, w.pharmacy.finance, { disputeId, evidence: { text: "Signed" } });
  await escalateDispute(w.deps, w.grocer.finance, { disputeId });
  const split = { disputeId, decision: "SPLIT", upheldPoints: 500n, reason: "A part" } as const;
  const { id: approvalId } = await proposeDecision(w.deps, w.operator, {
    ...split,
    idempotencyKey: "a-clerk-proposes",
  });
  await bringBack(w, 7n);
  const late = decideApproval(w.deps, finance, { approvalId, decision: "APPROVE" });
  await expect(late).rejects.toMatchObject({ code: "EXCEEDS_DISPUTABLE", disputable: 299n });
  expect(await disputeOf(w)).toMatchObject({ state: "ARBITRATION", returnedPoints: 300n });
});

test("goods come back while the dispute is conceded: whoever comes first, all ends even", async () => {
  const w = await disputed();
  const { disputeId } = w;
  await Promise.all([
    concedeDispute(w.deps, w.pharmacy.finance, { disputeId }).catch(() => null),
    bringBack(w, 5n, "BACK-1"),
    bringBack(w, 4n, "BACK-2"),
  ]);
  await bringBack(w, 1n, "BACK-3");
  expect((await disputeOf(w)).state).toBe("RESOLVED");
  expect(await standing(w)).toEqual([0n, 0n, 1_000n]);
});

test("if a gateway dies right after the return, the clock lets go of what came back", async () => {
  const w = await disputed();
  const posting = { ...w.deps, db: withoutDisputes(w.deps.db) };
  await expect(bringBack({ ...w, deps: posting }, 7n)).rejects.toThrow("died");
  expect(await disputeOf(w)).toMatchObject({ returnedPoints: 0n });
  await lapseDisputes(w.deps, systemActor);
  expect(await disputeOf(w)).toMatchObject({ returnedPoints: 300n, heldE6: 2_550_000n });
  expect(await standing(w)).toEqual([3_000_000n, 0n, 700n]);
});

/** The database as a gateway sees it that dies when it looks for disputes. */
function withoutDisputes(db: World["deps"]["db"]): World["deps"]["db"] {
  const died = () => Promise.reject(new Error("died"));
  return new Proxy(db, {
    get: (target, name) => (name === "dispute" ? { findFirst: died } : Reflect.get(target, name)),
  });
}
