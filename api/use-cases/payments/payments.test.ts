import { expect, test } from "vitest";
import { blockId } from "#api/formats/pain001.ts";
import { writePain002 } from "#api/formats/write-pain002.ts";
import { newId } from "#api/kernel/ids.ts";
import { bankBooks, payOut } from "#api/test/bank.ts";
import { clerk, euro, finance, type Settling, secondFinance, settlingMarch } from "#api/test/settling.ts";
import { approvePayments } from "#api/use-cases/payments/approve-payments.ts";
import { cancelPayments } from "#api/use-cases/payments/cancel-payments.ts";
import { exportPayments } from "#api/use-cases/payments/export-payments.ts";
import { replacePayment } from "#api/use-cases/payments/replace-payment.ts";
import { submitPayments } from "#api/use-cases/payments/submit-payments.ts";
import { uploadBankFile } from "#api/use-cases/payments/upload-bank-file.ts";

const people = { clerk, finance };
const key = () => newId("paymentFile");

/** Grocer's 10.00 are here. */
const paidIn = (w: Settling) =>
  bankBooks(w.deps, clerk, {
    entries: [{ amountE6: 10n * euro, bankRef: "B1", bookedOn: "2026-04-01", endToEndId: "CY1-GROCER-IN" }],
  });

const answer = (w: Settling, messageId: string, status: "ACCP" | "RJCT", reason?: string) =>
  uploadBankFile(w.deps, clerk, {
    name: "answer.xml",
    idempotencyKey: key(),
    content: writePain002({
      messageId: `${status} ${messageId}`.slice(0, 30),
      createdAt: w.clock.now(),
      originalMessageId: messageId,
      blocks: [
        { blockId: blockId(messageId, "2026-04-01"), answer: { status, ...(reason === undefined ? {} : { reason }) } },
      ],
    }),
  });

test("an approved cycle knows every transfer that discharges it, each with its ids", async () => {
  const w = await settlingMarch();
  const payments = await w.deps.db.paymentInstruction.findMany({ orderBy: { kind: "asc" } });
  expect(payments.map(({ kind, state, endToEndId, amountE6 }) => [kind, state, endToEndId, amountE6])).toEqual([
    ["PAY_IN", "EXPECTED", "CY1-GROCER-IN", 10n * euro],
    ["PAY_OUT", "DRAFT", "CY1-PHARMACY-OUT", 8_500_000n],
  ]);
  expect(payments.map(({ creditorRef }) => creditorRef)).toEqual([
    expect.stringMatching(/^RF\d\d1Z[0-9A-Z]{12}$/),
    null,
  ]);
  const steps = await w.deps.db.transition.findMany({ where: { objectId: w.payOut } });
  expect(steps.map(({ from, to }) => [from, to])).toEqual([[null, "DRAFT"]]);
});

test("a pay-out takes a clerk, somebody else of finance, and money that is there", async () => {
  const w = await settlingMarch();
  const { cycleId, deps } = w;
  await expect(submitPayments(deps, finance, { cycleId })).rejects.toMatchObject({ code: "FORBIDDEN" });
  await expect(approvePayments(deps, finance, { cycleId })).rejects.toMatchObject({ code: "NO_PAYMENT_READY" });
  await submitPayments(deps, w.operator, { cycleId });
  const own = approvePayments(deps, w.operator, { cycleId });
  await expect(own).rejects.toMatchObject({ code: "SECOND_PERSON_REQUIRED" });
  await approvePayments(deps, finance, { cycleId });

  const order = { cycleId, idempotencyKey: key() };
  const early = exportPayments(deps, clerk, order);
  await expect(early).rejects.toMatchObject({ code: "PAYMENT_EXCEEDS_CASH", freeE6: 0n, askedE6: 8_500_000n });
  expect(await w.payment(w.payOut)).toBe("APPROVED");

  await paidIn(w);
  const file = await exportPayments(deps, clerk, order);
  expect(file.content).toContain("<EndToEndId>CY1-PHARMACY-OUT</EndToEndId>");
  expect(await w.payment(w.payOut)).toBe("EXPORTED");
  expect(await w.balances()).toMatchObject({ IN_TRANSIT: -8_500_000n });

  const again = await exportPayments(deps, clerk, order);
  expect(again).toEqual(file);
  const other = exportPayments(deps, clerk, { cycleId, idempotencyKey: key() });
  await expect(other).rejects.toMatchObject({ code: "NO_PAYMENT_READY" });
  expect(await w.balances()).toMatchObject({ IN_TRANSIT: -8_500_000n });
});

