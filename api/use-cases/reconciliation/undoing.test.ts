import { expect, test } from "vitest";
import type { TestEntry } from "#api/formats/write-camt053.ts";
import { systemActor } from "#api/kernel/actor.ts";
import { newId } from "#api/kernel/ids.ts";
import { bankBooks, payOut } from "#api/test/bank.ts";
import { clerk, euro, finance, itemOf, type Settling, settlingMarch } from "#api/test/settling.ts";
import { decideApproval } from "#api/use-cases/approvals/decide-approval.ts";
import { markDue } from "#api/use-cases/jobs/mark-due.ts";
import { watchBank } from "#api/use-cases/jobs/watch-bank.ts";
import { replacePayment } from "#api/use-cases/payments/replace-payment.ts";
import { explainDebit, matchReceipts } from "#api/use-cases/reconciliation/propose-resolution.ts";
import { takeReconItem } from "#api/use-cases/reconciliation/take-item.ts";
import { unmatchReconItem } from "#api/use-cases/reconciliation/unmatch-item.ts";
import { recordCollateral } from "#api/use-cases/settlement/record-secured.ts";

type Entry = Partial<TestEntry> & Pick<TestEntry, "amountE6" | "bankRef">;

const bank = (w: Settling, ...entries: Entry[]) =>
  bankBooks(w.deps, clerk, { entries: entries.map((entry) => ({ bookedOn: "2026-04-02", ...entry })) });

const unmatch = async (w: Settling, bankRef: string) => {
  const { id: itemId } = await itemOf(w, bankRef);
  return unmatchReconItem(w.deps, finance, { itemId, reason: "It was another's" });
};

/** Everything that a match moves, as it stands once the night has looked for what is late. */
async function standing(w: Settling) {
  const { db } = w.deps;
  await markDue(w.deps, systemActor);
  const payments = await db.paymentInstruction.findMany({ orderBy: { endToEndId: "asc" } });
  const obligations = await db.obligation.findMany({ orderBy: { id: "asc" } });
  const items = await db.reconItem.findMany({ orderBy: [{ otherRef: "asc" }, { id: "asc" }] });
  return {
    balances: await w.balances(),
    payments: payments.map(({ endToEndId, state, receivedE6 }) => [endToEndId, state, receivedE6]),
    obligations: obligations.map(({ state, paidE6 }) => [state, paidE6]),
    // What the hub would suggest, people have thought of.
    items: items.map(({ otherRef, state, kind, openE6 }) => [
      otherRef,
      state === "SUGGESTED" || state === "INVESTIGATING" ? "BREAK" : state,
      kind,
      openE6,
    ]),
  };
}

const payIn = { endToEndId: "CY1-GROCER-IN" };
const paidIn = (w: Settling) => bank(w, { ...payIn, amountE6: 10n * euro, bankRef: "A1" });
/** Enough is here for the pay-out, and the cycle waits for the rest. */
const sentOut = async (w: Settling) => {
  await bank(w, { ...payIn, amountE6: 9n * euro, bankRef: "A1" });
  await payOut(w.deps, { clerk, finance }, w.cycleId);
};
/** The pay-out is carried out. */
const carriedOut = async (w: Settling) => {
  await sentOut(w);
  await bank(w, { amountE6: -8_500_000n, bankRef: "A2", endToEndId: "CY1-PHARMACY-OUT" });
};

type Line = { said: string; before?: (w: Settling) => Promise<unknown>; line: Partial<TestEntry>; amountE6: bigint };

/** One line each: what the hub matches it with by itself, when it carries what it says. */
const lines: Line[] = [
  { said: "a pay-in", line: payIn, amountE6: 10n * euro },
  { said: "a short pay-in", line: payIn, amountE6: 4n * euro },
  { said: "too large a pay-in", line: payIn, amountE6: 13n * euro },
  { said: "a direct debit", line: { ...payIn, bankCode: "PMNT/IDDT/ESDD" }, amountE6: 10n * euro },
  {
    said: "the rest of a pay-in",
    before: (w) => bank(w, { ...payIn, amountE6: 4n * euro, bankRef: "A1" }),
    line: payIn,
    amountE6: 6n * euro,
  },
  { said: "a pay-out", before: sentOut, line: { endToEndId: "CY1-PHARMACY-OUT" }, amountE6: -8_500_000n },
  {
    said: "a pay-out that came back",
    before: carriedOut,
    line: { endToEndId: "CY1-PHARMACY-OUT", isReversal: true },
    amountE6: 8_500_000n,
  },
  { said: "a pay-in taken back", before: paidIn, line: { ...payIn, isReversal: true }, amountE6: -10n * euro },
  { said: "a part of a pay-in taken back", before: paidIn, line: { ...payIn, isReversal: true }, amountE6: -3n * euro },
  { said: "a charge", line: { bankCode: "ACMT/MDOP/CHRG" }, amountE6: -350_000n },
  { said: "a charge given back", line: { bankCode: "ACMT/MDOP/CHRG", isReversal: true }, amountE6: 350_000n },
];

