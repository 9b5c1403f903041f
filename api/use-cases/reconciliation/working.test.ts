import { expect, test } from "vitest";
import type { TestEntry } from "#api/formats/write-camt053.ts";
import { systemActor } from "#api/kernel/actor.ts";
import { newId } from "#api/kernel/ids.ts";
import { bankBooks, payOut } from "#api/test/bank.ts";
import { cent, clerk, euro, finance, itemOf, type Settling, secondFinance, settlingMarch } from "#api/test/settling.ts";
import { decideApproval } from "#api/use-cases/approvals/decide-approval.ts";
import { markDue } from "#api/use-cases/jobs/mark-due.ts";
import { confirmSuggestion, refuseSuggestion } from "#api/use-cases/reconciliation/answer-suggestion.ts";
import {
  explainDebit,
  matchReceipts,
  type Proposed,
  writeOffDifference,
} from "#api/use-cases/reconciliation/propose-resolution.ts";
import { resolveReconItem } from "#api/use-cases/reconciliation/resolve-item.ts";
import { takeReconItem } from "#api/use-cases/reconciliation/take-item.ts";
import { unmatchReconItem } from "#api/use-cases/reconciliation/unmatch-item.ts";

type Entry = Partial<TestEntry> & Pick<TestEntry, "amountE6" | "bankRef">;

const bank = (w: Settling, ...entries: Entry[]) =>
  bankBooks(w.deps, clerk, { entries: entries.map((entry) => ({ bookedOn: "2026-04-02", ...entry })) });

const because = () => ({ reason: "Seen with the partner", idempotencyKey: newId("approval") });

/** Finance says yes to what the clerk proposed. */
const agreed = async (w: Settling, proposed: Promise<Proposed>) => {
  const { approval } = await proposed;
  const own = decideApproval(w.deps, clerk, { approvalId: approval.id, decision: "APPROVE" });
  await expect(own).rejects.toMatchObject({ code: "FORBIDDEN" });
  await decideApproval(w.deps, finance, { approvalId: approval.id, decision: "APPROVE" });
};

/** The item of a line, with a clerk looking into it. */
async function taken(w: Settling, bankRef: string): Promise<string> {
  const { id: itemId } = await itemOf(w, bankRef);
  await takeReconItem(w.deps, clerk, { itemId });
  return itemId;
}

test("a clerk's yes to a suggestion settles what it suggests; said twice it is said once", async () => {
  const w = await settlingMarch();
  await bank(w, { amountE6: 10n * euro, bankRef: "B1", counterpartyName: "Grocer" });
  const { id: itemId } = await itemOf(w, "B1");
  const none = confirmSuggestion(w.deps, clerk, { itemId, suggestion: 7 });
  await expect(none).rejects.toMatchObject({ code: "SUGGESTION_NOT_FOUND" });
  await confirmSuggestion(w.deps, clerk, { itemId });
  await confirmSuggestion(w.deps, clerk, { itemId });
  expect(await itemOf(w, "B1")).toMatchObject({ state: "MATCHED", rule: "CONFIRMED", openE6: 0n });
  expect(await w.obligation(w.grocer.id)).toEqual(["SETTLED", 10n * euro]);
  expect((await w.balances())["UNAPPLIED"]).toBeUndefined();
  const matches = await w.deps.db.reconMatch.findMany({ where: { itemId } });
  expect(matches).toMatchObject([{ rule: "CONFIRMED", score: 70, matchedBy: "operator:usr_clerk" }]);
});

test("several receipts are one suggestion for what they come to together", async () => {
  const w = await settlingMarch();
  const paid = { counterpartyName: "Grocer" };
  await bank(w, { ...paid, amountE6: 6n * euro, bankRef: "B1" });
  const { id: first } = await itemOf(w, "B1");
  await refuseSuggestion(w.deps, clerk, { itemId: first, reason: "Not the whole" });
  await bank(w, { ...paid, amountE6: 4n * euro, bankRef: "B2" });
  const { id: itemId } = await itemOf(w, "B2");
  await confirmSuggestion(w.deps, clerk, { itemId });
  expect([await itemOf(w, "B1"), await itemOf(w, "B2")]).toMatchObject([{ state: "RESOLVED" }, { state: "MATCHED" }]);
  expect(await w.payment(w.payIn)).toBe("RECEIVED");
});

