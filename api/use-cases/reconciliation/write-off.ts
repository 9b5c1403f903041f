import { type MoneyE6, minorUnitE6 } from "#api/kernel/money.ts";
import type { Programme, ReconItem, Tx } from "#api/sql/rows.ts";
import { isOwed } from "#api/use-cases/payments/owed-payment.ts";
import { byHand } from "#api/use-cases/reconciliation/bank-rules.ts";
import { NothingToExplain, WriteOffTooLarge } from "#api/use-cases/reconciliation/refusals.ts";

/** What an item would give up: the rest of a pay-in (positive), money without owner, or a debit nothing explains. */
export async function writeOffOf(tx: Tx, { minorDigits }: Programme, item: ReconItem): Promise<MoneyE6> {
  if (item.openE6 !== 0n) return item.openE6;
  const payment = item.hubRef ? await tx.paymentInstruction.findUnique({ where: { id: item.hubRef } }) : null;
  if (payment?.kind !== "PAY_IN" || !isOwed(payment)) throw new NothingToExplain(item.id);
  const { amountMinor, paidE6 } = await tx.obligation.findUniqueOrThrow({ where: { id: payment.obligationId } });
  const restE6 = amountMinor * minorUnitE6(minorDigits) - paidE6;
  if (restE6 <= 0n) throw new NothingToExplain(item.id);
  return restE6;
}

/** Within the tolerance, and within what its cycle may give up altogether. Answers the amount, never negative. */
export async function requireTolerable(tx: Tx, programme: Programme, item: ReconItem): Promise<MoneyE6> {
  const askedE6 = abs(await writeOffOf(tx, programme, item));
  const earlier = await tx.reconMatch.findMany({
    where: { rule: byHand.WRITE_OFF, undoneAt: null, item: { cycleId: item.cycleId } },
    select: { amountE6: true },
  });
  const usedE6 = earlier.reduce((sum, { amountE6 }) => sum + abs(amountE6), 0n);
  const inCycleE6 = programme.writeOffCycleMaxE6 - usedE6;
  const leftE6 = programme.writeOffMaxE6 < inCycleE6 ? programme.writeOffMaxE6 : inCycleE6;
  if (askedE6 > leftE6) throw new WriteOffTooLarge(leftE6 < 0n ? 0n : leftE6, askedE6);
  return askedE6;
}

const abs = (amountE6: MoneyE6): MoneyE6 => (amountE6 < 0n ? -amountE6 : amountE6);
