import { day, isOneOf, isOrAny, type ReportScope, within } from "#api/ledger/read/reports/scope.ts";
import { type Sql, sql } from "#api/sql/snapshot.ts";

/** A published statement: what was carried in, then its lines; the amounts add up to the position. */
export function statement({ statementId, partnerId, cycleId }: ReportScope): Sql {
  return sql`
    SELECT s.id AS statement_id, c.seq::bigint AS cycle, s.version::bigint AS version, p.id AS partner_id, p.name AS partner,
      x.section, coalesce(oc.seq, c.seq)::bigint AS origin_cycle, x.entries, x.amount, x.tax_code, x.tax, s.hash
    FROM statement s JOIN cycle c ON c.id = s.cycle_id JOIN partner p ON p.id = s.partner_id
    CROSS JOIN LATERAL (
      SELECT 0 AS nth, 'OPENING' AS section, NULL::text AS origin_id, NULL::bigint AS entries, o.opening_e6 AS amount, NULL::text AS tax_code, NULL::bigint AS tax
      FROM obligation o WHERE o.cycle_id = s.cycle_id AND o.partner_id = s.partner_id AND o.version = s.version AND o.opening_e6 <> 0
      UNION ALL
      SELECT nth, line->>'section', line->>'originCycleId', (line->>'entryCount')::bigint, (line->>'amountE6')::bigint, line->>'taxCode',
        (line->>'taxE6')::bigint
      FROM jsonb_array_elements(s.lines) WITH ORDINALITY l(line, nth)
    ) x LEFT JOIN cycle oc ON oc.id = x.origin_id
    WHERE ${isOrAny(sql`s.partner_id`, partnerId)} AND ${
      statementId === null ? sql`s.cycle_id = ${cycleId} AND s.superseded_at IS NULL` : sql`s.id = ${statementId}`
    }
    ORDER BY p.code, s.version, x.nth`;
}

/**
 * What happened to a partner, row by row: one row per entry and section of its statement, so that the rows of a section
 * add up to the statement's line; and one per entry that moved its points only. What happened at another's till tells
 * nothing of whose and where.
 */
export function transactions(scope: ReportScope): Sql {
  const { partnerId, cycleId, event, place, locationId, section, originCycleId } = scope;
  return sql`
    SELECT e.id AS entry_id, d.key AS client_ref, e.occurred_at, e.posted_at, n.name AS store, m.code AS till, e.event,
      CASE WHEN e.partner_id = t.partner_id THEN e.member_id END AS member_token, t.points, t.role, ${day(sql`t.lot_issued_on`)} AS lot_issued_on,
      CASE WHEN t.points <> 0 AND t.amount % t.points = 0 THEN abs(t.amount / t.points) END AS rate, t.amount, t.section AS statement_line,
      c.seq::bigint AS cycle, oc.seq::bigint AS origin_cycle, e.burn_id AS redemption_id, e.reverses_entry_id AS original_ref,
      p.id AS partner_id, u.receipt_number, u.total_e6 AS receipt_total, o.counterparty
    FROM (${touched(scope)}) t JOIN entry e ON e.id = t.entry_id JOIN partner p ON p.id = t.partner_id
    JOIN cycle c ON c.id = e.cycle_id JOIN cycle oc ON oc.id = e.origin_cycle_id
    LEFT JOIN deed d ON d.id = e.deed_id AND d.owner = t.partner_id
    LEFT JOIN location n ON n.id = e.location_id AND e.partner_id = t.partner_id
    LEFT JOIN terminal m ON m.id = e.terminal_id AND e.partner_id = t.partner_id
    LEFT JOIN purchase u ON u.id = e.purchase_id AND e.partner_id = t.partner_id
    CROSS JOIN LATERAL (${counterparty(scope)}) o
    WHERE ${isOrAny(sql`t.partner_id`, partnerId)} AND ${isOrAny(sql`e.cycle_id`, cycleId)} AND ${isOneOf(sql`e.event`, event)}
      AND ${locationId === null ? sql`true` : sql`e.partner_id = t.partner_id AND e.location_id = ${locationId}`}
      AND ${place === "OWN" ? sql`e.partner_id = t.partner_id` : sql`true`}
      AND ${isOrAny(sql`t.section`, section)} AND ${isOrAny(sql`e.origin_cycle_id`, originCycleId)} AND ${within(sql`e.occurred_at`, scope)}
    ORDER BY e.ord, t.section NULLS FIRST`;
}

