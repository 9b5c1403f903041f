import { type Actor, actorRef } from "#api/kernel/actor.ts";
import { newId } from "#api/kernel/ids.ts";
import type { BankAccount } from "#api/sql/rows.ts";
import { requestApproval } from "#api/use-cases/approvals/request-approval.ts";
import { checkBic, checkIban } from "#api/use-cases/banking/iban.ts";
import { can } from "#api/use-cases/can.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { takeKey } from "#api/use-cases/keys.ts";
import { InvalidValue, PartnerNotFound } from "#api/use-cases/partners/refusals.ts";
import { checkText } from "#api/use-cases/partners/values.ts";
import { recordStep } from "#api/use-cases/transitions.ts";

export type ProposeBankAccount = {
  partnerId: string;
  purpose: BankAccount["purpose"];
  holder: string;
  iban: string;
  bic?: string | null | undefined;
  reason: string;
  idempotencyKey: string;
};

/**
 * Lays a bank account before finance: where a partner is paid, or one of the operator's own. Nothing goes there before
 * somebody else agreed, and after a change not before some days have passed.
 */
export async function proposeBankAccount(deps: Deps, actor: Actor, input: ProposeBankAccount): Promise<BankAccount> {
  const { partnerId, purpose } = input;
  can(actor, purpose === "PAYOUT" ? "bankAccount:propose" : "bankAccount:proposeOwn", { partnerId });
  const holder = checkText("holder", input.holder);
  const [iban, bic] = [checkIban("iban", input.iban), checkBic(input.bic)];
  const reason = checkText("reason", input.reason);
  const at = deps.clock.now();
  const account = await deps.db.$transaction(async (tx) => {
    const id = newId("bankAccount");
    const first = await takeKey(tx, actor, { verb: "proposeBankAccount", input, objectId: id });
    if (first) return tx.bankAccount.findUniqueOrThrow({ where: { id: first } });
    const partner = await tx.partner.findUnique({ where: { id: partnerId } });
    if (!partner) throw new PartnerNotFound(partnerId);
    if (partner.isOperator === (purpose === "PAYOUT")) {
      throw new InvalidValue("purpose", purpose, partner.isOperator ? "SETTLEMENT or COLLATERAL" : "PAYOUT");
    }
    await recordStep(tx, actor, {
      object: "bank account",
      objectId: id,
      from: null,
      to: "PROPOSED",
      at,
      reason,
      partnerId,
    });
    const proposed = { partnerId, purpose, holder, iban, bic, proposedBy: actorRef(actor), createdAt: at };
    return tx.bankAccount.create({ data: { id, ...proposed } });
  });
  const payload = { partnerId, purpose, holder, iban, bic };
  const request = { action: "proposeBankAccount", subjectId: account.id, payload, reason };
  const approval = await requestApproval(deps, actor, { ...request, idempotencyKey: `approval of ${account.id}` });
  return deps.db.bankAccount.update({ where: { id: account.id }, data: { approvalId: approval.id } });
}
