import type { Actor } from "#api/kernel/actor.ts";
import { can } from "#api/use-cases/can.ts";
import { refreshCustomers } from "#api/use-cases/customers/refresh-customers.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { layRecount } from "#api/use-cases/segments/request-recount.ts";
import { runRecount } from "#api/use-cases/segments/run-recount.ts";

/** What is done every night: sums all customers anew, and asks everybody for all segments. Answers how many members it asked. */
export async function countEverybody(deps: Deps, actor: Actor): Promise<number> {
  can(actor, "job:run");
  await refreshCustomers(deps, actor);
  const segments = await deps.db.segment.findMany({ where: { state: "ACTIVE" }, select: { id: true } });
  if (segments.length === 0) return 0;
  const ids = segments.map(({ id }) => id);
  const { enqueue: _, ...alone } = deps;
  const { id } = await deps.db.$transaction((tx) => layRecount(alone, tx, actor, ids));
  return (await runRecount(deps, { segmentRecountId: id })).membersDone;
}
