import type { TestEntry } from "#api/formats/write-camt053.ts";
import type { PaymentInstruction } from "#api/sql/rows.ts";
import { approvePayments } from "#api/use-cases/payments/approve-payments.ts";
import { exportPayments } from "#api/use-cases/payments/export-payments.ts";
import { markForReturn } from "#api/use-cases/reconciliation/return-receipt.ts";
import { takeReconItem } from "#api/use-cases/reconciliation/take-item.ts";
import { ibanOf } from "./bank.ts";
import type { Stage } from "./stage.ts";

const STRANGER = { receivedDaysAgo: 190, returnedAfterDays: 4, amountE6: 25_000_000n } as const;
/** A second one: a clerk has marked it to go back, and finance has yet to agree. */
const MISTAKEN = { receivedDaysAgo: 6, markedDaysAgo: 2, amountE6: 64_000_000n } as const;
/** What visitors find on the desk: money that nobody knows, and a debit that nobody ordered. */
const UNKNOWN = { daysAgo: 1, amountE6: 18_400_000n, debitE6: -3_500_000n } as const;

/** The bookshop's administrator pays out what was left of it, in parts. */
const ADMINISTRATOR = {
  paysDaysAgo: 41,
  amountE6: 12_500_000n,
  counterpartyName: "Administrator of Litara Books",
} as const;

type AtBank = (details: Omit<TestEntry, "bookedOn" | "bankRef">) => TestEntry;

/** Somebody pays the wrong account once, and gets it back; and what came in yesterday is still to be looked into. */
export async function strangeMoney(stage: Stage, day: number, atBank: AtBank): Promise<TestEntry[]> {
  const { remembered } = stage;
  const daysAgo = stage.lastDay - day;
  if (daysAgo === STRANGER.receivedDaysAgo) {
    const { amountE6 } = STRANGER;
    const payer = { counterpartyName: "Doors and More", counterpartyIban: ibanOf(778) };
    const entry = atBank({ amountE6, ...payer, remittance: "Invoice 7741, kitchen doors" });
    remembered.set("stranger", entry.bankRef ?? "");
    return [entry];
  }
  if (daysAgo === ADMINISTRATOR.paysDaysAgo && remembered.has("failed obligation")) {
    const { amountE6, counterpartyName } = ADMINISTRATOR;
    const entry = atBank({ amountE6, counterpartyName, remittance: "First dividend of the estate" });
    remembered.set("dividend", entry.bankRef ?? "");
    return [entry];
  }
  const bankRef = remembered.get("stranger");
  if (daysAgo === STRANGER.receivedDaysAgo - STRANGER.returnedAfterDays && bankRef) {
    const endToEndId = await sendBack(stage, bankRef);
    return [atBank({ amountE6: -STRANGER.amountE6, endToEndId, remittance: "Not for us" })];
  }
  if (daysAgo === MISTAKEN.receivedDaysAgo) {
    const payer = { counterpartyName: "Hrodna Glass Works", counterpartyIban: ibanOf(779) };
    const entry = atBank({ amountE6: MISTAKEN.amountE6, ...payer, remittance: "Shop windows, invoice 2204" });
    remembered.set("mistaken", entry.bankRef ?? "");
    return [entry];
  }
  const mistaken = remembered.get("mistaken");
  if (daysAgo === MISTAKEN.markedDaysAgo && mistaken) await markBack(stage, mistaken);
  if (daysAgo !== UNKNOWN.daysAgo) return [];
  return [
    atBank({ amountE6: UNKNOWN.amountE6, counterpartyName: "Brest Printing House", remittance: "Order 118" }),
    atBank({ amountE6: UNKNOWN.debitE6, counterpartyName: "Parking on Skaryna Avenue", remittance: "Card 4417" }),
  ];
}

async function sendBack(stage: Stage, bankRef: string): Promise<string> {
  const { deps, office, key } = stage;
  const payment = await markBack(stage, bankRef);
  await approvePayments(deps, office.finance, { paymentIds: [payment.id] });
  await exportPayments(deps, office.clerk, { paymentIds: [payment.id], idempotencyKey: key("return-file") });
  return payment.endToEndId;
}

async function markBack({ deps, office, key }: Stage, bankRef: string): Promise<PaymentInstruction> {
  const { id: itemId } = await deps.db.reconItem.findFirstOrThrow({ where: { otherRef: bankRef } });
  await takeReconItem(deps, office.clerk, { itemId });
  const wrong = { itemId, reason: "Not for us", idempotencyKey: key("return") };
  return (await markForReturn(deps, office.clerk, wrong)).payment;
}
