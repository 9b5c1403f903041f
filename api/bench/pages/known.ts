import { newId } from "#api/kernel/ids.ts";
import type { Pool } from "#api/sql/client.ts";

/**
 * Addresses to begin with, beside the pages that need no id: what no short walk along links comes by, and what is full
 * of rows. What the demo's story leaves behind no example of is laid first.
 */
export async function knownAddresses(pool: Pool): Promise<string[]> {
  for (const [id, sql] of [
    [newId("spendRequest"), askedSql],
    [newId("velocityRule"), ruleSql],
    [newId("velocityCase"), caseSql],
    [newId("messageTemplate"), templateSql],
  ] as const)
    await pool.query(sql, [id]);
  const { rows } = await pool.query<{ address: string }>(addressesSql);
  return ["/no-such-page", ...rows.map(({ address }) => address)];
}

const ana = `SELECT m.id FROM member m JOIN "user" u ON u.id = m.user_id WHERE u.email = 'ana@demo.zgoda'`;
const partner = (code: string) => `SELECT id FROM partner WHERE code = '${code}'`;

/** A till waits for Ana's yes; without end, because a measurement may take long. */
const askedSql = `
INSERT INTO spend_request (id, member_id, partner_id, points, cause, state, code, requested_at, expires_at)
SELECT $1, (${ana}), (${partner("SHLIAKH")}), 100, 'MANY_POINTS', 'WAITING', '000000', now(), now() + interval '1 day'`;

const ruleSql = `
INSERT INTO velocity_rule (id, kind, subject, window_hours, "limit", action, reason, valid_from, approval_id, created_at)
SELECT $1, 'RECEIPTS', 'MEMBER', 24, 8, 'OPEN_CASE', 'More than anybody shops in a day', now(), 'apr_of_' || $1, now()
WHERE NOT EXISTS (SELECT FROM velocity_rule)`;

const caseSql = `
INSERT INTO velocity_case (id, rule_id, subject_id, window_from, window_until, value, opened_at)
SELECT $1, (SELECT min(id) FROM velocity_rule), (${ana}), now() - interval '1 day', now(), 9, now()
WHERE NOT EXISTS (SELECT FROM velocity_case)`;

const templateSql = `
INSERT INTO message_template (id, house, name, purpose, text, variables, created_at)
SELECT $1, 'OPERATOR', name, purpose, text, variables, created_at FROM message_template
WHERE NOT EXISTS (SELECT FROM message_template WHERE house = 'OPERATOR') ORDER BY id LIMIT 1`;

const addressesSql = `
SELECT '/me/confirm/' || max(id) AS address FROM spend_request WHERE state = 'WAITING'
UNION ALL SELECT '/operator/members/' || (${ana})
UNION ALL SELECT '/partner/customers/' || (${ana})
UNION ALL SELECT '/operator/partners/' || (${partner("KALASOK")}) || part FROM unnest(ARRAY['', '/risk', '/terms', '/terms/new']) part
UNION ALL SELECT '/operator/accounts/AVAIL/' || (${ana})
UNION ALL SELECT '/operator/accounts/POSITION/' || (${partner("KALASOK")})
UNION ALL SELECT '/operator/partners/velocity/' || max(id) FROM velocity_case
UNION ALL SELECT '/operator/journeys/templates/' || max(id) FROM message_template WHERE house = 'OPERATOR'
UNION ALL SELECT '/operator/cycles/' || id || part FROM cycle, unnest(ARRAY['', '/netting', '/positions', '/obligations', '/statements']) part
  WHERE state IN ('OPEN', 'IN_REVIEW')
UNION ALL (SELECT house || '/reconciliation' || part || '/dispute?redemption=' || b.id || '&item=' || i.id || '&claimant=' || b.redeemer_id
  FROM (VALUES ('/partner', ''), ('/operator', '/partner-files')) houses(house, part),
    LATERAL (SELECT id, redeemer_id FROM burn WHERE redeemer_id = (${partner("KALASOK")}) AND state = 'CAPTURED' ORDER BY reserved_at DESC LIMIT 1) b,
    LATERAL (SELECT max(id) AS id FROM recon_item) i)`;