test("above the threshold it takes two people of finance", async () => {
  const w = await settlingMarch();
  const { cycleId, deps } = w;
  await deps.db.programme.updateMany({ data: { payOutTwoAboveE6: 8n * euro } });
  await submitPayments(deps, clerk, { cycleId });
  await approvePayments(deps, finance, { cycleId });
  expect(await w.payment(w.payOut)).toBe("PENDING_APPROVAL");
  await expect(approvePayments(deps, finance, { cycleId })).rejects.toMatchObject({ code: "SECOND_PERSON_REQUIRED" });
  const [approved] = await approvePayments(deps, secondFinance, { cycleId });
  expect(approved).toMatchObject({
    state: "APPROVED",
    approvedBy: "operator:usr_finance",
    secondApprovedBy: "operator:usr_second",
  });
});

test("what the bank accepts, rejects and returns: due again, and replaced by a new payment with a link", async () => {
  const w = await settlingMarch();
  const { cycleId, deps } = w;
  await paidIn(w);
  const first = await payOut(deps, people, cycleId);
  const { tally } = await answer(w, first.messageId, "RJCT", "AC04");
  expect(tally).toEqual({ accepted: 0, rejected: 1, pending: 0 });
  expect(await w.payment(w.payOut)).toBe("REJECTED");
  expect(await w.obligation(w.pharmacy.id)).toEqual(["CONFIRMED", 0n]);
  expect((await w.balances())["IN_TRANSIT"]).toBeUndefined();
  const twice = answer(w, first.messageId, "RJCT", "AC04");
  await expect(twice).rejects.toMatchObject({ code: "BANK_FILE_KNOWN" });

  const replacing = { paymentId: w.payOut, reason: "Its account was closed", idempotencyKey: key() };
  const second = await replacePayment(deps, clerk, replacing);
  expect(second).toMatchObject({ state: "DRAFT", endToEndId: "CY1-PHARMACY-OUT-2", replacesId: w.payOut });
  expect(await replacePayment(deps, clerk, replacing)).toEqual(second);
  const third = replacePayment(deps, clerk, { ...replacing, idempotencyKey: key() });
  await expect(third).rejects.toMatchObject({ code: "TRANSITION_REFUSED", state: "REPLACED" });

  const file = await payOut(deps, people, cycleId);
  await answer(w, file.messageId, "ACCP");
  expect(await w.payment(second.id)).toBe("ACCEPTED");
  const line = { bookedOn: "2026-04-02", endToEndId: "CY1-PHARMACY-OUT-2" };
  await bankBooks(deps, clerk, { entries: [{ ...line, amountE6: -8_500_000n, bankRef: "B2" }] });
  expect(await w.payment(second.id)).toBe("BOOKED");
  expect(await w.obligation(w.pharmacy.id)).toEqual(["SETTLED", 8_500_000n]);
  expect(await deps.db.cycle.findUnique({ where: { id: cycleId } })).toMatchObject({ state: "SETTLED" });

  const back = { ...line, amountE6: 8_500_000n, bankRef: "B3", isReversal: true, returnReason: "AC04" };
  await bankBooks(deps, clerk, { entries: [back] });
  expect(await w.payment(second.id)).toBe("RETURNED");
  expect(await w.obligation(w.pharmacy.id)).toEqual(["DUE", 0n]);
  const last = await replacePayment(deps, clerk, { paymentId: second.id, reason: "Again", idempotencyKey: key() });
  expect(last.endToEndId).toBe("CY1-PHARMACY-OUT-3");
});

