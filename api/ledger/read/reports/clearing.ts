import { exposuresAt } from "#api/ledger/exposures.ts";
import { matrixQuery } from "#api/ledger/read/matrix.ts";
import { positionsQuery } from "#api/ledger/read/positions.ts";
import { day, isOrAny, type ReportScope, today } from "#api/ledger/read/reports/scope.ts";
import { bookRules } from "#api/ledger/verify.ts";
import { joinSql, type Sql, sql } from "#api/sql/snapshot.ts";

/** Who pays for whose redemptions, as the matrix on the page. */
export function settlementMatrix({ cycleId }: ReportScope): Sql {
  return sql`
    SELECT c.seq::bigint AS cycle, i.id AS issuer_id, i.name AS issuer, r.id AS redeemer_id, r.name AS redeemer,
      m."burnCount"::bigint AS burn_count, m.points, m."chargeE6" AS issuer_charge, m."reimbursementE6" AS redeemer_credit,
      m."chargeE6" - m."reimbursementE6" AS margin, m."issuerId" = m."redeemerId" AS on_us
    FROM (${matrixQuery([cycleId ?? ""])}) m JOIN cycle c ON c.id = m."cycleId"
    JOIN partner i ON i.id = m."issuerId" JOIN partner r ON r.id = m."redeemerId"
    ORDER BY c.seq, i.code, r.code`;
}

/** What a cycle ends in, partner by partner. */
export function netObligations(scope: ReportScope): Sql {
  const { cycleId, partnerId, minorUnitE6, state } = scope;
  const open = sql`CASE WHEN o.state IN ('CONFIRMED', 'DUE', 'PARTIAL', 'OVERDUE', 'ON_HOLD', 'DEFAULTED')
    THEN abs(o.amount_minor) * ${minorUnitE6}::bigint - o.paid_e6 ELSE 0 END`;
  return sql`
    SELECT c.seq::bigint AS cycle, o.id AS obligation_id, p.id AS partner_id, p.name AS partner, o.opening_e6 AS opening_carry,
      o.gross_debit_e6 AS gross_debit, o.gross_credit_e6 AS gross_credit, o.net_e6 AS net,
      o.amount_minor * ${minorUnitE6}::bigint AS settled_amount, o.direction::text AS direction, o.carried_e6 AS carried,
      ${day(sql`o.due_on`)} AS due_on, o.state::text AS state, o.paid_e6 AS paid, (${open})::bigint AS open,
      CASE WHEN ${open} > 0 AND o.due_on < ${today(scope)} THEN (${today(scope)} - o.due_on)::bigint ELSE 0::bigint END AS days_overdue
    FROM obligation o JOIN cycle c ON c.id = o.cycle_id JOIN partner p ON p.id = o.partner_id
    WHERE o.state <> 'SUPERSEDED' AND ${isOrAny(sql`o.cycle_id`, cycleId)} AND ${isOrAny(sql`o.partner_id`, partnerId)}
      AND ${isOrAny(sql`o.state::text`, state)}
    ORDER BY c.seq, p.code`;
}

/** What an auditor looks at before believing a cycle: counts, accounts, rules of the books, hashes, names. */
export function cycleControl({ cycleId }: ReportScope): Sql {
  const rules = joinSql(Object.keys(bookRules).map((rule) => sql`(${rule}::text)`));
  return sql`
    SELECT c.seq::bigint AS cycle, c.version::bigint AS version, item, key, count, points, amount, text
    FROM cycle c CROSS JOIN LATERAL (
      SELECT 1 AS nth, 'ENTRIES' AS item, NULL::text AS key, count(*) AS count, NULL::bigint AS points, NULL::bigint AS amount, NULL::text AS text
      FROM entry WHERE cycle_id = c.id
      UNION ALL SELECT 2, 'LINES', NULL, count(*), NULL, NULL, NULL FROM line WHERE cycle_id = c.id
      UNION ALL SELECT 3, 'ACCOUNT', account::text, count(*), CASE unit WHEN 'PTS' THEN sum(amount)::bigint END,
        CASE WHEN unit <> 'PTS' THEN sum(amount)::bigint END, NULL FROM line WHERE cycle_id = c.id GROUP BY account, unit
      UNION ALL SELECT 4, 'INVARIANT', r.rule, (SELECT count(*) FROM books_invariants b WHERE b.rule = r.rule), NULL, NULL, NULL
        FROM (VALUES ${rules}) r(rule)
      UNION ALL SELECT 5, 'STATEMENT', s.partner_id, s.version, NULL, s.position_e6, s.hash FROM statement s WHERE s.cycle_id = c.id
      UNION ALL SELECT 6, 'CLOSED_BY', NULL, NULL, NULL, NULL, c.closed_by
      UNION ALL SELECT 7, 'APPROVED_BY', NULL, NULL, NULL, NULL, c.approved_by
    ) control(nth, item, key, count, points, amount, text)
    WHERE c.id = ${cycleId} ORDER BY nth, key, count`;
}

