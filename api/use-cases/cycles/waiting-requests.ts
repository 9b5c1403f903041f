import type { Actor } from "#api/kernel/actor.ts";
import type { Approval } from "#api/sql/rows.ts";
import { may } from "#api/use-cases/can.ts";
import type { Deps } from "#api/use-cases/deps.ts";

/** What waits for a second person about cycles, oldest first; the operator's only. */
export async function findWaitingRequests(
  { db }: Deps,
  actor: Actor,
  cycleIds: readonly string[],
): Promise<Map<string, Approval[]>> {
  if (!may(actor, "approval:read")) return new Map();
  const rows = await db.approval.findMany({
    where: { subjectId: { in: [...cycleIds] }, state: "WAITING" },
    orderBy: { id: "asc" },
  });
  return Map.groupBy(rows, ({ subjectId }) => subjectId);
}