test("by hand: several receipts for one pay-in, and what is left of them waits", async () => {
  const w = await settlingMarch();
  await bank(w, { amountE6: 3n * euro, bankRef: "B1" }, { amountE6: 9n * euro, bankRef: "B2" });
  const untaken = matchReceipts(w.deps, clerk, {
    itemIds: [(await itemOf(w, "B1")).id],
    parts: [{ paymentId: w.payIn, amountE6: euro }],
    ...because(),
  });
  await expect(untaken).rejects.toMatchObject({ code: "TRANSITION_REFUSED", state: "BREAK" });
  const itemIds = [await taken(w, "B1"), await taken(w, "B2")];
  const parts = [{ paymentId: w.payIn, amountE6: 10n * euro }];
  const proposed = await matchReceipts(w.deps, clerk, { itemIds, parts, ...because() });
  expect(await w.payment(w.payIn)).toBe("EXPECTED");
  await agreed(w, Promise.resolve(proposed));
  expect([await itemOf(w, "B1"), await itemOf(w, "B2")]).toMatchObject([
    { state: "RESOLVED", openE6: 0n },
    { state: "INVESTIGATING", openE6: 2n * euro, kind: "AMOUNT_DIFF" },
  ]);
  expect(await w.obligation(w.grocer.id)).toEqual(["SETTLED", 10n * euro]);
  expect(await w.balances()).toMatchObject({ UNAPPLIED: -2n * euro });
  await decideApproval(w.deps, finance, { approvalId: proposed.approval.id, decision: "APPROVE" });
  expect(await w.balances()).toMatchObject({ UNAPPLIED: -2n * euro });
});

test("more than the receipt holds, or than is open, does not fit, and the request waits again", async () => {
  const w = await settlingMarch();
  await bank(w, { amountE6: 12n * euro, bankRef: "B1" });
  const itemIds = [await taken(w, "B1")];
  for (const amountE6 of [13n * euro, 11n * euro]) {
    const parts = [{ paymentId: w.payIn, amountE6 }];
    const { approval } = await matchReceipts(w.deps, clerk, { itemIds, parts, ...because() });
    const yes = decideApproval(w.deps, finance, { approvalId: approval.id, decision: "APPROVE" });
    await expect(yes).rejects.toMatchObject({ code: "AMOUNT_DOES_NOT_FIT", askedE6: amountE6 });
  }
  expect(await w.balances()).toMatchObject({ UNAPPLIED: -12n * euro });
});

test("a debit that nothing explained is explained by two people: a charge, a pay-out, a receipt sent back", async () => {
  const w = await settlingMarch();
  await bank(
    w,
    { amountE6: 10n * euro, bankRef: "B1", endToEndId: "CY1-GROCER-IN" },
    { amountE6: 2n * euro, bankRef: "B2" },
  );
  await payOut(w.deps, { clerk, finance }, w.cycleId);
  await bank(
    w,
    { amountE6: -euro, bankRef: "B3" },
    { amountE6: -8_500_000n, bankRef: "B4" },
    { amountE6: -2n * euro, bankRef: "B5" },
  );
  expect(await itemOf(w, "B4")).toMatchObject({ state: "SUGGESTED", score: 50 });
  await agreed(w, explainDebit(w.deps, clerk, { itemId: await taken(w, "B3"), as: "BANK_CHARGE", ...because() }));
  const { id: suggested } = await itemOf(w, "B4");
  await refuseSuggestion(w.deps, clerk, { itemId: suggested, reason: "Let us look" });
  const itemId = await taken(w, "B4");
  await agreed(w, explainDebit(w.deps, clerk, { itemId, as: "PAY_OUT", paymentId: w.payOut, ...because() }));
  const receiptItemId = await taken(w, "B2");
  const returned = { itemId: await taken(w, "B5"), as: "RETURNED_RECEIPT", receiptItemId } as const;
  await agreed(w, explainDebit(w.deps, clerk, { ...returned, ...because() }));
  const states = await Promise.all(["B2", "B3", "B4", "B5"].map(async (ref) => (await itemOf(w, ref)).state));
  expect(states).toEqual(["RESOLVED", "RESOLVED", "RESOLVED", "RESOLVED"]);
  expect(await w.balances()).toMatchObject({ BANK_CHARGES: euro, BANK_SETTLEMENT: 500_000n });
  expect(await w.payment(w.payOut)).toBe("BOOKED");
  expect(await w.deps.db.cycle.findUnique({ where: { id: w.cycleId } })).toMatchObject({ state: "SETTLED" });
});

