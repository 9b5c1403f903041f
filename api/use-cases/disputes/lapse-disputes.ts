import type { Actor } from "#api/kernel/actor.ts";
import { findOverheld } from "#api/ledger/read/disputable.ts";
import { can } from "#api/use-cases/can.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { stepping } from "#api/use-cases/disputes/answer.ts";
import { easeDispute } from "#api/use-cases/disputes/ease-dispute.ts";
import { allOf, nothing, resolve } from "#api/use-cases/disputes/resolve.ts";
import { warnDeadlines } from "#api/use-cases/disputes/warn-deadlines.ts";

const CHUNK_DISPUTES = 200;

/**
 * Reminds whose word is due soon, and decides for whoever said nothing in time: no answer upholds a dispute, no escalation rejects it. An arbitration has
 * no such end; it stays overdue in the work queue. Answers how many lapsed.
 */
export async function lapseDisputes(deps: Deps, actor: Actor): Promise<number> {
  can(actor, "job:run");
  await inChunks(
    () => findOverheld(deps.db, CHUNK_DISPUTES),
    (id) => easeDispute(deps, { id }),
    deps.report,
  );
  await warnDeadlines(deps, actor);
  return inChunks(
    () => findDue(deps),
    (id) => lapse(deps, actor, id),
    deps.report,
  );
}

async function findDue({ db, clock }: Deps): Promise<string[]> {
  const due = await db.dispute.findMany({
    where: { state: { in: ["OPEN", "RESPONDED"] }, deadlineAt: { lte: clock.now() } },
    select: { id: true },
    orderBy: { deadlineAt: "asc" },
    take: CHUNK_DISPUTES,
  });
  return due.map(({ id }) => id);
}

/** Changes nothing when somebody was quicker. */
function lapse(deps: Deps, actor: Actor, id: string): Promise<unknown> {
  return stepping(deps, id, async (tx, dispute) => {
    const { state, deadlineAt } = dispute;
    const isDue = deadlineAt !== null && deadlineAt <= deps.clock.now() && state !== "ARBITRATION";
    if (!isDue) return dispute;
    const upheld = state === "OPEN" ? allOf(dispute) : nothing;
    return resolve(deps, tx, actor, dispute, { event: "lapse", ...upheld, reason: "Nobody answered in time" });
  });
}

/** What was done no longer is found; a chunk in which everything failed would only come again, so it is the last. */
async function inChunks(
  find: () => Promise<string[]>,
  act: (id: string) => Promise<unknown>,
  report: Deps["report"],
): Promise<number> {
  let done = 0;
  for (;;) {
    const before = done;
    for (const id of await find()) {
      try {
        await act(id);
        done++;
      } catch (bug) {
        report?.(bug);
      }
    }
    if (done === before) return done;
  }
}
