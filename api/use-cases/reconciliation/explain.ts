import { type Actor, actorRef } from "#api/kernel/actor.ts";
import { newId } from "#api/kernel/ids.ts";
import type { MoneyE6 } from "#api/kernel/money.ts";
import type { Obligation, PaymentInstruction, ReconItem, Tx } from "#api/sql/rows.ts";
import { PaymentNotFound } from "#api/use-cases/payments/refusals.ts";
import { type Desk, type GoingBack, type Known, openOf, returnOf } from "#api/use-cases/reconciliation/bank-desk.ts";
import { book, bookReturn, receive } from "#api/use-cases/reconciliation/desk-moves.ts";
import { AmountDoesNotFit, NothingToExplain } from "#api/use-cases/reconciliation/refusals.ts";
import { type CashMovement, layBookings } from "#api/use-cases/settlement/bookings.ts";

/** Who explains what by which rule. */
export type Explaining = { actor: Actor; at: Date; rule: string; score: number; reason: string | null };

export type Part = { paymentId: string; amountE6: MoneyE6 };

/**
 * Gives receipts without owner to the pay-ins they are for: one to one, one to several, several to one. What is left of
 * them stays without owner. Answers the items with what is still open. Callers write the desk.
 */
export async function applyReceipts(
  tx: Tx,
  explaining: Explaining,
  desk: Desk,
  { items, parts }: { items: readonly ReconItem[]; parts: readonly Part[] },
): Promise<ReconItem[]> {
  const left = items.map((item) => ({ ...item }));
  for (const item of left) if (item.openE6 <= 0n) throw new NothingToExplain(item.id);
  const heldE6 = left.reduce((sum, { openE6 }) => sum + openE6, 0n);
  const askedE6 = parts.reduce((sum, { amountE6 }) => sum + amountE6, 0n);
  if (askedE6 > heldE6) throw new AmountDoesNotFit(heldE6, askedE6);
  for (const { paymentId, amountE6 } of parts) {
    const known = knownOf(desk, paymentId);
    const openE6 = openOf(known, desk.programme);
    if (amountE6 <= 0n || amountE6 > openE6) throw new AmountDoesNotFit(openE6, amountE6);
    receive(desk, known, amountE6, false);
    let wantedE6 = amountE6;
    for (const item of left) {
      const takenE6 = item.openE6 < wantedE6 ? item.openE6 : wantedE6;
      if (takenE6 === 0n) continue;
      item.openE6 -= takenE6;
      wantedE6 -= takenE6;
      const movement = { kind: "receiptApplied", partnerId: known.payment.partnerId, amountE6: takenE6 } as const;
      await explainPart(tx, explaining, item, { known, amountE6: takenE6, movement });
    }
  }
  return left;
}

/** A debit was this pay-out after all, or what sent a receipt back. */
export async function explainPayOut(
  tx: Tx,
  explaining: Explaining,
  desk: Desk,
  { item, paymentId }: { item: ReconItem; paymentId: string },
): Promise<ReconItem> {
  const amountE6 = debitOf(item);
  const goingBack = returnOf(desk, paymentId);
  if (goingBack) return explainSentBack(tx, explaining, desk, { item, goingBack });
  const known = knownOf(desk, paymentId);
  if (known.payment.kind !== "PAY_OUT") throw new NothingToExplain(item.id);
  if (known.payment.amountE6 !== amountE6) throw new AmountDoesNotFit(amountE6, known.payment.amountE6);
  book(desk, known);
  const movement = { kind: "debitExplained", as: "IN_TRANSIT", amountE6 } as const;
  await explainPart(tx, explaining, item, { known, amountE6: item.openE6, movement });
  return { ...item, openE6: 0n };
}

async function explainSentBack(
  tx: Tx,
  explaining: Explaining,
  desk: Desk,
  { item, goingBack }: { item: ReconItem; goingBack: GoingBack },
): Promise<ReconItem> {
  const amountE6 = debitOf(item);
  const { payment } = goingBack;
  if (payment.amountE6 !== amountE6) throw new AmountDoesNotFit(amountE6, payment.amountE6);
  bookReturn(desk, goingBack);
  const movement = { kind: "debitExplained", as: "UNAPPLIED", amountE6 } as const;
  const known = { payment, obligation: null };
  await explainPart(tx, explaining, item, { known, amountE6: item.openE6, movement });
  return { ...item, openE6: 0n };
}

/** A debit was the bank's charge after all. */
export async function explainCharge(tx: Tx, explaining: Explaining, item: ReconItem): Promise<ReconItem> {
  const movement = { kind: "debitExplained", as: "BANK_CHARGES", amountE6: debitOf(item) } as const;
  await explainPart(tx, explaining, item, { known: null, amountE6: item.openE6, movement });
  return { ...item, openE6: 0n };
}

/** A debit was a receipt that went back after all. Answers both items. */
export async function explainReturn(
  tx: Tx,
  explaining: Explaining,
  item: ReconItem,
  receipt: ReconItem,
): Promise<[ReconItem, ReconItem]> {
  const amountE6 = debitOf(item);
  if (receipt.openE6 < amountE6) throw new AmountDoesNotFit(receipt.openE6, amountE6);
  const movement = { kind: "debitExplained", as: "UNAPPLIED", amountE6 } as const;
  await explainPart(tx, explaining, item, { known: null, amountE6: item.openE6, movement });
  return [
    { ...item, openE6: 0n, hubRef: receipt.id },
    { ...receipt, openE6: receipt.openE6 - amountE6 },
  ];
}

function debitOf({ id, openE6 }: ReconItem): MoneyE6 {
  if (openE6 >= 0n) throw new NothingToExplain(id);
  return -openE6;
}

function knownOf(desk: Desk, paymentId: string): Known {
  const known = desk.payments.get(paymentId);
  if (!known) throw new PaymentNotFound(paymentId);
  return known;
}

type Explains = { payment: Pick<PaymentInstruction, "id" | "endToEndId">; obligation: Pick<Obligation, "id"> | null };
type ExplainedPart = { known: Explains | null; amountE6: MoneyE6; movement: CashMovement };

/** Keeps what explains a part of an item, and lays down what that moves in the books. */
export async function explainPart(
  tx: Tx,
  { actor, at, rule, score, reason }: Explaining,
  item: ReconItem,
  { known, amountE6, movement }: ExplainedPart,
): Promise<void> {
  const id = newId("reconMatch");
  const about = { paymentId: known?.payment.id ?? null, obligationId: known?.obligation?.id ?? null };
  const by = { rule, score, reason, matchedBy: actorRef(actor), matchedAt: at };
  await tx.reconMatch.create({ data: { id, itemId: item.id, ...about, amountE6, ...by } });
  await layBookings(tx, [
    {
      key: `match:${id}`,
      kind: "matchBankLine",
      subjectId: id,
      movements: [movement],
      actor,
      reason: reason ?? known?.payment.endToEndId ?? null,
      occurredAt: at,
    },
  ]);
}
