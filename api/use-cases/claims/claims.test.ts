import { expect, test } from "vitest";
import { systemActor } from "#api/kernel/actor.ts";
import { newId } from "#api/kernel/ids.ts";
import { type World, world } from "#api/test/world.ts";
import { recordPurchase } from "#api/use-cases/purchases/record-purchase.ts";
import { confirmClaim, refuseClaim, withdrawClaim } from "./decide-claim.ts";
import { findClaims, listClaims, readClaimFile } from "./find-claims.ts";
import { lapseClaims } from "./lapse-claims.ts";
import { type OpenClaim, openClaim } from "./open-claim.ts";

const EUR = 1_000_000n;
let numbers = 0;
const key = () => ({ idempotencyKey: `claims-test-${String(++numbers).padStart(8, "0")}` });
const DAY_MS = 86_400_000;

const claim = (w: World, wish: Partial<OpenClaim> = {}) =>
  openClaim(w.deps, w.ana.actor, {
    partnerId: w.grocer.id,
    receiptNumber: "R-17",
    boughtOn: "2026-03-02",
    amountE6: 60n * EUR,
    ...key(),
    ...wish,
  });
const pointsOf = async ({ deps, ana }: World) =>
  (await deps.db.wallet.findUniqueOrThrow({ where: { memberId: ana.id } })).available;

test("M29 a missing receipt is claimed, the partner confirms, and the points are booked with the receipt's date under the contract of that date", async () => {
  const w = await world();
  const contract = await w.deps.db.contract.findFirstOrThrow({ where: { partnerId: w.grocer.id } });
  const { id: _id, ...terms } = contract;
  const from = new Date("2026-03-05T00:00:00Z");
  await w.deps.db.contract.update({ where: { id: contract.id }, data: { validUntil: from } });
  const dearer = { ...terms, id: newId("contract"), version: 2, validFrom: from, earnBps: 500 };
  await w.deps.db.contract.create({ data: dearer });
  const { id } = await claim(w);
  expect(await pointsOf(w)).toBe(0n);
  const confirmed = await confirmClaim(w.deps, w.grocer.finance, { claimId: id });
  expect(confirmed).toMatchObject({ state: "CONFIRMED", points: 60n });
  expect(await pointsOf(w)).toBe(60n);
  const purchase = await w.deps.db.purchase.findUniqueOrThrow({ where: { id: confirmed.bookedAsId ?? "" } });
  expect(purchase.occurredAt.toISOString()).toBe("2026-03-02T12:00:00.000Z");
  const [lot] = await w.deps.db.lot.findMany({ where: { memberId: w.ana.id } });
  expect(lot?.earnedAt.toISOString()).toBe("2026-03-02T12:00:00.000Z");
  expect(await confirmClaim(w.deps, w.grocer.finance, { claimId: id })).toMatchObject({ points: 60n });
  expect(await pointsOf(w)).toBe(60n);
});

test("a receipt of this morning is confirmed before noon, and again after it is the same receipt", async () => {
  const w = await world();
  w.clock.set(new Date("2026-03-10T08:00:00Z"));
  const { id } = await claim(w, { boughtOn: "2026-03-10" });
  const confirmed = await confirmClaim(w.deps, w.grocer.finance, { claimId: id });
  const purchase = await w.deps.db.purchase.findUniqueOrThrow({ where: { id: confirmed.bookedAsId ?? "" } });
  expect(purchase.occurredAt).toEqual(w.clock.now());
  // As a death between the booking and the claim's own step leaves it.
  await w.deps.db.claim.update({ where: { id }, data: { state: "WAITING", bookedAsId: null, points: null } });
  w.clock.set(new Date("2026-03-10T15:00:00Z"));
  expect(await confirmClaim(w.deps, w.grocer.finance, { claimId: id })).toMatchObject({ bookedAsId: purchase.id });
});

test("a receipt that a till recorded, or that is claimed already, is claimed by nobody", async () => {
  const w = await world();
  const receipt = { receiptNumber: "R-16", businessDate: "2026-03-10", totalE6: 10n * EUR };
  await recordPurchase(w.deps, w.grocer.till, { member: { memberId: w.bohdan.id }, ...receipt, ...key() });
  await refuses(claim(w, { receiptNumber: "R-16", boughtOn: "2026-03-10" }), "RECORDED");
  await claim(w);
  await refuses(claim(w), "CLAIMED");
  await refuses(openClaim(w.deps, w.bohdan.actor, again(w)), "CLAIMED");
});

