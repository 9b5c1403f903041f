-- The posting function: the only writer of the ledger's tables. One call posts a whole batch of deeds; each deed is
-- done, replayed or refused on its own. What a deed writes was planned in api/ledger from a reading of the wallets;
-- here the wallets are locked and their versions compared, so a plan made on an old reading is sent back, not posted.
--
-- Lock order: cycle (shared advisory lock, first) -> wallets by id -> prepaid packs by id -> idempotency keys in key
-- order -> member days by member, partner and day -> exposure by partner id -> counters by id.

-- Taken shared by every posting and exclusive by whoever changes which cycle is open.
CREATE FUNCTION cycle_lock_key() RETURNS bigint LANGUAGE sql IMMUTABLE PARALLEL SAFE RETURN 7204001;

CREATE TYPE post_deed AS (ord int, id text, owner text, key text, fingerprint text, business_key text, kind text,
  actor text, occurred_at timestamptz, partner_id text, location_id text, terminal_id text, reason text);
CREATE TYPE post_wallet AS (ord int, member_id text, version bigint);
CREATE TYPE post_entry AS (ord int, n int, id text, deed_id text, event text, occurred_at timestamptz, cycle_id text,
  origin_cycle_id text, partner_id text, member_id text, location_id text, terminal_id text, purchase_id text,
  burn_id text, dispute_id text, reason text);
-- n: the entry's place in the batch. fills_new_lot: the lot is made by the same deed and brings its buckets along.
-- Where it is not, p_moves_lots must be true.
CREATE TYPE post_line AS (ord int, n int, entry_id text, seq int, account account_kind, owner_id text, unit text,
  amount bigint, lot_id text, section text, cycle_id text, fills_new_lot boolean, matured_at timestamptz);
CREATE TYPE post_lot AS (ord int, id text, member_id text, issuer_id text, original bigint, pending bigint,
  available bigint, reserved bigint, expired bigint, clawed_back bigint, issue_rate_e6 bigint, funded_rate_e6 bigint,
  funding funding_model, pack_id text, earned_at timestamptz, matures_at timestamptz, available_at timestamptz,
  expires_at timestamptz, parent_lot_id text, root_lot_id text, purchase_id text, blocked_at timestamptz,
  subscription_id text);
CREATE TYPE post_burn AS (ord int, id text, deed_id text, member_id text, redeemer_id text, location_id text, terminal_id text,
  purchase_id text, state burn_state, reserved bigint, captured bigint, redeem_rate_e6 bigint,
  on_us_policy on_us_policy, reserved_at timestamptz, expires_at timestamptz, captured_at timestamptz, cycle_id text);
CREATE TYPE post_slice AS (ord int, burn_id text, seq int, lot_id text, issuer_id text, funding funding_model,
  issue_rate_e6 bigint, funded_rate_e6 bigint, pinned bigint, points bigint, restored bigint);
CREATE TYPE post_debt AS (ord int, id text, member_id text, creditor_id text, lot_id text, rate_e6 bigint,
  points bigint, recovered bigint, entry_id text);
CREATE TYPE post_merge AS (ord int, from_member_id text, into_member_id text);
CREATE TYPE post_purchase AS (ord int, id text, deed_id text, partner_id text, location_id text, terminal_id text,
  member_id text, receipt_number text, business_date date, occurred_at timestamptz,
  total_e6 bigint, paid_e6 bigint, points_earned bigint, points_spent bigint, funded_e6 bigint,
  papers int); -- where among p_papers its lines, payments, explanation and what it granted begin
CREATE TYPE post_return AS (ord int, id text, deed_id text, purchase_id text, seq int, partner_id text,
  terminal_id text, receipt_number text, occurred_at timestamptz, amount_e6 bigint, paid_e6 bigint, last boolean,
  points_clawed bigint, points_restored bigint, funded_e6 bigint,
  papers int); -- where among p_papers its lines are
CREATE TYPE post_exposure AS (ord int, partner_id text, position_e6 bigint, due_e6 bigint, outstanding_e6 bigint,
  collateral_e6 bigint, loss_pool_e6 bigint, checked boolean);
-- A lot is blocked from an instant on, or let go again.
CREATE TYPE post_block AS (ord int, lot_id text, blocked_at timestamptz);
-- Points taken from a pack, or given back to it (below zero); at least stop_points of the partner must stay unissued.
CREATE TYPE post_draw AS (ord int, pack_id text, partner_id text, points bigint, stop_points bigint);
CREATE TYPE post_pack AS (ord int, id text, partner_id text, points bigint, price_e6 bigint, bought_at timestamptz, entry_id text);
-- Taken from a counter, or given back to it (below zero); taking must not leave it above most.
CREATE TYPE post_count AS (ord int, counter text, by bigint, most bigint);
CREATE TYPE post_outcome AS (ord int, outcome text, deed_id text, fact text);

