import type { Actor } from "#api/kernel/actor.ts";
import { formatMoney } from "#api/kernel/money.ts";
import type { Approval, ReconItem } from "#api/sql/rows.ts";
import { requestApproval } from "#api/use-cases/approvals/request-approval.ts";
import { can } from "#api/use-cases/can.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { findProgramme } from "#api/use-cases/programme/read-programme.ts";
import type { Part } from "#api/use-cases/reconciliation/explain.ts";
import { requireNotGoingBack } from "#api/use-cases/reconciliation/going-back.ts";
import { nextReconState } from "#api/use-cases/reconciliation/item-states.ts";
import { lockBankItems } from "#api/use-cases/reconciliation/lock-items.ts";
import { NothingToExplain } from "#api/use-cases/reconciliation/refusals.ts";
import { requireTolerable } from "#api/use-cases/reconciliation/write-off.ts";

/** Every correcting entry takes two people: a clerk proposes it, finance agrees, and then it is booked. */
export type Proposed = { items: ReconItem[]; approval: Approval };

export type MatchReceipts = {
  /** Receipts under investigation. */
  itemIds: readonly string[];
  /** What goes to which pay-in. */
  parts: readonly Part[];
  reason: string;
  idempotencyKey: string;
};

/** Proposes which pay-ins receipts without owner are for: one or several to one or several; a rest stays without owner. */
export async function matchReceipts(deps: Deps, actor: Actor, input: MatchReceipts): Promise<Proposed> {
  const { itemIds, parts, reason, idempotencyKey } = input;
  const items = await investigated(deps, actor, itemIds);
  for (const { id, openE6 } of items) if (openE6 <= 0n) throw new NothingToExplain(id);
  const payload = {
    itemIds: [...itemIds],
    parts: parts.map(({ paymentId, amountE6 }) => ({ paymentId, amountE6: String(amountE6) })),
  };
  return propose(deps, actor, { action: "matchReceipts", items, payload, reason, idempotencyKey });
}

export type ExplainDebit = {
  itemId: string;
  as: "BANK_CHARGE" | "PAY_OUT" | "RETURNED_RECEIPT";
  /** With PAY_OUT: which. */
  paymentId?: string | null | undefined;
  /** With RETURNED_RECEIPT: the receipt's item. */
  receiptItemId?: string | null | undefined;
  reason: string;
  idempotencyKey: string;
};

/** Proposes what a debit was that nothing explained. */
export async function explainDebit(deps: Deps, actor: Actor, input: ExplainDebit): Promise<Proposed> {
  const { itemId, as, paymentId = null, receiptItemId = null, reason, idempotencyKey } = input;
  const items = await investigated(deps, actor, [itemId], receiptItemId ? [receiptItemId] : []);
  for (const { id, openE6 } of items) if (openE6 >= 0n) throw new NothingToExplain(id);
  const payload = { itemIds: [itemId], as, paymentId, receiptItemId };
  return propose(deps, actor, { action: "explainDebit", items, payload, reason, idempotencyKey });
}

export type WriteOff = { itemId: string; reason: string; idempotencyKey: string };

/** Proposes to give up a difference under the programme's tolerance: what is short of a pay-in, or left of a line. */
export async function writeOffDifference(deps: Deps, actor: Actor, input: WriteOff): Promise<Proposed> {
  const { itemId, reason, idempotencyKey } = input;
  const items = await investigated(deps, actor, [itemId]);
  const programme = await findProgramme(deps);
  const [item] = items;
  const amountE6 = item ? await requireTolerable(deps.db, programme, item) : 0n;
  const payload = { itemIds: [itemId], amount: formatMoney(amountE6) };
  return propose(deps, actor, { action: "writeOffDifference", items, payload, reason, idempotencyKey });
}

/** Items that somebody looks into, and whose money, like that of `others`, is not on its way back. */
function investigated(
  deps: Deps,
  actor: Actor,
  itemIds: readonly string[],
  others: readonly string[] = [],
): Promise<ReconItem[]> {
  can(actor, "recon:work");
  return deps.db.$transaction(async (tx) => {
    const items = await lockBankItems(tx, itemIds);
    for (const item of items) nextReconState(item, "resolve");
    await requireNotGoingBack(tx, [...itemIds, ...others]);
    return items;
  });
}

type Proposal = {
  action: string;
  items: ReconItem[];
  payload: Parameters<typeof requestApproval>[2]["payload"];
  reason: string;
  idempotencyKey: string;
};

async function propose(deps: Deps, actor: Actor, { items, ...proposal }: Proposal): Promise<Proposed> {
  const subjectId = items[0]?.id ?? "";
  return { items, approval: await requestApproval(deps, actor, { ...proposal, subjectId }) };
}
