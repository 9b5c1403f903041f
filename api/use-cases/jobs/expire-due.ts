import type { Actor } from "#api/kernel/actor.ts";
import { findExpiring } from "#api/ledger/read/due.ts";
import { can } from "#api/use-cases/can.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { operatorShares } from "#api/use-cases/jobs/operator-shares.ts";
import { CHUNK_DEEDS, postChunk } from "#api/use-cases/jobs/post-chunk.ts";

/** Lets points past their expiry lapse: one deed per member. Answers how many members it reached. */
export async function expireDue(deps: Deps, actor: Actor): Promise<number> {
  can(actor, "job:run");
  const at = deps.clock.now();
  const shares = await operatorShares(deps, at);
  let reached = 0;
  let afterMemberId = "";
  for (;;) {
    const due = await findExpiring(deps.db, { at, afterMemberId, take: CHUNK_DEEDS });
    const last = [...due.keys()].at(-1);
    if (!last) return reached;
    const deeds = [...due].map(([memberId, lots]) => ({
      about: lots.map(({ lotId, available, expired }) => [lotId, available, expired]),
      movement: { kind: "expire" as const, memberId, operatorShareBps: shares(lots.map(({ issuerId }) => issuerId)) },
    }));
    reached += await postChunk(deps, actor, "expireDue", deeds);
    afterMemberId = last;
  }
}