-- Exposure of an issuer: what it owes and has not paid, plus what is still to be paid for its unspent points as far as
-- the programme expects them to be redeemed, less what secures it.
CREATE FUNCTION exposure_of(p_position bigint, p_due bigint, p_outstanding bigint, p_collateral bigint, p_loss_pool bigint,
  p_redemption_bps int) RETURNS bigint LANGUAGE sql IMMUTABLE
RETURN greatest(0, p_position + p_due) - p_collateral - p_loss_pool + CASE p_redemption_bps
  WHEN 10000 THEN p_outstanding ELSE ceil(p_outstanding::numeric * p_redemption_bps / 10000)::bigint END;

CREATE FUNCTION exposure_of(e exposure, p_redemption_bps int) RETURNS bigint LANGUAGE sql IMMUTABLE
RETURN exposure_of((e).position_e6, (e).due_e6, (e).outstanding_e6, (e).collateral_e6, (e).loss_pool_e6, p_redemption_bps);

-- The limit in force: the override while it lasts. Null: none.
CREATE FUNCTION limit_of(e exposure, p_at timestamptz) RETURNS bigint LANGUAGE sql IMMUTABLE
RETURN CASE WHEN (e).override_until > p_at THEN (e).override_e6 ELSE (e).limit_e6 END;

-- outcome: DONE | REPLAYED | KEY_REUSED | DUPLICATE_RECEIPT | STALE | RETURNED_MEANWHILE | EXPOSURE_LIMIT | LIMIT_REACHED.
-- p_bells: what is told at commit (doorbell), also of deeds that turn out not to be posted: whoever hears looks again.
-- p_careful: look at exposure limits and counters deed by deed before writing. Otherwise they are looked at last, where
-- their rows are held for the shortest time, and a breach aborts the call for a careful second try: ZG001 for an
-- exposure limit, ZG003 for a counter.
CREATE FUNCTION ledger_post(
  p_now timestamptz, p_careful boolean, p_deeds post_deed[], p_wallets post_wallet[], p_entries post_entry[],
  p_lines post_line[], p_lots post_lot[], p_burns post_burn[], p_slices post_slice[], p_debts post_debt[],
  p_merges post_merge[], p_purchases post_purchase[], p_returns post_return[], p_exposures post_exposure[],
  p_blocks post_block[], p_draws post_draw[], p_packs post_pack[], p_counts post_count[],
  p_papers text[], p_bells text[], p_moves_lots boolean
) RETURNS SETOF post_outcome LANGUAGE plpgsql
-- Plans are kept from the first calls on, when the tables may still be small: index scans from the first day.
SET enable_seqscan = off AS $$
DECLARE
  v_cycle text;
  v_redemption_bps int;           -- the share of outstanding points expected to be redeemed
  v_out post_outcome[] := '{}';   -- refused so far
  v_bad int[] := '{}';            -- their ords
  v_more post_outcome[];
  v_inserted text[];
  v_all boolean;
  v_over boolean;                 -- is an issuer over its limit now?
  r record;
