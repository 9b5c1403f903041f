import { exposureOf, exposuresAt } from "#api/ledger/exposures.ts";
import { day, daysSince, isOrAny, type ReportScope, within } from "#api/ledger/read/reports/scope.ts";
import { type Sql, sql } from "#api/sql/snapshot.ts";

/** What partners could cost the coalition, what secures it, and how near the limit it came. */
export function exposure(scope: ReportScope): Sql {
  const { partnerId, cycleId, at } = scope;
  return sql`
    SELECT p.id AS partner_id, p.name AS partner, p.status::text AS status, x.position_e6 AS position, x.due_e6 AS due,
      x.outstanding_e6 AS unfunded_points_value, x.collateral_e6 AS collateral, x.loss_pool_e6 AS loss_pool, x.exposure,
      x.limit_e6 AS exposure_limit, x.use_bps,
      d.peak, ${day(sql`d.day`)} AS peak_on,
      (SELECT count(*) FROM limit_override v WHERE v.partner_id = p.id AND v.valid_from <= ${at} AND v.expires_at > ${at}
        AND v.revoked_at IS NULL) AS overrides
    FROM partner p JOIN (${exposuresAt(at)}) x ON x.partner_id = p.id LEFT JOIN LATERAL (
      SELECT y.day, ${exposureOf(sql`y`)} AS peak
      FROM exposure_day y CROSS JOIN programme g JOIN cycle c ON ${cycleId === null ? sql`c.state = 'OPEN'` : sql`c.id = ${cycleId}`}
      WHERE y.partner_id = p.id AND y.day >= (c.opens_at AT TIME ZONE ${scope.timeZone})::date
        AND y.day < (c.cutoff_at AT TIME ZONE ${scope.timeZone})::date
      ORDER BY peak DESC, y.day LIMIT 1) d ON true
    WHERE ${isOrAny(sql`p.id`, partnerId)} ORDER BY p.code`;
}

/** The bank's statements against the books, one after the other. */
export function bankReconciliation({ from, until }: ReportScope): Sql {
  return sql`
    SELECT s.id AS statement_id, s.bank_id, s.bank_account, ${day(sql`s.closed_on`)} AS closed_on, s.opening_e6 AS opening,
      n.lines, n.total, n.matched, n.lines - n.matched AS unmatched, s.closing_e6 AS closing, b.ledger, s.closing_e6 - b.ledger AS difference,
      ${day(sql`n.oldest_on`)} AS oldest_open_on
    FROM bank_statement s CROSS JOIN LATERAL (
      SELECT count(*) AS lines, coalesce(sum(l.amount_e6), 0)::bigint AS total,
        count(*) FILTER (WHERE i.id IS NULL OR i.state IN ('MATCHED', 'RESOLVED', 'WRITTEN_OFF')) AS matched,
        min(l.booked_on) FILTER (WHERE i.state NOT IN ('MATCHED', 'RESOLVED', 'WRITTEN_OFF')) AS oldest_on
      FROM bank_line l LEFT JOIN recon_item i ON i.bank_line_id = l.id WHERE l.statement_id = s.id
    ) n CROSS JOIN LATERAL (
      -- What the ledger had on this account once it had booked this statement's lines and those before them.
      SELECT coalesce(sum(l.amount), 0)::bigint AS ledger FROM line l JOIN entry e ON e.id = l.entry_id
      WHERE l.account = CASE s.bank_account WHEN 'COLLATERAL' THEN 'BANK_COLLATERAL' ELSE 'BANK_SETTLEMENT' END::account_kind
        AND (e.deed_id IN (SELECT f.deed_id FROM bank_line bl JOIN bank_statement bs ON bs.id = bl.statement_id
            JOIN entry f ON f.id = bl.entry_id WHERE bs.bank_account = s.bank_account AND (bs.closed_on, bs.id) <= (s.closed_on, s.id))
          OR NOT EXISTS (SELECT FROM bank_line bl JOIN entry f ON f.id = bl.entry_id WHERE f.deed_id = e.deed_id))
    ) b
    WHERE ${from === null ? sql`true` : sql`s.closed_on >= ${from}`} AND ${until === null ? sql`true` : sql`s.closed_on < ${until}`}
    ORDER BY s.bank_account, s.closed_on, s.id`;
}

