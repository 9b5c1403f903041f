import type { Tx } from "#api/sql/rows.ts";
import { joinSql, noSql, type Sql, sql } from "#api/sql/snapshot.ts";

/** A sum over the days of a member; `partnerId` null: everywhere. */
export type DaySum = {
  of: "SPEND" | "VISITS" | "PARTNERS" | "DAYS_SINCE";
  partnerId: string | null;
  from: string | null;
};

/** What is read of each member: only what somebody asks for. */
export type MemberWishes = {
  /** YYYY-MM-DD: nothing after it counts. */
  day: string;
  /** Plans are those that are paid for at this instant. */
  at: Date;
  timeZone: string;
  sums: readonly DaySum[];
  /** Whose customers' scores and tags are read. */
  houses: readonly string[];
  reads: ReadonlySet<"birthday" | "enrolledOn" | "lastVisitOn" | "balance" | "tags" | "tier" | "plan" | "clubs">;
};

/** How a house knows a member; a partner that is not among a member's houses does not. */
export type KnownAt = {
  hasRedeemed: boolean;
  recency: number | null;
  frequency: number | null;
  monetary: number | null;
  tags: readonly string[];
};

export type MemberRead = {
  id: string;
  enrolledOn: string | null;
  birthday: string | null;
  lastVisitOn: string | null;
  balance: bigint;
  /** Codes; of the tier as it was told last, null: none was. */
  tier: string | null;
  plan: string | null;
  clubs: readonly string[];
  /** In the order of the wishes; days since a visit are null when there was none. */
  sums: readonly (bigint | null)[];
  houses: ReadonlyMap<string, KnownAt>;
};

type House = [
  house: string,
  redeemed: boolean,
  recency: number | null,
  frequency: number | null,
  monetary: number | null,
];
type Row = [
  id: string,
  enrolledOn: string | null,
  birthday: string | null,
  lastVisitOn: string | null,
  balance: string | null,
  sums: (string | null)[] | null,
  houses: House[] | null,
  tags: [house: string, tag: string][] | null,
  tier: string | null,
  plan: string | null,
  clubs: string[] | null,
];

/**
 * The next members by id with all that was wished for, in one query whose answer is one text: the database sums, the
 * process reads a chunk at a time, and memory stays flat. What members since merged into one did is that one's.
 */
export async function readMembersAfter(
  tx: Tx,
  { after, take }: { after: string; take: number },
  wishes: MemberWishes,
): Promise<MemberRead[]> {
  const { day, at, timeZone, sums, houses, reads } = wishes;
  const wantsDays = sums.length > 0 || reads.has("lastVisitOn");
  const [answer] = await tx.$queryRaw<{ rows: string | null }[]>`
    WITH chunk AS MATERIALIZED (
      SELECT id, enrolled_at FROM member WHERE id > ${after} AND status IN ('ACTIVE', 'BLOCKED') ORDER BY id LIMIT ${take}),
    reach AS (SELECT min(id) AS first, max(id) AS last FROM chunk)
    ${wantsDays ? daysOf(day, sums) : noSql}
    ${
      houses.length > 0
        ? sql`, houses AS (
          SELECT member_id, json_agg(json_build_array(house, has_redeemed, recency, frequency, monetary)) AS known
          FROM customer WHERE house = ANY(${[...houses]}::text[])
            AND member_id >= (SELECT first FROM reach) AND member_id <= (SELECT last FROM reach)
          GROUP BY member_id)`
        : noSql
    }
    ${
      reads.has("tags")
        ? sql`, tags AS (
          SELECT member_id, json_agg(json_build_array(house, tag)) AS tags FROM member_tag
          WHERE house = ANY(${[...houses]}::text[])
            AND member_id >= (SELECT first FROM reach) AND member_id <= (SELECT last FROM reach)
          GROUP BY member_id)`
        : noSql
    }
    ${
      reads.has("tier")
        ? sql`, tiers AS (
          SELECT member_id, tier FROM member_tier
          WHERE member_id >= (SELECT first FROM reach) AND member_id <= (SELECT last FROM reach))`
        : noSql
    }
    ${
      reads.has("plan")
        ? sql`, plans AS (
          SELECT s.member_id, min(p.code) AS code FROM subscription s JOIN plan p ON p.id = s.plan_id
          WHERE s.member_id >= (SELECT first FROM reach) AND s.member_id <= (SELECT last FROM reach)
            AND s.state IN ('ACTIVE', 'ENDING') AND s.paid_until > ${at}
          GROUP BY s.member_id)`
        : noSql
    }
    ${
      reads.has("clubs")
        ? sql`, clubs AS (
          SELECT m.member_id, json_agg(b.code ORDER BY b.code) AS codes FROM club_membership m JOIN club b ON b.id = m.club_id
          WHERE m.member_id >= (SELECT first FROM reach) AND m.member_id <= (SELECT last FROM reach)
            AND m.state = 'IN' AND b.state = 'OPEN'
          GROUP BY m.member_id)`
        : noSql
    }
    SELECT json_agg(json_build_array(c.id,
      ${reads.has("enrolledOn") ? sql`(c.enrolled_at AT TIME ZONE ${timeZone})::date` : sql`NULL`},
      ${reads.has("birthday") ? sql`p.birth_date` : sql`NULL`},
      ${wantsDays ? sql`d.last_on` : sql`NULL`},
      ${reads.has("balance") ? sql`w.available::text` : sql`NULL`},
      ${wantsDays && sums.length > 0 ? sql`d.sums` : sql`NULL`},
      ${houses.length > 0 ? sql`h.known` : sql`NULL`},
      ${reads.has("tags") ? sql`t.tags` : sql`NULL`},
      ${reads.has("tier") ? sql`k.tier` : sql`NULL`},
      ${reads.has("plan") ? sql`s.code` : sql`NULL`},
      ${reads.has("clubs") ? sql`b.codes` : sql`NULL`}) ORDER BY c.id)::text AS rows
    FROM chunk c
    ${wantsDays ? sql`LEFT JOIN days d ON d.member_id = c.id` : noSql}
    ${houses.length > 0 ? sql`LEFT JOIN houses h ON h.member_id = c.id` : noSql}
    ${reads.has("tags") ? sql`LEFT JOIN tags t ON t.member_id = c.id` : noSql}
    ${reads.has("tier") ? sql`LEFT JOIN tiers k ON k.member_id = c.id` : noSql}
    ${reads.has("plan") ? sql`LEFT JOIN plans s ON s.member_id = c.id` : noSql}
    ${reads.has("clubs") ? sql`LEFT JOIN clubs b ON b.member_id = c.id` : noSql}
    ${reads.has("birthday") ? sql`LEFT JOIN member_profile p ON p.member_id = c.id` : noSql}
    ${reads.has("balance") ? sql`LEFT JOIN wallet w ON w.member_id = c.id` : noSql}`;
  const rows = answer?.rows ? (JSON.parse(answer.rows) as Row[]) : [];
  return rows.map((row) => memberOf(row, sums));
}