BEGIN
  PERFORM pg_advisory_xact_lock_shared(cycle_lock_key());
  SELECT c.id, p.expected_redemption_bps INTO v_cycle, v_redemption_bps FROM cycle c CROSS JOIN programme p WHERE c.state = 'OPEN';
  IF v_cycle IS NULL THEN RAISE EXCEPTION 'no cycle is open' USING ERRCODE = 'ZG002'; END IF;

  -- Wallets, in id order; as they are once they are held.
  WITH held AS MATERIALIZED (
    SELECT member_id, version FROM wallet WHERE member_id IN (SELECT w.member_id FROM unnest(p_wallets) w) ORDER BY member_id FOR UPDATE)
  SELECT coalesce(array_agg(DISTINCT w.ord), '{}') INTO v_bad
  FROM unnest(p_wallets) w LEFT JOIN held USING (member_id) WHERE held.version IS DISTINCT FROM w.version;
  -- Merging a member who has no points left changes no wallet, and yet the lots are another's from then on.
  IF p_moves_lots THEN
    v_bad := v_bad || ARRAY(SELECT DISTINCT l.ord FROM unnest(p_lines) l JOIN lot t ON t.id = l.lot_id
      WHERE NOT l.fills_new_lot AND l.account IN ('PENDING', 'AVAIL', 'RESERVED', 'DEBT') AND t.member_id <> l.owner_id
        AND l.ord <> ALL (v_bad) AND l.ord NOT IN (SELECT m.ord FROM unnest(p_merges) m));
  END IF;
  IF cardinality(v_bad) > 0 THEN
    SELECT array_agg((o, 'STALE', NULL, NULL)::post_outcome) INTO v_out FROM unnest(v_bad) o;
  END IF;

  IF cardinality(p_draws) > 0 THEN
    v_out := v_out || ledger_stale_draws(p_draws, v_bad);
    SELECT coalesce(array_agg(o.ord), '{}') INTO v_bad FROM unnest(v_out) o;
  END IF;

  IF cardinality(p_returns) > 0 THEN
    SELECT array_agg((t.ord, 'RETURNED_MEANWHILE', NULL, t.purchase_id)::post_outcome) INTO v_more
    FROM unnest(p_returns) t
    WHERE t.ord <> ALL (v_bad)
      AND EXISTS (SELECT 1 FROM purchase_return p WHERE p.purchase_id = t.purchase_id AND p.seq >= t.seq)
      AND NOT ledger_knows_key(p_deeds, t.ord);
    v_out := v_out || coalesce(v_more, '{}');
    SELECT coalesce(array_agg(o.ord), '{}') INTO v_bad FROM unnest(v_out) o;
  END IF;

  -- Exposure and counters, deed by deed, when a quicker try has met a limit.
  IF p_careful THEN
    v_out := v_out || ledger_refuse_exposure(p_exposures, v_bad, p_now, v_redemption_bps);
    SELECT coalesce(array_agg(o.ord), '{}') INTO v_bad FROM unnest(v_out) o;
    v_out := v_out || ledger_refuse_counts(p_deeds, p_counts, v_bad);
    SELECT coalesce(array_agg(o.ord), '{}') INTO v_bad FROM unnest(v_out) o;
  END IF;

  -- Keys, in key order. A concurrent twin waits here until the first is decided.
  WITH fresh AS (
    INSERT INTO deed (id, owner, key, fingerprint, business_key, kind, actor, posted_at)
    SELECT d.id, d.owner, d.key, d.fingerprint, d.business_key, d.kind, d.actor, p_now
    FROM unnest(p_deeds) d WHERE d.ord <> ALL (v_bad) ORDER BY d.owner, d.key
    ON CONFLICT DO NOTHING RETURNING id)
  SELECT coalesce(array_agg(id), '{}') INTO v_inserted FROM fresh;
  IF cardinality(v_inserted) + cardinality(v_bad) < cardinality(p_deeds) THEN
    SELECT array_agg((d.ord,
      CASE WHEN k.id IS NULL THEN 'DUPLICATE_RECEIPT' WHEN k.fingerprint = d.fingerprint THEN 'REPLAYED' ELSE 'KEY_REUSED' END,
      coalesce(k.id, b.id), d.key)::post_outcome) INTO v_more
    FROM unnest(p_deeds) d
    LEFT JOIN deed k ON k.owner = d.owner AND k.key = d.key
    LEFT JOIN deed b ON b.owner = d.owner AND b.business_key = d.business_key
    WHERE d.ord <> ALL (v_bad) AND d.id <> ALL (v_inserted);
    v_out := v_out || v_more;
    SELECT array_agg(o.ord) INTO v_bad FROM unnest(v_out) o;
  END IF;

  -- A deed planned upon one that is not posted must be planned again.
  WHILE cardinality(v_bad) > 0 LOOP
    SELECT array_agg((s.ord, 'STALE', NULL, NULL)::post_outcome) INTO v_more FROM (
      SELECT DISTINCT later.ord FROM unnest(p_wallets) later
      JOIN unnest(p_wallets) earlier ON earlier.member_id = later.member_id AND earlier.ord < later.ord
      WHERE earlier.ord = ANY (v_bad) AND later.ord <> ALL (v_bad)) s;
    EXIT WHEN v_more IS NULL;
    v_out := v_out || v_more;
    SELECT array_agg(o.ord) INTO v_bad FROM unnest(v_out) o;
  END LOOP;
  IF cardinality(v_bad) > 0 THEN
    DELETE FROM deed WHERE id IN (SELECT d.id FROM unnest(p_deeds) d WHERE d.ord = ANY (v_bad)) AND id = ANY (v_inserted);
  END IF;
  v_all := cardinality(v_bad) = 0;

  IF cardinality(p_purchases) > 0 THEN
    INSERT INTO purchase (id, deed_id, partner_id, location_id, terminal_id, member_id, receipt_number, business_date,
      occurred_at, recorded_at, total_e6, paid_e6, points_earned, points_spent, funded_e6, lines, payments, explanation, granted)
    SELECT p.id, p.deed_id, p.partner_id, p.location_id, p.terminal_id, p.member_id, p.receipt_number, p.business_date,
      p.occurred_at, p_now, p.total_e6, p.paid_e6, p.points_earned, p.points_spent, p.funded_e6,
      p_papers[p.papers]::json, p_papers[p.papers + 1]::json, p_papers[p.papers + 2]::json, p_papers[p.papers + 3]::json
    FROM unnest(p_purchases) p WHERE v_all OR ord <> ALL (v_bad);
  END IF;
  IF cardinality(p_returns) > 0 THEN
    INSERT INTO purchase_return (id, deed_id, purchase_id, seq, partner_id, terminal_id, receipt_number, occurred_at,
      amount_e6, paid_e6, last, points_clawed, points_restored, funded_e6, lines)
    SELECT t.id, t.deed_id, t.purchase_id, t.seq, t.partner_id, t.terminal_id, t.receipt_number, t.occurred_at,
      t.amount_e6, t.paid_e6, t.last, t.points_clawed, t.points_restored, t.funded_e6, p_papers[t.papers]::jsonb
    FROM unnest(p_returns) t WHERE v_all OR ord <> ALL (v_bad);
  END IF;
  IF cardinality(p_purchases) + cardinality(p_returns) > 0 THEN
    PERFORM ledger_keep_days(p_purchases, p_returns, v_bad);
  END IF;

  -- The journal.
  INSERT INTO entry (id, deed_id, event, occurred_at, posted_at, cycle_id, origin_cycle_id, partner_id, member_id,
    location_id, terminal_id, purchase_id, burn_id, dispute_id, reason)
  SELECT e.id, e.deed_id,
    CASE WHEN e.event = 'BURN_RETURN' AND e.origin_cycle_id <> v_cycle THEN 'BURN_RETURN_LATE' ELSE e.event END,
    e.occurred_at, p_now, coalesce(e.cycle_id, v_cycle), coalesce(e.origin_cycle_id, e.cycle_id, v_cycle),
    e.partner_id, e.member_id, e.location_id, e.terminal_id, e.purchase_id, e.burn_id, e.dispute_id, e.reason
  FROM unnest(p_entries) e WHERE v_all OR e.ord <> ALL (v_bad) ORDER BY e.n;

  INSERT INTO line (entry_id, seq, account, owner_id, unit, amount, lot_id, section, cycle_id)
  SELECT l.entry_id, l.seq, l.account, l.owner_id, l.unit, l.amount, l.lot_id, l.section, coalesce(l.cycle_id, v_cycle)
  FROM unnest(p_lines) l WHERE v_all OR l.ord <> ALL (v_bad);

  -- Lots: new ones with what their own deed put into them, old ones moved by their lines.
  IF cardinality(p_lots) > 0 THEN
    INSERT INTO lot (id, member_id, issuer_id, original, pending, available, reserved, expired, clawed_back,
      issue_rate_e6, funded_rate_e6, funding, pack_id, earned_at, matures_at, available_at, expires_at, parent_lot_id,
      root_lot_id, purchase_id, blocked_at, subscription_id)
    SELECT n.id, n.member_id, n.issuer_id, n.original, n.pending, n.available, n.reserved, n.expired, n.clawed_back,
      n.issue_rate_e6, n.funded_rate_e6, n.funding, n.pack_id, n.earned_at, n.matures_at, n.available_at, n.expires_at,
      n.parent_lot_id, n.root_lot_id, n.purchase_id, n.blocked_at, n.subscription_id
    FROM unnest(p_lots) n WHERE v_all OR n.ord <> ALL (v_bad);
  END IF;
  -- A blocked lot holds nothing spendable: it is let go before points move into it, and blocked after they have left.
  IF cardinality(p_blocks) > 0 THEN
    UPDATE lot SET blocked_at = NULL WHERE id IN (SELECT b.lot_id FROM unnest(p_blocks) b WHERE b.ord <> ALL (v_bad));
  END IF;
  IF p_moves_lots THEN
    UPDATE lot t SET pending = t.pending + m.pending, available = t.available + m.available,
      reserved = t.reserved + m.reserved, expired = t.expired + m.expired, clawed_back = t.clawed_back + m.clawed_back,
      available_at = coalesce(m.matured_at, t.available_at)
    FROM (
      SELECT l.lot_id, max(l.matured_at) AS matured_at,
        coalesce(-sum(l.amount) FILTER (WHERE l.account = 'PENDING'), 0) AS pending,
        coalesce(-sum(l.amount) FILTER (WHERE l.account = 'AVAIL'), 0) AS available,
        coalesce(-sum(l.amount) FILTER (WHERE l.account = 'RESERVED'), 0) AS reserved,
        coalesce(-sum(l.amount) FILTER (WHERE l.account = 'EXPIRED'), 0) AS expired,
        coalesce(-sum(l.amount) FILTER (WHERE l.account = 'CLAWBACK'), 0) AS clawed_back
      FROM unnest(p_lines) l
      WHERE NOT l.fills_new_lot AND l.account IN ('PENDING', 'AVAIL', 'RESERVED', 'EXPIRED', 'CLAWBACK')
        AND (v_all OR l.ord <> ALL (v_bad))
      GROUP BY 1) m
    WHERE t.id = m.lot_id;
  END IF;
  IF cardinality(p_blocks) > 0 THEN
    UPDATE lot t SET blocked_at = b.blocked_at
    FROM (SELECT DISTINCT ON (lot_id) lot_id, blocked_at FROM unnest(p_blocks) x WHERE x.ord <> ALL (v_bad)
      ORDER BY lot_id, ord DESC) b
    WHERE t.id = b.lot_id AND b.blocked_at IS NOT NULL;
  END IF;

  -- Packs: bought, drawn from, given back to.
  IF cardinality(p_packs) > 0 THEN
    INSERT INTO prepaid_pack (id, partner_id, points, price_e6, bought_at, entry_id)
    SELECT k.id, k.partner_id, k.points, k.price_e6, k.bought_at, k.entry_id
    FROM unnest(p_packs) k WHERE k.ord <> ALL (v_bad) ORDER BY k.ord, k.id;
  END IF;
  IF cardinality(p_draws) > 0 THEN
    UPDATE prepaid_pack k SET issued = k.issued + d.points
    FROM (SELECT pack_id, sum(points) AS points FROM unnest(p_draws) x WHERE x.ord <> ALL (v_bad) GROUP BY 1) d
    WHERE k.id = d.pack_id;
  END IF;

  IF cardinality(p_burns) > 0 THEN
    INSERT INTO burn (id, member_id, redeemer_id, location_id, terminal_id, purchase_id, deed_id, state, reserved,
      captured, redeem_rate_e6, on_us_policy, reserved_at, expires_at, captured_at, cycle_id)
    SELECT DISTINCT ON (b.id) b.id, b.member_id, b.redeemer_id, b.location_id, b.terminal_id, b.purchase_id,
      first_value(b.deed_id) OVER (PARTITION BY b.id ORDER BY b.ord), b.state, b.reserved, b.captured, b.redeem_rate_e6,
      b.on_us_policy, b.reserved_at, b.expires_at, b.captured_at,
      CASE WHEN b.state = 'CAPTURED' THEN coalesce(b.cycle_id, v_cycle) END
    FROM unnest(p_burns) b WHERE v_all OR b.ord <> ALL (v_bad)
    ORDER BY b.id, b.ord DESC
    ON CONFLICT (id) DO UPDATE SET state = excluded.state, captured = excluded.captured,
      redeem_rate_e6 = excluded.redeem_rate_e6, on_us_policy = excluded.on_us_policy,
      captured_at = excluded.captured_at, cycle_id = excluded.cycle_id,
      purchase_id = coalesce(burn.purchase_id, excluded.purchase_id);
    INSERT INTO burn_slice (burn_id, seq, lot_id, issuer_id, funding, issue_rate_e6, funded_rate_e6, pinned, points, restored)
    SELECT DISTINCT ON (s.burn_id, s.seq) s.burn_id, s.seq, s.lot_id, s.issuer_id, s.funding, s.issue_rate_e6,
      s.funded_rate_e6, s.pinned, s.points, s.restored
    FROM unnest(p_slices) s WHERE v_all OR s.ord <> ALL (v_bad) ORDER BY s.burn_id, s.seq, s.ord DESC
    ON CONFLICT (burn_id, seq) DO UPDATE SET points = excluded.points, restored = excluded.restored;
  END IF;

  IF cardinality(p_debts) > 0 THEN
    INSERT INTO member_debt (id, member_id, creditor_id, lot_id, rate_e6, points, recovered, entry_id)
    SELECT DISTINCT ON (b.id) b.id, b.member_id, b.creditor_id, b.lot_id, b.rate_e6, b.points, b.recovered, b.entry_id
    FROM unnest(p_debts) b WHERE v_all OR b.ord <> ALL (v_bad) ORDER BY b.id, b.ord DESC
    ON CONFLICT (id) DO UPDATE SET recovered = excluded.recovered;
  END IF;

  -- A merge takes what is there when its turn comes, not what later deeds of the batch bring.
  FOR r IN SELECT * FROM unnest(p_merges) m WHERE m.ord <> ALL (v_bad) ORDER BY m.ord LOOP
    UPDATE lot SET member_id = r.into_member_id WHERE member_id = r.from_member_id
      AND id NOT IN (SELECT n.id FROM unnest(p_lots) n WHERE n.ord > r.ord);
    UPDATE member_debt SET member_id = r.into_member_id WHERE member_id = r.from_member_id
      AND entry_id NOT IN (SELECT e.id FROM unnest(p_entries) e WHERE e.ord > r.ord);
  END LOOP;

  -- Each wallet's own history, and the wallets.
  WITH moved AS (
    SELECT l.owner_id AS member_id, l.entry_id, l.n,
      -sum(l.amount) FILTER (WHERE l.account = 'PENDING') AS pending,
      -sum(l.amount) FILTER (WHERE l.account = 'AVAIL') AS available,
      -sum(l.amount) FILTER (WHERE l.account = 'RESERVED') AS reserved,
      sum(l.amount) FILTER (WHERE l.account = 'DEBT') AS debt
    FROM unnest(p_lines) l
    WHERE l.account IN ('PENDING', 'AVAIL', 'RESERVED', 'DEBT') AND (v_all OR l.ord <> ALL (v_bad))
    GROUP BY 1, 2, 3
  ), numbered AS (
    SELECT m.member_id, m.entry_id, coalesce(m.pending, 0) AS pending, coalesce(m.available, 0) AS available,
      coalesce(m.reserved, 0) AS reserved, coalesce(m.debt, 0) AS debt,
      w.version + row_number() OVER mine AS version,
      w.available + sum(coalesce(m.available, 0)) OVER mine AS available_after,
      w.pending + sum(coalesce(m.pending, 0)) OVER mine AS pending_after
    FROM moved m JOIN wallet w USING (member_id) WINDOW mine AS (PARTITION BY m.member_id ORDER BY m.n)
  ), history AS (
    INSERT INTO wallet_change (member_id, version, entry_id, pending, available, reserved, debt, available_after, pending_after)
    SELECT member_id, version, entry_id, pending, available, reserved, debt, available_after, pending_after FROM numbered
  )
  UPDATE wallet w SET version = s.version, pending = w.pending + s.pending, available = w.available + s.available,
    reserved = w.reserved + s.reserved, debt = w.debt + s.debt
  FROM (SELECT member_id, max(version) AS version, sum(pending) AS pending, sum(available) AS available,
      sum(reserved) AS reserved, sum(debt) AS debt FROM numbered GROUP BY 1) s
  WHERE w.member_id = s.member_id;

  -- Last, so that a hot partner's counter is held for the shortest time.
  IF cardinality(p_exposures) > 0 THEN
    PERFORM 1 FROM exposure WHERE partner_id IN (SELECT x.partner_id FROM unnest(p_exposures) x) ORDER BY partner_id FOR UPDATE;
    WITH summed AS (
      SELECT partner_id, sum(position_e6) AS position_e6, sum(due_e6) AS due_e6, sum(outstanding_e6) AS outstanding_e6,
        sum(collateral_e6) AS collateral_e6, sum(loss_pool_e6) AS loss_pool_e6, bool_or(checked) AS checked
      FROM unnest(p_exposures) x WHERE v_all OR x.ord <> ALL (v_bad) GROUP BY 1
    ), moved AS (
      UPDATE exposure e SET position_e6 = e.position_e6 + s.position_e6, due_e6 = e.due_e6 + s.due_e6,
        outstanding_e6 = e.outstanding_e6 + s.outstanding_e6, collateral_e6 = e.collateral_e6 + s.collateral_e6,
        loss_pool_e6 = e.loss_pool_e6 + s.loss_pool_e6
      FROM summed s WHERE e.partner_id = s.partner_id
      RETURNING s.checked AND exposure_of(e, v_redemption_bps) > limit_of(e, p_now) AS is_over
    )
    SELECT bool_or(is_over) INTO v_over FROM moved;
    IF v_over AND NOT p_careful THEN RAISE EXCEPTION 'an exposure limit was met' USING ERRCODE = 'ZG001'; END IF;
  END IF;
  IF cardinality(p_counts) > 0 AND ledger_count(p_deeds, p_counts, v_bad) AND NOT p_careful THEN
    RAISE EXCEPTION 'a limit was met' USING ERRCODE = 'ZG003';
  END IF;

  PERFORM pg_notify('doorbell', bell) FROM unnest(p_bells) bell;

  RETURN QUERY SELECT o.ord, o.outcome, o.deed_id, o.fact FROM unnest(v_out) o
    UNION ALL SELECT d.ord, 'DONE', d.id, NULL FROM unnest(p_deeds) d WHERE d.ord <> ALL (v_bad);
