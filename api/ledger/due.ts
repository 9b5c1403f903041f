import { type Actor, actorRef } from "#api/kernel/actor.ts";
import { fingerprint } from "#api/kernel/fingerprint.ts";
import { newId } from "#api/kernel/ids.ts";
import type { Db } from "#api/sql/client.ts";
import { compositeArray } from "#api/sql/composite.ts";

/** What the clock brings about in wallets: points lapse, or become spendable. */
export type DueEvent = "EXPIRE" | "MATURE";

/** The operator's share of what lapses, basis points: an issuer's own, or everybody's. */
export type BreakageShares = { own: ReadonlyMap<string, number>; others: number };

export type DueChunk = {
  event: DueEvent;
  /** The job's name. */
  kind: string;
  actor: Actor;
  /** Everything is done that is due then. */
  at: Date;
  now: Date;
  memberIds: readonly string[];
  shares: BreakageShares;
};

/** `reached`: members with an entry. `apart`: members whose deeds have to be planned one by one (mature with debts or limits). */
export type DuePosted = { reached: number; apart: string[] };

/**
 * Posts all that is due of some members as one deed with an entry for each, in one call (prisma/sql/12-due.sql), as the
 * recipes `expire` and `mature` would. Who is at a till that moment is waited for when the others are done. What it
 * acts on is read under lock, so that doing it twice does nothing.
 */
export async function postDue(db: Db, chunk: DueChunk): Promise<DuePosted> {
  if (chunk.memberIds.length === 0) return { reached: 0, apart: [] };
  const { busy, ...posted } = await call(db, chunk, false);
  if (busy.length === 0) return posted;
  const after = await call(db, { ...chunk, memberIds: busy }, true);
  return { reached: posted.reached + after.reached, apart: [...posted.apart, ...after.apart] };
}

type Answer = DuePosted & { busy: string[] };

async function call(db: Db, chunk: DueChunk, patient: boolean): Promise<Answer> {
  const { event, kind, actor, at, now, memberIds, shares } = chunk;
  const print = fingerprint({ kind, at, memberIds });
  const [deedId, owner] = [newId("deed"), actorRef(actor)];
  const place = [null, null, null, null];
  const deed = [0, deedId, owner, `${kind}:${deedId}`, print, null, kind, owner, at, ...place];
  const [issuers, bps] = [[...shares.own.keys()], [...shares.own.values()]];
  try {
    const [answer] = await db.$queryRaw<Answer[]>`
      /* ledger_post_due */ SELECT reached, busy, apart FROM ledger_post_due(${now}, ${event}, (${compositeArray([deed])}::post_deed[])[1],
        ${newId("entry")}, ${[...memberIds]}::text[], ${patient}, ${issuers}::text[], ${bps}::int[], ${shares.others}::int)`;
    if (!answer) throw new Error("what is due was posted without an answer");
    return answer;
  } catch (fault) {
    if (!isLimitMet(fault)) throw fault;
    return { reached: 0, apart: [...memberIds], busy: [] };
  }
}

const isLimitMet = (fault: unknown) => fault instanceof Error && fault.message.includes("`ZG001`");

/** How many entries there have been, gaps included: it moves when anybody posts. */
export async function countEntriesBegun(db: Db): Promise<bigint> {
  const [row] = await db.$queryRaw<
    { begun: bigint }[]
  >`/* entries_begun */ SELECT last_value AS begun FROM entry_ord_seq`;
  return row?.begun ?? 0n;
}
