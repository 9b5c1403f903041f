import { expect, test } from "vitest";
import type { TestEntry } from "#api/formats/write-camt053.ts";
import { systemActor } from "#api/kernel/actor.ts";
import { newId } from "#api/kernel/ids.ts";
import { bankBooks, payOut, payOutIban } from "#api/test/bank.ts";
import { cent, clerk, euro, finance, itemOf, type Settling, settlingMarch } from "#api/test/settling.ts";
import { markDue } from "#api/use-cases/jobs/mark-due.ts";
import { watchBank } from "#api/use-cases/jobs/watch-bank.ts";
import { suggestionsOf } from "#api/use-cases/reconciliation/suggestion.ts";

const line = (w: Settling, entry: Partial<TestEntry> & Pick<TestEntry, "amountE6" | "bankRef">) =>
  bankBooks(w.deps, clerk, { entries: [{ bookedOn: "2026-04-02", ...entry }] });

const grocersIban = async ({ deps, grocer }: Settling) =>
  (await deps.db.bankAccount.findFirstOrThrow({ where: { partnerId: grocer.id } })).iban;

test("a receipt finds its pay-in by the end-to-end id, by the structured reference, by amount, account and day", async () => {
  const byId = await settlingMarch();
  await line(byId, { amountE6: 10n * euro, bankRef: "B1", endToEndId: "CY1-GROCER-IN" });
  expect(await itemOf(byId, "B1")).toMatchObject({ state: "MATCHED", rule: "END_TO_END_ID", score: 100 });

  const byRef = await settlingMarch();
  const { creditorRef } = await byRef.deps.db.paymentInstruction.findUniqueOrThrow({ where: { id: byRef.payIn } });
  await line(byRef, { amountE6: 10n * euro, bankRef: "B1", creditorReference: creditorRef ?? "" });
  expect(await itemOf(byRef, "B1")).toMatchObject({ state: "MATCHED", rule: "STRUCTURED_REFERENCE" });

  const byAmount = await settlingMarch();
  await line(byAmount, { amountE6: 10n * euro, bankRef: "B1", counterpartyIban: await grocersIban(byAmount) });
  expect(await itemOf(byAmount, "B1")).toMatchObject({ state: "MATCHED", rule: "AMOUNT_IBAN_WINDOW" });
  for (const w of [byId, byRef, byAmount]) expect(await w.payment(w.payIn)).toBe("RECEIVED");
});

test("nothing else is automatic: another amount, another account or another month is only suggested", async () => {
  const w = await settlingMarch();
  const counterpartyIban = await grocersIban(w);
  await line(w, { amountE6: 9n * euro, bankRef: "B1", counterpartyIban });
  await line(w, {
    amountE6: 10n * euro,
    bankRef: "B2",
    counterpartyIban: payOutIban(777),
    counterpartyName: "GROCER Ltd",
  });
  await line(w, { amountE6: 777n * euro, bankRef: "B4", counterpartyName: "Somebody Else" });
  await line(w, { amountE6: 10n * euro, bankRef: "B3", counterpartyIban, bookedOn: "2026-04-25" });
  const told = await Promise.all(
    ["B1", "B2", "B3", "B4"].map(async (ref) => {
      const item = await itemOf(w, ref);
      return [item.state, suggestionsOf(item)[0]?.reasons ?? null, item.score];
    }),
  );
  expect(told).toEqual([
    ["SUGGESTED", ["PART_OF_AMOUNT", "SAME_PAYER"], 45],
    ["SUGGESTED", ["SAME_AMOUNT", "SIMILAR_NAME"], 70],
    ["SUGGESTED", ["SAME_AMOUNT", "SAME_PAYER"], 80],
    ["BREAK", null, null],
  ]);
  expect(await w.payment(w.payIn)).toBe("EXPECTED");
  expect(await w.balances()).toMatchObject({ UNAPPLIED: -806n * euro });
});

test("two open amounts of one partner are one suggestion, when one receipt pays both", async () => {
  const w = await settlingMarch();
  const second = {
    id: newId("paymentInstruction"),
    endToEndId: "CY0-GROCER-IN",
    creditorRef: null,
    amountE6: 4n * euro,
  };
  const first = await w.deps.db.paymentInstruction.findUniqueOrThrow({ where: { id: w.payIn } });
  await w.deps.db.paymentInstruction.create({ data: { ...first, ...second } });
  await line(w, { amountE6: 20n * euro, bankRef: "B1", counterpartyName: "Grocer" });
  const [best] = suggestionsOf(await itemOf(w, "B1"));
  expect(best).toMatchObject({ reasons: ["SUM_OF_OBLIGATIONS", "SIMILAR_NAME"], score: 65 });
  expect(best?.parts.map(({ amountE6 }) => amountE6)).toEqual([10n * euro, 10n * euro]);
  await w.deps.db.paymentInstruction.delete({ where: { id: second.id } });
});

test("more than is open waits for its owner; less is a break until the rest comes", async () => {
  const over = await settlingMarch();
  await line(over, { amountE6: 12n * euro, bankRef: "B1", endToEndId: "CY1-GROCER-IN" });
  expect(await over.obligation(over.grocer.id)).toEqual(["SETTLED", 10n * euro]);
  expect(await itemOf(over, "B1")).toMatchObject({ state: "BREAK", kind: "AMOUNT_DIFF", openE6: 2n * euro });
  expect(await over.balances()).toMatchObject({ UNAPPLIED: -2n * euro });

  const short = await settlingMarch();
  await line(short, { amountE6: 4n * euro, bankRef: "B1", endToEndId: "CY1-GROCER-IN" });
  expect(await short.obligation(short.grocer.id)).toEqual(["PARTIAL", 4n * euro]);
  expect(await itemOf(short, "B1")).toMatchObject({ state: "BREAK", kind: "SHORT_RECEIPT", hubValue: 10n * euro });
  await line(short, { amountE6: 6n * euro, bankRef: "B2", endToEndId: "CY1-GROCER-IN" });
  expect(await itemOf(short, "B1")).toMatchObject({ state: "RESOLVED" });
  expect(await short.payment(short.payIn)).toBe("RECEIVED");
});

