-- What falls due by the clock, for whole chunks of members in one call: points whose validity is over lapse, pending ones
-- become spendable. It writes what the recipes `expire` and `mature` (api/ledger/recipes/issue.ts) would, row for row;
-- api/ledger/due.property.test.ts holds the two together.
--
-- Lock order: as in 10-post.sql, but a wallet that somebody else holds is passed over (BUSY) unless p_patient. Apart are
-- members whose maturing points repay debts, and whom an exposure limit may refuse: their deeds are planned one by one.

-- One lot's part: what was paid into the fund for the points, what is still to be paid for them, and who pays or gets it.
CREATE TYPE due_lot AS (id text, member_id text, issuer_id text, points bigint, funded_e6 bigint, unfunded_e6 bigint,
  operators_e6 bigint, payer account_kind);

-- p_event: EXPIRE | MATURE. p_first_entry: an entry's id; the ids of all begin like it. p_issuers, p_operator_bps: the
-- operator's share of what lapses; p_default_bps of all others' points. reached: members with an entry. busy, apart:
-- members of whom nothing was done. Raises ZG001 where maturing points would leave an issuer over its limit.
CREATE FUNCTION ledger_post_due(p_now timestamptz, p_event text, p_deed post_deed, p_first_entry text, p_members text[],
  p_patient boolean, p_issuers text[], p_operator_bps int[], p_default_bps int,
  OUT reached int, OUT busy text[], OUT apart text[]) LANGUAGE plpgsql
-- The plan does not depend on how many members there are, and making it costs as much as posting for some.
SET enable_seqscan = off SET plan_cache_mode = force_generic_plan AS $$
DECLARE
  v_at constant timestamptz := p_deed.occurred_at;
  v_cycle text;
  v_currency text;
  v_redemption_bps int;
  v_operator text;
  v_held text[];
  v_due due_lot[];
