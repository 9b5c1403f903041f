import type { Actor } from "#api/kernel/actor.ts";
import { findTimedOut } from "#api/ledger/read/due.ts";
import { can } from "#api/use-cases/can.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { CHUNK_DEEDS, postChunk } from "#api/use-cases/jobs/post-chunk.ts";
import { findProgramme } from "#api/use-cases/programme/read-programme.ts";
import { graceEnd } from "#api/use-cases/purchases/grace.ts";

/** Gives reservations back whose time ran out. Answers how many. */
export async function releaseTimedOut(deps: Deps, actor: Actor): Promise<number> {
  can(actor, "job:run");
  const at = deps.clock.now();
  const graceExpiresAt = graceEnd(at, await findProgramme(deps));
  let released = 0;
  for (;;) {
    const due = await findTimedOut(deps.db, { at, take: CHUNK_DEEDS });
    const deeds = due.map((burnId) => ({
      about: burnId,
      movement: { kind: "release" as const, burnId, graceExpiresAt, timedOut: true },
    }));
    const posted = await postChunk(deps, actor, "releaseTimedOut", deeds);
    released += posted;
    if (posted === 0) return released;
  }
}