END $$;

-- Was the deed posted meanwhile, through another gateway? Then its own return is the one that is there, and it is replayed.
CREATE FUNCTION ledger_knows_key(p_deeds post_deed[], p_ord int) RETURNS boolean LANGUAGE sql AS $$
  SELECT EXISTS (SELECT FROM unnest(p_deeds) d JOIN deed k ON k.owner = d.owner AND k.key = d.key WHERE d.ord = p_ord)
$$;

-- Deeds that drew on packs in a way that no longer holds: the pack has not so many points left, an older one has some
-- again, or too few would stay. What other gateways took meanwhile is no harm as long as the draws still fit.
CREATE FUNCTION ledger_stale_draws(p_draws post_draw[], p_bad int[]) RETURNS post_outcome[] LANGUAGE plpgsql
SET enable_seqscan = off AS $$
DECLARE v_stale post_outcome[];
BEGIN
  PERFORM 1 FROM prepaid_pack WHERE partner_id IN (SELECT d.partner_id FROM unnest(p_draws) d)
    AND (issued < points OR id IN (SELECT d.pack_id FROM unnest(p_draws) d)) ORDER BY id FOR UPDATE;
  WITH draw AS (
    SELECT d.*, k.seq, k.points - k.issued AS room, sum(d.points) OVER by_pack AS taken, sum(d.points) OVER by_partner AS of_partner
    FROM unnest(p_draws) d JOIN prepaid_pack k ON k.id = d.pack_id WHERE d.ord <> ALL (p_bad)
    WINDOW by_pack AS (PARTITION BY d.pack_id ORDER BY d.ord), by_partner AS (PARTITION BY d.partner_id ORDER BY d.ord)
  ), open AS (
    SELECT id, partner_id, seq, points - issued AS room, sum(points - issued) OVER (PARTITION BY partner_id) AS of_partner
    FROM prepaid_pack WHERE partner_id IN (SELECT d.partner_id FROM unnest(p_draws) d)
      AND (issued < points OR id IN (SELECT d.pack_id FROM unnest(p_draws) d))
  )
  SELECT array_agg((s.ord, 'STALE', NULL, NULL)::post_outcome) INTO v_stale FROM (
    SELECT DISTINCT d.ord FROM draw d JOIN open o USING (partner_id)
    WHERE d.points > 0 AND (d.taken > d.room OR o.of_partner - d.of_partner < coalesce(d.stop_points, 0)
      OR (o.seq < d.seq AND o.room > coalesce((SELECT sum(x.points) FROM draw x WHERE x.pack_id = o.id AND x.ord <= d.ord), 0)))) s;
  RETURN coalesce(v_stale, '{}');