BEGIN
  PERFORM pg_advisory_xact_lock_shared(cycle_lock_key());
  SELECT c.id, p.currency, p.expected_redemption_bps, o.id INTO v_cycle, v_currency, v_redemption_bps, v_operator
  FROM cycle c CROSS JOIN programme p LEFT JOIN partner o ON o.is_operator WHERE c.state = 'OPEN';
  IF v_cycle IS NULL THEN RAISE EXCEPTION 'no cycle is open' USING ERRCODE = 'ZG002'; END IF;

  IF p_patient THEN
    v_held := ARRAY(SELECT member_id FROM wallet WHERE member_id = ANY (p_members) ORDER BY member_id FOR UPDATE);
  ELSE
    v_held := ARRAY(SELECT member_id FROM wallet WHERE member_id = ANY (p_members) ORDER BY member_id FOR UPDATE SKIP LOCKED);
  END IF;
  busy := ARRAY(SELECT unnest(p_members) EXCEPT SELECT unnest(v_held));
  apart := CASE p_event WHEN 'MATURE' THEN ledger_apart(v_held, v_at, p_now, v_redemption_bps) ELSE '{}' END;
  IF cardinality(apart) > 0 THEN v_held := ARRAY(SELECT unnest(v_held) EXCEPT SELECT unnest(apart)); END IF;

  -- By the index of each member's open lots, which asks for the sum; "+ 0" keeps off the indexes of what is due, in which
  -- one member's lots stand under as many instants as there are.
  IF p_event = 'EXPIRE' THEN
    WITH moved AS (
      UPDATE lot SET available = 0, expired = lot.expired + lot.available
      FROM unnest(v_held) held (id)
      WHERE lot.member_id = held.id AND lot.available + 0 > 0 AND lot.expires_at <= v_at
        AND lot.pending + lot.available + lot.reserved > 0
      RETURNING lot.*, old.available AS points
    ), priced AS (
      SELECT m.*, points * funded_rate_e6 AS funded_e6, coalesce(s.bps, p_default_bps) AS bps
      FROM moved m LEFT JOIN unnest(p_issuers, p_operator_bps) s (issuer_id, bps) USING (issuer_id)
    )
    SELECT array_agg((id, member_id, issuer_id, points, funded_e6, points * (issue_rate_e6 - funded_rate_e6),
      -- In two steps, so that nothing overflows that fits itself.
      CASE WHEN issuer_id = v_operator THEN funded_e6 ELSE funded_e6 / 10000 * bps + funded_e6 % 10000 * bps / 10000 END,
      NULL)::due_lot) INTO v_due FROM priced;
  ELSE
    WITH moved AS (
      UPDATE lot SET pending = 0, available = lot.available + lot.pending, available_at = v_at
      FROM unnest(v_held) held (id)
      WHERE lot.member_id = held.id AND lot.pending + 0 > 0 AND lot.blocked_at IS NULL AND lot.matures_at <= v_at
        AND lot.pending + lot.available + lot.reserved > 0
      RETURNING lot.*, old.pending AS points
    )
    SELECT array_agg((id, member_id, issuer_id, points, points * funded_rate_e6, 0, 0,
      CASE WHEN issuer_id = v_operator THEN 'OP_POINTS_COST' WHEN pack_id IS NULL THEN 'POSITION' ELSE 'PREPAID' END)::due_lot)
      INTO v_due FROM moved;
  END IF;
  reached := 0;
  IF v_due IS NULL THEN RETURN; END IF;

  INSERT INTO deed (id, owner, key, fingerprint, business_key, kind, actor, posted_at)
  VALUES (p_deed.id, p_deed.owner, p_deed.key, p_deed.fingerprint, p_deed.business_key, p_deed.kind, p_deed.actor, p_now);

  WITH mine AS MATERIALIZED (
    SELECT member_id, sum(points) AS points, left(p_first_entry, -5) || lpad(upper(to_hex(row_number() OVER (ORDER BY member_id))), 5, '0') AS entry_id
    FROM unnest(v_due) GROUP BY member_id
  ), entered AS (
    INSERT INTO entry (id, deed_id, event, occurred_at, posted_at, cycle_id, origin_cycle_id, member_id)
    SELECT entry_id, p_deed.id, p_event, v_at, p_now, v_cycle, v_cycle, member_id FROM mine ORDER BY entry_id
  ), parts AS (
    SELECT d.*, m.entry_id, 2 * row_number() OVER own AS seq, 2 * count(*) OVER (PARTITION BY d.member_id) AS money_seq
    FROM unnest(v_due) d JOIN mine m USING (member_id) WINDOW own AS (PARTITION BY d.member_id ORDER BY d.id COLLATE "C")
  ), lined AS (
    INSERT INTO line (entry_id, seq, account, owner_id, unit, amount, lot_id, section, cycle_id)
    SELECT entry_id, seq - 2, (CASE p_event WHEN 'EXPIRE' THEN 'AVAIL' ELSE 'PENDING' END)::account_kind, member_id, 'PTS', points, id, NULL, v_cycle
    FROM parts
    UNION ALL
    SELECT entry_id, seq - 1, (CASE p_event WHEN 'EXPIRE' THEN 'EXPIRED' ELSE 'AVAIL' END)::account_kind,
      CASE p_event WHEN 'EXPIRE' THEN issuer_id ELSE member_id END, 'PTS', -points, id, NULL, v_cycle
    FROM parts
    UNION ALL
    SELECT entry_id, money_seq - 1 + row_number() OVER (PARTITION BY entry_id ORDER BY seq, n), account,
      CASE WHEN account IN ('BREAKAGE', 'OP_POINTS_COST') THEN '' ELSE issuer_id END, v_currency, amount, NULL,
      CASE account WHEN 'POSITION' THEN CASE p_event WHEN 'EXPIRE' THEN 'BREAKAGE_SHARE' ELSE 'ISSUE_BILLING' END END, v_cycle
    FROM parts CROSS JOIN LATERAL (
      SELECT * FROM (VALUES (0, 'FUND'::account_kind, funded_e6), (1, 'BREAKAGE', -operators_e6), (2, 'POSITION', operators_e6 - funded_e6)) x (n, account, amount)
      WHERE p_event = 'EXPIRE'
      UNION ALL
      SELECT * FROM (VALUES (0, payer, funded_e6), (1, 'FUND', -funded_e6)) x WHERE p_event = 'MATURE') money
    WHERE funded_e6 <> 0 AND amount <> 0
  ), stepped AS (
    UPDATE wallet w SET version = version + 1,
      pending = pending - CASE p_event WHEN 'MATURE' THEN m.points ELSE 0 END,
      available = available + CASE p_event WHEN 'MATURE' THEN m.points ELSE -m.points END
    FROM mine m WHERE w.member_id = m.member_id
    RETURNING w.*, m.entry_id, m.points
  ), told AS (
    INSERT INTO wallet_change (member_id, version, entry_id, pending, available, reserved, debt, available_after, pending_after)
    SELECT member_id, version, entry_id, CASE p_event WHEN 'MATURE' THEN -points ELSE 0 END,
      CASE p_event WHEN 'MATURE' THEN points ELSE -points END, 0, 0, available, pending FROM stepped
  )
  SELECT count(*) INTO reached FROM mine;
  -- Now rather than at commit, when counters of exposure are held.
  SET CONSTRAINTS entry_balanced IMMEDIATE;

  PERFORM ledger_expose_due(p_now, p_event, v_due, v_redemption_bps);
  PERFORM ledger_ring_due(p_event, v_due);
