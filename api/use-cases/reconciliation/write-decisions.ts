import { systemActor } from "#api/kernel/actor.ts";
import { newId } from "#api/kernel/ids.ts";
import type { BankLine, ReconItem, ReconMatch, Tx } from "#api/sql/rows.ts";
import { type Decision, scoreOf } from "#api/use-cases/reconciliation/bank-decision.ts";
import type { Desk } from "#api/use-cases/reconciliation/bank-desk.ts";
import { openStates } from "#api/use-cases/reconciliation/item-states.ts";
import { moveItem } from "#api/use-cases/reconciliation/move-item.ts";
import { keepSuggestions } from "#api/use-cases/reconciliation/suggestion.ts";
import { recordSteps, type Step } from "#api/use-cases/transitions.ts";

export type NewItem = Omit<ReconItem, "suggestions"> & { suggestions: ReturnType<typeof keepSuggestions> };
type NewMatch = Omit<ReconMatch, "undoneBy" | "undoneAt">;

/** The item and the matches that a decision makes of a bank line. */
export function itemOf(
  line: Pick<BankLine, "id" | "bankRef" | "amountE6">,
  decision: Decision,
  { at, currency, openCycleId }: { at: Date; currency: string; openCycleId: string },
): { item: NewItem; matches: NewMatch[] } {
  const { rule, kind, partnerId, hubRef, hubValue, openE6, suggestions } = decision;
  const agrees = rule !== null && (kind === null || kind === "BANK_FEE");
  const state = agrees ? "MATCHED" : suggestions.length > 0 ? "SUGGESTED" : "BREAK";
  const best = suggestions[0];
  const item: NewItem = {
    id: newId("reconItem"),
    source: "BANK",
    kind,
    state,
    partnerId: partnerId ?? (best && onlyPartner(suggestions)) ?? null,
    cycleId: decision.cycleId ?? openCycleId,
    bankLineId: line.id,
    fileId: null,
    fileLine: null,
    event: null,
    hubRef,
    otherRef: line.bankRef,
    openE6,
    hubValue: hubValue ?? (agrees ? line.amountE6 : null),
    otherValue: line.amountE6,
    unit: currency,
    rule,
    score: scoreOf(rule) ?? best?.score ?? null,
    suggestions: keepSuggestions(suggestions),
    takenBy: null,
    resolution: null,
    openedAt: at,
    closedAt: state === "MATCHED" ? at : null,
  };
  const matches = decision.explained.map(
    (part): NewMatch => ({
      id: newId("reconMatch"),
      itemId: item.id,
      ...part,
      rule: rule ?? "",
      score: scoreOf(rule) ?? 0,
      reason: null,
      matchedBy: "system",
      matchedAt: at,
    }),
  );
  return { item, matches };
}

/** Whom all suggestions point to, if to one partner. */
function onlyPartner(suggestions: Decision["suggestions"]): string | null {
  const ids = new Set(suggestions.flatMap(({ parts }) => parts.map(({ partnerId }) => partnerId)));
  return ids.size === 1 ? ([...ids][0] ?? null) : null;
}

export const stepOfItem =
  (at: Date) =>
  ({ id: objectId, state: to, partnerId }: Pick<ReconItem, "id" | "state" | "partnerId">): Step => ({
    object: "reconciliation item",
    objectId,
    from: "NEW",
    to,
    at,
    partnerId,
  });

/** Writes what comparing changed on the desk: payments, obligations, receipts that went back, breaks that closed or opened. */
export async function writeDesk(tx: Tx, desk: Desk): Promise<void> {
  const touched = [...desk.touched];
  const payments = [...touched, ...desk.touchedReturns].map(({ payment }) => payment);
  await tx.$executeRaw`
    UPDATE payment_instruction p SET state = n.state::payment_state, received_e6 = n.received, provisional_until = n.until,
      bank_answer = n.answer
    FROM unnest(${payments.map(({ id }) => id)}::text[], ${payments.map(({ state }) => state)}::text[],
      ${payments.map(({ receivedE6 }) => receivedE6)}::bigint[], ${payments.map((one) => one.provisionalUntil)}::timestamptz[],
      ${payments.map(({ bankAnswer }) => bankAnswer)}::text[]) AS n(id, state, received, until, answer)
    WHERE p.id = n.id`;
  const obligations = touched.map(({ obligation }) => obligation);
  await tx.$executeRaw`
    UPDATE obligation o SET state = n.state::obligation_state, paid_e6 = n.paid
    FROM unnest(${obligations.map(({ id }) => id)}::text[], ${obligations.map(({ state }) => state)}::text[],
      ${obligations.map(({ paidE6 }) => paidE6)}::bigint[]) AS n(id, state, paid)
    WHERE o.id = n.id`;
  await recordSteps(tx, systemActor, desk.steps);
  for (const { item } of desk.changedReceipts) await writeReceipt(tx, desk.at, item);
  await closeTurnedUp(tx, desk.at, [...desk.turnedUp]);
  await openFellShort(tx, desk.at, [...desk.fellShort]);
}

/** Nothing of it is left: closed. Something is here again: somebody has to look. */
async function writeReceipt(tx: Tx, at: Date, item: ReconItem): Promise<void> {
  const { id, openE6, state } = item;
  const isOpen = openStates.includes(state);
  const moment = { actor: systemActor, at };
  if (isOpen && openE6 === 0n) await moveItem(tx, { ...moment, reason: "It went back" }, item, "turn up", { openE6 });
  else if (!isOpen && openE6 > 0n) {
    await moveItem(tx, { ...moment, reason: "It did not go back" }, item, "unmatch", { openE6, resolution: null });
  } else await tx.reconItem.update({ where: { id }, data: { openE6 } });
}

/** Breaks that closed by themselves when a pay-in was whole are breaks again when it no longer is. */
async function openFellShort(tx: Tx, at: Date, paymentIds: readonly string[]): Promise<void> {
  if (paymentIds.length === 0) return;
  const items = await tx.reconItem.findMany({
    where: {
      source: "BANK",
      hubRef: { in: [...paymentIds] },
      kind: { in: ["SHORT_RECEIPT", "MISSING_RECEIPT"] },
      state: "RESOLVED",
      resolution: null,
    },
  });
  for (const item of items) await moveItem(tx, { actor: systemActor, at, reason: "The rest is gone" }, item, "unmatch");
}

/** What was short or missing of a payment has come: nobody needs to look into it any more. */
export async function closeTurnedUp(tx: Tx, at: Date, paymentIds: readonly string[]): Promise<void> {
  if (paymentIds.length === 0) return;
  const items = await tx.reconItem.findMany({
    where: {
      source: "BANK",
      hubRef: { in: [...paymentIds] },
      kind: { in: ["SHORT_RECEIPT", "MISSING_RECEIPT"] },
      state: { in: [...openStates] },
      openE6: 0n,
    },
  });
  for (const item of items) await moveItem(tx, { actor: systemActor, at, reason: "The rest came" }, item, "turn up");
}
