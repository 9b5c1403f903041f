import type { Tx } from "#api/sql/rows.ts";
import { type Sql, sql } from "#api/sql/snapshot.ts";

/**
 * Parts those who bought from each house in the last year into five equal parts, by when they last came, how often, and how
 * much they spent. Those who are alike are never parted: they get the lower score.
 */
export async function cutCustomers(tx: Tx, day: string, at: Date): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO rfm_cut (house, recency, frequency, monetary, cut_at)
    SELECT house, percentile_disc(ARRAY[0.2, 0.4, 0.6, 0.8]) WITHIN GROUP (ORDER BY ${day}::date - last_on),
      percentile_disc(ARRAY[0.2, 0.4, 0.6, 0.8]) WITHIN GROUP (ORDER BY visits_year),
      percentile_disc(ARRAY[0.2, 0.4, 0.6, 0.8]) WITHIN GROUP (ORDER BY spend_year_e6), ${at}::timestamptz
    FROM customer WHERE visits_year > 0 GROUP BY house
    ON CONFLICT (house) DO UPDATE SET recency = excluded.recency, frequency = excluded.frequency,
      monetary = excluded.monetary, cut_at = excluded.cut_at`;
}

/** Members named, or those with ids after one up to another. */
export type ScoredMembers = { ids: readonly string[] } | { after: string; upTo: string };

const scored = (members: ScoredMembers): Sql =>
  "ids" in members
    ? sql`k.member_id = ANY(${[...members.ids]}::text[])`
    : sql`k.member_id > ${members.after} AND k.member_id <= ${members.upTo}`;

/** Scores members by their houses' cuts: 5 is best; 1 for who bought nothing in a year, null for who never did. */
export async function scoreCustomers(tx: Tx, members: ScoredMembers, day: string): Promise<void> {
  await tx.$executeRaw`
    UPDATE customer c SET recency = s.recency, frequency = s.frequency, monetary = s.monetary
    FROM (
      SELECT k.house, k.member_id,
        CASE WHEN k.last_on IS NULL THEN NULL WHEN k.visits_year = 0 THEN 1
          ELSE 5 - (SELECT count(*) FROM unnest(r.recency) bound WHERE ${day}::date - k.last_on > bound) END AS recency,
        CASE WHEN k.last_on IS NULL THEN NULL
          ELSE 1 + (SELECT count(*) FROM unnest(r.frequency) bound WHERE k.visits_year > bound) END AS frequency,
        CASE WHEN k.last_on IS NULL THEN NULL
          ELSE 1 + (SELECT count(*) FROM unnest(r.monetary) bound WHERE k.spend_year_e6 > bound) END AS monetary
      FROM customer k JOIN rfm_cut r ON r.house = k.house
      WHERE ${scored(members)}) s
    WHERE c.house = s.house AND c.member_id = s.member_id
      AND (c.recency, c.frequency, c.monetary) IS DISTINCT FROM (s.recency, s.frequency, s.monetary)`;
}
