import { expect, test } from "vitest";
import type { Actor } from "#api/kernel/actor.ts";
import { ReturnedMeanwhile } from "#api/ledger/refusals.ts";
import { type World, world } from "#api/test/world.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { type RecordPurchase, recordPurchase } from "./record-purchase.ts";
import { type ReturnPurchase, returnPurchase } from "./return-purchase.ts";

let keys = 0;
const newKey = () => `return-test-${String(++keys).padStart(8, "0")}`;

test("half of a line takes back half of its points and restores half of those spent", async () => {
  const { deps, grocer, ana, purchaseId } = await sold({ redeem: { points: 4_000n } });
  const half = { lines: [{ seq: 1, quantityMilli: 1_000n }] };
  const { purchaseReturn, balance } = await returnPurchase(deps, grocer.till, slip(purchaseId, half));
  expect(purchaseReturn).toMatchObject({ amountE6: 30_000_000n, pointsClawed: 18n, pointsRestored: 1_200n });
  expect(balance).toMatchObject({ memberId: ana.id, available: 5_000n - 4_000n + 60n - 18n + 1_200n });
});

test("part by part ends exactly where the whole at once ends", async () => {
  const { deps, grocer, ana, purchaseId } = await sold({
    redeem: { points: 3_333n },
    totalE6: 99_990_000n,
    lines: odd,
  });
  const before = await deps.db.wallet.findUniqueOrThrow({ where: { memberId: ana.id } });
  await returnPurchase(deps, grocer.till, slip(purchaseId, { lines: [{ seq: 2, quantityMilli: 1_000n }] }));
  await returnPurchase(deps, grocer.till, slip(purchaseId, { lines: [{ seq: 1, quantityMilli: 700n }] }));
  await returnPurchase(deps, grocer.till, slip(purchaseId, { lines: [{ seq: 2, quantityMilli: 1_000n }] }));
  const { purchase, balance } = await returnPurchase(deps, grocer.till, slip(purchaseId));
  expect(before.available).toBe(5_000n - 3_333n + purchase.pointsEarned);
  expect(sumOf(purchase.returns.map((one) => one.pointsClawed))).toBe(purchase.pointsEarned);
  expect(sumOf(purchase.returns.map((one) => one.pointsRestored))).toBe(3_333n);
  expect(sumOf(purchase.returns.map((one) => one.amountE6))).toBe(purchase.totalE6);
  expect(balance).toMatchObject({ available: 5_000n });
});

test("what is returned twice, or more than was bought, is refused", async () => {
  const { deps, grocer, purchaseId } = await sold();
  const tooMuch = slip(purchaseId, { lines: [{ seq: 1, quantityMilli: 2_001n }] });
  await refuses(returnPurchase(deps, grocer.till, tooMuch), "RETURN_EXCEEDS_PURCHASE");
  await refuses(
    returnPurchase(deps, grocer.till, slip(purchaseId, { lines: [{ seq: 7, quantityMilli: 1n }] })),
    "RETURN_EXCEEDS_PURCHASE",
  );
  await returnPurchase(deps, grocer.till, slip(purchaseId));
  await refuses(
    returnPurchase(deps, grocer.till, slip(purchaseId, { lines: [{ seq: 1, quantityMilli: 1n }] })),
    "RETURN_EXCEEDS_PURCHASE",
  );
  await refuses(returnPurchase(deps, grocer.till, slip(purchaseId)), "INVALID_RECEIPT");
});

test("points already spent become a debt, and the next points repay it", async () => {
  const { deps, grocer, bohdan } = await world();
  const { purchase } = await recordPurchase(deps, grocer.till, { ...basket(bohdan.id), receiptNumber: "1" });
  const paid = { ...basket(bohdan.id), receiptNumber: "2", redeem: { points: 100n }, totalE6: 1_000_000n, lines: null };
  await recordPurchase(deps, grocer.till, paid);
  await returnPurchase(deps, grocer.till, slip(purchase.id));
  expect(await deps.db.wallet.findUnique({ where: { memberId: bohdan.id } })).toMatchObject({
    available: 0n,
    debt: 100n,
  });
  await recordPurchase(deps, grocer.till, {
    ...basket(bohdan.id),
    receiptNumber: "3",
    totalE6: 150_000_000n,
    lines: null,
  });
  expect(await deps.db.wallet.findUnique({ where: { memberId: bohdan.id } })).toMatchObject({
    available: 50n,
    debt: 0n,
  });
});

