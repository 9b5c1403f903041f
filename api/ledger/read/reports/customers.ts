import { day, type ReportScope } from "#api/ledger/read/reports/scope.ts";
import { type Sql, sql } from "#api/sql/snapshot.ts";

/** A partner's customer book, who came last first. */
export function customers({ partnerId, minorUnitE6 }: ReportScope): Sql {
  return sql`
    SELECT c.member_id AS member_token, ${day(sql`c.first_on`)} AS first_on, ${day(sql`c.last_on`)} AS last_on,
      c.days::bigint AS days, c.visits::bigint AS visits, c.visits_year::bigint AS visits_year,
      c.average_e6 - c.average_e6 % ${minorUnitE6}::bigint AS average_receipt, c.spend_e6 AS spend, c.spend_year_e6 AS spend_year,
      CASE WHEN c.has_redeemed THEN 'yes' ELSE 'no' END AS has_redeemed, c.recency::bigint AS recency,
      c.frequency::bigint AS frequency, c.monetary::bigint AS monetary,
      (SELECT string_agg(t.tag, ' ' ORDER BY t.tag) FROM member_tag t
       WHERE t.member_id = c.member_id AND t.house = c.house) AS tags
    FROM customer c WHERE c.house = ${partnerId} ORDER BY c.last_on DESC NULLS LAST, c.member_id`;
}