/** Compared things that do not agree yet, the oldest first; with a state, those in it. */
export function reconBreaks(scope: ReportScope): Sql {
  const { partnerId, cycleId, state, at } = scope;
  const of = (column: Sql, isPoints: boolean) => sql`CASE WHEN (i.unit = 'PTS') = ${isPoints} THEN ${column} END`;
  return sql`
    SELECT i.id AS item_id, i.source::text AS source, i.kind::text AS kind, p.id AS partner_id, p.name AS partner, c.seq::bigint AS cycle,
      i.hub_ref, CASE i.source WHEN 'PARTNER_FILE' THEN i.other_ref END AS partner_ref, CASE i.source WHEN 'BANK' THEN coalesce(b.bank_ref, i.other_ref) END AS bank_ref,
      ${of(sql`i.hub_value`, true)} AS hub_points, ${of(sql`i.other_value`, true)} AS other_points,
      ${of(sql`i.hub_value`, false)} AS hub_amount, ${of(sql`i.other_value`, false)} AS other_amount,
      ${of(sql`coalesce(i.other_value, 0) - coalesce(i.hub_value, 0)`, false)} AS difference,
      ${daysSince(sql`i.opened_at`, scope)} AS age_days, i.taken_by AS owner, i.state::text AS state, i.resolution
    FROM recon_item i LEFT JOIN partner p ON p.id = i.partner_id LEFT JOIN cycle c ON c.id = i.cycle_id
    LEFT JOIN bank_line b ON b.id = i.bank_line_id
    WHERE i.opened_at <= ${at} AND ${state === null ? sql`i.state IN ('SUGGESTED', 'BREAK', 'INVESTIGATING')` : sql`i.state::text = ${state}`}
      AND ${isOrAny(sql`i.partner_id`, partnerId)} AND ${isOrAny(sql`i.cycle_id`, cycleId)}
    ORDER BY i.opened_at, i.id`;
}

/** A partner's own file, row by row, with what the hub has. */
export function reconResult({ fileId, partnerId }: ReportScope): Sql {
  return sql`
    SELECT r.line::bigint AS line, r.client_ref AS partner_ref, i.hub_ref, r.event, r.occurred_at, i.kind::text AS kind, i.state::text AS state,
      r.points AS partner_points, CASE WHEN i.unit = 'PTS' THEN i.hub_value END AS hub_points, r.amount_e6 AS partner_amount,
      CASE WHEN i.unit <> 'PTS' THEN i.hub_value END AS hub_amount, i.resolution AS action
    FROM partner_file f JOIN partner_file_row r ON r.file_id = f.id LEFT JOIN recon_item i ON i.file_id = f.id AND i.file_line = r.line
    WHERE f.id = ${fileId} AND ${isOrAny(sql`f.partner_id`, partnerId)}
    UNION ALL
    SELECT NULL, i.other_ref, i.hub_ref, NULL, NULL, i.kind::text, i.state::text, NULL, CASE WHEN i.unit = 'PTS' THEN i.hub_value END, NULL,
      CASE WHEN i.unit <> 'PTS' THEN i.hub_value END, i.resolution
    FROM partner_file f JOIN recon_item i ON i.file_id = f.id
    WHERE f.id = ${fileId} AND ${isOrAny(sql`f.partner_id`, partnerId)}
      AND NOT EXISTS (SELECT FROM partner_file_row r WHERE r.file_id = f.id AND r.line = i.file_line)
    ORDER BY line NULLS LAST, hub_ref`;
}

/** Disputes; a partner has those it takes part in. */
export function disputes(scope: ReportScope): Sql {
  const { partnerId, cycleId, state, at } = scope;
  return sql`
    SELECT d.id AS dispute_id, d.burn_id AS redemption_id, c.seq::bigint AS origin_cycle, a.id AS claimant_id, a.name AS claimant,
      r.id AS respondent_id, r.name AS respondent, d.reason_code AS reason, d.points, d.held_e6 AS held, d.upheld_points, d.upheld_e6 AS upheld,
      d.deadline_at, d.state::text AS state, d.outcome::text AS outcome, d.lapsed, d.opened_at, d.decided_at,
      CASE WHEN d.state IN ('OPEN', 'RESPONDED', 'ARBITRATION') THEN ${daysSince(sql`d.opened_at`, scope)} ELSE
        extract(day FROM d.decided_at - d.opened_at)::bigint END AS days_open
    FROM dispute d JOIN partner a ON a.id = d.claimant_id JOIN partner r ON r.id = d.respondent_id
    JOIN burn b ON b.id = d.burn_id LEFT JOIN cycle c ON c.id = b.cycle_id
    WHERE d.opened_at <= ${at} AND (${isOrAny(sql`d.claimant_id`, partnerId)} OR ${isOrAny(sql`d.respondent_id`, partnerId)})
      AND ${isOrAny(sql`b.cycle_id`, cycleId)} AND ${isOrAny(sql`d.state::text`, state)}
    ORDER BY d.opened_at, d.id`;
}