END $$;

-- Deeds whose issuing would take a partner over its limit, in order, each seeing what the ones before it used up.
CREATE FUNCTION ledger_refuse_exposure(p_exposures post_exposure[], p_bad int[], p_now timestamptz, p_redemption_bps int)
RETURNS post_outcome[] LANGUAGE plpgsql AS $$
DECLARE
  v_refused post_outcome[] := '{}';
  v_used jsonb := '{}';
  e exposure;
  x post_exposure;
BEGIN
  PERFORM 1 FROM exposure WHERE partner_id IN (SELECT y.partner_id FROM unnest(p_exposures) y) ORDER BY partner_id FOR UPDATE;
  FOR x IN SELECT * FROM unnest(p_exposures) y WHERE y.ord <> ALL (p_bad) ORDER BY y.ord LOOP
    CONTINUE WHEN EXISTS (SELECT 1 FROM unnest(v_refused) o WHERE o.ord = x.ord);
    SELECT * INTO e FROM exposure WHERE partner_id = x.partner_id;
    e := jsonb_populate_record(e, coalesce(v_used -> x.partner_id, '{}'));
    e.position_e6 := e.position_e6 + x.position_e6;
    e.due_e6 := e.due_e6 + x.due_e6;
    e.outstanding_e6 := e.outstanding_e6 + x.outstanding_e6;
    e.collateral_e6 := e.collateral_e6 + x.collateral_e6;
    e.loss_pool_e6 := e.loss_pool_e6 + x.loss_pool_e6;
    IF x.checked AND exposure_of(e, p_redemption_bps) > limit_of(e, p_now) THEN
      v_refused := v_refused || (x.ord, 'EXPOSURE_LIMIT', NULL, x.partner_id)::post_outcome;
    ELSE
      v_used := v_used || jsonb_build_object(x.partner_id, to_jsonb(e));
    END IF;
  END LOOP;
  RETURN v_refused;
