import type { BankAccount, Tx } from "#api/sql/rows.ts";
import { BankAccountMissing } from "#api/use-cases/payments/refusals.ts";

/** The operator's own account in use. */
export async function findOperatorAccount(tx: Tx, purpose: "SETTLEMENT" | "COLLATERAL"): Promise<BankAccount> {
  const { id: partnerId } = await tx.partner.findFirstOrThrow({ where: { isOperator: true }, select: { id: true } });
  const account = await tx.bankAccount.findFirst({ where: { partnerId, purpose, state: "ACTIVE" } });
  if (!account) throw new BankAccountMissing(partnerId, purpose);
  return account;
}
