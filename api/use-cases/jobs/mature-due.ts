import type { Actor } from "#api/kernel/actor.ts";
import { findMaturing } from "#api/ledger/read/due.ts";
import { can } from "#api/use-cases/can.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { CHUNK_DEEDS, postChunk } from "#api/use-cases/jobs/post-chunk.ts";

/** Makes pending points spendable whose time has come: one deed per member. Answers how many members it reached. */
export async function matureDue(deps: Deps, actor: Actor): Promise<number> {
  can(actor, "job:run");
  const at = deps.clock.now();
  let reached = 0;
  let afterMemberId = "";
  for (;;) {
    const due = await findMaturing(deps.db, { at, afterMemberId, take: CHUNK_DEEDS });
    const last = due.at(-1);
    if (!last) return reached;
    const deeds = due.map(({ memberId, lotIds }) => ({
      about: lotIds,
      movement: { kind: "mature" as const, memberId, lotIds },
    }));
    reached += await postChunk(deps, actor, "matureDue", deeds);
    afterMemberId = last.memberId;
  }
}
