import type { Actor } from "#api/kernel/actor.ts";
import { findMaturing } from "#api/ledger/read/due.ts";
import { can } from "#api/use-cases/can.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { CHUNK_DEEDS, postChunk } from "#api/use-cases/jobs/post-chunk.ts";
import { postAllDue } from "#api/use-cases/jobs/post-due.ts";

const kind = "matureDue";

/**
 * Makes pending points spendable whose time has come: one entry per member. Who owes points, or has points of an issuer
 * at its limit, has a deed of their own. Answers how many members it reached.
 */
export async function matureDue(deps: Deps, actor: Actor): Promise<number> {
  can(actor, "job:run");
  const at = deps.clock.now();
  const due = { event: "MATURE", kind, at, shares: { own: new Map(), others: 0 } } as const;
  return postAllDue(deps, actor, due, async (memberIds) => {
    let reached = 0;
    for (let from = 0; from < memberIds.length; from += CHUNK_DEEDS) {
      const maturing = await findMaturing(deps.db, { at, memberIds: memberIds.slice(from, from + CHUNK_DEEDS) });
      const deeds = maturing.map(({ memberId, lotIds }) => ({
        about: lotIds,
        movement: { kind: "mature" as const, memberId, lotIds },
      }));
      reached += await postChunk(deps, actor, kind, deeds);
    }
    return reached;
  });
}