test("a till may retry: the second return answers like the first and takes nothing more", async () => {
  const { deps, grocer, purchaseId } = await sold();
  const whole = slip(purchaseId);
  const first = await returnPurchase(deps, grocer.till, whole);
  expect(await returnPurchase(deps, grocer.till, whole)).toEqual({ ...first, replayed: true });
  await refuses(returnPurchase(deps, grocer.till, { ...whole, receiptNumber: "other" }), "IDEMPOTENCY_KEY_REUSED");
});

test("the receipt's own number finds the purchase; a number that repeats needs its day", async () => {
  const { deps, grocer, ana, clock } = await sold();
  const yesterday = { ...basket(ana.id), occurredAt: new Date(clock.now().getTime() - 86_400_000) };
  await recordPurchase(deps, grocer.till, yesterday);
  const byNumber = { ...slip(""), purchase: { receiptNumber: "000181" } };
  await refuses(returnPurchase(deps, grocer.till, byNumber), "AMBIGUOUS_RECEIPT");
  const byDay = { ...slip(""), purchase: { receiptNumber: "000181", businessDate: "2026-03-09" } };
  expect((await returnPurchase(deps, grocer.till, byDay)).purchase).toMatchObject({ businessDate: "2026-03-09" });
  const unknown = { ...slip(""), purchase: { receiptNumber: "no such" } };
  await refuses(returnPurchase(deps, grocer.till, unknown), "PURCHASE_NOT_FOUND");
});

test("goods bought elsewhere come back only where the contract takes them, and settle where they were bought", async () => {
  const { deps, fuel, grocer, ana, purchaseId } = await sold({ redeem: { points: 1_000n } });
  await refuses(returnPurchase(deps, fuel.till, slip(purchaseId)), "PURCHASE_NOT_FOUND");
  await deps.db.contract.updateMany({ where: { partnerId: fuel.id }, data: { takesForeignReturns: true } });
  const { purchaseReturn, balance } = await returnPurchase(deps, fuel.till, slip(purchaseId));
  expect(purchaseReturn).toMatchObject({ partnerId: fuel.id, terminalId: fuel.terminalId, pointsRestored: 1_000n });
  expect(balance).toMatchObject({ memberId: ana.id, available: 5_000n });
  const positions = await deps.db.line.findMany({ where: { account: "POSITION", ownerId: { not: grocer.id } } });
  expect(positions).toEqual([]);
});

test("a suspended partner still takes goods back", async () => {
  const { deps, grocer, purchaseId } = await sold();
  await deps.db.partner.update({ where: { id: grocer.id }, data: { status: "SUSPENDED" } });
  expect((await returnPurchase(deps, grocer.till, slip(purchaseId))).purchaseReturn.pointsClawed).toBe(100n);
});

test("a merged member's purchase is undone on the survivor", async () => {
  const { mergeMembers } = await import("#api/use-cases/points/merge-members.ts");
  const { deps, operator, grocer, ana, bohdan, purchaseId } = await sold({ redeem: { points: 5_000n } });
  const merge = { fromMemberId: ana.id, intoMemberId: bohdan.id, reason: "one person", idempotencyKey: newKey() };
  await mergeMembers(deps, operator, merge);
  const { balance } = await returnPurchase(deps, grocer.till, slip(purchaseId));
  expect(balance).toMatchObject({ memberId: bohdan.id, available: 5_000n });
});

test("goods do not come back before they were bought", async () => {
  const { deps, grocer, clock, purchaseId } = await sold();
  const occurredAt = new Date(clock.now().getTime() - 2 * 86_400_000);
  await refuses(returnPurchase(deps, grocer.till, slip(purchaseId, { occurredAt })), "INVALID_RECEIPT");
});

