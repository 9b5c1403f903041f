import { memberDoings } from "#api/ledger/read/reports/member-doings.ts";
import { memberPoints } from "#api/ledger/read/reports/member-points.ts";
import type { ReportScope } from "#api/ledger/read/reports/scope.ts";
import { joinSql, type Sql, sql } from "#api/sql/snapshot.ts";

/** Rows `at, record` of one kind: when, and a JSON object. `own` are the member's ids, `person` the user who signs in. */
export type MemberSection = (own: Sql, person: Sql) => Sql;

/** Whose rows: the member's and of those who were merged into it. */
const own = sql`(SELECT id FROM own)`;
const person = sql`(SELECT user_id FROM person)`;

const sections: Record<string, MemberSection> = { ...memberDoings, ...memberPoints };

/** The kinds of things that the hub holds about a member, in the order of the file. */
export const memberDataSections: readonly string[] = Object.keys(sections);

/** Everything the hub holds about one member, kind by kind, each in the order in which it came about. */
export function memberData({ memberId }: ReportScope): Sql {
  const parts = Object.entries(sections).map(
    ([name, section], nth) =>
      sql`SELECT ${nth}::int AS nth, ${name}::text AS section, s.at, s.record::text AS record FROM (${section(own, person)}) s(at, record)`,
  );
  return sql`
    WITH own AS (SELECT id FROM member WHERE id = ${memberId} OR merged_into_id = ${memberId}),
      person AS (SELECT user_id FROM member WHERE id = ${memberId} AND user_id IS NOT NULL)
    SELECT section, record FROM (${joinSql(parts, " UNION ALL ")}) every_part ORDER BY nth, at, record`;
}
