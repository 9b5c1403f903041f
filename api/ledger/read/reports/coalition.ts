import { exposuresAt } from "#api/ledger/exposures.ts";
import { isOrAny, type ReportScope, within } from "#api/ledger/read/reports/scope.ts";
import { type Sql, sql } from "#api/sql/snapshot.ts";

/** The coalition's partners with where they stand now. */
export function partners({ partnerId, state, search, at }: ReportScope): Sql {
  const wanted =
    search === null
      ? sql`true`
      : sql`(strpos(lower(p.name), lower(${search})) > 0 OR strpos(lower(p.code), lower(${search})) > 0)`;
  return sql`
    SELECT p.id AS partner_id, p.code, p.name, p.category, p.status::text AS status, coalesce(x.position_e6, 0)::bigint AS position,
      coalesce(x.exposure, 0)::bigint AS exposure, x.limit_e6 AS exposure_limit
    FROM partner p LEFT JOIN (${exposuresAt(at)}) x ON x.partner_id = p.id
    WHERE ${wanted} AND ${isOrAny(sql`p.status::text`, state)} AND ${isOrAny(sql`p.id`, partnerId)} ORDER BY p.code`;
}

/** What people did, in the order of the chain, each with its link: the last row's hash is the one to keep. */
export function auditLog(scope: ReportScope): Sql {
  const { partnerId, actor, action, object, objectId } = scope;
  return sql`
    SELECT l.position, e.seq AS number, e.at AS recorded_at, e.actor, p.name AS partner, e.action, e.object, e.object_id,
      e.before::text AS before, e.after::text AS after, e.reason, e.approval_id,
      ${partnerId === null ? sql`e.request_id` : sql`CASE WHEN e.actor LIKE 'partnerStaff:%' THEN e.request_id END`} AS request_id,
      ${partnerId === null ? sql`e.ip` : sql`CASE WHEN e.actor LIKE 'partnerStaff:%' THEN e.ip END`} AS ip, l.hash
    FROM audit_event e JOIN audit_link l USING (seq) LEFT JOIN partner p ON p.id = e.partner_id
    WHERE ${isOrAny(sql`e.partner_id`, partnerId)} AND ${isOrAny(sql`e.actor`, actor)} AND ${isOrAny(sql`e.action`, action)}
      AND ${isOrAny(sql`e.object`, object)} AND ${isOrAny(sql`e.object_id`, objectId)} AND ${within(sql`e.at`, scope)}
    ORDER BY l.position`;
}
