import type { Actor } from "#api/kernel/actor.ts";
import { type BreakageShares, type DueEvent, postDue } from "#api/ledger/due.ts";
import { type DueRow, dueFromTheStart, findDue } from "#api/ledger/read/due.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { courtesy } from "#api/use-cases/jobs/courtesy.ts";

/** While nobody else posts: chunks side by side, and large, for each costs something whatever it holds. */
const alone = { lanes: 2, lots: 1_000 };
/** A till whose member is in a chunk waits until it is posted. */
const besideTills = { lanes: 1, lots: 200 };
const PAGE_LOTS = 20_000;

export type Due = { event: DueEvent; kind: string; at: Date; shares: BreakageShares };

/**
 * Posts all that is due, chunk by chunk, each in one call of the database; `oneByOne` posts for members who have to be
 * looked at singly. While others post, one small chunk at a time with rests between. Answers how many members it reached.
 */
export async function postAllDue(
  deps: Deps,
  actor: Actor,
  due: Due,
  oneByOne: (memberIds: string[]) => Promise<number>,
): Promise<number> {
  const next = reading(deps, due);
  const { worked } = await courtesy(deps);
  let reached = 0;
  let pace = alone;
  for (;;) {
    const began = performance.now();
    const round: string[][] = [];
    for (let lane = 0; lane < pace.lanes; lane += 1) round.push(await next(pace.lots));
    if (round.every((memberIds) => memberIds.length === 0)) return reached;
    const now = deps.clock.now();
    const posted = await Promise.all(round.map((memberIds) => postDue(deps.db, { ...due, actor, now, memberIds })));
    const entries = posted.reduce((sum, one) => sum + one.reached, 0);
    const apart = posted.flatMap((one) => one.apart);
    reached += entries + (apart.length > 0 ? await oneByOne(apart) : 0);
    pace = (await worked(entries, performance.now() - began)) ? alone : besideTills;
  }
}

/** Answers whose the next lots are, each member once; nobody: there are no more. */
function reading({ db }: Deps, { event, at }: Due): (lots: number) => Promise<string[]> {
  let after = dueFromTheStart;
  let rows: DueRow[] = [];
  return async (lots) => {
    if (rows.length === 0) rows = await findDue(db, event, { at, after, take: PAGE_LOTS });
    const chunk = rows.splice(0, lots);
    after = chunk.at(-1) ?? after;
    return [...new Set(chunk.map(({ memberId }) => memberId))];
  };
}
