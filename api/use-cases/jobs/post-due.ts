import type { Actor } from "#api/kernel/actor.ts";
import { type BreakageShares, type DueEvent, postDue } from "#api/ledger/due.ts";
import { dueFromTheStart, findDue } from "#api/ledger/read/due.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { courtesy } from "#api/use-cases/jobs/courtesy.ts";

/** Chunks posted side by side while nobody else posts. */
const LANES = 2;
/** A till whose member is in a chunk waits until it is posted. */
const CHUNK_LOTS = 1_000;
const PAGE_LOTS = 20 * CHUNK_LOTS;

export type Due = { event: DueEvent; kind: string; at: Date; shares: BreakageShares };

/**
 * Posts all that is due, chunk by chunk, each in one call of the database; `oneByOne` posts for members who have to be
 * looked at singly. While others post, one chunk at a time with rests between. Answers how many members it reached.
 */
export async function postAllDue(
  deps: Deps,
  actor: Actor,
  due: Due,
  oneByOne: (memberIds: string[]) => Promise<number>,
): Promise<number> {
  const chunks = membersDue(deps, due);
  const { worked } = await courtesy(deps);
  let reached = 0;
  let lanes = LANES;
  for (;;) {
    const began = performance.now();
    const round = await take(chunks, lanes);
    if (round.length === 0) return reached;
    const now = deps.clock.now();
    const posted = await Promise.all(round.map((memberIds) => postDue(deps.db, { ...due, actor, now, memberIds })));
    const entries = posted.reduce((sum, one) => sum + one.reached, 0);
    const apart = posted.flatMap((one) => one.apart);
    reached += entries + (apart.length > 0 ? await oneByOne(apart) : 0);
    lanes = (await worked(entries, performance.now() - began)) ? LANES : 1;
  }
}

async function* membersDue({ db }: Deps, { event, at }: Due): AsyncGenerator<string[]> {
  let after = dueFromTheStart;
  for (;;) {
    const rows = await findDue(db, event, { at, after, take: PAGE_LOTS });
    const last = rows.at(-1);
    if (!last) return;
    for (let from = 0; from < rows.length; from += CHUNK_LOTS) {
      yield [...new Set(rows.slice(from, from + CHUNK_LOTS).map(({ memberId }) => memberId))];
    }
    after = last;
  }
}

async function take<Item>(items: AsyncGenerator<Item>, most: number): Promise<Item[]> {
  const taken: Item[] = [];
  while (taken.length < most) {
    const { value, done } = await items.next();
    if (done) break;
    taken.push(value);
  }
  return taken;
}