test("a receipt cannot be explained like a debit, nor a debit be applied", async () => {
  const w = await settlingMarch();
  await bank(w, { amountE6: 5n * euro, bankRef: "B1" }, { amountE6: -euro, bankRef: "B2" });
  const [receipt, debit] = [await taken(w, "B1"), await taken(w, "B2")];
  const explained = explainDebit(w.deps, clerk, { itemId: receipt, as: "BANK_CHARGE", ...because() });
  await expect(explained).rejects.toMatchObject({ code: "NOTHING_TO_EXPLAIN" });
  const parts = [{ paymentId: w.payIn, amountE6: euro }];
  const applied = matchReceipts(w.deps, clerk, { itemIds: [debit], parts, ...because() });
  await expect(applied).rejects.toMatchObject({ code: "NOTHING_TO_EXPLAIN" });
  await expect(resolveReconItem(w.deps, clerk, { itemId: debit, resolution: "Forget it" })).rejects.toMatchObject({
    code: "AMOUNT_DOES_NOT_FIT",
  });
});

test("a small difference is given up by two people, within the tolerance and what the cycle may give up", async () => {
  const w = await settlingMarch();
  await w.deps.db.programme.updateMany({ data: { writeOffMaxE6: 50n * cent, writeOffCycleMaxE6: 60n * cent } });
  await bank(
    w,
    { amountE6: 10n * euro - 40n * cent, bankRef: "B1", endToEndId: "CY1-GROCER-IN" },
    { amountE6: -30n * cent, bankRef: "B2" },
    { amountE6: 51n * cent, bankRef: "B3" },
  );
  const much = writeOffDifference(w.deps, clerk, { itemId: await taken(w, "B3"), ...because() });
  await expect(much).rejects.toMatchObject({ code: "WRITE_OFF_TOO_LARGE", leftE6: 50n * cent, askedE6: 51n * cent });
  await agreed(w, writeOffDifference(w.deps, clerk, { itemId: await taken(w, "B1"), ...because() }));
  expect(await itemOf(w, "B1")).toMatchObject({ state: "WRITTEN_OFF" });
  expect(await w.obligation(w.grocer.id)).toEqual(["SETTLED", 10n * euro]);
  expect(await w.balances()).toMatchObject({ WRITE_OFFS: 40n * cent });
  await w.deps.db.reconItem.updateMany({ where: { otherRef: "B2" }, data: { cycleId: w.cycleId } });
  const cap = writeOffDifference(w.deps, clerk, { itemId: await taken(w, "B2"), ...because() });
  await expect(cap).rejects.toMatchObject({ code: "WRITE_OFF_TOO_LARGE", leftE6: 20n * cent, askedE6: 30n * cent });
});

test("finance takes a match back until the cycle is settled: the money waits again, the partner owes again", async () => {
  const w = await settlingMarch();
  const unmatch = (itemId: string, actor = finance) =>
    unmatchReconItem(w.deps, actor, { itemId, reason: "It was the other partner" });
  await bank(w, { amountE6: 10n * euro, bankRef: "B1", endToEndId: "CY1-GROCER-IN" });
  const { id: itemId } = await itemOf(w, "B1");
  await expect(unmatch(itemId, clerk)).rejects.toMatchObject({ code: "FORBIDDEN" });
  await unmatch(itemId);
  expect(await itemOf(w, "B1")).toMatchObject({ state: "BREAK", kind: "UNKNOWN_RECEIPT", openE6: 10n * euro });
  expect([await w.payment(w.payIn), await w.obligation(w.grocer.id)]).toEqual(["EXPECTED", ["DUE", 0n]]);
  expect(await w.balances()).toMatchObject({ UNAPPLIED: -10n * euro, DUE: 10n * euro - 8_500_000n });

  await takeReconItem(w.deps, clerk, { itemId });
  const parts = [{ paymentId: w.payIn, amountE6: 10n * euro }];
  await agreed(w, matchReceipts(w.deps, clerk, { itemIds: [itemId], parts, ...because() }));
  await payOut(w.deps, { clerk, finance: secondFinance }, w.cycleId);
  await bank(w, { amountE6: -8_500_000n, bankRef: "B2", endToEndId: "CY1-PHARMACY-OUT" });
  const { id: settled } = await itemOf(w, "B2");
  await expect(unmatch(settled)).rejects.toMatchObject({ code: "TRANSITION_REFUSED", object: "cycle" });
});

const unmatched = (w: Settling, itemId: string) =>
  unmatchReconItem(w.deps, finance, { itemId, reason: "It was the other partner" });