/** With whom a row was cleared: by name where the partner's contract says so, else only that it was somebody else. */
function counterparty({ at }: ReportScope): Sql {
  return sql`
    SELECT CASE WHEN count(*) = 0 THEN NULL
      WHEN EXISTS (SELECT FROM contract k WHERE k.partner_id = t.partner_id AND k.names_counterparties
        AND k.valid_from <= ${at} AND (k.valid_until IS NULL OR k.valid_until > ${at})) THEN string_agg(DISTINCT q.name, ', ')
      ELSE 'ANOTHER_PARTNER' END AS counterparty
    FROM (
      SELECT CASE WHEN l.account = 'REDEEMED' AND k.issuer_id = t.partner_id AND t.role = 'ISSUER' THEN l.owner_id
        WHEN l.account = 'REDEEMED' AND l.owner_id = t.partner_id AND t.role = 'REDEEMER' THEN k.issuer_id
        WHEN l.account = 'DEBT' AND t.section = 'DEBT_REPAID' THEN k.issuer_id
        WHEN l.account = 'AVAIL' AND t.section = 'DEBT_RECOVERED' THEN k.issuer_id END AS id
      FROM line l JOIN lot k ON k.id = l.lot_id WHERE l.entry_id = t.entry_id
    ) s JOIN partner q ON q.id = s.id AND q.id <> t.partner_id`;
}

/** Sections in which a partner is paid for, or pays back, what was redeemed at it. */
const redeeming = sql`('REDEEMER_CREDIT', 'RETURN_REDEEMER', 'DISPUTE_HOLD', 'DISPUTE_RELEASED')`;

/** Sections that are not about points of anybody. */
const unpointed = sql`('FEE', 'TAX', 'CORRECTION', 'DISCOUNT_CHARGE', 'DISCOUNT_CREDIT', 'RETURN_DISCOUNT_CHARGE', 'RETURN_DISCOUNT_CREDIT')`;

function touched({ partnerId, cycleId }: ReportScope): Sql {
  const own = sql`l.owner_id = ${partnerId} AND ${isOrAny(sql`l.cycle_id`, cycleId)}`;
  return sql`
    SELECT s.entry_id, s.partner_id, s.section, s.amount, coalesce(pts.points, 0)::bigint AS points, pts.lot_issued_on,
      CASE WHEN s.section IN ${redeeming} THEN 'REDEEMER' WHEN s.section IN ${unpointed} THEN NULL ELSE 'ISSUER' END AS role
    FROM (
      SELECT l.entry_id, l.owner_id AS partner_id, l.section, sum(l.amount)::bigint AS amount FROM line l
      WHERE l.account = 'POSITION' AND l.section <> 'NET' AND ${own} GROUP BY 1, 2, 3
    ) s LEFT JOIN LATERAL (
      -- The points the section is about: those redeemed here, or those of the partner's own lots that were spent or lapsed.
      SELECT sum(abs(l.amount)) AS points, min(t.earned_at) AS lot_issued_on FROM line l JOIN lot t ON t.id = l.lot_id
      WHERE l.entry_id = s.entry_id AND CASE WHEN s.section IN ${redeeming} THEN l.account = 'REDEEMED' AND l.owner_id = s.partner_id
        WHEN s.section IN ('ISSUE_BILLING', 'ISSUE_BILLING_REVERSED', 'DEBT_REPAID', 'BREAKAGE_SHARE')
          THEN l.account = 'AVAIL' AND t.issuer_id = s.partner_id
        WHEN s.section = 'DEBT_RECOVERED' THEN l.account = 'DEBT' AND t.issuer_id = s.partner_id
        ELSE l.account = 'REDEEMED' AND t.issuer_id = s.partner_id END) pts ON true
    UNION ALL
    SELECT l.entry_id, l.owner_id, NULL, 0::bigint, sum(abs(l.amount))::bigint, min(t.earned_at),
      CASE WHEN bool_or(l.account = 'REDEEMED') THEN 'REDEEMER' ELSE 'ISSUER' END
    FROM line l JOIN lot t ON t.id = l.lot_id
    WHERE l.account IN ('ISSUED', 'CLAWBACK', 'EXPIRED', 'REDEEMED') AND ${own}
      AND NOT EXISTS (SELECT FROM line q WHERE q.entry_id = l.entry_id AND q.account = 'POSITION' AND q.owner_id = ${partnerId} AND q.section <> 'NET')
    GROUP BY 1, 2`;
}

