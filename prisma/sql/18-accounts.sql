-- Balances that were written down once stay: what was asked as of a day answers the same for ever.
CREATE TRIGGER account_balance_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON account_balance
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER ledger_piece_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger_piece
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE VIEW broken_accounts (rule, severity, key, detail) AS
  -- B19 What was last written down of an account is the sum of its lines until then.
  SELECT 'B19', 'ERROR', concat_ws(':', b.account, nullif(b.owner_id, '')), format('%s in %s entries, %s in %s by the lines', b.amount,
    b.entries, coalesce(s.amount, 0), coalesce(s.entries, 0))
  FROM (SELECT DISTINCT ON (account, owner_id) * FROM account_balance ORDER BY account, owner_id, up_to DESC) b
  LEFT JOIN (
    SELECT l.account, CASE WHEN GROUPING(l.owner_id) = 1 THEN '*' ELSE l.owner_id END AS owner_id, sum(l.amount) AS amount,
      count(DISTINCT l.entry_id) AS entries
    FROM line l JOIN entry e ON e.id = l.entry_id WHERE e.ord <= (SELECT max(up_to) FROM ledger_piece)
    GROUP BY GROUPING SETS ((l.account, l.owner_id), (l.account))
  ) s ON s.account = b.account AND s.owner_id = b.owner_id
  WHERE (b.amount, b.entries) IS DISTINCT FROM (s.amount, s.entries);

-- What the lines of some entries add up to, as `turnover` keeps it: after the first, up to and with the last.
CREATE FUNCTION turnover_between(p_after bigint, p_up_to bigint) RETURNS SETOF turnover LANGUAGE sql STABLE AS $$
  SELECT cycle_id, origin_cycle_id, event, account, owner, section, issuer, funding, sum(amount)::bigint, sum(debit)::bigint,
    sum(value_e6)::bigint, sum(funded_e6)::bigint, sum(paid_e6)::bigint, count(*),
    count(burn_id) FILTER (WHERE account = 'REDEEMED' AND is_credit)
  FROM (
    SELECT e.cycle_id, e.origin_cycle_id, e.event, l.account,
      CASE WHEN l.account IN ('PENDING', 'AVAIL', 'RESERVED', 'DEBT') THEN '' ELSE l.owner_id END AS owner,
      coalesce(l.section, '') AS section, coalesce(t.issuer_id, '') AS issuer, coalesce(t.funding::text, '') AS funding,
      sum(l.amount) AS amount, sum(greatest(l.amount, 0)) AS debit, coalesce(sum(l.amount * t.issue_rate_e6), 0) AS value_e6,
      coalesce(sum(l.amount * t.funded_rate_e6), 0) AS funded_e6,
      coalesce(sum(l.amount * CASE WHEN b.on_us_policy = 'MARGIN_FREE' AND t.issuer_id = l.owner_id THEN t.issue_rate_e6
        ELSE b.redeem_rate_e6 END), 0) AS paid_e6, bool_or(l.amount < 0) AS is_credit,
      -- Points of one issuer may be funded in several ways: the burn is one all the same.
      CASE row_number() OVER (PARTITION BY e.id, l.account, coalesce(t.issuer_id, '') ORDER BY bool_or(l.amount < 0) DESC, t.funding)
        WHEN 1 THEN e.burn_id END AS burn_id
    FROM entry e JOIN line l ON l.entry_id = e.id LEFT JOIN lot t ON t.id = l.lot_id
    LEFT JOIN burn b ON b.id = e.burn_id AND l.account = 'REDEEMED'
    WHERE e.ord > p_after AND e.ord <= p_up_to
    GROUP BY e.id, e.cycle_id, e.origin_cycle_id, e.event, e.burn_id, l.account, owner, section, issuer, t.funding
  ) entries
  GROUP BY 1, 2, 3, 4, 5, 6, 7, 8
$$;

-- What the entries at places add up to, as `place_day` keeps it.
CREATE FUNCTION place_days_between(p_after bigint, p_up_to bigint) RETURNS SETOF place_day LANGUAGE sql STABLE AS $$
  SELECT e.partner_id, coalesce(e.location_id, ''), e.event, (e.occurred_at AT TIME ZONE g.time_zone)::date, count(*),
    coalesce(sum(l.issued), 0)::bigint, coalesce(sum(l.redeemed), 0)::bigint, coalesce(sum(l.position), 0)::bigint
  FROM programme g CROSS JOIN entry e CROSS JOIN LATERAL (
    SELECT sum(amount) FILTER (WHERE account IN ('ISSUED', 'CLAWBACK')) AS issued, -sum(amount) FILTER (WHERE account = 'REDEEMED') AS redeemed,
      sum(amount) FILTER (WHERE account = 'POSITION') AS position
    FROM line WHERE entry_id = e.id AND owner_id = e.partner_id) l
  WHERE e.ord > p_after AND e.ord <= p_up_to AND e.partner_id IS NOT NULL GROUP BY 1, 2, 3, 4
$$;

