import { isOrAny, type ReportScope } from "#api/ledger/read/reports/scope.ts";
import { type Sql, sql } from "#api/sql/snapshot.ts";

type OfCycle = Pick<ReportScope, "cycleId" | "partnerId">;

/** What an event does to the points that are out: where it stands in the roll-forward. */
const issued = sql`('OPENING', 'EARN', 'ADJUST_CREDIT')`;
const returned = sql`('BURN_RETURN', 'BURN_RETURN_LATE', 'DISPUTE_UPHELD')`;
const clawedBack = sql`('CLAWBACK', 'ADJUST_DEBIT')`;
const moved = sql`('TRANSFER', 'MERGE')`;
const named = sql`('OPENING', 'EARN', 'ADJUST_CREDIT', 'CAPTURE', 'BURN_RETURN', 'BURN_RETURN_LATE', 'DISPUTE_UPHELD', 'EXPIRE',
  'CLAWBACK', 'ADJUST_DEBIT', 'DEBT_RECOVERY', 'TRANSFER', 'MERGE')`;

/** Points out at the end of a cycle: lines of members' buckets up to it, with their lots. */
function heldUpTo({ cycleId, partnerId }: OfCycle): Sql {
  return sql`
    SELECT t.issuer_id, t.funding, t.issue_rate_e6, t.expires_at, l.lot_id, -l.amount AS points
    FROM cycle c JOIN cycle lc ON lc.seq <= c.seq JOIN line l ON l.cycle_id = lc.id JOIN lot t ON t.id = l.lot_id
    WHERE c.id = ${cycleId} AND l.account IN ('PENDING', 'AVAIL', 'RESERVED') AND ${isOrAny(sql`t.issuer_id`, partnerId)}`;
}

/** The same, added up by what the roll-forward asks; `value` is theirs at the issue price. */
function turnedUpTo({ cycleId, partnerId }: OfCycle): Sql {
  return sql`
    SELECT t.issuer_id, t.funding, t.account, t.event, lc.seq = c.seq AS in_cycle, -t.amount AS points, -t.value_e6 AS value
    FROM cycle c JOIN cycle lc ON lc.seq <= c.seq JOIN turnover_of(NULL) t ON t.cycle_id = lc.id
    WHERE c.id = ${cycleId} AND t.account IN ('PENDING', 'AVAIL', 'RESERVED') AND ${isOrAny(sql`t.issuer_id`, partnerId)}`;
}

/** How the points an issuer owes came from the cycle's beginning to its end, and what they are worth. */
export function pointsLiability(scope: OfCycle): Sql {
  return sql`
    SELECT c.seq::bigint AS cycle, p.id AS issuer_id, p.name AS issuer, h.funding::text AS funding, h.opening, h.issued, h.redeemed,
      h.returned, h.expired, h.clawed_back, h.debt_recovered, h.transferred, h.other, h.closing, h.pending, h.available, h.reserved,
      h.value, g.expected_redemption_bps::bigint AS expected_redemption_bps,
      (h.value * g.expected_redemption_bps / 10000)::bigint AS expected_value
    FROM (
      SELECT issuer_id, funding,
        coalesce(sum(points) FILTER (WHERE NOT in_cycle), 0)::bigint AS opening,
        coalesce(sum(points) FILTER (WHERE in_cycle AND event IN ${issued}), 0)::bigint AS issued,
        coalesce(sum(points) FILTER (WHERE in_cycle AND event = 'CAPTURE'), 0)::bigint AS redeemed,
        coalesce(sum(points) FILTER (WHERE in_cycle AND event IN ${returned}), 0)::bigint AS returned,
        coalesce(sum(points) FILTER (WHERE in_cycle AND event = 'EXPIRE'), 0)::bigint AS expired,
        coalesce(sum(points) FILTER (WHERE in_cycle AND event IN ${clawedBack}), 0)::bigint AS clawed_back,
        coalesce(sum(points) FILTER (WHERE in_cycle AND event = 'DEBT_RECOVERY'), 0)::bigint AS debt_recovered,
        coalesce(sum(points) FILTER (WHERE in_cycle AND event IN ${moved}), 0)::bigint AS transferred,
        coalesce(sum(points) FILTER (WHERE in_cycle AND event NOT IN ${named}), 0)::bigint AS other,
        sum(points)::bigint AS closing,
        coalesce(sum(points) FILTER (WHERE account = 'PENDING'), 0)::bigint AS pending,
        coalesce(sum(points) FILTER (WHERE account = 'AVAIL'), 0)::bigint AS available,
        coalesce(sum(points) FILTER (WHERE account = 'RESERVED'), 0)::bigint AS reserved,
        sum(value)::bigint AS value
      FROM (${turnedUpTo(scope)}) held GROUP BY 1, 2
    ) h JOIN partner p ON p.id = h.issuer_id CROSS JOIN programme g JOIN cycle c ON c.id = ${scope.cycleId}
    ORDER BY p.code, h.funding`;
}

