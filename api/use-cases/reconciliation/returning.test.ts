import { expect, test } from "vitest";
import { blockId } from "#api/formats/pain001.ts";
import type { TestEntry } from "#api/formats/write-camt053.ts";
import { writePain002 } from "#api/formats/write-pain002.ts";
import { newId } from "#api/kernel/ids.ts";
import { bankBooks, payOutIban } from "#api/test/bank.ts";
import { clerk, euro, finance, itemOf, type Settling, secondFinance, settlingMarch } from "#api/test/settling.ts";
import { approvePayments } from "#api/use-cases/payments/approve-payments.ts";
import { cancelPayments } from "#api/use-cases/payments/cancel-payments.ts";
import { exportPayments } from "#api/use-cases/payments/export-payments.ts";
import { findPaymentTables } from "#api/use-cases/payments/payment-table.ts";
import { replacePayment } from "#api/use-cases/payments/replace-payment.ts";
import { uploadBankFile } from "#api/use-cases/payments/upload-bank-file.ts";
import { matchReceipts, writeOffDifference } from "#api/use-cases/reconciliation/propose-resolution.ts";
import { type MarkForReturn, markForReturn } from "#api/use-cases/reconciliation/return-receipt.ts";
import { takeReconItem } from "#api/use-cases/reconciliation/take-item.ts";
import { unmatchReconItem } from "#api/use-cases/reconciliation/unmatch-item.ts";

type Entry = Partial<TestEntry> & Pick<TestEntry, "amountE6" | "bankRef">;

const stranger = { counterpartyName: "Doors and More", counterpartyIban: "GB33BUKB20201555555555" };

const bank = (w: Settling, ...entries: Entry[]) =>
  bankBooks(w.deps, clerk, { entries: entries.map((entry) => ({ bookedOn: "2026-04-02", ...entry })) });

async function taken(w: Settling, bankRef: string): Promise<string> {
  const { id: itemId } = await itemOf(w, bankRef);
  await takeReconItem(w.deps, clerk, { itemId });
  return itemId;
}

const marked = async (w: Settling, itemId: string, more: Partial<MarkForReturn> = {}) =>
  (await markForReturn(w.deps, clerk, { itemId, reason: "Not for us", idempotencyKey: newId("deed"), ...more }))
    .payment;

/** From the yes of finance to the file for the bank. */
async function sent(w: Settling) {
  await approvePayments(w.deps, finance, {});
  return exportPayments(w.deps, clerk, { idempotencyKey: newId("deed") });
}

const answered = (w: Settling, messageId: string, status: "ACCP" | "RJCT") =>
  uploadBankFile(w.deps, clerk, {
    name: "answer.xml",
    idempotencyKey: newId("deed"),
    content: writePain002({
      messageId: `A ${messageId}`,
      createdAt: w.clock.now(),
      originalMessageId: messageId,
      blocks: [{ blockId: blockId(messageId, "2026-04-01"), answer: { status } }],
    }),
  });

test("money that is nobody's goes back where it came from: one marks it, another agrees, the bank's debit closes it", async () => {
  const w = await settlingMarch();
  await bank(w, { ...stranger, amountE6: 5n * euro, bankRef: "B1", remittance: "Invoice 7741" });
  const itemId = await taken(w, "B1");
  const asked = { itemId, reason: "Not for us", idempotencyKey: newId("deed") };
  const { payment } = await markForReturn(w.deps, clerk, asked);
  expect((await markForReturn(w.deps, clerk, asked)).payment).toEqual(payment);
  expect(payment).toMatchObject({
    kind: "RETURN",
    state: "PENDING_APPROVAL",
    endToEndId: "RTN-B1",
    amountE6: 5n * euro,
    creditorIban: stranger.counterpartyIban,
    obligationId: null,
    cycleId: null,
    partnerId: null,
    submittedBy: "operator:usr_clerk",
  });
  const steps = await w.deps.db.transition.findMany({ where: { objectId: payment.id }, orderBy: { id: "asc" } });
  expect(steps.map(({ from, to, reason }) => [from, to, reason])).toEqual([
    [null, "DRAFT", "Not for us"],
    ["DRAFT", "PENDING_APPROVAL", "Not for us"],
  ]);

  const file = await sent(w);
  expect(file).toMatchObject({ messageId: "RTN-1", cycleId: null, totalE6: 5n * euro });
  for (const part of [
    "<EndToEndId>RTN-B1<",
    "<IBAN>GB33BUKB20201555555555<",
    "<Nm>Doors and More<",
    "<Ustrd>Return of B1: Invoice 7741<",
  ]) {
    expect(file.content).toContain(part);
  }
  expect((await findPaymentTables(w.deps, finance, [file.id])).get(file.id)).toContain("RTN-B1,2026-04-01");
  expect(await w.balances()).toMatchObject({ UNAPPLIED: -5n * euro });

  await answered(w, "RTN-1", "ACCP");
  expect(await w.payment(payment.id)).toBe("ACCEPTED");
  await bank(w, { amountE6: -5n * euro, bankRef: "B2", endToEndId: "RTN-B1" });
  expect(await w.payment(payment.id)).toBe("BOOKED");
  expect(await itemOf(w, "B1")).toMatchObject({ state: "RESOLVED", openE6: 0n });
  expect(await itemOf(w, "B2")).toMatchObject({ state: "MATCHED", rule: "END_TO_END_ID", hubRef: payment.id });
  expect(await w.balances()).not.toHaveProperty("UNAPPLIED");

  await bank(w, { amountE6: -5n * euro, bankRef: "B3", endToEndId: "RTN-B1" });
  expect(await itemOf(w, "B3")).toMatchObject({ state: "BREAK", kind: "DUPLICATE" });
});