/** How many there are to be asked. */
export async function countMembers(tx: Tx): Promise<number> {
  const [counted] = await tx.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM member WHERE status IN ('ACTIVE', 'BLOCKED')`;
  return counted?.count ?? 0;
}

function daysOf(day: string, sums: readonly DaySum[]): Sql {
  const columns = sums.map((sum) => sumOf(day, sum));
  const summed = columns.length > 0 ? sql`json_build_array(${joinSql(columns)})` : sql`NULL::json`;
  // By the ids' range: planned by the chunk, it would be sought in all days of everybody as soon as there are many.
  return sql`, days AS (
      SELECT member_id, max(d.day) FILTER (WHERE d.visits > 0) AS last_on, ${summed} AS sums
      FROM (
        SELECT member_id, partner_id, day, visits, spend_e6 FROM member_day
        WHERE member_id >= (SELECT first FROM reach) AND member_id <= (SELECT last FROM reach)
        UNION ALL
        SELECT m.merged_into_id, o.partner_id, o.day, o.visits, o.spend_e6 FROM member m JOIN member_day o ON o.member_id = m.id
        WHERE m.merged_into_id >= (SELECT first FROM reach) AND m.merged_into_id <= (SELECT last FROM reach)) d
      WHERE d.day <= ${day}::date GROUP BY member_id)`;
}

function sumOf(day: string, { of, partnerId, from }: DaySum): Sql {
  const at = partnerId === null ? sql`true` : sql`d.partner_id = ${partnerId}`;
  const since = from === null ? sql`true` : sql`d.day >= ${from}::date`;
  switch (of) {
    case "SPEND":
      return sql`coalesce(sum(d.spend_e6) FILTER (WHERE ${at} AND ${since}), 0)::text`;
    case "VISITS":
      return sql`coalesce(sum(d.visits) FILTER (WHERE ${at} AND ${since}), 0)::text`;
    case "PARTNERS":
      return sql`(count(DISTINCT d.partner_id) FILTER (WHERE d.visits > 0 AND ${since}))::text`;
    case "DAYS_SINCE":
      return sql`(${day}::date - max(d.day) FILTER (WHERE d.visits > 0 AND ${at}))::text`;
  }
}

function memberOf(
  [id, enrolledOn, birthday, lastVisitOn, balance, summed, known, tagged, tier, plan, clubs]: Row,
  sums: readonly DaySum[],
) {
  const tags = Map.groupBy(tagged ?? [], ([house]) => house);
  const knownAt = (known ?? []).map(([house, hasRedeemed, recency, frequency, monetary]): [string, KnownAt] => {
    const own = (tags.get(house) ?? []).map(([, tag]) => tag);
    return [house, { hasRedeemed, recency, frequency, monetary, tags: own }];
  });
  return {
    id,
    enrolledOn,
    birthday,
    lastVisitOn,
    balance: BigInt(balance ?? 0),
    tier,
    plan,
    clubs: clubs ?? [],
    sums: sums.map(({ of }, place) => {
      const value = summed?.[place] ?? null;
      return value === null ? (of === "DAYS_SINCE" ? null : 0n) : BigInt(value);
    }),
    houses: new Map(knownAt),
  };
}