END $$;

-- Deeds that would take a counter over the most it may come to, in order. What is given back by the same call makes no
-- room yet: its deed may still turn out not to be posted. Rows are made where there are none, to be held from here on.
CREATE FUNCTION ledger_refuse_counts(p_deeds post_deed[], p_counts post_count[], p_bad int[])
RETURNS post_outcome[] LANGUAGE plpgsql SET enable_seqscan = off AS $$
DECLARE
  v_refused post_outcome[] := '{}';
  v_used jsonb;
  v_met text;
  v_ord int;
BEGIN
  WITH held AS (
    INSERT INTO counter (id) SELECT DISTINCT c.counter FROM unnest(p_counts) c WHERE c.ord <> ALL (p_bad) ORDER BY 1
    ON CONFLICT (id) DO UPDATE SET value = counter.value RETURNING id, value)
  SELECT coalesce(jsonb_object_agg(id, value), '{}') INTO v_used FROM held;
  FOR v_ord IN SELECT DISTINCT c.ord FROM unnest(p_counts) c WHERE c.ord <> ALL (p_bad) ORDER BY 1 LOOP
    CONTINUE WHEN ledger_knows_key(p_deeds, v_ord);
    SELECT min(counter) INTO v_met FROM (
      SELECT counter FROM unnest(p_counts) c WHERE c.ord = v_ord AND c.by > 0
      GROUP BY 1 HAVING (v_used ->> counter)::bigint + sum(c.by) > min(c.most)) over;
    IF v_met IS NOT NULL THEN
      v_refused := v_refused || (v_ord, 'LIMIT_REACHED', NULL, v_met)::post_outcome;
    ELSE
      SELECT v_used || coalesce(jsonb_object_agg(counter, used), '{}') INTO v_used FROM (
        SELECT counter, (v_used ->> counter)::bigint + sum(c.by) AS used
        FROM unnest(p_counts) c WHERE c.ord = v_ord AND c.by > 0 GROUP BY 1) taken;
    END IF;
  END LOOP;
  RETURN v_refused;
