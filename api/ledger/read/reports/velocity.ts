import { isOneOf, isOrAny, type ReportScope, within } from "#api/ledger/read/reports/scope.ts";
import { type Sql, sql } from "#api/sql/snapshot.ts";

/** Who went over which rule's limit, oldest first, with what became of it. */
export function velocityCases(scope: ReportScope): Sql {
  return sql`
    SELECT c.id AS case_id, c.opened_at, r.id AS rule_id, r.kind::text AS rule, r.subject::text AS subject, c.subject_id,
      coalesce(p.name, l.name, tl.name || ' · ' || t.code) AS subject_name, r.window_hours::bigint AS window_hours,
      c.window_from, c.window_until, c.value, r."limit", r.action::text AS action, c.state::text AS state, c.taken_by,
      c.closed_at, n.reason AS note
    FROM velocity_case c JOIN velocity_rule r ON r.id = c.rule_id
    LEFT JOIN partner p ON p.id = c.subject_id LEFT JOIN location l ON l.id = c.subject_id
    LEFT JOIN terminal t ON t.id = c.subject_id LEFT JOIN location tl ON tl.id = t.location_id
    LEFT JOIN LATERAL (SELECT reason FROM transition WHERE object_id = c.id ORDER BY at DESC, id DESC LIMIT 1) n ON true
    WHERE ${isOneOf(sql`c.state::text`, scope.state)} AND ${isOrAny(sql`c.subject_id`, scope.objectId)}
      AND ${within(sql`c.opened_at`, scope)}
    ORDER BY c.id`;
}

/** Every version of every rule, oldest first, with the two people behind it. */
export function velocityRules(scope: ReportScope): Sql {
  return sql`
    SELECT r.id AS rule_id, r.kind::text AS rule, r.subject::text AS subject, r.window_hours::bigint AS window_hours, r."limit",
      r.action::text AS action, r.reason, r.valid_from, r.valid_until, r.replaces_id, a.requested_by AS asked_by,
      a.decided_by AS agreed_by, a.decided_at AS agreed_at
    FROM velocity_rule r LEFT JOIN approval a ON a.id = r.approval_id WHERE ${within(sql`r.valid_from`, scope)} ORDER BY r.id`;
}
