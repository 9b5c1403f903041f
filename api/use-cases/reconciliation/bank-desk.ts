import { type MoneyE6, minorUnitE6 } from "#api/kernel/money.ts";
import { readBalance } from "#api/ledger/read/positions.ts";
import type { BankLine, Obligation, Programme, ReconItem, Tx } from "#api/sql/rows.ts";
import { isOwed, isReturn, type OwedPayment, type ReturnPayment } from "#api/use-cases/payments/owed-payment.ts";
import { awaitedStates, sentStates } from "#api/use-cases/payments/payment-states.ts";
import { findGoingBack } from "#api/use-cases/reconciliation/going-back.ts";
import { openStates } from "#api/use-cases/reconciliation/item-states.ts";
import type { Step } from "#api/use-cases/transitions.ts";

export type Payer = { id: string; name: string; ibans: ReadonlySet<string> };

/** A payment with the obligation it discharges. Both move along while lines are compared, before anything is written. */
export type Known = { payment: OwedPayment; obligation: Obligation; payer: Payer };

/** A receipt that still has money without an owner. */
export type OpenReceipt = { item: ReconItem; line: BankLine };

/** A payment that sends a receipt back, with the item that holds the receipt's money. */
export type GoingBack = { payment: ReturnPayment; item: ReconItem };

/** Everything bank lines are compared with, read once, and what comparing them changes. */
export type Desk = {
  programme: Programme;
  at: Date;
  payments: Map<string, Known>;
  byEndToEndId: Map<string, Known>;
  byCreditorRef: Map<string, Known>;
  /** What goes back to payers, by end-to-end id. */
  goingBack: Map<string, GoingBack>;
  payers: readonly Payer[];
  receipts: OpenReceipt[];
  knownRefs: Set<string>;
  /** What defaults used of the secured money and nobody has drawn; negative: what recoveries still owe it. */
  undrawnE6: MoneyE6;
  openCycleId: string;
  touched: Set<Known>;
  touchedReturns: Set<GoingBack>;
  /** Those of them whose receipt holds more or less than before. */
  changedReceipts: Set<GoingBack>;
  /** Pay-ins that are whole now, and pay-ins that are no longer, by id. */
  turnedUp: Set<string>;
  fellShort: Set<string>;
  steps: Step[];
};

/** What lines say that has to be looked up. */
export type Clues = {
  endToEndIds?: readonly string[];
  creditorRefs?: readonly string[];
  refs?: readonly string[];
  paymentIds?: readonly string[];
};

const RECEIPTS_MAX = 500;

/** Callers hold the settlement lock: nobody else moves these meanwhile. */
export async function loadDesk(tx: Tx, programme: Programme, at: Date, clues: Clues): Promise<Desk> {
  const payments = await tx.paymentInstruction.findMany({
    where: {
      OR: [
        { state: { in: [...awaitedStates, ...sentStates] } },
        { endToEndId: { in: [...(clues.endToEndIds ?? [])] } },
        { creditorRef: { in: [...(clues.creditorRefs ?? [])] } },
        { id: { in: [...(clues.paymentIds ?? [])] } },
      ],
    },
    orderBy: { id: "asc" },
  });
  const owed = payments.filter(isOwed);
  const payers = await loadPayers(tx, [...new Set(owed.map(({ partnerId }) => partnerId))]);
  const known = await withObligations(tx, owed, payers);
  const goingBack = await withReceipts(tx, payments.filter(isReturn));
  const refs = await tx.bankLine.findMany({ where: { ref: { in: [...(clues.refs ?? [])] } }, select: { ref: true } });
  const open = await tx.cycle.findFirstOrThrow({ where: { state: "OPEN" }, select: { id: true } });
  return {
    programme,
    at,
    payments: new Map(known.map((one) => [one.payment.id, one])),
    byEndToEndId: new Map(known.map((one) => [one.payment.endToEndId, one])),
    byCreditorRef: new Map(known.flatMap((one) => (one.payment.creditorRef ? [[one.payment.creditorRef, one]] : []))),
    goingBack: new Map(goingBack.map((one) => [one.payment.endToEndId, one])),
    payers: [...payers.values()],
    receipts: await loadReceipts(tx),
    knownRefs: new Set(refs.map(({ ref }) => ref)),
    undrawnE6: await readBalance(tx, "BANK_COLLATERAL", "COLLATERAL", "LOSS_POOL"),
    openCycleId: open.id,
    touched: new Set(),
    touchedReturns: new Set(),
    changedReceipts: new Set(),
    turnedUp: new Set(),
    fellShort: new Set(),
    steps: [],
  };
}