/** Which money covered which default, in the order it was used, and what came back. */
export function defaults({ partnerId, cycleId }: ReportScope): Sql {
  return sql`
    SELECT c.seq::bigint AS cycle, o.id AS obligation_id, p.id AS partner_id, p.name AS partner, o.state::text AS state, l.seq::bigint AS layer,
      l.account::text AS account, w.id AS owner_id, w.name AS owner, l.available_e6 AS available, l.used_e6 AS used,
      l.available_e6 - l.used_e6 AS "left", l.recovered_e6 AS recovered
    FROM default_layer l JOIN obligation o ON o.id = l.obligation_id JOIN cycle c ON c.id = o.cycle_id
    JOIN partner p ON p.id = o.partner_id LEFT JOIN partner w ON w.id = l.owner_id
    WHERE ${isOrAny(sql`o.partner_id`, partnerId)} AND ${isOrAny(sql`o.cycle_id`, cycleId)}
    ORDER BY c.seq, p.code, l.seq`;
}

/** What two people, or somebody of the operator, changed: approved deeds, and entries that are nobody's purchase. */
export function adjustments(scope: ReportScope): Sql {
  return sql`
    SELECT time, object, object_id, action, before, after, points, amount, reason, maker, checker
    FROM (
      SELECT a.decided_at AS time, coalesce(v.object, a.action) AS object, a.subject_id AS object_id, a.action, v.before::text AS before,
        coalesce(v.after, a.payload)::text AS after, NULL::bigint AS points, NULL::bigint AS amount, a.reason, a.requested_by AS maker,
        a.decided_by AS checker, a.id
      FROM approval a LEFT JOIN LATERAL (
        SELECT object, before, after FROM audit_event v WHERE v.approval_id = a.id ORDER BY seq LIMIT 1) v ON true
      WHERE a.state = 'APPROVED'
      UNION ALL
      SELECT e.posted_at, 'entry', e.id, e.event, NULL, NULL,
        (SELECT sum(amount) FROM line WHERE entry_id = e.id AND unit = 'PTS' AND amount > 0)::bigint,
        (SELECT sum(amount) FROM line WHERE entry_id = e.id AND unit <> 'PTS' AND amount > 0)::bigint, e.reason, d.actor, NULL, e.id
      FROM entry e JOIN deed d ON d.id = e.deed_id
      WHERE e.event IN ('ADJUST_CREDIT', 'ADJUST_DEBIT', 'CORRECTION', 'WRITE_OFF')
    ) made WHERE ${within(sql`time`, scope)} ORDER BY time, id`;
}

/** Transfers of money to make or to expect, with the obligation each discharges and the bank's value date. */
export function payments({ partnerId, cycleId, state }: ReportScope): Sql {
  return sql`
    SELECT c.seq::bigint AS cycle, i.id AS payment_id, i.kind::text AS kind, i.end_to_end_id, p.id AS partner_id, p.name AS partner,
      i.amount_e6 AS amount, i.received_e6 AS received, i.state::text AS state, i.bank_answer,
      ${day(sql`v.value_on`)} AS value_on, o.id AS obligation_id, o.net_e6 AS obligation_net, o.paid_e6 AS obligation_paid, ${day(sql`o.due_on`)} AS due_on
    FROM payment_instruction i JOIN cycle c ON c.id = i.cycle_id JOIN partner p ON p.id = i.partner_id JOIN obligation o ON o.id = i.obligation_id
    LEFT JOIN LATERAL (
      SELECT max(coalesce(b.value_on, b.booked_on)) AS value_on FROM recon_match m JOIN recon_item r ON r.id = m.item_id JOIN bank_line b ON b.id = r.bank_line_id
      WHERE m.payment_id = i.id AND m.undone_at IS NULL) v ON true
    WHERE ${isOrAny(sql`i.partner_id`, partnerId)} AND ${isOrAny(sql`i.cycle_id`, cycleId)} AND ${isOrAny(sql`i.state::text`, state)}
    ORDER BY c.seq, p.code, i.id`;
}