END $$;

-- Members with debts, and members with due points of an issuer that has less than a twentieth of its limit left: whatever
-- matures may be what it refuses. The limit is looked at without a lock here, and counts where it is looked at under it.
CREATE FUNCTION ledger_apart(p_members text[], p_at timestamptz, p_now timestamptz, p_redemption_bps int)
RETURNS text[] LANGUAGE plpgsql SET enable_seqscan = off AS $$
DECLARE
  v_over constant text[] := ARRAY(SELECT partner_id FROM exposure e WHERE exposure_of(e, p_redemption_bps) > limit_of(e, p_now) - limit_of(e, p_now) / 20);
BEGIN
  RETURN ARRAY(SELECT member_id FROM wallet WHERE member_id = ANY (p_members) AND debt > 0
    UNION SELECT lot.member_id FROM unnest(p_members) held (id) JOIN lot ON lot.member_id = held.id
    WHERE cardinality(v_over) > 0 AND lot.issuer_id = ANY (v_over) AND lot.pending + 0 > 0 AND lot.blocked_at IS NULL
      AND lot.matures_at <= p_at AND lot.pending + lot.available + lot.reserved > 0);
END $$;

-- Counters of exposure, last and in order.
CREATE FUNCTION ledger_expose_due(p_now timestamptz, p_event text, p_due due_lot[], p_redemption_bps int)
RETURNS void LANGUAGE plpgsql SET enable_seqscan = off AS $$
DECLARE v_over boolean;
BEGIN
  PERFORM 1 FROM exposure WHERE partner_id IN (SELECT issuer_id FROM unnest(p_due)) ORDER BY partner_id FOR UPDATE;
  WITH moved AS (
    UPDATE exposure e SET position_e6 = e.position_e6 + s.position_e6, outstanding_e6 = e.outstanding_e6 - s.outstanding_e6
    FROM (
      SELECT issuer_id, sum(unfunded_e6) AS outstanding_e6,
        sum(CASE WHEN p_event = 'EXPIRE' THEN operators_e6 - funded_e6 WHEN payer = 'POSITION' THEN funded_e6 ELSE 0 END) AS position_e6
      FROM unnest(p_due) GROUP BY issuer_id
    ) s WHERE e.partner_id = s.issuer_id RETURNING e.*
  )
  SELECT bool_or(exposure_of(m::exposure, p_redemption_bps) > limit_of(m::exposure, p_now)) INTO v_over FROM moved m;
  IF p_event = 'MATURE' AND v_over THEN RAISE EXCEPTION 'an exposure limit was met' USING ERRCODE = 'ZG001'; END IF;
END $$;

-- Doorbells, as in 10-post.sql: who should look again.
CREATE FUNCTION ledger_ring_due(p_event text, p_due due_lot[]) RETURNS bigint LANGUAGE sql AS $$
  WITH rung AS (
    SELECT 'members' AS kind, member_id AS id FROM unnest(p_due)
    UNION SELECT 'partners', issuer_id FROM unnest(p_due)
      WHERE CASE p_event WHEN 'EXPIRE' THEN operators_e6 <> funded_e6 ELSE payer = 'POSITION' AND funded_e6 <> 0 END
  ), numbered AS (SELECT kind, id, (row_number() OVER ()) / 200 AS page FROM rung
  ), pages AS (SELECT page, jsonb_object_agg(kind, ids) AS payload FROM (
      SELECT page, kind, jsonb_agg(id) AS ids FROM numbered GROUP BY 1, 2) g GROUP BY 1)
  SELECT count(pg_notify('doorbell', payload::text)) FROM pages
$$;
