import type { Actor } from "#api/kernel/actor.ts";
import type { Approval, Programme, ReconItem, Tx } from "#api/sql/rows.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { findProgramme } from "#api/use-cases/programme/read-programme.ts";
import { type Desk, loadDesk } from "#api/use-cases/reconciliation/bank-desk.ts";
import { byHand } from "#api/use-cases/reconciliation/bank-rules.ts";
import { receive } from "#api/use-cases/reconciliation/desk-moves.ts";
import {
  applyReceipts,
  type Explaining,
  explainCharge,
  explainPart,
  explainPayOut,
  explainReturn,
} from "#api/use-cases/reconciliation/explain.ts";
import { finishMatch } from "#api/use-cases/reconciliation/finish-match.ts";
import { requireNotGoingBack } from "#api/use-cases/reconciliation/going-back.ts";
import { nextReconState } from "#api/use-cases/reconciliation/item-states.ts";
import { lockBankItem, lockBankItems } from "#api/use-cases/reconciliation/lock-items.ts";
import { moveItem } from "#api/use-cases/reconciliation/move-item.ts";
import { NothingToExplain } from "#api/use-cases/reconciliation/refusals.ts";
import { writeDesk } from "#api/use-cases/reconciliation/write-decisions.ts";
import { requireTolerable, writeOffOf } from "#api/use-cases/reconciliation/write-off.ts";
import { LONG_TRANSACTION, recordStep } from "#api/use-cases/transitions.ts";

type Deed = { explaining: Explaining; desk: Desk; programme: Programme; items: ReconItem[]; approval: Approval };
type Payload = { itemIds: string[]; parts?: { paymentId: string; amountE6: string }[] } & {
  as?: string;
  paymentId?: string | null;
  receiptItemId?: string | null;
};

const payloadOf = ({ payload }: Approval) => payload as Payload;

/** What runs when finance agrees which pay-ins receipts are for. */
export const receiptsMatched = (deps: Deps, actor: Actor, approval: Approval) =>
  resolve(deps, actor, { approval, rule: byHand.MANUAL }, async (tx, { explaining, desk, items }) => {
    const parts = (payloadOf(approval).parts ?? []).map((part) => ({ ...part, amountE6: BigInt(part.amountE6) }));
    const left = await applyReceipts(tx, explaining, desk, { items, parts });
    await writeDesk(tx, desk);
    for (const item of left) await closeOrKeep(tx, explaining, item, approval);
  });

/** What runs when finance agrees what a debit was. */
export const debitExplained = (deps: Deps, actor: Actor, approval: Approval) =>
  resolve(deps, actor, { approval, rule: byHand.EXPLAINED }, async (tx, deed) => {
    for (const item of await explained(tx, deed)) await closeOrKeep(tx, deed.explaining, item, approval);
  });

async function explained(tx: Tx, { explaining, desk, items, approval }: Deed): Promise<ReconItem[]> {
  const { as, paymentId, receiptItemId } = payloadOf(approval);
  const [item] = items;
  if (!item) return [];
  if (as === "BANK_CHARGE") return [await explainCharge(tx, explaining, item)];
  if (as === "PAY_OUT" && paymentId) {
    const done = await explainPayOut(tx, explaining, desk, { item, paymentId });
    await writeDesk(tx, desk);
    return [done];
  }
  if (as === "RETURNED_RECEIPT" && receiptItemId) {
    return explainReturn(tx, explaining, item, await lockBankItem(tx, receiptItemId));
  }
  throw new NothingToExplain(item.id);
}

/** What runs when finance agrees to give up a difference. */
export const differenceWrittenOff = (deps: Deps, actor: Actor, approval: Approval) =>
  resolve(deps, actor, { approval, rule: byHand.WRITE_OFF }, async (tx, { explaining, desk, programme, items }) => {
    const [item] = items;
    if (!item) return;
    await requireTolerable(tx, programme, item);
    const amountE6 = await writeOffOf(tx, programme, item);
    const known = item.openE6 === 0n && item.hubRef ? (desk.payments.get(item.hubRef) ?? null) : null;
    if (known) receive(desk, known, amountE6, false);
    const of = known ? "DUE" : amountE6 > 0n ? "UNAPPLIED" : "UNEXPLAINED";
    const partnerId = known?.payment.partnerId ?? "";
    const movement = { kind: "writeOff", of, partnerId, amountE6: known ? amountE6 : -amountE6 } as const;
    await explainPart(tx, explaining, item, { known, amountE6, movement });
    await moveItem(tx, momentOf(explaining, approval), item, "write off", { openE6: 0n, resolution: approval.reason });
    await writeDesk(tx, desk);
  });

/** Holds the items still, lets the deed explain them, and books it. Done once: an item no longer open stays as it is. */
async function resolve(
  deps: Deps,
  actor: Actor,
  { approval, rule }: { approval: Approval; rule: string },
  explain: (tx: Tx, deed: Deed) => Promise<void>,
): Promise<void> {
  const programme = await findProgramme(deps);
  const at = deps.clock.now();
  const { itemIds, parts = [], paymentId, receiptItemId } = payloadOf(approval);
  await deps.db.$transaction(async (tx) => {
    const items = await lockBankItems(tx, itemIds);
    const done = await tx.transition.findFirst({ where: { objectId: { in: itemIds }, approvalId: approval.id } });
    if (done) return;
    for (const item of items) nextReconState(item, "resolve");
    await requireNotGoingBack(tx, [...itemIds, ...(receiptItemId ? [receiptItemId] : [])]);
    const hubRefs = items.flatMap(({ hubRef }) => (hubRef ? [hubRef] : []));
    const paymentIds = [...parts.map((part) => part.paymentId), ...(paymentId ? [paymentId] : []), ...hubRefs];
    const desk = await loadDesk(tx, programme, at, { paymentIds });
    const explaining = { actor, at, rule, score: 100, reason: approval.reason };
    await explain(tx, { explaining, desk, programme, items, approval });
  }, LONG_TRANSACTION);
  await finishMatch(deps);
}

/** Nothing left of it: resolved. Something left: looked into further. */
async function closeOrKeep(tx: Tx, explaining: Explaining, item: ReconItem, approval: Approval): Promise<void> {
  const facts = { openE6: item.openE6, hubRef: item.hubRef, rule: explaining.rule, score: explaining.score };
  const moment = momentOf(explaining, approval);
  if (item.openE6 !== 0n) {
    await tx.reconItem.update({ where: { id: item.id }, data: { ...facts, kind: "AMOUNT_DIFF" } });
    const step = { object: "reconciliation item", objectId: item.id, from: item.state, to: item.state };
    const { actor, ...when } = moment;
    await recordStep(tx, actor, { ...step, ...when });
  } else {
    const event = item.state === "INVESTIGATING" ? "resolve" : "turn up";
    await moveItem(tx, moment, item, event, { ...facts, resolution: approval.reason });
  }
}

const momentOf = ({ actor, at, reason }: Explaining, { id: approvalId }: Approval) => ({
  actor,
  at,
  reason,
  approvalId,
});
