import type { AccountHolder, PaymentOrder } from "#api/formats/pain001.ts";
import type { BankAccount, PaymentFile, PaymentInstruction, Programme, Tx } from "#api/sql/rows.ts";
import { findOperatorAccount } from "#api/use-cases/banking/operator-account.ts";
import { businessDay } from "#api/use-cases/cycles/calendar.ts";
import { isReturn } from "#api/use-cases/payments/owed-payment.ts";

/** A file's payments as the bank is to carry them out, in the order given. */
export async function orderOf(
  tx: Tx,
  { timeZone, currency }: Programme,
  file: Pick<PaymentFile, "messageId" | "createdAt">,
  payments: readonly PaymentInstruction[],
): Promise<PaymentOrder> {
  const debtor = await findOperatorAccount(tx, "SETTLEMENT");
  const ids = payments.flatMap(({ bankAccountId }) => (bankAccountId === null ? [] : [bankAccountId]));
  const accounts = await tx.bankAccount.findMany({ where: { id: { in: ids } } });
  const byId = new Map(accounts.map((account): [string, BankAccount] => [account.id, account]));
  const executeOn = businessDay(file.createdAt, timeZone).toISOString().slice(0, 10);
  return {
    messageId: file.messageId,
    createdAt: file.createdAt,
    debtor: { name: debtor.holder, iban: debtor.iban, bic: debtor.bic },
    currency,
    transfers: payments.map((payment) => {
      const { endToEndId, amountE6, remittance } = payment;
      const creditor = creditorOf(payment, byId);
      return { endToEndId, executeOn, amountE6, creditor, remittance: remittance ?? endToEndId };
    }),
  };
}

/** A partner's account as two people agreed on it; what goes back, goes where it came from. */
function creditorOf(payment: PaymentInstruction, accounts: ReadonlyMap<string, BankAccount>): AccountHolder {
  if (isReturn(payment)) return { name: payment.creditorName ?? "", iban: payment.creditorIban, bic: null };
  const account = accounts.get(payment.bankAccountId ?? "");
  if (!account) throw new Error(`payment ${payment.id} goes to no account`);
  const { holder: name, iban, bic } = account;
  return { name, iban, bic };
}
