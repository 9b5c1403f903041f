import { type Actor, actorRef, partnerOf } from "#api/kernel/actor.ts";
import { ringCycle } from "#api/ledger/cycles.ts";
import type { Statement } from "#api/sql/rows.ts";
import { can } from "#api/use-cases/can.ts";
import { StatementNotFound, StatementSuperseded } from "#api/use-cases/cycles/refusals.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { recordStep } from "#api/use-cases/transitions.ts";

export type ConfirmStatement = { statementId: string };

/** A partner's own yes to its statement. When all have said it, finance need not wait for the end of the review. */
export async function confirmStatement(
  deps: Deps,
  actor: Actor,
  { statementId }: ConfirmStatement,
): Promise<Statement> {
  can(actor, "statement:confirm");
  const statement = await deps.db.statement.findUnique({ where: { id: statementId } });
  if (!statement || statement.partnerId !== partnerOf(actor)) throw new StatementNotFound(statementId);
  const at = deps.clock.now();
  return deps.db.$transaction(async (tx) => {
    const { count } = await tx.statement.updateMany({
      where: { id: statementId, supersededAt: null, confirmedAt: null },
      data: { confirmedBy: actorRef(actor), confirmedAt: at },
    });
    const kept = await tx.statement.findUniqueOrThrow({ where: { id: statementId } });
    if (kept.supersededAt) throw new StatementSuperseded(statementId);
    if (count === 1) {
      const step = { object: "statement", objectId: statementId, from: "PUBLISHED", to: "CONFIRMED", at };
      await recordStep(tx, actor, { ...step, partnerId: kept.partnerId });
      await ringCycle(tx, kept.cycleId);
    }
    return kept;
  });
}