test("one return slip is recorded once", async () => {
  const { deps, grocer, purchaseId } = await sold();
  const half = { lines: [{ seq: 1, quantityMilli: 500n }], receiptNumber: "R-1" };
  await returnPurchase(deps, grocer.till, slip(purchaseId, half));
  await refuses(returnPurchase(deps, grocer.till, slip(purchaseId, half)), "DUPLICATE_RECEIPT");
});

test("twenty tills take back a tenth each: ten succeed, the rest find nothing left", async () => {
  const { deps, grocer, purchaseId } = await sold();
  const tills = Array.from({ length: 20 }, () => slip(purchaseId, { lines: [{ seq: 1, quantityMilli: 200n }] }));
  const answers = await Promise.all(
    tills.map((one) => outcomeOf(returnPurchase(deps, grocer.till, one), one.receiptNumber)),
  );
  const retried = await Promise.all(
    tills
      .filter((_one, at) => answers[at] === "RETURNED_MEANWHILE")
      .map((one) => outcomeOf(returnPurchase(deps, grocer.till, one), "")),
  );
  const all = [...answers, ...retried].filter((answer) => answer !== "RETURNED_MEANWHILE");
  expect(all.filter((answer) => answer === "done")).toHaveLength(10);
  expect(new Set(all)).toEqual(new Set(["done", "RETURN_EXCEEDS_PURCHASE"]));
  const returns = await deps.db.purchaseReturn.findMany({ where: { purchaseId } });
  expect(sumOf(returns.map(({ pointsClawed }) => pointsClawed))).toBe(60n);
});

test("losing the race to other tills over and over ends in a refusal, not in a loop", async () => {
  const { deps, grocer, purchaseId } = await sold();
  let attempts = 0;
  const post = async () => {
    attempts += 1;
    throw new ReturnedMeanwhile(purchaseId);
  };
  const losing: Deps = { ...deps, ledger: { ...deps.ledger, post } };
  await refuses(returnPurchase(losing, grocer.till, slip(purchaseId)), "RETURNED_MEANWHILE");
  expect(attempts).toBe(8);
});

test("a stranger to the partner and a member may not take goods back", async () => {
  const { deps, fuel, ana, purchaseId } = await sold();
  const analyst: Actor = { kind: "partnerStaff", id: "usr", partnerId: fuel.id, roles: ["ANALYST"] };
  await refuses(returnPurchase(deps, ana.actor, slip(purchaseId)), "FORBIDDEN");
  await refuses(returnPurchase(deps, analyst, slip(purchaseId)), "FORBIDDEN");
});

const odd = [
  { seq: 1, name: "Cheese", quantityMilli: 735n, amountE6: 33_330_000n },
  { seq: 2, name: "Coffee", quantityMilli: 3_000n, amountE6: 66_660_000n },
];

/** Two breads for 60.00 and a coffee for 40.00, bought by Ana at Grocer. */
async function sold(change: Partial<RecordPurchase> = {}): Promise<World & { purchaseId: string }> {
  const small = await world({ ana: { points: 5_000n } });
  const { purchase } = await recordPurchase(small.deps, small.grocer.till, { ...basket(small.ana.id), ...change });
  return { ...small, purchaseId: purchase.id };
}

function basket(memberId: string): RecordPurchase {
  const lines = [
    { seq: 1, name: "Bread", quantityMilli: 2_000n, amountE6: 60_000_000n },
    { seq: 2, name: "Coffee", amountE6: 40_000_000n },
  ];
  return { member: { memberId }, receiptNumber: "000181", totalE6: 100_000_000n, lines, idempotencyKey: newKey() };
}

function slip(purchaseId: string, change: Partial<ReturnPurchase> = {}): ReturnPurchase {
  const idempotencyKey = newKey();
  return { purchase: { purchaseId }, receiptNumber: idempotencyKey, idempotencyKey, ...change };
}

const sumOf = (parts: readonly bigint[]) => parts.reduce((all, part) => all + part, 0n);

function outcomeOf(attempt: Promise<unknown>, _slip: string): Promise<string> {
  return attempt.then(
    () => "done",
    (refusal: { code?: string }) => refusal.code ?? String(refusal),
  );
}

async function refuses(attempt: Promise<unknown>, code: string): Promise<void> {
  await expect(attempt).rejects.toMatchObject({ code });
}
