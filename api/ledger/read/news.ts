import type { Points } from "#api/kernel/points.ts";
import type { Tx } from "#api/sql/rows.ts";

/** The number of the last entry, with none before it on its way; to be asked in a transaction that does no more. */
export async function findSettledEntry(tx: Tx): Promise<bigint> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(cycle_lock_key())`;
  const [last] = await tx.$queryRaw<{ ord: bigint }[]>`
    SELECT CASE WHEN is_called THEN last_value ELSE 0 END AS ord FROM entry_ord_seq`;
  return last?.ord ?? 0n;
}

/** Points of a member that were spent somewhere. */
export type Spending = {
  entryId: string;
  ord: bigint;
  memberId: string;
  redeemerId: string;
  points: Points;
  occurredAt: Date;
};

/** What was spent by entries after one and up to another, in their order, as far as it happened since `since`. */
export function findSpendings(
  tx: Tx,
  { after, upTo, since, take }: { after: bigint; upTo: bigint; since: Date; take: number },
): Promise<Spending[]> {
  return tx.$queryRaw<Spending[]>`
    SELECT e.id AS "entryId", e.ord, b.member_id AS "memberId", b.redeemer_id AS "redeemerId", b.captured AS points,
      e.occurred_at AS "occurredAt"
    FROM entry e JOIN burn b ON b.id = e.burn_id
    WHERE e.ord > ${after} AND e.ord <= ${upTo} AND e.event = 'CAPTURE' AND b.captured > 0 AND e.occurred_at > ${since}
    ORDER BY e.ord LIMIT ${take}`;
}

/** What a member loses on a local day, YYYY-MM-DD, unless it is spent before. */
export type Lapsing = { memberId: string; day: string; points: Points };

export type LapsingSpan = {
  /** Lots that expire after this instant … */
  after: Date;
  /** … and no later than this one. */
  upTo: Date;
  timeZone: string;
  afterMemberId: string;
  take: number;
};

/** Points that lapse in a span, by member and day; members in the order of their ids, a chunk at a time. */
export function findLapsing(tx: Tx, { after, upTo, timeZone, afterMemberId, take }: LapsingSpan): Promise<Lapsing[]> {
  return tx.$queryRaw<Lapsing[]>`
    WITH members AS (
      SELECT DISTINCT member_id FROM lot
      WHERE expires_at > ${after} AND expires_at <= ${upTo} AND available > 0 AND member_id > ${afterMemberId}
      ORDER BY member_id LIMIT ${take}
    )
    SELECT l.member_id AS "memberId", (l.expires_at AT TIME ZONE ${timeZone})::date::text AS day, sum(l.available)::bigint AS points
    FROM lot l JOIN members USING (member_id)
    WHERE l.expires_at > ${after} AND l.expires_at <= ${upTo} AND l.available > 0
    GROUP BY 1, 2 ORDER BY 1, 2`;
}
