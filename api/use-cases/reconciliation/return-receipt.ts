import { sepaText } from "#api/formats/sepa-text.ts";
import { type Actor, actorRef } from "#api/kernel/actor.ts";
import { parseIban } from "#api/kernel/iban.ts";
import { newId } from "#api/kernel/ids.ts";
import type { BankLine, PaymentInstruction, ReconItem, Tx } from "#api/sql/rows.ts";
import { checkIban } from "#api/use-cases/banking/iban.ts";
import { can } from "#api/use-cases/can.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { takeKey } from "#api/use-cases/keys.ts";
import { TransitionRefused } from "#api/use-cases/machine.ts";
import { InvalidValue } from "#api/use-cases/partners/refusals.ts";
import { stepOf } from "#api/use-cases/payments/make-instructions.ts";
import { movePayments } from "#api/use-cases/payments/move-payment.ts";
import { requireNotGoingBack } from "#api/use-cases/reconciliation/going-back.ts";
import { lockBankItem } from "#api/use-cases/reconciliation/lock-items.ts";
import { NothingToExplain, PayerUnknown } from "#api/use-cases/reconciliation/refusals.ts";
import { returnId } from "#api/use-cases/settlement/end-to-end-id.ts";
import { recordStep } from "#api/use-cases/transitions.ts";

export type MarkForReturn = {
  itemId: string;
  reason: string;
  /** Whose account it is and which, where the bank does not say from whom the money came, or it went back in vain. */
  holder?: string | null | undefined;
  iban?: string | null | undefined;
  idempotencyKey: string;
};

export type MarkedForReturn = { item: ReconItem; payment: PaymentInstruction };

/**
 * Makes the payment that sends what of a receipt has no owner back to where it came from, and lays it before finance.
 * Until it was withdrawn or refused by the bank, the money is for nobody else; the bank's debit closes the receipt.
 */
export async function markForReturn(deps: Deps, actor: Actor, input: MarkForReturn): Promise<MarkedForReturn> {
  can(actor, "recon:work");
  const { itemId, reason } = input;
  const at = deps.clock.now();
  return deps.db.$transaction(async (tx) => {
    const item = await lockBankItem(tx, itemId);
    const id = newId("paymentInstruction");
    const first = await takeKey(tx, actor, { verb: "markForReturn", input, objectId: id });
    if (first) return { item, payment: await tx.paymentInstruction.findUniqueOrThrow({ where: { id: first } }) };
    if (item.state !== "INVESTIGATING")
      throw new TransitionRefused("reconciliation item", item.id, item.state, "return");
    if (item.openE6 <= 0n) throw new NothingToExplain(item.id);
    await requireNotGoingBack(tx, [item.id]);
    const line = await tx.bankLine.findUniqueOrThrow({ where: { id: item.bankLineId ?? "" } });
    const earlier = await earlierOf(tx, item);
    const creditor = creditorOf(item, line, { ...input, mayDiffer: earlier !== null });
    const draft = await tx.paymentInstruction.create({
      data: {
        id,
        kind: "RETURN",
        state: "DRAFT",
        receiptItemId: item.id,
        ...creditor,
        partnerId: await ownerOf(tx, creditor.creditorIban),
        endToEndId: await freeId(tx, line.bankRef),
        amountE6: item.openE6,
        remittance: `Return of ${line.bankRef}${line.remittance ? `: ${line.remittance}` : ""}`,
        replacesId: earlier?.id ?? null,
        createdAt: at,
      },
    });
    await recordStep(tx, actor, { ...stepOf(at)(draft), reason });
    const moment = { actor, at, reason };
    const [payment = draft] = await movePayments(tx, moment, [draft], "submit", () => ({
      submittedBy: actorRef(actor),
    }));
    return { item, payment };
  });
}

/** The last payment that was to send this money back: of this receipt, or the one that came back with it. */
async function earlierOf(tx: Tx, { id, hubRef }: ReconItem): Promise<PaymentInstruction | null> {
  return tx.paymentInstruction.findFirst({
    where: { kind: "RETURN", OR: [{ receiptItemId: id }, { id: hubRef ?? "", state: "RETURNED" }] },
    orderBy: { id: "desc" },
  });
}

type Named = Pick<MarkForReturn, "holder" | "iban"> & { mayDiffer: boolean };

/** Where the money came from. Anywhere else it goes only if the bank did not say, or could not give it back there. */
function creditorOf({ id }: ReconItem, line: BankLine, { holder, iban, mayDiffer }: Named) {
  const from = parseIban(line.counterpartyIban ?? "");
  const named = iban ? checkIban("iban", iban) : null;
  if (from && named && named !== from && !mayDiffer) throw new InvalidValue("iban", named, `${from}, as the bank says`);
  const creditorIban = named ?? from;
  const creditorName = holder?.trim() || line.counterpartyName;
  if (!creditorIban || !creditorName || !isWritable(creditorName)) throw new PayerUnknown(id);
  return { creditorIban, creditorName };
}

const isWritable = (name: string): boolean => /[A-Za-z0-9]/.test(sepaText(name, 70));

/** The partner whose own account it is; nobody else's business shows to a partner. */
async function ownerOf(tx: Tx, iban: string): Promise<string | null> {
  const account = await tx.bankAccount.findFirst({
    where: { iban, purpose: "PAYOUT", state: { in: ["ACTIVE", "SUPERSEDED"] } },
    select: { partnerId: true },
  });
  return account?.partnerId ?? null;
}

async function freeId(tx: Tx, bankRef: string): Promise<string> {
  for (let attempt = 1; ; attempt += 1) {
    const endToEndId = returnId(bankRef, attempt);
    if (!(await tx.paymentInstruction.findUnique({ where: { endToEndId } }))) return endToEndId;
  }
}
