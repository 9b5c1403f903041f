import type { Tx } from "#api/sql/rows.ts";

/** A member and the local day of the last purchase they kept something of, YYYY-MM-DD. */
export type Silent = { memberId: string; day: string };

export type SilentSpan = {
  /** The last purchase was in these days, both included … */
  from: string;
  to: string;
  /** … at this partner; null: anywhere. */
  partnerId: string | null;
  afterMemberId: string;
  take: number;
};

/** Members who bought last in a span of days and nothing since, in the order of their ids. */
export function findSilent(tx: Tx, { from, to, partnerId, afterMemberId, take }: SilentSpan): Promise<Silent[]> {
  return tx.$queryRaw<Silent[]>`
    SELECT d.member_id AS "memberId", max(d.day)::text AS day FROM member_day d
    WHERE d.day BETWEEN ${from}::date AND ${to}::date AND d.visits > 0 AND d.member_id > ${afterMemberId}
      AND (${partnerId}::text IS NULL OR d.partner_id = ${partnerId})
      AND NOT EXISTS (
        SELECT FROM member_day l WHERE l.member_id = d.member_id AND l.day > ${to}::date AND l.visits > 0
          AND (${partnerId}::text IS NULL OR l.partner_id = ${partnerId}))
    GROUP BY d.member_id ORDER BY d.member_id LIMIT ${take}`;
}
