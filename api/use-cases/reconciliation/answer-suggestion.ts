import type { Actor } from "#api/kernel/actor.ts";
import type { ReconItem, Tx } from "#api/sql/rows.ts";
import { can } from "#api/use-cases/can.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { findProgramme } from "#api/use-cases/programme/read-programme.ts";
import { loadDesk } from "#api/use-cases/reconciliation/bank-desk.ts";
import { byHand } from "#api/use-cases/reconciliation/bank-rules.ts";
import { applyReceipts, type Explaining, explainPayOut } from "#api/use-cases/reconciliation/explain.ts";
import { finishMatch } from "#api/use-cases/reconciliation/finish-match.ts";
import { requireNotGoingBack } from "#api/use-cases/reconciliation/going-back.ts";
import { nextReconState } from "#api/use-cases/reconciliation/item-states.ts";
import { lockBankItem, lockBankItems } from "#api/use-cases/reconciliation/lock-items.ts";
import { moveItem } from "#api/use-cases/reconciliation/move-item.ts";
import { SuggestionNotFound } from "#api/use-cases/reconciliation/refusals.ts";
import { suggestionsOf } from "#api/use-cases/reconciliation/suggestion.ts";
import { writeDesk } from "#api/use-cases/reconciliation/write-decisions.ts";
import { LONG_TRANSACTION } from "#api/use-cases/transitions.ts";

export type ConfirmSuggestion = {
  itemId: string;
  /** Which of its suggestions, from 0: the best. */
  suggestion?: number | null | undefined;
};

/**
 * A clerk's yes to what the hub suggested: the money goes to whom it suggested. What is left of the line stays a break.
 * Repeating it answers the same item.
 */
export async function confirmSuggestion(deps: Deps, actor: Actor, input: ConfirmSuggestion): Promise<ReconItem> {
  can(actor, "recon:work");
  const programme = await findProgramme(deps);
  const at = deps.clock.now();
  const confirmed = await deps.db.$transaction(async (tx) => {
    const item = await lockBankItem(tx, input.itemId);
    if (item.state === "MATCHED" && item.rule === byHand.CONFIRMED) return item;
    nextReconState(item, "confirm");
    const chosen = suggestionsOf(item)[input.suggestion ?? 0];
    if (!chosen) throw new SuggestionNotFound(item.id);
    const paymentIds = chosen.parts.map(({ paymentId }) => paymentId);
    const desk = await loadDesk(tx, programme, at, { paymentIds });
    const explaining = { actor, at, rule: byHand.CONFIRMED, score: chosen.score, reason: chosen.reasons.join(", ") };
    const [payOut] = chosen.parts;
    const others = await lockBankItems(tx, chosen.withItemIds);
    await requireNotGoingBack(tx, [item.id, ...chosen.withItemIds]);
    const left =
      item.openE6 < 0n && payOut
        ? [await explainPayOut(tx, explaining, desk, { item, paymentId: payOut.paymentId })]
        : await applyReceipts(tx, explaining, desk, { items: [item, ...others], parts: chosen.parts });
    await writeDesk(tx, desk);
    const partnerId = payOut?.partnerId ?? item.partnerId;
    for (const one of left) await close(tx, explaining, one, { partnerId, hubRef: payOut?.paymentId ?? null });
    return lockBankItem(tx, item.id);
  }, LONG_TRANSACTION);
  await finishMatch(deps);
  return confirmed;
}

type About = { partnerId: string | null; hubRef: string | null };

/** Explained whole, it is matched; in part, the rest is a break of its own. */
async function close(tx: Tx, { actor, at, score }: Explaining, item: ReconItem, about: About): Promise<void> {
  const facts = { ...about, openE6: item.openE6 };
  const moment = { actor, at };
  if (item.openE6 === 0n && item.state === "SUGGESTED") {
    await moveItem(tx, moment, item, "confirm", { ...facts, rule: byHand.CONFIRMED, score, kind: null });
  } else if (item.openE6 === 0n) {
    await moveItem(tx, moment, item, "turn up", { ...facts, rule: byHand.CONFIRMED, score });
  } else if (item.state === "SUGGESTED") {
    await moveItem(tx, { ...moment, reason: "Explained in part" }, item, "refuse", { ...facts, kind: "AMOUNT_DIFF" });
  } else {
    await tx.reconItem.update({ where: { id: item.id }, data: facts });
  }
}

export type RefuseSuggestion = { itemId: string; reason: string };

/** A clerk's no: none of the suggestions is right, and somebody has to look into it. */
export async function refuseSuggestion(deps: Deps, actor: Actor, input: RefuseSuggestion): Promise<ReconItem> {
  can(actor, "recon:work");
  const { itemId, reason } = input;
  return deps.db.$transaction(async (tx) => {
    const item = await lockBankItem(tx, itemId);
    if (item.state === "BREAK") return item;
    return moveItem(tx, { actor, at: deps.clock.now(), reason }, item, "refuse");
  });
}