/** What is left in each lot at the end of a cycle: of the one that runs, what the lots themselves say. */
function leftUpTo({ cycleId, partnerId }: OfCycle): Sql {
  return sql`
    SELECT issuer_id, funding, expires_at, id AS lot_id, issue_rate_e6, pending + available + reserved AS points FROM lot
    WHERE pending + available + reserved > 0 AND ${isOrAny(sql`issuer_id`, partnerId)}
      AND EXISTS (SELECT FROM cycle WHERE id = ${cycleId} AND state = 'OPEN')
    UNION ALL
    SELECT issuer_id, funding, expires_at, lot_id, issue_rate_e6, sum(points) FROM (${heldUpTo({ cycleId, partnerId })}) held
    WHERE NOT EXISTS (SELECT FROM cycle WHERE id = ${cycleId} AND state = 'OPEN')
    GROUP BY 1, 2, 3, 4, 5 HAVING sum(points) <> 0`;
}

/** The points out at the end of a cycle by the month in which they lapse. */
export function pointsAgeing(scope: OfCycle & Pick<ReportScope, "timeZone">): Sql {
  return sql`
    SELECT c.seq::bigint AS cycle, p.id AS issuer_id, p.name AS issuer, h.funding::text AS funding, h.expiry_month, h.lots, h.points, h.value
    FROM (
      SELECT issuer_id, funding, to_char(expires_at AT TIME ZONE ${scope.timeZone}, 'YYYY-MM') AS expiry_month,
        count(DISTINCT lot_id) AS lots, sum(points)::bigint AS points, sum(points * issue_rate_e6)::bigint AS value
      FROM (${leftUpTo(scope)}) lots GROUP BY 1, 2, 3
    ) h JOIN partner p ON p.id = h.issuer_id JOIN cycle c ON c.id = ${scope.cycleId}
    ORDER BY p.code, h.funding, h.expiry_month NULLS LAST`;
}

/** The money set aside for spent-later points, and whether it is what it must be (rule I08). */
export function redemptionFund({ cycleId, partnerId }: OfCycle): Sql {
  return sql`
    SELECT c.seq::bigint AS cycle, p.id AS issuer_id, p.name AS issuer, coalesce(f.opening, 0)::bigint AS opening,
      coalesce(f.billed, 0)::bigint AS billed, coalesce(f.spent, 0)::bigint AS spent, coalesce(f.returned, 0)::bigint AS returned,
      coalesce(f.reversed, 0)::bigint AS reversed, coalesce(f.expired, 0)::bigint AS expired, coalesce(f.other, 0)::bigint AS other,
      coalesce(f.closing, 0)::bigint AS closing, coalesce(r.required, 0)::bigint AS required,
      (coalesce(f.closing, 0) - coalesce(r.required, 0))::bigint AS difference
    FROM (
      SELECT t.owner_id AS issuer_id,
        -sum(t.amount) FILTER (WHERE lc.seq < c.seq) AS opening,
        -sum(t.amount) FILTER (WHERE lc.seq = c.seq AND t.event IN ('OPENING', 'EARN', 'ADJUST_CREDIT', 'MATURE')) AS billed,
        -sum(t.amount) FILTER (WHERE lc.seq = c.seq AND t.event IN ('CAPTURE', 'DEBT_RECOVERY')) AS spent,
        -sum(t.amount) FILTER (WHERE lc.seq = c.seq AND t.event IN ${returned}) AS returned,
        -sum(t.amount) FILTER (WHERE lc.seq = c.seq AND t.event IN ${clawedBack}) AS reversed,
        -sum(t.amount) FILTER (WHERE lc.seq = c.seq AND t.event = 'EXPIRE') AS expired,
        -sum(t.amount) FILTER (WHERE lc.seq = c.seq AND t.event NOT IN ${named} AND t.event <> 'MATURE') AS other,
        -sum(t.amount) AS closing
      FROM cycle c JOIN cycle lc ON lc.seq <= c.seq JOIN turnover_of(NULL) t ON t.cycle_id = lc.id
      WHERE c.id = ${cycleId} AND t.account = 'FUND' GROUP BY 1
    ) f FULL JOIN (${fundRequired(cycleId)}) r USING (issuer_id)
    JOIN partner p ON p.id = issuer_id JOIN cycle c ON c.id = ${cycleId}
    WHERE ${isOrAny(sql`issuer_id`, partnerId)} ORDER BY p.code`;
}

