import type { PaymentInstruction, Tx } from "#api/sql/rows.ts";
import { notifyStaff } from "#api/use-cases/notices/notify.ts";
import { operatorsWhoMay } from "#api/use-cases/notices/who-may.ts";

const NAMED_MAX = 3;

/** Tells those who may send a payment anew which the bank did not carry out or gave back: one notice for all of them. */
export async function tellRefused(
  tx: Tx,
  at: Date,
  payments: readonly Pick<PaymentInstruction, "endToEndId">[],
): Promise<void> {
  if (payments.length === 0) return;
  const named = payments.slice(0, NAMED_MAX).map(({ endToEndId }) => endToEndId);
  const facts = { count: String(payments.length), payments: named.join(", ") };
  const audience = { partnerId: null, roles: operatorsWhoMay("payment:submit") };
  await notifyStaff(tx, audience, { kind: "PAYMENT_REJECTED", facts, href: "/operator/settlement", at });
}
