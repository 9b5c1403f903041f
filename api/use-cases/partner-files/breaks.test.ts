import { expect, test } from "vitest";
import { type Actor, systemActor } from "#api/kernel/actor.ts";
import { newId } from "#api/kernel/ids.ts";
import type { StaffRole } from "#api/sql/rows.ts";
import { type World, world } from "#api/test/world.ts";
import { decideApproval } from "#api/use-cases/approvals/decide-approval.ts";
import { openDispute } from "#api/use-cases/disputes/open-dispute.ts";
import { breakOverdue } from "#api/use-cases/partner-files/break-overdue.ts";
import { comparePartnerFile } from "#api/use-cases/partner-files/compare-partner-file.ts";
import { type CorrectItem, proposeCorrection } from "#api/use-cases/partner-files/correct-item.ts";
import { suggestedReason } from "#api/use-cases/partner-files/disputable-kinds.ts";
import { takeItem } from "#api/use-cases/partner-files/take-item.ts";
import { uploadPartnerFile } from "#api/use-cases/partner-files/upload-partner-file.ts";
import { redeemPoints } from "#api/use-cases/points/redeem-points.ts";
import { recordPurchase } from "#api/use-cases/purchases/record-purchase.ts";

const finance: Actor = { kind: "operator", id: newId("user"), roles: ["FINANCE"] };
const at = "2026-03-10T12:00:00Z";

/** At Pharmacy, Ana bought for 20.00 and spent 400 of Grocer's points; Pharmacy has 15 and 300, and a sale more. */
async function broken() {
  const w = await world({ ana: { points: 1_000n } });
  const member = { memberId: w.ana.id };
  await recordPurchase(w.deps, systemActor, {
    partnerId: w.pharmacy.id,
    member,
    totalE6: 20_000_000n,
    lines: [{ amountE6: 20_000_000n, name: "Tea" }],
    payments: [{ means: "CARD", amountE6: 20_000_000n }],
    receiptNumber: "P-1",
    idempotencyKey: "the key of P-1",
  });
  const spent = { member: { memberId: w.ana.id }, points: 400n, partnerId: w.pharmacy.id };
  const { redemption } = await redeemPoints(w.deps, systemActor, { ...spent, idempotencyKey: "the key of the fee" });
  // The system did it for Pharmacy; a till would have been the owner of its key itself.
  await w.deps.db.$executeRaw`ALTER TABLE deed DISABLE TRIGGER deed_is_for_ever`;
  await w.deps.db.deed.updateMany({ where: { key: "the key of the fee" }, data: { owner: w.pharmacy.id } });
  await w.deps.db.$executeRaw`ALTER TABLE deed ENABLE TRIGGER deed_is_for_ever`;
  const rows = [`P-1,EARN,${at},15`, `the key of the fee,REDEMPTION,${at},300`, `P-9,EARN,${at},70`];
  const content = ["client_ref,event,occurred_at,points", ...rows].join("\n");
  const span = { from: new Date("2026-03-01T00:00:00Z"), until: new Date("2026-04-01T00:00:00Z") };
  const file = { ...span, name: "march.csv", content, idempotencyKey: "the file of march" };
  const { id: fileId } = await uploadPartnerFile(w.deps, w.pharmacy.finance, file);
  await comparePartnerFile(w.deps, w.pharmacy.finance, { fileId });
  await withStaff(w, "clerk", null, "OPERATOR_CLERK");
  await withStaff(w, "cashier", w.pharmacy.id, "PARTNER_CASHIER");
  await withStaff(w, "pharmacy", w.pharmacy.id, "PARTNER_FINANCE");
  await withStaff(w, "grocer", w.grocer.id, "PARTNER_FINANCE");
  w.clock.set(new Date("2026-03-12T12:00:00Z"));
  await breakOverdue(w.deps, systemActor);
  const items = await w.deps.db.reconItem.findMany({ where: { fileId }, orderBy: { id: "asc" } });
  const [earned = "", redeemed = "", missing = ""] = items.map(({ id }) => id);
  return { ...w, fileId, redemption, earned, redeemed, missing };
}

async function withStaff({ deps: { db } }: World, name: string, partnerId: string | null, role: StaffRole) {
  const userId = `usr_${name}`;
  await db.user.create({ data: { id: userId, name, email: `${name}@example.org` } });
  await db.staff.create({ data: { id: newId("staff"), userId, partnerId, roles: [role] } });
}

/** Proposed by the clerk who took it, agreed to by finance. */
async function correct(w: World, input: Omit<CorrectItem, "reason" | "idempotencyKey">) {
  await takeItem(w.deps, w.operator, input);
  const request = { ...input, reason: "By the slip", idempotencyKey: `correct ${input.itemId}` };
  const { id: approvalId } = await proposeCorrection(w.deps, w.operator, request);
  await decideApproval(w.deps, finance, { approvalId, decision: "APPROVE" });
  await decideApproval(w.deps, finance, { approvalId, decision: "APPROVE" });
  return w.deps.db.reconItem.findUniqueOrThrow({ where: { id: input.itemId } });
}

