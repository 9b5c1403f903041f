import type { Actor } from "#api/kernel/actor.ts";
import type { Approval } from "#api/sql/rows.ts";
import { may } from "#api/use-cases/can.ts";
import type { Deps } from "#api/use-cases/deps.ts";

/** The decision that was proposed last and waits for finance, by dispute; the operator's only. */
export async function findProposals(
  deps: Deps,
  actor: Actor,
  disputeIds: readonly string[],
): Promise<Map<string, Approval>> {
  if (!may(actor, "approval:read")) return new Map();
  const rows = await deps.db.approval.findMany({
    where: { action: "decideDispute", subjectId: { in: [...disputeIds] }, state: "WAITING" },
    orderBy: { id: "asc" },
  });
  return new Map(rows.map((row) => [row.subjectId, row]));
}