-- What entries at a partner's places on these days add up to at this instant; days are null where there is no end.
CREATE FUNCTION place_days_of(p_partner text, p_from date, p_until date) RETURNS SETOF place_day LANGUAGE plpgsql STABLE
SET enable_seqscan = off AS $$
DECLARE v_after bigint := coalesce((SELECT up_to FROM turnover_reach), 0);
BEGIN
  RETURN QUERY SELECT * FROM place_day WHERE partner_id = p_partner
    AND day >= coalesce(p_from, '-infinity') AND day < coalesce(p_until, 'infinity');
  RETURN QUERY EXECUTE format('SELECT * FROM place_days_between(%s, %s)', v_after, 9223372036854775807)
    || ' WHERE partner_id = $1 AND day >= coalesce($2, ''-infinity'') AND day < coalesce($3, ''infinity'')'
    USING p_partner, p_from, p_until;
END $$;

-- What the lines of cycles add up to at this instant: what is added up, and the entries since. All cycles when none is named.
-- Planned anew with the entry it goes on from, because a plan for any entry would read the whole book.
CREATE FUNCTION turnover_of(p_cycles text[]) RETURNS SETOF turnover LANGUAGE plpgsql STABLE
SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off AS $$
DECLARE v_after bigint := coalesce((SELECT up_to FROM turnover_reach), 0);
BEGIN
  RETURN QUERY SELECT * FROM turnover WHERE p_cycles IS NULL OR cycle_id = ANY (p_cycles);
  RETURN QUERY EXECUTE format('SELECT * FROM turnover_between(%s, %s) WHERE $1 IS NULL OR cycle_id = ANY ($1)', v_after,
    9223372036854775807) USING p_cycles;
END $$;

-- Adds up what comes after the reach, up to and with this entry; one at a time.
CREATE FUNCTION turnover_add(p_up_to bigint) RETURNS void LANGUAGE plpgsql
SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off SET work_mem = '32MB' AS $$
DECLARE v_after bigint;
BEGIN
  INSERT INTO turnover_reach (id, up_to) VALUES (1, 0) ON CONFLICT DO NOTHING;
  SELECT up_to INTO v_after FROM turnover_reach FOR UPDATE;
  IF v_after >= p_up_to THEN RETURN; END IF;
  EXECUTE format('INSERT INTO turnover AS t SELECT * FROM turnover_between(%s, %s)', v_after, p_up_to)
    || ' ON CONFLICT (cycle_id, account, owner_id, section, event, issuer_id, funding, origin_cycle_id) DO UPDATE
      SET amount = t.amount + excluded.amount, debit = t.debit + excluded.debit, value_e6 = t.value_e6 + excluded.value_e6,
        funded_e6 = t.funded_e6 + excluded.funded_e6, paid_e6 = t.paid_e6 + excluded.paid_e6,
        entries = t.entries + excluded.entries, burns = t.burns + excluded.burns';
  EXECUTE format('INSERT INTO place_day AS d SELECT * FROM place_days_between(%s, %s)', v_after, p_up_to)
    || ' ON CONFLICT (partner_id, day, location_id, event) DO UPDATE SET entries = d.entries + excluded.entries,
      issued = d.issued + excluded.issued, redeemed = d.redeemed + excluded.redeemed, position_e6 = d.position_e6 + excluded.position_e6';
  UPDATE turnover_reach SET up_to = p_up_to;
END $$;

CREATE VIEW broken_turnover (rule, severity, key, detail) AS
  -- B21 What is added up of a cycle is what its lines, lots and burns add up to.
  SELECT 'B21', 'ERROR', concat_ws(':', cycle_id, account, nullif(owner_id, ''), nullif(section, ''), event, nullif(issuer_id, '')),
    format('%s in %s entries, %s in %s by the lines', coalesce(t.amount, 0), coalesce(t.entries, 0), coalesce(s.amount, 0),
      coalesce(s.entries, 0))
  FROM turnover t FULL JOIN turnover_between(0, (SELECT coalesce(max(up_to), 0) FROM turnover_reach)) s
    USING (cycle_id, account, owner_id, section, event, issuer_id, funding, origin_cycle_id)
  WHERE (t.amount, t.debit, t.value_e6, t.funded_e6, t.paid_e6, t.entries, t.burns)
    IS DISTINCT FROM (s.amount, s.debit, s.value_e6, s.funded_e6, s.paid_e6, s.entries, s.burns)
  UNION ALL
  SELECT 'B21', 'ERROR', concat_ws(':', partner_id, nullif(location_id, ''), event, day),
    format('%s entries, %s by the lines', coalesce(d.entries, 0), coalesce(s.entries, 0))
  FROM place_day d FULL JOIN place_days_between(0, (SELECT coalesce(max(up_to), 0) FROM turnover_reach)) s
    USING (partner_id, location_id, event, day)
  WHERE (d.entries, d.issued, d.redeemed, d.position_e6) IS DISTINCT FROM (s.entries, s.issued, s.redeemed, s.position_e6);
