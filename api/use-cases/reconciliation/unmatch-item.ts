import { type Actor, actorRef } from "#api/kernel/actor.ts";
import type { ReconItem, ReconMatch, Tx } from "#api/sql/rows.ts";
import { can } from "#api/use-cases/can.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { TransitionRefused } from "#api/use-cases/machine.ts";
import { findProgramme } from "#api/use-cases/programme/read-programme.ts";
import { type Desk, loadDesk, returnOf } from "#api/use-cases/reconciliation/bank-desk.ts";
import { finishMatch } from "#api/use-cases/reconciliation/finish-match.ts";
import { requireNotGoingBack } from "#api/use-cases/reconciliation/going-back.ts";
import { nextReconState, openStates } from "#api/use-cases/reconciliation/item-states.ts";
import { lockBankItem } from "#api/use-cases/reconciliation/lock-items.ts";
import { moveItem, type ReconMoment } from "#api/use-cases/reconciliation/move-item.ts";
import { undoMatch, wasReturn } from "#api/use-cases/reconciliation/undo-match.ts";
import { writeDesk } from "#api/use-cases/reconciliation/write-decisions.ts";
import { layBookings } from "#api/use-cases/settlement/bookings.ts";
import { LONG_TRANSACTION } from "#api/use-cases/transitions.ts";

export type UnmatchReconItem = { itemId: string; reason: string };

/**
 * Finance takes a match back, while the cycle it settled is not settled yet: the money waits for its owner again, the
 * partner owes again, the payment is on its way again. What of the line was matched goes back, whether that was all of
 * it, less than was owed, or more. Transfers between own accounts and recoveries from a default stay: the cash has moved
 * on, and only a movement the other way undoes them.
 */
export async function unmatchReconItem(deps: Deps, actor: Actor, input: UnmatchReconItem): Promise<ReconItem> {
  can(actor, "recon:unmatch");
  const { itemId, reason } = input;
  const programme = await findProgramme(deps);
  const moment = { actor, at: deps.clock.now(), reason };
  const broken = await deps.db.$transaction(async (tx) => {
    const item = await lockBankItem(tx, itemId);
    nextReconState(item, "unmatch");
    const matches = await tx.reconMatch.findMany({ where: { itemId, undoneAt: null } });
    if (matches.length === 0) throw new TransitionRefused("reconciliation item", item.id, item.state, "unmatch");
    const paymentIds = matches.flatMap(({ paymentId }) => (paymentId ? [paymentId] : []));
    const desk = await loadDesk(tx, programme, moment.at, { paymentIds });
    const isSecured = await forgetEntry(tx, item);
    if (!isSecured) await undoAll(tx, moment, desk, item, matches);
    await tx.reconMatch.updateMany({
      where: { itemId, undoneAt: null },
      data: { undoneBy: actorRef(actor), undoneAt: moment.at },
    });
    const broken = await asUnknown(tx, moment, { desk, item, matches: isSecured ? [] : matches });
    await writeDesk(tx, desk);
    return broken;
  }, LONG_TRANSACTION);
  await finishMatch(deps);
  return broken;
}

async function undoAll(
  tx: Tx,
  moment: ReconMoment,
  desk: Desk,
  item: ReconItem,
  matches: readonly ReconMatch[],
): Promise<void> {
  await requireUnsettled(tx, desk, matches, item);
  await requireUnreplaced(tx, desk, matches);
  const { actor, at: occurredAt, reason = null } = moment;
  await layBookings(
    tx,
    matches.map((match) => ({
      key: `unmatch:${match.id}`,
      kind: "unmatchReconItem",
      subjectId: `unmatched ${match.id}`,
      movements: undoMatch(desk, item, match),
      actor,
      reason,
      occurredAt,
    })),
  );
  if (wasReturn(item)) await reopenReceipt(tx, moment, item, matches);
}

/** A line of the segregated account only showed an entry: the books stay, and the line shows it no more. */
async function forgetEntry(tx: Tx, { bankLineId }: ReconItem): Promise<boolean> {
  const { count } = await tx.bankLine.updateMany({
    where: { id: bankLineId ?? "", bankAccount: "COLLATERAL" },
    data: { entryId: null },
  });
  return count > 0;
}

type Broken = { desk: Desk; item: ReconItem; matches: readonly ReconMatch[] };

/** The line as if nobody had ever known what it is. */
async function asUnknown(tx: Tx, moment: ReconMoment, { desk, item, matches }: Broken): Promise<ReconItem> {
  const openE6 = matches.reduce((sum, { amountE6 }) => sum + amountE6, item.openE6);
  const kind = (item.otherValue ?? 0n) > 0n ? ("UNKNOWN_RECEIPT" as const) : ("MISSING_IN_HUB" as const);
  const nobody = { partnerId: null, cycleId: desk.openCycleId, hubRef: null, hubValue: null };
  const unsaid = { rule: null, score: null, resolution: null, suggestions: [] };
  return moveItem(tx, moment, item, "unmatch", { openE6, kind, ...nobody, ...unsaid });
}

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

/** What discharged an obligation of a settled cycle stays. What undid a discharge may itself be undone at any time. */
async function requireUnsettled(tx: Tx, desk: Desk, matches: readonly ReconMatch[], item: ReconItem): Promise<void> {
  const discharging = matches.filter(({ paymentId, amountE6 }) => {
    const kind = desk.payments.get(paymentId ?? "")?.payment.kind;
    return kind === undefined || (kind === "PAY_IN" ? amountE6 > 0n : amountE6 < 0n);
  });
  const ids = discharging.flatMap(({ obligationId }) => (obligationId ? [obligationId] : []));
  const obligations = await tx.obligation.findMany({ where: { id: { in: ids } }, select: { cycleId: true } });
  const settled = await tx.cycle.findFirst({
    where: {
      id: { in: obligations.map(({ cycleId }) => cycleId) },
      state: { in: ["SETTLED", "SETTLED_WITH_DEFAULT"] },
    },
  });
  if (settled) throw new TransitionRefused("cycle", settled.id, settled.state, `unmatch ${item.id}`);
}

/** A payment whose place another took is over, whatever the bank's line was. */
async function requireUnreplaced(tx: Tx, desk: Desk, matches: readonly ReconMatch[]): Promise<void> {
  const ids = matches.flatMap(({ paymentId }) => (paymentId ? [paymentId] : []));
  const next = await tx.paymentInstruction.findFirst({ where: { replacesId: { in: ids }, kind: "PAY_OUT" } });
  if (next?.replacesId) throw new TransitionRefused("payment", next.replacesId, "REPLACED", "unmatch");
  const receipts = ids.flatMap((id) => returnOf(desk, id)?.item.id ?? []);
  await requireNotGoingBack(tx, receipts);
}