test("what is withdrawn is not sent, and what is sent is not withdrawn", async () => {
  const w = await settlingMarch();
  const { cycleId, deps } = w;
  const withdrawn = { cycleId, paymentIds: [w.payOut], reason: "Wrong account" };
  await cancelPayments(deps, finance, withdrawn);
  expect(await w.payment(w.payOut)).toBe("CANCELLED");
  const { id } = await replacePayment(deps, clerk, { paymentId: w.payOut, reason: "Right now", idempotencyKey: key() });
  await paidIn(w);
  await payOut(deps, people, cycleId);
  const late = cancelPayments(deps, finance, { ...withdrawn, paymentIds: [id] });
  await expect(late).rejects.toMatchObject({ code: "TRANSITION_REFUSED", state: "EXPORTED" });
  const none = cancelPayments(deps, finance, { ...withdrawn, paymentIds: ["pay_none"] });
  await expect(none).rejects.toMatchObject({ code: "PAYMENT_NOT_FOUND" });
});

test("nothing goes to a partner without an account, nor to one whose account is not to be used yet", async () => {
  const w = await settlingMarch();
  const { cycleId, deps } = w;
  const account = { partnerId: w.pharmacy.id, purpose: "PAYOUT" } as const;
  await deps.db.bankAccount.updateMany({ where: account, data: { state: "SUPERSEDED" } });
  const homeless = submitPayments(deps, clerk, { cycleId });
  await expect(homeless).rejects.toMatchObject({ code: "BANK_ACCOUNT_MISSING", partnerId: w.pharmacy.id });
  await deps.db.bankAccount.updateMany({ where: account, data: { state: "ACTIVE" } });
  await paidIn(w);
  await submitPayments(deps, clerk, { cycleId });
  await approvePayments(deps, finance, { cycleId });
  await deps.db.bankAccount.updateMany({ where: account, data: { usableFrom: new Date("2026-04-03T00:00:00Z") } });
  const named = exportPayments(deps, clerk, { cycleId, paymentIds: [w.payOut], idempotencyKey: key() });
  await expect(named).rejects.toMatchObject({ code: "PAYMENT_HELD", paymentId: w.payOut });
});

test("a later cycle waits for an earlier one's pay-outs, but not for those that are held", async () => {
  const w = await settlingMarch();
  const { deps } = w;
  const { id: cycleId } = await deps.db.cycle.findFirstOrThrow({ where: { state: "OPEN" } });
  const first = await deps.db.paymentInstruction.findUniqueOrThrow({ where: { id: w.payOut } });
  const id = newId("paymentInstruction");
  const later = { ...first, id, cycleId, endToEndId: "CY2-PHARMACY-OUT", state: "APPROVED" as const };
  await deps.db.paymentInstruction.create({ data: later });
  const order = { cycleId, idempotencyKey: key() };
  const ahead = exportPayments(deps, clerk, order);
  await expect(ahead).rejects.toMatchObject({ code: "EARLIER_CYCLE_UNFINISHED", earlierCycleId: w.cycleId });
  await deps.db.obligation.updateMany({ where: { id: first.obligationId ?? "" }, data: { state: "ON_HOLD" } });
  await expect(exportPayments(deps, clerk, order)).rejects.toMatchObject({ code: "NO_PAYMENT_READY" });
  await deps.db.paymentInstruction.delete({ where: { id } });
});

test("an answer to a file that is not ours, or no answer at all, is refused", async () => {
  const w = await settlingMarch();
  await expect(answer(w, "SOMEBODY-ELSE", "ACCP")).rejects.toMatchObject({ code: "PAYMENT_FILE_UNKNOWN" });
  const nonsense = uploadBankFile(w.deps, clerk, { name: "a.xml", content: "<a/>", idempotencyKey: key() });
  await expect(nonsense).rejects.toMatchObject({ code: "BANK_FILE_UNREADABLE", problem: "WRONG_MESSAGE" });
});