END $$;

-- Counts, and keeps what each deed took. Is a counter above what one of these deeds would have it come to?
CREATE FUNCTION ledger_count(p_deeds post_deed[], p_counts post_count[], p_bad int[])
RETURNS boolean LANGUAGE plpgsql AS $$
DECLARE v_over boolean;
BEGIN
  WITH counted AS (
    INSERT INTO counter (id, value)
    SELECT c.counter, sum(c.by) FROM unnest(p_counts) c WHERE c.ord <> ALL (p_bad) GROUP BY 1 ORDER BY 1
    ON CONFLICT (id) DO UPDATE SET value = counter.value + excluded.value RETURNING id, value)
  SELECT EXISTS (SELECT FROM unnest(p_counts) c JOIN counted k ON k.id = c.counter
    WHERE c.ord <> ALL (p_bad) AND c.by > 0 AND k.value > c.most) INTO v_over;
  INSERT INTO counter_change (deed_id, counter_id, taken)
  SELECT d.id, c.counter, sum(c.by) FROM unnest(p_counts) c JOIN unnest(p_deeds) d USING (ord)
  WHERE c.ord <> ALL (p_bad) GROUP BY 1, 2;
  RETURN v_over;
END $$;

-- What members did, day by day; a return takes back on the day of its purchase.
CREATE FUNCTION ledger_keep_days(p_purchases post_purchase[], p_returns post_return[], p_bad int[])
RETURNS void LANGUAGE sql AS $$
  INSERT INTO member_day (member_id, partner_id, day, spend_e6, visits, points)
  SELECT member_id, partner_id, day, sum(spend_e6), sum(visits), sum(points) FROM (
    SELECT p.member_id, p.partner_id, p.business_date AS day, p.paid_e6 AS spend_e6, 1 AS visits, p.points_earned AS points
    FROM unnest(p_purchases) p WHERE p.ord <> ALL (p_bad)
    UNION ALL
    SELECT p.member_id, p.partner_id, p.business_date, -t.paid_e6, CASE WHEN t.last THEN -1 ELSE 0 END, -t.points_clawed
    FROM unnest(p_returns) t JOIN purchase p ON p.id = t.purchase_id WHERE t.ord <> ALL (p_bad)) done
  GROUP BY 1, 2, 3 ORDER BY 1, 2, 3
  ON CONFLICT (member_id, partner_id, day) DO UPDATE SET spend_e6 = member_day.spend_e6 + excluded.spend_e6,
    visits = member_day.visits + excluded.visits, points = member_day.points + excluded.points
$$;