test.each(lines)(
  "$said, unmatched, leaves everything as if nobody had known the line",
  async ({ before, line, amountE6 }) => {
    const [known, unknown] = [await settlingMarch(), await settlingMarch()];
    for (const w of [known, unknown]) {
      w.clock.set(new Date("2026-04-07T10:00:00Z"));
      await markDue(w.deps, systemActor);
      await before?.(w);
    }
    await bank(known, { ...line, amountE6, bankRef: "Z1" });
    expect(await known.deps.db.reconMatch.count({ where: { item: { otherRef: "Z1" } } })).toBe(1);
    await bank(unknown, { amountE6, bankRef: "Z1" });
    await unmatch(known, "Z1");
    expect(await standing(known)).toEqual(await standing(unknown));
  },
);

test("a line of the segregated account shows its entry no more, and is not matched with it again by itself", async () => {
  const w = await settlingMarch();
  const parts = [{ partnerId: w.grocer.id, amountE6: euro }];
  await recordCollateral(w.deps, w.operator, { parts, idempotencyKey: newId("deed") });
  const entries = [{ amountE6: euro, bankRef: "C1", bookedOn: "2026-04-01" }];
  const [line] = await bankBooks(w.deps, clerk, { book: "COLLATERAL", entries, openingE6: 0n });
  const before = await w.balances();
  await unmatch(w, "C1");
  await watchBank(w.deps, systemActor);
  expect(await itemOf(w, "C1")).toMatchObject({ state: "BREAK", kind: "UNKNOWN_RECEIPT", openE6: 0n, partnerId: null });
  expect(await w.deps.db.bankLine.findUnique({ where: { id: line?.id ?? "" } })).toMatchObject({ entryId: null });
  expect(await w.balances()).toEqual(before);
  // Another entry of the same amount comes, and that is what it shows.
  await recordCollateral(w.deps, w.operator, {
    parts: [{ partnerId: w.fuel.id, amountE6: euro }],
    idempotencyKey: newId("deed"),
  });
  await watchBank(w.deps, systemActor);
  expect(await itemOf(w, "C1")).toMatchObject({ state: "RESOLVED", rule: "WHOLE_ENTRY" });
});

test("a transfer between own accounts stays: the cash has moved on, and the refusal says what undoes it", async () => {
  const w = await settlingMarch();
  const { id } = await itemAfterDraw(w);
  const stays = unmatchReconItem(w.deps, finance, { itemId: id, reason: "No" });
  await expect(stays).rejects.toMatchObject({ code: "MATCH_FINAL", because: "OWN_TRANSFER", itemId: id });
});

async function itemAfterDraw(w: Settling) {
  await bank(w, { amountE6: euro, bankRef: "D1" });
  const item = await itemOf(w, "D1");
  // As the rule for own transfers leaves it.
  await w.deps.db.reconMatch.create({
    data: {
      id: newId("reconMatch"),
      itemId: item.id,
      amountE6: euro,
      rule: "OWN_TRANSFER",
      score: 100,
      matchedBy: "system",
      matchedAt: w.clock.now(),
    },
  });
  return w.deps.db.reconItem.update({ where: { id: item.id }, data: { state: "MATCHED", kind: null, openE6: 0n } });
}

test("a pay-out that came back and was replaced is over, whatever the line was", async () => {
  const w = await settlingMarch();
  await carriedOut(w);
  await bank(w, { endToEndId: "CY1-PHARMACY-OUT", isReversal: true, amountE6: 8_500_000n, bankRef: "Z1" });
  await replacePayment(w.deps, clerk, { paymentId: w.payOut, reason: "New account", idempotencyKey: newId("deed") });
  await expect(unmatch(w, "Z1")).rejects.toMatchObject({ code: "TRANSITION_REFUSED", state: "REPLACED" });
});

test("what was paid again meanwhile is not paid a third time", async () => {
  const w = await settlingMarch();
  await paidIn(w);
  await bank(w, { ...payIn, isReversal: true, amountE6: -10n * euro, bankRef: "Z1" });
  await bank(w, { ...payIn, amountE6: 7n * euro, bankRef: "Z2" });
  await expect(unmatch(w, "Z1")).rejects.toMatchObject({ code: "AMOUNT_DOES_NOT_FIT", fitsE6: 3n * euro });
});

test("what people matched or explained by hand is as before once it is taken back", async () => {
  const w = await settlingMarch();
  const look = async (bankRef: string) => {
    const { id: itemId } = await itemOf(w, bankRef);
    await takeReconItem(w.deps, clerk, { itemId });
    return itemId;
  };
  const agree = ({ approval }: { approval: { id: string } }) =>
    decideApproval(w.deps, finance, { approvalId: approval.id, decision: "APPROVE" });
  const because = () => ({ reason: "Seen", idempotencyKey: newId("deed") });
  w.clock.set(new Date("2026-04-07T10:00:00Z"));
  await markDue(w.deps, systemActor);
  await bank(
    w,
    { amountE6: 4n * euro, bankRef: "Z1" },
    { amountE6: 6n * euro, bankRef: "Z2" },
    { amountE6: -euro, bankRef: "Z3" },
  );
  const before = await standing(w);
  const itemIds = [await look("Z1"), await look("Z2")];
  const parts = [{ paymentId: w.payIn, amountE6: 10n * euro }];
  await agree(await matchReceipts(w.deps, clerk, { itemIds, parts, ...because() }));
  await agree(await explainDebit(w.deps, clerk, { itemId: await look("Z3"), as: "BANK_CHARGE", ...because() }));
  expect(await w.payment(w.payIn)).toBe("RECEIVED");
  for (const bankRef of ["Z2", "Z1", "Z3"]) await unmatch(w, bankRef);
  expect(await standing(w)).toEqual(before);
});