test("a payment for what is paid, or for a settled cycle, is parked", async () => {
  const w = await settlingMarch();
  const paid = { amountE6: 10n * euro, endToEndId: "CY1-GROCER-IN" };
  await line(w, { ...paid, bankRef: "B1" });
  await line(w, { ...paid, bankRef: "B2" });
  expect(await itemOf(w, "B2")).toMatchObject({ state: "BREAK", kind: "DUPLICATE", openE6: 10n * euro });
  await payOut(w.deps, { clerk, finance }, w.cycleId);
  await line(w, { amountE6: -8_500_000n, bankRef: "B3", endToEndId: "CY1-PHARMACY-OUT" });
  expect(await w.deps.db.cycle.findUnique({ where: { id: w.cycleId } })).toMatchObject({ state: "SETTLED" });
  await line(w, { amountE6: 3n * euro, bankRef: "B4", endToEndId: "CY1-GROCER-IN" });
  expect(await itemOf(w, "B4")).toMatchObject({ state: "BREAK", kind: "UNKNOWN_RECEIPT", partnerId: w.grocer.id });
  expect(await w.balances()).toMatchObject({ UNAPPLIED: -13n * euro });
});

test("a line that comes again under its reference is booked, and matched with nothing", async () => {
  const w = await settlingMarch();
  await line(w, { amountE6: 4n * euro, bankRef: "B1", endToEndId: "CY1-GROCER-IN" });
  await line(w, { amountE6: 4n * euro, bankRef: "B1", endToEndId: "CY1-GROCER-IN" });
  const items = await w.deps.db.reconItem.findMany({ where: { otherRef: "B1" }, orderBy: { id: "asc" } });
  expect(items.map(({ kind }) => kind)).toEqual(["SHORT_RECEIPT", "DUPLICATE"]);
  expect(await w.obligation(w.grocer.id)).toEqual(["PARTIAL", 4n * euro]);
});

test("a direct debit stays provisional: it is no cover, it can be taken back, and one day it is final", async () => {
  const w = await settlingMarch();
  const debit = { amountE6: 10n * euro, endToEndId: "CY1-GROCER-IN", bankCode: "PMNT/IDDT/ESDD" };
  await line(w, { ...debit, bankRef: "B1" });
  expect([await w.payment(w.payIn), await w.obligation(w.grocer.id)]).toEqual(["PROVISIONAL", ["SETTLED", 10n * euro]]);
  const early = payOut(w.deps, { clerk, finance }, w.cycleId);
  await expect(early).rejects.toMatchObject({ code: "PAYMENT_EXCEEDS_CASH", freeE6: 0n });

  await line(w, { ...debit, amountE6: -10n * euro, bankRef: "B2", isReversal: true, returnReason: "MD06" });
  expect([await w.payment(w.payIn), await w.obligation(w.grocer.id)]).toEqual(["EXPECTED", ["DUE", 0n]]);
  expect((await w.balances())["BANK_SETTLEMENT"]).toBeUndefined();

  await line(w, { ...debit, bankRef: "B3" });
  await watchBank(w.deps, systemActor);
  expect(await w.payment(w.payIn)).toBe("PROVISIONAL");
  w.clock.set(new Date("2026-04-12T00:00:00Z"));
  await watchBank(w.deps, systemActor);
  expect(await w.payment(w.payIn)).toBe("RECEIVED");
});

test("a pay-in that never came is a break, once, until it comes", async () => {
  const w = await settlingMarch();
  w.clock.set(new Date("2026-04-07T10:00:00Z"));
  await markDue(w.deps, systemActor);
  await markDue(w.deps, systemActor);
  await watchBank(w.deps, systemActor);
  await watchBank(w.deps, systemActor);
  const missing = await w.deps.db.reconItem.findMany({ where: { kind: "MISSING_RECEIPT" } });
  expect(missing.map(({ state, hubRef, hubValue }) => [state, hubRef, hubValue])).toEqual([
    ["BREAK", w.payIn, 10n * euro],
  ]);
  await line(w, { amountE6: 10n * euro, bankRef: "B1", endToEndId: "CY1-GROCER-IN", bookedOn: "2026-04-07" });
  expect(await w.deps.db.reconItem.findFirst({ where: { kind: "MISSING_RECEIPT" } })).toMatchObject({
    state: "RESOLVED",
  });
});

test("what the bank took out of a payment is its charge, and the payer has paid in full", async () => {
  const w = await settlingMarch();
  await line(w, {
    amountE6: 10n * euro - 35n * cent,
    bankRef: "B1",
    details: [{ amountE6: 10n * euro, chargeE6: 35n * cent, endToEndId: "CY1-GROCER-IN" }],
  });
  expect(await w.payment(w.payIn)).toBe("RECEIVED");
  expect(await w.balances()).toMatchObject({ BANK_SETTLEMENT: 10n * euro - 35n * cent, BANK_CHARGES: 35n * cent });
});
