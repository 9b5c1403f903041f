import { systemActor } from "#api/kernel/actor.ts";
import { creditorReference } from "#api/kernel/iban.ts";
import { newId } from "#api/kernel/ids.ts";
import { minorUnitE6 } from "#api/kernel/money.ts";
import type { CycleRow } from "#api/ledger/cycles.ts";
import type { Obligation, Partner, PaymentInstruction, Tx } from "#api/sql/rows.ts";
import { holdCooling } from "#api/use-cases/banking/hold-cooling.ts";
import type { OwedPayment } from "#api/use-cases/payments/owed-payment.ts";
import { endToEndId } from "#api/use-cases/settlement/end-to-end-id.ts";
import { recordSteps } from "#api/use-cases/transitions.ts";

const CHUNK_OBLIGATIONS = 1_000;

/**
 * Writes down for every obligation of a cycle the transfer that discharges it: a pay-in to expect, or the draft of a
 * pay-out. Called once, in the transaction that makes the obligations binding.
 */
export async function makeInstructions(tx: Tx, cycle: CycleRow, at: Date): Promise<void> {
  const { minorDigits } = await tx.programme.findFirstOrThrow({ select: { minorDigits: true } });
  const obligations = await tx.obligation.findMany({
    where: { cycleId: cycle.id, version: cycle.version, direction: { not: "NIL" } },
    orderBy: { id: "asc" },
  });
  for (let start = 0; start < obligations.length; start += CHUNK_OBLIGATIONS) {
    const chunk = obligations.slice(start, start + CHUNK_OBLIGATIONS);
    const partners = await partnersOf(tx, chunk);
    const made = chunk.map((one) => instructionFor(one, { cycle, minorDigits, partner: partners.get(one.partnerId) }));
    await tx.paymentInstruction.createMany({ data: made.map((one) => ({ ...one, createdAt: at })) });
    await recordSteps(tx, systemActor, made.map(stepOf(at)));
  }
  await holdCooling(tx, at, cycle.id);
}

type NewInstruction = Pick<
  OwedPayment,
  "id" | "kind" | "state" | "obligationId" | "cycleId" | "partnerId" | "endToEndId" | "creditorRef" | "amountE6"
>;

type Around = { cycle: { id: string; seq: number }; minorDigits: number; partner: Partner | undefined };

/** The transfer for what an obligation names; the `attempt`th, where earlier ones failed. */
export function instructionFor(
  { id: obligationId, partnerId, amountMinor }: Obligation,
  { cycle, minorDigits, partner }: Around,
  attempt = 1,
): NewInstruction {
  const isPayIn = amountMinor > 0n;
  const amountE6 = (isPayIn ? amountMinor : -amountMinor) * minorUnitE6(minorDigits);
  return {
    id: newId("paymentInstruction"),
    kind: isPayIn ? "PAY_IN" : "PAY_OUT",
    state: isPayIn ? "EXPECTED" : "DRAFT",
    obligationId,
    cycleId: cycle.id,
    partnerId,
    endToEndId: endToEndId(cycle.seq, partner?.code ?? partnerId, isPayIn ? "IN" : "OUT", attempt),
    creditorRef: isPayIn ? creditorReference(referenceBody(cycle.seq, partnerId)) : null,
    amountE6,
  };
}

/** The cycle, and the end of the partner's id, which is its random part. */
const referenceBody = (seq: number, partnerId: string) => `${seq}Z${partnerId.slice(-12)}`;

export const stepOf =
  (at: Date) =>
  ({ id, state, partnerId }: Pick<PaymentInstruction, "id" | "state" | "partnerId">) => ({
    object: "payment",
    objectId: id,
    from: null,
    to: state,
    at,
    partnerId,
  });

async function partnersOf(tx: Tx, obligations: readonly Obligation[]): Promise<Map<string, Partner>> {
  const ids = obligations.map(({ partnerId }) => partnerId);
  const rows = await tx.partner.findMany({ where: { id: { in: ids } } });
  return new Map(rows.map((row) => [row.id, row]));
}