async function withObligations(
  tx: Tx,
  payments: readonly OwedPayment[],
  payers: ReadonlyMap<string, Payer>,
): Promise<Known[]> {
  const obligations = await tx.obligation.findMany({ where: { id: { in: payments.map((one) => one.obligationId) } } });
  const obligationOf = new Map(obligations.map((one) => [one.id, one]));
  return payments.flatMap((payment): Known[] => {
    const [obligation, payer] = [obligationOf.get(payment.obligationId), payers.get(payment.partnerId)];
    return obligation && payer ? [{ payment, obligation, payer }] : [];
  });
}

async function withReceipts(tx: Tx, payments: readonly ReturnPayment[]): Promise<GoingBack[]> {
  if (payments.length === 0) return [];
  const items = await tx.reconItem.findMany({ where: { id: { in: payments.map((one) => one.receiptItemId) } } });
  const itemOf = new Map(items.map((item) => [item.id, item]));
  return payments.flatMap((payment): GoingBack[] => {
    const item = itemOf.get(payment.receiptItemId);
    return item ? [{ payment, item }] : [];
  });
}

/** The payment that sends a receipt back, by its own id. */
export const returnOf = (desk: Desk, paymentId: string | null): GoingBack | undefined =>
  [...desk.goingBack.values()].find(({ payment }) => payment.id === paymentId);

/** Partners as a bank may name them, by id. */
export async function loadPayers(tx: Tx, partnerIds: readonly string[]): Promise<Map<string, Payer>> {
  const where = { partnerId: { in: [...partnerIds] } };
  const [partners, accounts, entities] = await Promise.all([
    tx.partner.findMany({ where: { id: { in: [...partnerIds] } }, select: { id: true, name: true } }),
    tx.bankAccount.findMany({ where: { ...where, state: { in: ["ACTIVE", "SUPERSEDED"] } } }),
    tx.legalEntity.findMany({ where, select: { partnerId: true, iban: true } }),
  ]);
  const ibans = Map.groupBy([...accounts, ...entities], ({ partnerId }) => partnerId);
  const ibansOf = (id: string) => new Set((ibans.get(id) ?? []).flatMap(({ iban }) => (iban ? [iban] : [])));
  return new Map(partners.map(({ id, name }) => [id, { id, name, ibans: ibansOf(id) }]));
}

async function loadReceipts(tx: Tx): Promise<OpenReceipt[]> {
  const leaving = await findGoingBack(tx);
  const items = await tx.reconItem.findMany({
    where: { source: "BANK", state: { in: [...openStates] }, openE6: { gt: 0n }, id: { notIn: leaving } },
    orderBy: { id: "desc" },
    take: RECEIPTS_MAX,
  });
  const lineIds = items.flatMap(({ bankLineId }) => (bankLineId ? [bankLineId] : []));
  const lines = await tx.bankLine.findMany({ where: { id: { in: lineIds } } });
  const lineOf = new Map(lines.map((line) => [line.id, line]));
  return items.flatMap((item) => {
    const line = lineOf.get(item.bankLineId ?? "");
    return line ? [{ item, line }] : [];
  });
}

/** What is still owed: positive for pay-ins, negative for pay-outs. */
export function openOf({ obligation }: Known, { minorDigits }: Programme): MoneyE6 {
  const owedE6 = obligation.amountMinor * minorUnitE6(minorDigits);
  return owedE6 > 0n ? owedE6 - obligation.paidE6 : owedE6 + obligation.paidE6;
}
