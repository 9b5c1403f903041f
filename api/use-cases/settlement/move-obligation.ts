import type { Actor } from "#api/kernel/actor.ts";
import type { MoneyE6 } from "#api/kernel/money.ts";
import type { Obligation, Tx } from "#api/sql/rows.ts";
import { nextObligationState, type ObligationEvent } from "#api/use-cases/settlement/obligation-states.ts";
import { recordStep } from "#api/use-cases/transitions.ts";

export type Moment = { actor: Actor; at: Date; reason?: string | null; approvalId?: string | null };

/** Takes an obligation one step along its table and leaves the trace. Callers hold the settlement lock. */
export async function moveObligation(
  tx: Tx,
  { actor, ...when }: Moment,
  obligation: Obligation,
  event: ObligationEvent,
  paidE6: MoneyE6 = obligation.paidE6,
): Promise<Obligation> {
  const to = nextObligationState(obligation, event);
  const { id: objectId, state: from } = obligation;
  if (from !== to) await recordStep(tx, actor, { object: "obligation", objectId, from, to, ...when });
  return tx.obligation.update({ where: { id: objectId }, data: { state: to, paidE6 } });
}