/** The entries behind a figure, as the page beside it lists them. */
export function entries(scope: ReportScope): Sql {
  const { cycleId, partnerId, section, originCycleId, issuerId, redeemerId, account, ownerId, event, until } = scope;
  const seen = partnerId === null ? sql`true` : sql`e.partner_id = ${partnerId}`;
  return sql`
    SELECT e.id AS entry_id, e.occurred_at, e.posted_at, e.event, CASE WHEN ${seen} THEN p.name END AS partner,
      CASE WHEN ${seen} THEN e.member_id END AS member_token, (SELECT coalesce(sum(amount), 0) FROM line WHERE entry_id = e.id AND unit = 'PTS' AND amount > 0)::bigint AS points,
      ${
        partnerId === null
          ? sql`NULL::bigint`
          : sql`(SELECT sum(amount) FROM line l WHERE l.entry_id = e.id AND l.account = 'POSITION'
        AND l.owner_id = ${partnerId} AND ${isOrAny(sql`l.section`, section)})::bigint`
      } AS amount, CASE WHEN ${seen} THEN e.reason END AS reason
    FROM entry e LEFT JOIN partner p ON p.id = e.partner_id
    WHERE e.cycle_id = ${cycleId} AND ${isOrAny(sql`e.origin_cycle_id`, originCycleId)}
      AND ${
        partnerId === null
          ? sql`true`
          : sql`EXISTS (SELECT FROM line l WHERE l.entry_id = e.id AND l.account = 'POSITION'
        AND l.owner_id = ${partnerId} AND ${isOrAny(sql`l.section`, section)})`
      }
      AND ${
        issuerId === null && redeemerId === null
          ? sql`true`
          : sql`EXISTS (SELECT FROM line l JOIN lot t ON t.id = l.lot_id
        WHERE l.entry_id = e.id AND l.account = 'REDEEMED' AND ${isOrAny(sql`l.owner_id`, redeemerId)} AND ${isOrAny(sql`t.issuer_id`, issuerId)})`
      }
      AND ${isOneOf(sql`e.event`, event)} AND ${until === null ? sql`true` : sql`e.posted_at <= ${until}`}
      AND ${
        partnerId !== null || (account === null && ownerId === null)
          ? sql`true`
          : sql`EXISTS (SELECT FROM line l WHERE l.entry_id = e.id AND ${isOrAny(sql`l.account::text`, account)}
        AND ${isOrAny(sql`l.owner_id`, ownerId)})`
      }
    ORDER BY e.ord DESC`;
}

/** A member's own history. */
export function history(scope: ReportScope): Sql {
  return sql`
    SELECT e.id AS entry_id, e.occurred_at, e.event, p.name AS partner, w.available + w.reserved AS points, w.pending, w.available_after, e.reason
    FROM wallet_change w JOIN entry e ON e.id = w.entry_id LEFT JOIN partner p ON p.id = e.partner_id
    WHERE w.member_id = ${scope.memberId} AND ${isOneOf(sql`e.event`, scope.event)} AND ${within(sql`e.occurred_at`, scope)}
    ORDER BY w.version DESC`;
}
