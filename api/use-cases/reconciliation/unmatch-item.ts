import { type Actor, actorRef } from "#api/kernel/actor.ts";
import type { ReconItem, ReconMatch, Tx } from "#api/sql/rows.ts";
import { can } from "#api/use-cases/can.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { TransitionRefused } from "#api/use-cases/machine.ts";
import { findProgramme } from "#api/use-cases/programme/read-programme.ts";
import { type Desk, loadDesk } from "#api/use-cases/reconciliation/bank-desk.ts";
import { byHand } from "#api/use-cases/reconciliation/bank-rules.ts";
import { takeBack, unbook } from "#api/use-cases/reconciliation/desk-moves.ts";
import { finishMatch } from "#api/use-cases/reconciliation/finish-match.ts";
import { nextReconState, openStates } from "#api/use-cases/reconciliation/item-states.ts";
import { lockBankItem } from "#api/use-cases/reconciliation/lock-items.ts";
import { moveItem, type ReconMoment } from "#api/use-cases/reconciliation/move-item.ts";
import { NothingToExplain } from "#api/use-cases/reconciliation/refusals.ts";
import { writeDesk } from "#api/use-cases/reconciliation/write-decisions.ts";
import { type CashMovement, layBookings } from "#api/use-cases/settlement/bookings.ts";
import { LONG_TRANSACTION } from "#api/use-cases/transitions.ts";

export type UnmatchReconItem = { itemId: string; reason: string };

/**
 * Finance takes a match back, while the cycle it settled is not settled yet: the money waits for its owner again, the
 * partner owes again, the pay-out is on its way again. What of the line was matched goes back, whether that was all of
 * it, less than was owed, or more.
 */
export async function unmatchReconItem(deps: Deps, actor: Actor, input: UnmatchReconItem): Promise<ReconItem> {
  can(actor, "recon:unmatch");
  const { itemId, reason } = input;
  const programme = await findProgramme(deps);
  const at = deps.clock.now();
  const broken = await deps.db.$transaction(async (tx) => {
    const item = await lockBankItem(tx, itemId);
    nextReconState(item, "unmatch");
    const matches = await tx.reconMatch.findMany({ where: { itemId, undoneAt: null } });
    if (matches.length === 0) throw new TransitionRefused("reconciliation item", item.id, item.state, "unmatch");
    const paymentIds = matches.flatMap(({ paymentId }) => (paymentId ? [paymentId] : []));
    const desk = await loadDesk(tx, programme, at, { paymentIds });
    await requireUnsettled(tx, matches, item);
    await layBookings(
      tx,
      matches.map((match) => ({
        key: `unmatch:${match.id}`,
        kind: "unmatchReconItem",
        subjectId: `unmatched ${match.id}`,
        movements: [undo(desk, item, match)],
        actor,
        reason,
        occurredAt: at,
      })),
    );
    await tx.reconMatch.updateMany({
      where: { itemId, undoneAt: null },
      data: { undoneBy: actorRef(actor), undoneAt: at },
    });
    await writeDesk(tx, desk);
    const moment = { actor, at, reason };
    if (wasReturn(item)) await reopenReceipt(tx, moment, item, matches);
    const openE6 = matches.reduce((sum, { amountE6 }) => sum + amountE6, item.openE6);
    const kind = openE6 > 0n ? ("UNKNOWN_RECEIPT" as const) : ("MISSING_IN_HUB" as const);
    return moveItem(tx, moment, item, "unmatch", { openE6, kind, rule: null, score: null, resolution: null });
  }, LONG_TRANSACTION);
  await finishMatch(deps);
  return broken;
}

/** The mirror of what the match moved. */
function undo(desk: Desk, item: ReconItem, { paymentId, amountE6, rule }: ReconMatch): CashMovement {
  const known = paymentId ? desk.payments.get(paymentId) : undefined;
  if (known && amountE6 > 0n && known.payment.kind === "PAY_IN") {
    takeBack(desk, known, amountE6);
    return { kind: "receiptUnapplied", partnerId: known.payment.partnerId, amountE6 };
  }
  if (known && amountE6 < 0n && known.payment.kind === "PAY_OUT") {
    unbook(desk, known);
    return { kind: "debitExplained", as: "IN_TRANSIT", amountE6 };
  }
  if (!paymentId && amountE6 < 0n && wasReturn(item)) return { kind: "debitExplained", as: "UNAPPLIED", amountE6 };
  if (!paymentId && amountE6 < 0n && (rule === "BANK_CODE" || rule === byHand.EXPLAINED)) {
    return { kind: "debitExplained", as: "BANK_CHARGES", amountE6 };
  }
  throw new NothingToExplain(item.id);
}

/** A debit that sent a receipt back names the receipt's item. */
const wasReturn = ({ hubRef }: ReconItem): boolean => hubRef?.startsWith("rec_") ?? false;

/** The receipt did not go back after all: it waits for its owner again. */
async function reopenReceipt(
  tx: Tx,
  moment: ReconMoment,
  { hubRef }: ReconItem,
  matches: readonly ReconMatch[],
): Promise<void> {
  const receipt = await lockBankItem(tx, hubRef ?? "");
  const openE6 = matches.reduce((sum, { amountE6 }) => sum - amountE6, receipt.openE6);
  if (openStates.includes(receipt.state)) await tx.reconItem.update({ where: { id: receipt.id }, data: { openE6 } });
  else await moveItem(tx, moment, receipt, "unmatch", { openE6, resolution: null });
}

async function requireUnsettled(tx: Tx, matches: readonly ReconMatch[], item: ReconItem): Promise<void> {
  const ids = matches.flatMap(({ obligationId }) => (obligationId ? [obligationId] : []));
  const obligations = await tx.obligation.findMany({ where: { id: { in: ids } }, select: { cycleId: true } });
  const settled = await tx.cycle.findFirst({
    where: {
      id: { in: obligations.map(({ cycleId }) => cycleId) },
      state: { in: ["SETTLED", "SETTLED_WITH_DEFAULT"] },
    },
  });
  if (settled) throw new TransitionRefused("cycle", settled.id, settled.state, `unmatch ${item.id}`);
}
