import type { Actor } from "#api/kernel/actor.ts";
import { can } from "#api/use-cases/can.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { breakageShares } from "#api/use-cases/jobs/operator-shares.ts";
import { postAllDue } from "#api/use-cases/jobs/post-due.ts";

/** Lets points past their expiry lapse: one entry per member. Answers how many members it reached. */
export async function expireDue(deps: Deps, actor: Actor): Promise<number> {
  can(actor, "job:run");
  const at = deps.clock.now();
  const due = { event: "EXPIRE", kind: "expireDue", at, shares: await breakageShares(deps, at) } as const;
  return postAllDue(deps, actor, due, async () => 0);
}
