import { isOrAny, type ReportScope } from "#api/ledger/read/reports/scope.ts";
import { type Sql, sql } from "#api/sql/snapshot.ts";

/** A pool's codes with what became of each; a partner's own, the operator's all. */
export function couponCodes({ partnerId, objectId, at }: ReportScope): Sql {
  return sql`
    SELECT p.code AS pool, c.code, c.created_at, c.given_at,
      least(c.expires_at, p.valid_until) AS expires_at, c.used_at,
      CASE WHEN c.used_at IS NOT NULL THEN 'USED' WHEN c.revoked_at IS NOT NULL THEN 'REVOKED'
        WHEN p.state = 'ENDED' OR least(c.expires_at, p.valid_until) <= ${at} THEN 'EXPIRED'
        WHEN c.given_at IS NULL THEN 'FREE' ELSE 'ACTIVE' END AS state
    FROM coupon c JOIN coupon_pool p ON p.id = c.pool_id
    WHERE c.code IS NOT NULL AND ${isOrAny(sql`p.partner_id`, partnerId)} AND ${isOrAny(sql`p.id`, objectId)}
    ORDER BY c.id`;
}
