import type { DueEvent } from "#api/ledger/due.ts";
import type { Tx } from "#api/sql/rows.ts";
import { sql } from "#api/sql/snapshot.ts";

/** Where a look through what is due has come to: earlier days first, then members by their ids. */
export type DuePlace = { dueAt: Date; memberId: string };
export type DueMember = DuePlace & { lots: number };
export const dueFromTheStart: DuePlace = { dueAt: new Date(0), memberId: "" };

/** Whose the next lots are that are due, of each day by itself, and how many of theirs are among so many. */
export async function findDue(
  tx: Tx,
  event: DueEvent,
  { at, after, lots }: { at: Date; after: DuePlace; lots: number },
): Promise<DueMember[]> {
  const [due, day] = {
    EXPIRE: [sql`available > 0`, sql`expires_at`] as const,
    MATURE: [sql`pending > 0 AND blocked_at IS NULL`, sql`matures_at`] as const,
  }[event];
  return tx.$queryRaw<DueMember[]>`
    SELECT due_at AS "dueAt", member_id AS "memberId", count(*)::int AS lots FROM (
      SELECT ${day} AS due_at, member_id FROM lot
      WHERE ${due} AND ${day} <= ${at} AND (${day}, member_id) > (${after.dueAt}::timestamptz, ${after.memberId})
      ORDER BY ${day}, member_id LIMIT ${lots}) next
    GROUP BY due_at, member_id ORDER BY due_at, member_id`;
}

type OfMembers = { at: Date; memberIds: readonly string[] };

/** One member's lots that are due, in the order of their ids. */
export type DueLots = { memberId: string; lotIds: string[] };

/** Pending lots whose time has come. */
export function findMaturing(tx: Tx, { at, memberIds }: OfMembers): Promise<DueLots[]> {
  return tx.$queryRaw<DueLots[]>`
    SELECT member_id AS "memberId", array_agg(id ORDER BY id) AS "lotIds" FROM lot
    WHERE pending > 0 AND blocked_at IS NULL AND matures_at <= ${at} AND member_id = ANY (${[...memberIds]}::text[])
      AND pending + available + reserved > 0
    GROUP BY member_id ORDER BY member_id`;
}

/** Reservations whose time ran out, oldest first. */
export async function findTimedOut(db: Tx, { at, take }: { at: Date; take: number }): Promise<string[]> {
  const rows = await db.burn.findMany({
    where: { state: "RESERVED", expiresAt: { lte: at } },
    orderBy: { expiresAt: "asc" },
    take,
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}