test("a till that brings the receipt late is quicker than the partner's yes", async () => {
  const w = await world();
  const { id } = await claim(w);
  const late = { receiptNumber: "R-17", businessDate: "2026-03-02", occurredAt: new Date("2026-03-02T10:00:00Z") };
  const bought = { member: { memberId: w.ana.id }, totalE6: 60n * EUR };
  await recordPurchase(w.deps, w.grocer.till, { ...bought, ...late, ...key() });
  await refuses(confirmClaim(w.deps, w.grocer.finance, { claimId: id }), "RECORDED");
  expect(await pointsOf(w)).toBe(60n);
});

test("old receipts and receipts of tomorrow cannot be claimed", async () => {
  const w = await world();
  await refuses(claim(w, { boughtOn: "2026-01-01" }), "TOO_OLD");
  await refuses(claim(w, { boughtOn: "2026-03-11" }), "TOO_OLD");
  await expect(claim(w, { amountE6: 0n })).rejects.toMatchObject({ code: "INVALID_VALUE" });
});

test("the partner says why not; then the member may claim again, with a picture that only the sides see", async () => {
  const w = await world();
  const first = await claim(w);
  const refused = await refuseClaim(w.deps, w.grocer.finance, { claimId: first.id, reason: "Not our receipt" });
  expect(refused).toMatchObject({ state: "REFUSED", reason: "Not our receipt" });
  const file = {
    name: "slip.txt",
    mediaType: "text/plain",
    contentBase64: Buffer.from("R-17 60.00").toString("base64"),
  };
  const { id } = await claim(w, { file });
  expect(await readClaimFile(w.deps, w.grocer.finance, id)).toMatchObject({ fileName: "slip.txt" });
  expect(await readClaimFile(w.deps, w.bohdan.actor, id)).toBeNull();
  expect(await readClaimFile(w.deps, w.fuel.finance, id)).toBeNull();
});

test("claims are seen and answered by the two they are about, and by the operator", async () => {
  const w = await world();
  const { id } = await claim(w);
  const sees = async (actor: typeof w.operator) => (await findClaims(w.deps, actor, [id])).has(id);
  const all = [w.ana.actor, w.grocer.finance, w.operator, w.bohdan.actor, w.fuel.finance];
  expect(await Promise.all(all.map(sees))).toEqual([true, true, true, false, false]);
  await expect(confirmClaim(w.deps, w.fuel.finance, { claimId: id })).rejects.toMatchObject({
    code: "CLAIM_NOT_FOUND",
  });
  await expect(confirmClaim(w.deps, w.ana.actor, { claimId: id })).rejects.toMatchObject({ code: "FORBIDDEN" });
  expect((await listClaims(w.deps, w.fuel.finance, { first: 5, after: null })).rows).toEqual([]);
  await withdrawClaim(w.deps, w.ana.actor, { claimId: id });
  await expect(refuseClaim(w.deps, w.grocer.finance, { claimId: id, reason: "late" })).rejects.toMatchObject({
    code: "TRANSITION_REFUSED",
  });
});

test("what the partner does not answer in seven days the operator answers", async () => {
  const w = await world();
  const { id, deadlineAt } = await claim(w);
  w.clock.set(new Date(deadlineAt.getTime() - 1));
  expect(await lapseClaims(w.deps, systemActor)).toBe(0);
  w.clock.set(deadlineAt);
  expect(await lapseClaims(w.deps, systemActor)).toBe(1);
  expect(await confirmClaim(w.deps, w.operator, { claimId: id })).toMatchObject({ state: "CONFIRMED", points: 60n });
  expect(deadlineAt.getTime() - w.clock.now().getTime()).toBeLessThan(7 * DAY_MS);
});

test("points missing on a recorded receipt are the partner's to give, as many as it says", async () => {
  const w = await world();
  const receipt = { receiptNumber: "R-18", totalE6: 10n * EUR };
  const { purchase } = await recordPurchase(w.deps, w.grocer.till, {
    member: { memberId: w.ana.id },
    ...receipt,
    ...key(),
  });
  const wrong = { receiptNumber: "R-18", boughtOn: "2026-03-10", purchaseId: purchase.id };
  await refuses(openClaim(w.deps, w.bohdan.actor, { ...again(w), ...wrong }), "UNKNOWN");
  const { id, kind } = await claim(w, wrong);
  expect(kind).toBe("WRONG");
  await expect(confirmClaim(w.deps, w.grocer.finance, { claimId: id })).rejects.toMatchObject({
    code: "INVALID_VALUE",
  });
  await confirmClaim(w.deps, w.grocer.finance, { claimId: id, points: 7n });
  expect(await pointsOf(w)).toBe(17n);
});

const again = (w: World): OpenClaim => ({
  partnerId: w.grocer.id,
  receiptNumber: "R-17",
  boughtOn: "2026-03-02",
  amountE6: 60n * EUR,
  ...key(),
});

const refuses = (attempt: Promise<unknown>, problem: string) =>
  expect(attempt).rejects.toMatchObject({ code: "RECEIPT_NOT_CLAIMABLE", problem });