const availableOf = async ({ deps, ana }: World) =>
  (await deps.db.wallet.findUniqueOrThrow({ where: { memberId: ana.id } })).available;

test("points the hub took too many of go back, and the break is closed with the entry", async () => {
  const w = await broken();
  const item = await correct(w, { itemId: w.redeemed, correction: "GIVE_BACK", points: 100n });
  expect(item).toMatchObject({ state: "RESOLVED", resolution: "CORRECTED" });
  expect(await availableOf(w)).toBe(720n);
});

test("points the hub gave too many of are taken from the receipt's own lot", async () => {
  const w = await broken();
  await correct(w, { itemId: w.earned, correction: "TAKE_BACK", points: 5n });
  expect(await availableOf(w)).toBe(615n);
});

test("what the hub does not have becomes goodwill for a member that the clerk names", async () => {
  const w = await broken();
  const unnamed = correct(w, { itemId: w.missing, correction: "GOODWILL", points: 70n });
  await expect(unnamed).rejects.toMatchObject({ code: "INVALID_VALUE", field: "member" });
  await correct(w, { itemId: w.missing, correction: "GOODWILL", points: 70n, member: { memberId: w.ana.id } });
  expect(await availableOf(w)).toBe(690n);
});

test("a correction is one that fits, of a break that somebody took", async () => {
  const w = await broken();
  const propose = (input: Pick<CorrectItem, "itemId" | "correction" | "points">) =>
    proposeCorrection(w.deps, w.operator, {
      ...input,
      reason: "No",
      idempotencyKey: `${input.correction}-${input.points}`,
    });
  const untaken = propose({ itemId: w.earned, correction: "TAKE_BACK", points: 5n });
  await expect(untaken).rejects.toMatchObject({ code: "TRANSITION_REFUSED" });
  for (const itemId of [w.earned, w.redeemed]) await takeItem(w.deps, w.operator, { itemId });
  const misfit = propose({ itemId: w.earned, correction: "GIVE_BACK", points: 5n });
  await expect(misfit).rejects.toMatchObject({ code: "INVALID_VALUE" });
  const tooMany = propose({ itemId: w.redeemed, correction: "GIVE_BACK", points: 401n });
  await expect(tooMany).rejects.toMatchObject({ code: "EXCEEDS_REDEMPTION", returnable: 400n });
});

test("a break about a redemption becomes a dispute, which closes it", async () => {
  const w = await broken();
  const item = await w.deps.db.reconItem.findUniqueOrThrow({ where: { id: w.redeemed } });
  expect(suggestedReason(item)).toBe("D21");
  const claim = {
    redemptionId: w.redemption.id,
    amountE6: 850_000n,
    reasonCode: "D21",
    reconItemId: w.redeemed,
  } as const;
  const other = openDispute(w.deps, w.pharmacy.finance, {
    ...claim,
    reconItemId: w.earned,
    idempotencyKey: "not-about-it",
  });
  await expect(other).rejects.toMatchObject({ code: "INVALID_VALUE", field: "reconItemId" });
  const foreign = openDispute(w.deps, w.grocer.finance, {
    ...claim,
    amountE6: null,
    points: 100n,
    idempotencyKey: "not-its-own-item",
  });
  await expect(foreign).rejects.toMatchObject({ code: "RECON_ITEM_NOT_FOUND" });

  const dispute = await openDispute(w.deps, w.pharmacy.finance, { ...claim, idempotencyKey: "pharmacy-disputes" });
  expect(dispute).toMatchObject({ reconItemId: w.redeemed, respondentId: w.grocer.id });
  const closed = await w.deps.db.reconItem.findUniqueOrThrow({ where: { id: w.redeemed } });
  expect(closed).toMatchObject({ state: "RESOLVED", resolution: "DISPUTED" });
});

test("what the hub does not have has no redemption to dispute", async () => {
  const w = await broken();
  const item = await w.deps.db.reconItem.findUniqueOrThrow({ where: { id: w.missing } });
  expect([item.kind, suggestedReason(item)]).toEqual(["MISSING_IN_HUB", null]);
});

test("those who work on breaks are told of them at both houses, once", async () => {
  const w = await broken();
  await breakOverdue(w.deps, systemActor);
  const told = await w.deps.db.notice.findMany({ where: { kind: "BREAKS_FOUND" }, orderBy: { id: "asc" } });
  expect(told.map(({ userId, facts, href }) => [userId, facts, href])).toEqual([
    ["usr_clerk", { count: "3", partner: "Pharmacy", file: "march.csv" }, "/operator/reconciliation/partner-files"],
    ["usr_pharmacy", { count: "3", file: "march.csv" }, `/partner/reconciliation/${w.fileId}`],
  ]);
});