/** What issuers' matured, unspent, funded points cost at the end of a cycle. */
function fundRequired(cycleId: string | null): Sql {
  return sql`
    SELECT t.issuer_id, -sum(t.funded_e6) AS required
    FROM cycle c JOIN cycle lc ON lc.seq <= c.seq JOIN turnover_of(NULL) t ON t.cycle_id = lc.id
    WHERE c.id = ${cycleId} AND t.account IN ('AVAIL', 'RESERVED') GROUP BY 1 HAVING sum(t.funded_e6) <> 0`;
}

/** What lapsed month by month and who keeps its value; and what will lapse if nobody spends it. */
export function breakage({ partnerId, timeZone }: Pick<ReportScope, "partnerId" | "timeZone">): Sql {
  return sql`
    WITH lapsed AS (
      SELECT t.issuer_id, to_char(e.occurred_at AT TIME ZONE ${timeZone}, 'YYYY-MM') AS month, count(DISTINCT l.lot_id) AS lots,
        sum(-l.amount) AS points, sum(-l.amount * t.issue_rate_e6) AS value
      FROM line l JOIN entry e ON e.id = l.entry_id JOIN lot t ON t.id = l.lot_id WHERE l.account = 'EXPIRED' GROUP BY 1, 2
    ), shared AS (
      SELECT l.owner_id AS issuer_id, to_char(e.occurred_at AT TIME ZONE ${timeZone}, 'YYYY-MM') AS month,
        coalesce(sum(l.amount) FILTER (WHERE l.account = 'FUND'), 0) AS funded, coalesce(-sum(l.amount) FILTER (WHERE l.account = 'POSITION'), 0) AS issuers
      FROM entry e CROSS JOIN LATERAL (
        SELECT account, owner_id, amount FROM line WHERE entry_id = e.id AND account IN ('FUND', 'POSITION') OFFSET 0) l
      WHERE e.event = 'EXPIRE' GROUP BY 1, 2
    ), lapsing AS (
      SELECT issuer_id, to_char(expires_at AT TIME ZONE ${timeZone}, 'YYYY-MM') AS month, sum(pending + available + reserved) AS points,
        sum((pending + available + reserved) * issue_rate_e6) AS value
      FROM lot WHERE pending + available + reserved > 0 AND expires_at IS NOT NULL GROUP BY 1, 2
    )
    SELECT p.id AS issuer_id, p.name AS issuer, month AS expiry_month, coalesce(a.lots, 0) AS lots, coalesce(a.points, 0)::bigint AS points,
      coalesce(a.value, 0)::bigint AS value, coalesce(s.funded - s.issuers, 0)::bigint AS operator_share, coalesce(s.issuers, 0)::bigint AS issuer_share,
      coalesce(f.points, 0)::bigint AS forecast_points, coalesce(f.value, 0)::bigint AS forecast_value,
      (coalesce(f.value, 0) * (10000 - g.expected_redemption_bps) / 10000)::bigint AS expected_breakage
    FROM lapsed a FULL JOIN shared s USING (issuer_id, month) FULL JOIN lapsing f USING (issuer_id, month)
    JOIN partner p ON p.id = issuer_id CROSS JOIN programme g
    WHERE ${isOrAny(sql`issuer_id`, partnerId)} ORDER BY p.code, month`;
}