/** Positions of a cycle before its netting. */
export function positions({ cycleId, partnerId }: ReportScope): Sql {
  return sql`
    SELECT c.seq::bigint AS cycle, p.id AS partner_id, p.name AS partner, s."openingE6" AS opening, s."debitE6" AS gross_debit,
      s."creditE6" AS gross_credit, s."openingE6" + s."debitE6" - s."creditE6" AS net
    FROM (${positionsQuery([cycleId ?? ""], partnerId === null ? null : [partnerId])}) s
    JOIN cycle c ON c.id = s."cycleId" JOIN partner p ON p.id = s."partnerId" ORDER BY p.code`;
}

/** What the open cycle would end in if it closed now, and how much of the limit is used. */
export function nextCycleForecast({ partnerId, minorUnitE6, at }: ReportScope): Sql {
  const unit = sql`${minorUnitE6}::bigint`;
  const open = sql`SELECT id FROM cycle WHERE state = 'OPEN'`;
  return sql`
    SELECT c.seq::bigint AS cycle, c.cutoff_at, p.id AS partner_id, p.name AS partner, n.opening, n.debit AS gross_debit,
      n.credit AS gross_credit, n.net AS position, n.net / ${unit} * ${unit} AS expected_net, n.net - n.net / ${unit} * ${unit} AS expected_carry,
      x.exposure, x.limit_e6 AS exposure_limit, x.use_bps AS limit_use_bps
    FROM partner p CROSS JOIN (SELECT * FROM cycle WHERE state = 'OPEN') c
    CROSS JOIN LATERAL (
      SELECT coalesce(sum(s."openingE6"), 0)::bigint AS opening, coalesce(sum(s."debitE6"), 0)::bigint AS debit,
        coalesce(sum(s."creditE6"), 0)::bigint AS credit,
        coalesce(sum(s."openingE6" + s."debitE6" - s."creditE6"), 0)::bigint AS net
      FROM (${positionsQuery(open, partnerId === null ? null : [partnerId])}) s WHERE s."partnerId" = p.id) n
    LEFT JOIN (${exposuresAt(at)}) x ON x.partner_id = p.id
    WHERE ${isOrAny(sql`p.id`, partnerId)} ORDER BY p.code`;
}

/** Cycles with what netting did to them. */
export function cycles(): Sql {
  return sql`
    SELECT c.seq::bigint AS cycle, c.opens_at, c.cutoff_at, c.state::text AS state, c.version::bigint AS version,
      count(s."partnerId") AS partners, coalesce(sum(s."debitE6"), 0)::bigint AS gross,
      coalesce(sum(greatest(s.net, 0)), 0)::bigint AS pay_in, coalesce(-sum(least(s.net, 0)), 0)::bigint AS pay_out
    FROM cycle c LEFT JOIN (
      SELECT *, "openingE6" + "debitE6" - "creditE6" AS net FROM (${positionsQuery(sql`SELECT id FROM cycle`, null)}) q
    ) s ON s."cycleId" = c.id
    GROUP BY c.id ORDER BY c.seq`;
}
