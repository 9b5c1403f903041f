import type { Actor } from "#api/kernel/actor.ts";
import { type BreakageShares, type DueEvent, postDue } from "#api/ledger/due.ts";
import { type DueMember, type DuePlace, dueFromTheStart, findDue } from "#api/ledger/read/due.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { courtesy } from "#api/use-cases/jobs/courtesy.ts";

/** While nobody else posts: chunks side by side, and large, for each costs something whatever it holds. */
const alone = { lanes: 2, lots: 1_000 };
/** A till whose member is in a chunk waits until it is posted. */
const besideTills = { lanes: 1, lots: 100 };
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
  const { worked, lookAgain } = await courtesy(deps);
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
    pace = (await worked(entries, performance.now() - began)) ? alone : besideTills;
    reached += entries;
    if (apart.length === 0) continue;
    reached += await oneByOne(apart);
    await lookAgain();
  }
}

/** Answers whose the next lots are; nobody: there are no more. The next page is read while one is being posted. */
function reading({ db }: Deps, { event, at }: Due): (lots: number) => Promise<string[]> {
  const read = (after: DuePlace) => {
    const page = findDue(db, event, { at, after, lots: PAGE_LOTS });
    page.catch(() => undefined); // told to whoever takes it
    return page;
  };
  let next = read(dueFromTheStart);
  let members: DueMember[] = [];
  return async (lots) => {
    if (members.length === 0) {
      members = await next;
      const last = members.at(-1);
      if (last) next = read(last);
    }
    let taken = 0;
    for (let left = lots; left > 0 && taken < members.length; taken += 1) left -= members[taken]?.lots ?? 0;
    return members.splice(0, taken).map(({ memberId }) => memberId);
  };
}