test("finance takes back a short receipt that was another's: all of it waits, and all of it is owed again", async () => {
  const w = await settlingMarch();
  await bank(w, { amountE6: 6n * euro, bankRef: "B1", endToEndId: "CY1-GROCER-IN" });
  const itemId = await taken(w, "B1");
  expect(await w.obligation(w.grocer.id)).toEqual(["PARTIAL", 6n * euro]);
  await unmatched(w, itemId);
  expect(await itemOf(w, "B1")).toMatchObject({ state: "BREAK", kind: "UNKNOWN_RECEIPT", openE6: 6n * euro });
  expect([await w.payment(w.payIn), await w.obligation(w.grocer.id)]).toEqual(["EXPECTED", ["DUE", 0n]]);
  expect(await w.balances()).toMatchObject({ UNAPPLIED: -6n * euro, DUE: 10n * euro - 8_500_000n });
  await expect(unmatched(w, itemId)).rejects.toMatchObject({ code: "TRANSITION_REFUSED", state: "BREAK" });
});

test("finance takes back an overpayment: the part that was matched joins the part that had no owner", async () => {
  const w = await settlingMarch();
  await bank(w, { amountE6: 12n * euro, bankRef: "B1", endToEndId: "CY1-GROCER-IN" });
  const { id: itemId } = await itemOf(w, "B1");
  expect(await itemOf(w, "B1")).toMatchObject({ state: "BREAK", kind: "AMOUNT_DIFF", openE6: 2n * euro });
  await unmatched(w, itemId);
  expect(await itemOf(w, "B1")).toMatchObject({ state: "BREAK", kind: "UNKNOWN_RECEIPT", openE6: 12n * euro });
  expect(await w.obligation(w.grocer.id)).toEqual(["DUE", 0n]);
  expect(await w.balances()).toMatchObject({ UNAPPLIED: -12n * euro, DUE: 10n * euro - 8_500_000n });
});

test("what two people matched or explained by hand is taken back like anything else", async () => {
  const w = await settlingMarch();
  await bank(w, { amountE6: 4n * euro, bankRef: "B1" }, { amountE6: 6n * euro, bankRef: "B2" });
  const itemIds = [await taken(w, "B1"), await taken(w, "B2")];
  const parts = [{ paymentId: w.payIn, amountE6: 10n * euro }];
  await agreed(w, matchReceipts(w.deps, clerk, { itemIds, parts, ...because() }));
  const { id: first } = await itemOf(w, "B1");
  await unmatched(w, first);
  expect(await w.obligation(w.grocer.id)).toEqual(["PARTIAL", 6n * euro]);

  await bank(w, { amountE6: -4n * euro, bankRef: "B3" });
  const debit = await taken(w, "B3");
  await agreed(w, explainDebit(w.deps, clerk, { itemId: debit, as: "BANK_CHARGE", ...because() }));
  await unmatched(w, debit);
  expect(await w.balances()).toMatchObject({ UNAPPLIED: -4n * euro, UNEXPLAINED: 4n * euro });

  const returned = { itemId: await taken(w, "B3"), as: "RETURNED_RECEIPT", receiptItemId: first } as const;
  await agreed(w, explainDebit(w.deps, clerk, { ...returned, ...because() }));
  expect(await itemOf(w, "B1")).toMatchObject({ state: "RESOLVED", openE6: 0n });
  await unmatched(w, debit);
  expect(await itemOf(w, "B1")).toMatchObject({ state: "BREAK", openE6: 4n * euro });
  expect(await w.balances()).toMatchObject({ UNAPPLIED: -4n * euro, UNEXPLAINED: 4n * euro });
});

test("who is overdue and whose part payment is taken back stays overdue", async () => {
  const w = await settlingMarch();
  await bank(w, { amountE6: 6n * euro, bankRef: "B1", endToEndId: "CY1-GROCER-IN" });
  w.clock.set(new Date("2026-05-20T09:00:00Z"));
  await markDue(w.deps, systemActor);
  expect(await w.obligation(w.grocer.id)).toEqual(["OVERDUE", 6n * euro]);
  await unmatched(w, (await itemOf(w, "B1")).id);
  expect(await w.obligation(w.grocer.id)).toEqual(["OVERDUE", 0n]);
});

test("an item of nobody's is refused by name", async () => {
  const w = await settlingMarch();
  const itemId = "rec_00000000000000000000000000";
  await expect(takeReconItem(w.deps, clerk, { itemId })).rejects.toMatchObject({ code: "RECON_ITEM_NOT_FOUND" });
});
