import type { Actor } from "#api/kernel/actor.ts";
import { may } from "#api/use-cases/can.ts";
import type { Deps } from "#api/use-cases/deps.ts";

/** Where partners pay in: what the operator prints on every statement. */
export type PayInAccount = { holder: string; iban: string; bic: string | null };

/** Null for who has nothing to do with payments, and while the operator has no account in use. */
export async function readPayInAccount({ db }: Deps, actor: Actor): Promise<PayInAccount | null> {
  if (!may(actor, "payment:read")) return null;
  const { id: partnerId } = await db.partner.findFirstOrThrow({ where: { isOperator: true }, select: { id: true } });
  return db.bankAccount.findFirst({
    where: { partnerId, purpose: "SETTLEMENT", state: "ACTIVE" },
    select: { holder: true, iban: true, bic: true },
  });
}
