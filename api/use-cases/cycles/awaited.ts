import type { Tx } from "#api/sql/rows.ts";
import { ApprovalAwaited } from "#api/use-cases/cycles/refusals.ts";

/** Refuses while a request of this kind about the cycle waits: what is decided here would make it void unseen. */
export async function requireNothingAwaited(tx: Tx, cycleId: string, action: string): Promise<void> {
  const waiting = await tx.approval.findFirst({ where: { subjectId: cycleId, action, state: "WAITING" } });
  if (waiting) throw new ApprovalAwaited(waiting.id);
}