test("the two people are two, and above the threshold three", async () => {
  const w = await settlingMarch();
  await w.deps.db.programme.updateMany({ data: { payOutTwoAboveE6: 4n * euro } });
  await bank(w, { ...stranger, amountE6: 5n * euro, bankRef: "B1" });
  const itemId = await taken(w, "B1");
  await expect(
    markForReturn(w.deps, finance, { itemId, reason: "x", idempotencyKey: newId("deed") }),
  ).rejects.toMatchObject({ code: "FORBIDDEN" });
  const both = { kind: "operator", id: "usr_clerk", roles: ["CLERK", "FINANCE"] } as const;
  const { id } = await marked(w, itemId);
  await expect(approvePayments(w.deps, { ...both, roles: [...both.roles] }, {})).rejects.toMatchObject({
    code: "SECOND_PERSON_REQUIRED",
  });
  await approvePayments(w.deps, finance, {});
  await expect(sent(w)).rejects.toMatchObject({ code: "SECOND_PERSON_REQUIRED" });
  expect(await w.payment(id)).toBe("PENDING_APPROVAL");
  await approvePayments(w.deps, secondFinance, {});
  expect(await w.payment(id)).toBe("APPROVED");
});

test("on its way back it is for nobody else, until the payment is withdrawn", async () => {
  const w = await settlingMarch();
  await bank(w, { ...stranger, amountE6: 5n * euro, bankRef: "B1" });
  const itemId = await taken(w, "B1");
  const { id } = await marked(w, itemId);
  const going = { code: "RECEIPT_GOING_BACK", itemId, paymentId: id };
  const because = { reason: "Grocer's after all", idempotencyKey: newId("deed") };
  const parts = [{ paymentId: w.payIn, amountE6: 5n * euro }];
  await expect(matchReceipts(w.deps, clerk, { itemIds: [itemId], parts, ...because })).rejects.toMatchObject(going);
  await expect(writeOffDifference(w.deps, clerk, { itemId, ...because })).rejects.toMatchObject(going);
  await expect(marked(w, itemId)).rejects.toMatchObject(going);

  await cancelPayments(w.deps, finance, { paymentIds: [id], reason: "Grocer's after all" });
  await matchReceipts(w.deps, clerk, { itemIds: [itemId], parts, ...because });
});

test("only to where it came from; who paid is asked for where the bank does not say", async () => {
  const w = await settlingMarch();
  await bank(w, { ...stranger, amountE6: 5n * euro, bankRef: "B1" }, { amountE6: 2n * euro, bankRef: "B2" });
  const elsewhere = marked(w, await taken(w, "B1"), { iban: payOutIban(9) });
  await expect(elsewhere).rejects.toMatchObject({ code: "INVALID_VALUE", field: "iban" });
  const nameless = await taken(w, "B2");
  await expect(marked(w, nameless)).rejects.toMatchObject({ code: "PAYER_UNKNOWN", itemId: nameless });
  const typo = marked(w, nameless, { holder: "Somebody", iban: "DE00370400440532013000" });
  await expect(typo).rejects.toMatchObject({ code: "INVALID_VALUE", field: "iban" });
  expect(await marked(w, nameless, { holder: "Somebody", iban: payOutIban(9) })).toMatchObject({
    creditorName: "Somebody",
    creditorIban: payOutIban(9),
  });
  await bank(w, { amountE6: -euro, bankRef: "B3" });
  const debit = await taken(w, "B3");
  await expect(marked(w, debit)).rejects.toMatchObject({ code: "NOTHING_TO_EXPLAIN" });
});

test("what a partner paid too much goes back to its own account, and is the partner's to see", async () => {
  const w = await settlingMarch();
  const { iban } = await w.deps.db.bankAccount.findFirstOrThrow({ where: { partnerId: w.grocer.id } });
  const paid = { counterpartyName: "Grocer", counterpartyIban: iban, endToEndId: "CY1-GROCER-IN" };
  await bank(w, { ...paid, amountE6: 12n * euro, bankRef: "B1" });
  const back = await marked(w, await taken(w, "B1"));
  expect(back).toMatchObject({ amountE6: 2n * euro, partnerId: w.grocer.id, creditorIban: iban });
  await sent(w);
  await bank(w, { amountE6: -2n * euro, bankRef: "B2", endToEndId: "RTN-B1" });
  expect(await w.obligation(w.grocer.id)).toEqual(["SETTLED", 10n * euro]);
  expect(await w.balances()).not.toHaveProperty("UNAPPLIED");
});

