import type { PaymentOrder } from "#api/formats/pain001.ts";
import type { BankAccount, PaymentFile, PaymentInstruction, Programme, Tx } from "#api/sql/rows.ts";
import { findOperatorAccount } from "#api/use-cases/banking/operator-account.ts";
import { businessDay } from "#api/use-cases/cycles/calendar.ts";

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
    transfers: payments.map(({ id, endToEndId, amountE6, bankAccountId }) => {
      const creditor = byId.get(bankAccountId ?? "");
      if (!creditor) throw new Error(`payment ${id} goes to no account`);
      const { holder: name, iban, bic } = creditor;
      return { endToEndId, executeOn, amountE6, creditor: { name, iban, bic }, remittance: endToEndId };
    }),
  };
}