test("refused by the bank, the receipt waits again, and may go to another account with the next attempt", async () => {
  const w = await settlingMarch();
  await bank(w, { ...stranger, amountE6: 5n * euro, bankRef: "B1" });
  const itemId = await taken(w, "B1");
  const first = await marked(w, itemId);
  await sent(w);
  await answered(w, "RTN-1", "RJCT");
  expect(await w.payment(first.id)).toBe("REJECTED");
  expect(await itemOf(w, "B1")).toMatchObject({ state: "INVESTIGATING", openE6: 5n * euro });
  expect(await w.balances()).toMatchObject({ UNAPPLIED: -5n * euro });
  const again = replacePayment(w.deps, clerk, { paymentId: first.id, reason: "Again", idempotencyKey: newId("deed") });
  await expect(again).rejects.toMatchObject({ code: "TRANSITION_REFUSED", state: "RETURN" });
  expect(await marked(w, itemId, { iban: payOutIban(9) })).toMatchObject({
    endToEndId: "RTN-B1-2",
    replacesId: first.id,
    creditorIban: payOutIban(9),
  });
});

test("what comes back again is a receipt without owner again, that remembers where it was sent", async () => {
  const w = await settlingMarch();
  await bank(w, { ...stranger, amountE6: 5n * euro, bankRef: "B1" });
  const first = await marked(w, await taken(w, "B1"));
  await sent(w);
  await bank(w, { amountE6: -5n * euro, bankRef: "B2", endToEndId: "RTN-B1" });
  const back = { amountE6: 5n * euro, endToEndId: "RTN-B1", isReversal: true, returnReason: "AC04" };
  await bank(w, { ...stranger, ...back, bankRef: "B3" });
  expect(await w.payment(first.id)).toBe("RETURNED");
  expect(await itemOf(w, "B1")).toMatchObject({ state: "RESOLVED" });
  expect(await itemOf(w, "B3")).toMatchObject({ state: "BREAK", kind: "UNKNOWN_RECEIPT", openE6: 5n * euro });
  expect(await w.balances()).toMatchObject({ UNAPPLIED: -5n * euro });
  const next = await marked(w, await taken(w, "B3"), { iban: payOutIban(9), holder: "Doors and More" });
  expect(next).toMatchObject({ replacesId: first.id, endToEndId: "RTN-B3", creditorIban: payOutIban(9) });
});

test("an account that the bank emptied sends nothing back", async () => {
  const w = await settlingMarch();
  await bank(w, { ...stranger, amountE6: 5n * euro, bankRef: "B1" }, { amountE6: -3n * euro, bankRef: "B2" });
  await marked(w, await taken(w, "B1"));
  await expect(sent(w)).rejects.toMatchObject({ code: "PAYMENT_EXCEEDS_CASH", freeE6: 2n * euro, askedE6: 5n * euro });
});

test("another amount under its reference, or a debit before it was sent, is looked into", async () => {
  const w = await settlingMarch();
  await bank(w, { ...stranger, amountE6: 5n * euro, bankRef: "B1" });
  const { id } = await marked(w, await taken(w, "B1"));
  await bank(w, { amountE6: -5n * euro, bankRef: "B2", endToEndId: "RTN-B1" });
  expect(await itemOf(w, "B2")).toMatchObject({ state: "BREAK", kind: "MISSING_IN_HUB", hubRef: id });
  await bank(w, { amountE6: 6n * euro, bankRef: "B3" });
  await sent(w);
  await bank(w, { amountE6: -4n * euro, bankRef: "B4", endToEndId: "RTN-B1" });
  expect(await itemOf(w, "B4")).toMatchObject({ state: "BREAK", kind: "AMOUNT_DIFF", hubValue: -5n * euro });
  expect(await w.payment(id)).toBe("EXPORTED");
});

test("a debit that was another's gives the receipt its money back", async () => {
  const w = await settlingMarch();
  await bank(w, { ...stranger, amountE6: 5n * euro, bankRef: "B1" });
  const { id } = await marked(w, await taken(w, "B1"));
  await sent(w);
  await bank(w, { amountE6: -5n * euro, bankRef: "B2", endToEndId: "RTN-B1" });
  await unmatchReconItem(w.deps, finance, { itemId: (await itemOf(w, "B2")).id, reason: "A direct debit" });
  expect(await w.payment(id)).toBe("EXPORTED");
  expect(await itemOf(w, "B1")).toMatchObject({ state: "BREAK", openE6: 5n * euro });
  expect(await itemOf(w, "B2")).toMatchObject({ state: "BREAK", openE6: -5n * euro });
  expect(await w.balances()).toMatchObject({ UNAPPLIED: -5n * euro, UNEXPLAINED: 5n * euro });
});
