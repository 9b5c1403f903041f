-- Why: the rules that Prisma's language cannot say, and the posting function: the text of prisma/sql.
-- Undo: drop the functions, triggers, constraints and views named here.

-- prisma/sql/00-guards.sql
-- What Prisma's language cannot say. api/test/guards.test.ts proves that each guard exists and refuses.

-- An entry has lines, and each unit sums to zero, at commit.
CREATE FUNCTION refuse_unbalanced_entry() RETURNS trigger LANGUAGE plpgsql SET enable_seqscan = off AS $$
DECLARE v_balanced boolean;
BEGIN
  SELECT bool_and(total = 0) INTO v_balanced
  FROM (SELECT sum(amount) AS total FROM line WHERE entry_id = NEW.id GROUP BY unit) units;
  IF v_balanced IS NULL THEN RAISE EXCEPTION 'entry % has no lines', NEW.id USING ERRCODE = 'ZG101', CONSTRAINT = TG_NAME; END IF;
  IF NOT v_balanced THEN RAISE EXCEPTION 'entry % does not sum to zero', NEW.id USING ERRCODE = 'ZG102', CONSTRAINT = TG_NAME; END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER entry_balanced AFTER INSERT ON entry DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION refuse_unbalanced_entry();

-- Lines come only together with their entry: a line cannot join an entry of an earlier transaction.
CREATE FUNCTION refuse_late_lines() RETURNS trigger LANGUAGE plpgsql SET enable_seqscan = off AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM added a LEFT JOIN entry e ON e.id = a.entry_id
             WHERE e.id IS NULL OR e.xmin <> pg_current_xact_id()::xid) THEN
    RAISE EXCEPTION 'lines are added only together with their entry' USING ERRCODE = 'ZG103', CONSTRAINT = TG_NAME;
  END IF;
  IF EXISTS (SELECT 1 FROM added a JOIN entry e ON e.id = a.entry_id WHERE a.cycle_id <> e.cycle_id) THEN
    RAISE EXCEPTION 'a line belongs to the cycle of its entry' USING ERRCODE = 'ZG104', CONSTRAINT = TG_NAME;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER line_with_its_entry AFTER INSERT ON line REFERENCING NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_late_lines();

-- Only an open cycle takes entries; a closing one takes nothing but what ends it, a reopened one nothing but its corrections.
CREATE FUNCTION refuse_closed_cycle() RETURNS trigger LANGUAGE plpgsql SET enable_seqscan = off AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM added a LEFT JOIN cycle c ON c.id = a.cycle_id
             WHERE NOT coalesce(c.state = 'OPEN' OR (c.state = 'CLOSING' AND a.event IN ('FEE', 'TAX', 'NET'))
               OR (c.state = 'CORRECTING' AND a.event IN ('CORRECTION', 'NET_REVERSED')), false)) THEN
    RAISE EXCEPTION 'the cycle takes no entries any more' USING ERRCODE = 'ZG105', CONSTRAINT = TG_NAME;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER entry_in_open_cycle AFTER INSERT ON entry REFERENCING NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_closed_cycle();

-- What was written stays written.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only; post a reversal instead', TG_TABLE_NAME USING ERRCODE = 'ZG106', CONSTRAINT = TG_NAME;
END $$;
CREATE TRIGGER entry_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON entry FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER line_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON line FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER wallet_change_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON wallet_change
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER counter_change_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON counter_change
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER transition_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON transition
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER audit_event_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_event
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER dispute_evidence_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON dispute_evidence
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- What later figures rest on stays as it was written; only what is counted along it moves.
CREATE FUNCTION refuse_rewrite() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'what a % says is for ever', TG_TABLE_NAME USING ERRCODE = 'ZG107', CONSTRAINT = TG_NAME;
END $$;
CREATE TRIGGER deed_is_for_ever BEFORE UPDATE OR TRUNCATE ON deed FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewrite();
CREATE TRIGGER purchase_is_for_ever BEFORE UPDATE OR DELETE OR TRUNCATE ON purchase
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewrite();
CREATE TRIGGER return_is_for_ever BEFORE UPDATE OR DELETE OR TRUNCATE ON purchase_return
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewrite();
CREATE TRIGGER lot_terms_are_for_ever BEFORE UPDATE OF issuer_id, original, issue_rate_e6, funded_rate_e6, funding, pack_id,
  earned_at, expires_at, parent_lot_id, root_lot_id, purchase_id, subscription_id ON lot FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewrite();
CREATE TRIGGER slice_terms_are_for_ever BEFORE UPDATE OF lot_id, issuer_id, funding, issue_rate_e6, funded_rate_e6, pinned
  ON burn_slice FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewrite();
CREATE TRIGGER pack_is_for_ever BEFORE UPDATE OF partner_id, seq, points, price_e6, bought_at, entry_id OR DELETE OR TRUNCATE
  ON prepaid_pack FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewrite();
CREATE TRIGGER obligation_net_is_for_ever BEFORE UPDATE OF cycle_id, partner_id, version, opening_e6, gross_debit_e6,
  gross_credit_e6, net_e6, amount_minor, carried_e6, direction ON obligation FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewrite();
CREATE TRIGGER bank_line_is_for_ever BEFORE UPDATE OF bank_account, booked_on, amount_e6, bank_ref OR DELETE OR TRUNCATE
  ON bank_line FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewrite();

-- One programme, one open cycle, one operator.
CREATE UNIQUE INDEX one_programme ON programme ((true));
CREATE UNIQUE INDEX one_open_cycle ON cycle ((true)) WHERE state = 'OPEN';
CREATE UNIQUE INDEX one_operator ON partner ((true)) WHERE is_operator;
CREATE UNIQUE INDEX one_open_dispute_per_burn ON dispute (burn_id) WHERE state IN ('OPEN', 'RESPONDED', 'ARBITRATION');
CREATE UNIQUE INDEX one_item_per_missing_row ON recon_item (file_id, hub_ref, event) WHERE file_id IS NOT NULL AND file_line IS NULL;
CREATE UNIQUE INDEX one_staff_row_at_the_operator ON staff (user_id) WHERE partner_id IS NULL;

-- The lots that still hold something, in spending order; and the ones a job must look at.
CREATE INDEX lot_open ON lot (member_id, expires_at, available_at, id) WHERE pending + available + reserved > 0;
CREATE INDEX lot_due_to_mature ON lot (matures_at, member_id) WHERE pending > 0 AND blocked_at IS NULL;
CREATE INDEX lot_due_to_expire ON lot (expires_at, member_id) WHERE available > 0;
-- What became of a burn: most entries know of none.
CREATE INDEX entry_of_burn ON entry (burn_id) WHERE burn_id IS NOT NULL;
CREATE INDEX burn_reserved ON burn (expires_at) WHERE state = 'RESERVED';
-- A cycle's lapses, returns and corrections among its millions of purchases, which are not in it and pay nothing for it.
CREATE INDEX entry_of_seldom_kind ON entry (event, cycle_id, ord) WHERE event NOT IN ('EARN', 'RESERVE', 'CAPTURE');
-- The few entries that began in an earlier cycle than the one they stand in.
CREATE INDEX entry_late ON entry (cycle_id) WHERE origin_cycle_id <> cycle_id;
-- Lines come in the order of their cycles: a cycle's are counted without reading the others'.
CREATE INDEX line_by_cycle ON line USING brin (cycle_id) WITH (pages_per_range = 32);
CREATE INDEX booking_to_post ON booking (seq) WHERE entry_id IS NULL;
CREATE UNIQUE INDEX one_active_bank_account ON bank_account (partner_id, purpose) WHERE state = 'ACTIVE';
CREATE UNIQUE INDEX one_return_per_receipt ON payment_instruction (receipt_item_id)
  WHERE state IN ('DRAFT', 'PENDING_APPROVAL', 'APPROVED', 'EXPORTED', 'ACCEPTED');
CREATE INDEX prepaid_pack_open ON prepaid_pack (partner_id, seq) WHERE issued < points;
CREATE INDEX member_debt_open ON member_debt (member_id) WHERE recovered < points;

ALTER TABLE line
  ADD CONSTRAINT line_unit CHECK (
    -- The accounts of points come first, up to DEBT. Checks are read anew by each statement: short ones cost less.
    (account <= 'DEBT') = (unit = 'PTS')),
  ADD CONSTRAINT line_points_name_their_lot CHECK ((unit = 'PTS') = (lot_id IS NOT NULL)),
  ADD CONSTRAINT line_moves_something CHECK (amount <> 0),
  ADD CONSTRAINT line_position_has_section CHECK ((account = 'POSITION') = (section IS NOT NULL));
ALTER TABLE wallet
  ADD CONSTRAINT wallet_not_below_zero CHECK (pending >= 0 AND available >= 0 AND reserved >= 0 AND debt >= 0);
ALTER TABLE lot
  ADD CONSTRAINT lot_not_below_zero CHECK (original > 0 AND pending >= 0 AND available >= 0 AND reserved >= 0
    AND expired >= 0 AND clawed_back >= 0),
  -- What was clawed back as a member's debt did not leave the lot: it may come back to it, be spent again, and lapse.
  ADD CONSTRAINT lot_not_above_original CHECK (pending + available + reserved + expired <= original
    AND clawed_back <= original),
  ADD CONSTRAINT lot_price_not_negative CHECK (issue_rate_e6 >= 0),
  -- What was paid when the points became available: nothing, all of it, or the agreed part.
  ADD CONSTRAINT lot_funded_as_agreed CHECK (CASE funding WHEN 'ON_BURN' THEN funded_rate_e6 = 0
    WHEN 'SPLIT' THEN funded_rate_e6 BETWEEN 0 AND issue_rate_e6 ELSE funded_rate_e6 = issue_rate_e6 END),
  ADD CONSTRAINT lot_blocked_is_not_spendable CHECK (blocked_at IS NULL OR available = 0);
ALTER TABLE prepaid_pack ADD CONSTRAINT pack_issues_what_was_bought CHECK (points > 0 AND price_e6 >= 0 AND issued BETWEEN 0 AND points);
ALTER TABLE burn ADD CONSTRAINT burn_captures_what_it_reserved CHECK (reserved > 0 AND captured >= 0 AND captured <= reserved),
  ADD CONSTRAINT burn_captured_has_rate CHECK ((state = 'CAPTURED') = (redeem_rate_e6 IS NOT NULL));
ALTER TABLE burn_slice ADD CONSTRAINT slice_restores_what_it_took CHECK (restored >= 0 AND restored <= points AND points <= pinned);
ALTER TABLE member_debt ADD CONSTRAINT debt_recovers_what_is_owed CHECK (points > 0 AND recovered >= 0 AND recovered <= points);
ALTER TABLE obligation
  ADD CONSTRAINT obligation_rounds_toward_zero CHECK (abs(carried_e6) < 1000000 AND sign(carried_e6) * sign(net_e6) >= 0
    AND sign(amount_minor) * sign(net_e6) >= 0 AND abs(carried_e6) <= abs(net_e6)),
  ADD CONSTRAINT obligation_direction CHECK (direction =
    (CASE WHEN amount_minor > 0 THEN 'PAY_IN' WHEN amount_minor < 0 THEN 'PAY_OUT' ELSE 'NIL' END)::obligation_direction),
  ADD CONSTRAINT obligation_net CHECK (net_e6 = opening_e6 + gross_debit_e6 - gross_credit_e6),
  ADD CONSTRAINT obligation_paid CHECK (paid_e6 >= 0);
ALTER TABLE contract
  ADD CONSTRAINT contract_rates CHECK (issue_rate_e6 >= 0 AND redeem_rate_e6 >= 0 AND earn_bps >= 0 AND fee_per_cycle_e6 >= 0),
  ADD CONSTRAINT contract_half_open CHECK (valid_until IS NULL OR valid_until > valid_from),
  ADD CONSTRAINT contract_shares CHECK (redeem_share_max_bps BETWEEN 0 AND 10000
    AND coalesce(breakage_operator_bps, 0) BETWEEN 0 AND 10000);
ALTER TABLE contract ADD CONSTRAINT contract_fees CHECK (fee_per_receipt_e6 >= 0 AND fee_bps BETWEEN 0 AND 10000);
ALTER TABLE tax_rule
  ADD CONSTRAINT tax_rate CHECK (rate_bps BETWEEN 0 AND 10000),
  ADD CONSTRAINT tax_half_open CHECK (valid_until IS NULL OR valid_until > valid_from),
  ADD CONSTRAINT tax_is_not_taxed CHECK (section NOT IN ('NET', 'TAX'));
ALTER TABLE dispute ADD CONSTRAINT dispute_gives_what_it_holds CHECK (returned_points BETWEEN 0 AND points
    AND coalesce(upheld_points, 0) BETWEEN 0 AND points - returned_points AND coalesce(upheld_e6, 0) BETWEEN 0 AND held_e6);
ALTER TABLE payment_instruction ADD CONSTRAINT payment_is_of_an_obligation_or_a_receipt CHECK (CASE kind
  WHEN 'RETURN' THEN obligation_id IS NULL AND cycle_id IS NULL AND receipt_item_id IS NOT NULL AND creditor_iban IS NOT NULL
  ELSE obligation_id IS NOT NULL AND cycle_id IS NOT NULL AND partner_id IS NOT NULL AND receipt_item_id IS NULL END);
ALTER TABLE purchase ADD CONSTRAINT purchase_amounts CHECK (total_e6 >= 0 AND paid_e6 >= 0 AND paid_e6 <= total_e6
  AND points_earned >= 0 AND points_spent >= 0);
ALTER TABLE purchase_return ADD CONSTRAINT return_amounts CHECK (amount_e6 >= 0 AND points_clawed >= 0 AND points_restored >= 0);

-- prisma/sql/10-post.sql
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

-- prisma/sql/12-due.sql
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

-- prisma/sql/15-close.sql
-- Ends the open cycle and opens the next. Every posting holds the lock shared, so whoever has it alone knows that the
-- cycle's entries are all committed. In one call, because tills wait while it is held: two statements and the commit.
-- p_ids: of the closing's transition, the next cycle, and its transition. False: somebody else closed it first.
CREATE FUNCTION cycle_close(p_cycle text, p_cutoff_at timestamptz, p_next_cutoff_at timestamptz, p_by text, p_reason text,
  p_at timestamptz, p_ids text[]) RETURNS boolean LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_advisory_xact_lock(cycle_lock_key());
  WITH closed AS (
    UPDATE cycle SET state = 'CLOSING', cutoff_at = p_cutoff_at, closed_by = p_by, closed_at = p_at
    WHERE id = p_cycle AND state = 'OPEN' RETURNING id
  )
  INSERT INTO transition (id, object, object_id, "from", "to", actor, reason, at)
  SELECT p_ids[1], 'cycle', id, 'OPEN', 'CLOSING', p_by, p_reason, p_at FROM closed;
  IF NOT FOUND THEN RETURN false; END IF;
  WITH opened AS (
    INSERT INTO cycle (id, seq, opens_at, cutoff_at, state, created_at)
    SELECT p_ids[2], seq + 1, p_cutoff_at, p_next_cutoff_at, 'OPEN', p_at FROM cycle WHERE id = p_cycle RETURNING id
  )
  INSERT INTO transition (id, object, object_id, "from", "to", actor, at)
  SELECT p_ids[3], 'cycle', id, NULL, 'OPEN', p_by, p_at FROM opened;
  RETURN true;
END $$;

-- prisma/sql/18-accounts.sql
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

-- prisma/sql/20-invariants.sql
-- The books' own proof: `books_invariants` names every rule that does not hold. An ERROR means the books are wrong;
-- a WARNING is for people to look at. I01-I19 are the rules of the books; B01-B20 hold the projections to the lines.
-- api/test/corruptions.test.ts breaks each rule once and sees it named.

CREATE VIEW posted_line AS
  SELECT l.*, e.ord, e.event, e.occurred_at, e.deed_id, e.burn_id
  FROM line l JOIN entry e ON e.id = l.entry_id;

-- ── Entries ─────────────────────────────────────────────────────────────────────────────────────────────────────────

CREATE VIEW broken_entries (rule, severity, key, detail) AS
  -- I01 Every entry sums to zero in each unit.
  SELECT 'I01', 'ERROR', entry_id, format('%s sums to %s', unit, sum(amount))
  FROM line GROUP BY entry_id, unit HAVING sum(amount) <> 0
UNION ALL
  -- I02 No entry without lines, no lines without an entry.
  SELECT 'I02', 'ERROR', coalesce(e.id, l.entry_id), CASE WHEN e.id IS NULL THEN 'lines without an entry' ELSE 'no lines' END
  FROM entry e FULL JOIN (SELECT DISTINCT entry_id FROM line) l ON l.entry_id = e.id WHERE e.id IS NULL OR l.entry_id IS NULL
UNION ALL
  -- I13 What an entry is about began in its own cycle or before.
  SELECT 'I13', 'ERROR', e.id, format('of cycle %s, posted in cycle %s', coalesce(o.seq::text, 'unknown'), coalesce(c.seq::text, 'unknown'))
  FROM entry e LEFT JOIN cycle c ON c.id = e.cycle_id LEFT JOIN cycle o ON o.id = e.origin_cycle_id
  WHERE o.seq <= c.seq IS NOT TRUE
UNION ALL
  -- B10 Every entry is part of a deed.
  SELECT 'B10', 'ERROR', e.id, 'no deed ' || e.deed_id FROM entry e LEFT JOIN deed d ON d.id = e.deed_id WHERE d.id IS NULL
UNION ALL
  -- B10 A deed leaves a trace; one that moved nothing only holds its key.
  SELECT 'B10', 'WARNING', d.id, d.kind || ' moved nothing' FROM deed d
  WHERE NOT EXISTS (SELECT FROM entry e WHERE e.deed_id = d.id)
    AND NOT EXISTS (SELECT FROM purchase p WHERE p.deed_id = d.id)
    AND NOT EXISTS (SELECT FROM purchase_return r WHERE r.deed_id = d.id)
    AND NOT EXISTS (SELECT FROM counter_change c WHERE c.deed_id = d.id)
UNION ALL
  -- B13 Lines stand in the cycle of their entry, and in points or the programme's currency.
  SELECT 'B13', 'ERROR', l.entry_id, format('line %s is in cycle %s and counts %s', l.seq, l.cycle_id, l.unit)
  FROM line l JOIN entry e ON e.id = l.entry_id CROSS JOIN programme p
  WHERE l.cycle_id <> e.cycle_id OR l.unit NOT IN ('PTS', p.currency);

-- ── Lots: points from one source ────────────────────────────────────────────────────────────────────────────────────

CREATE VIEW broken_lots (rule, severity, key, detail) AS
  -- I03 No bucket of a lot was ever below zero, at any moment of the log.
  SELECT DISTINCT ON (lot_id) 'I03', 'ERROR', lot_id, format('%s fell to %s at entry %s', account, balance, entry_id)
  FROM (
    SELECT account, lot_id, entry_id, ord, -sum(amount) OVER (PARTITION BY account, owner_id, lot_id ORDER BY ord) AS balance
    FROM posted_line WHERE account IN ('PENDING', 'AVAIL', 'RESERVED')
  ) running WHERE balance < 0
UNION ALL
  -- I04 Issued = held + redeemed + expired + clawed back, per root lot and its children. Only debt recovery crosses lots.
  SELECT 'I04', 'ERROR', t.root_lot_id, format('%s points are unaccounted for', sum(l.amount))
  FROM posted_line l JOIN lot t ON t.id = l.lot_id WHERE l.event <> 'DEBT_RECOVERY'
  GROUP BY t.root_lot_id HAVING sum(l.amount) <> 0
UNION ALL
  -- B03 A lot's buckets are the sums of its lines.
  SELECT 'B03', 'ERROR', coalesce(t.id, s.lot_id), format('pending %s, available %s, reserved %s, expired %s, clawed back %s by the lines',
    s.pending, s.available, s.reserved, s.expired, s.clawed_back)
  FROM lot t FULL JOIN (
    SELECT lot_id,
      coalesce(-sum(amount) FILTER (WHERE account = 'PENDING'), 0) AS pending,
      coalesce(-sum(amount) FILTER (WHERE account = 'AVAIL'), 0) AS available,
      coalesce(-sum(amount) FILTER (WHERE account = 'RESERVED'), 0) AS reserved,
      coalesce(-sum(amount) FILTER (WHERE account = 'EXPIRED'), 0) AS expired,
      coalesce(-sum(amount) FILTER (WHERE account = 'CLAWBACK'), 0) AS clawed_back
    FROM line WHERE lot_id IS NOT NULL GROUP BY lot_id
  ) s ON s.lot_id = t.id
  WHERE (t.pending, t.available, t.reserved, t.expired, t.clawed_back)
    IS DISTINCT FROM (s.pending, s.available, s.reserved, s.expired, s.clawed_back)
UNION ALL
  -- B04 A lot began with its original points.
  SELECT 'B04', 'ERROR', t.id, format('began with %s points, not %s', began.points, t.original)
  FROM lot t JOIN (
    SELECT lot_id, -sum(amount) AS points FROM (
      SELECT lot_id, amount, rank() OVER (PARTITION BY lot_id ORDER BY ord) AS nth
      FROM posted_line WHERE account IN ('PENDING', 'AVAIL', 'RESERVED')
    ) held WHERE nth = 1 GROUP BY lot_id
  ) began ON began.lot_id = t.id WHERE began.points <> t.original
UNION ALL
  -- B04 A child lot keeps its parent's issuer, price, funding, pack and root.
  SELECT 'B04', 'ERROR', c.id, 'differs from its parent ' || c.parent_lot_id
  FROM lot c LEFT JOIN lot p ON p.id = c.parent_lot_id WHERE c.parent_lot_id IS NOT NULL
    AND (p.issuer_id, p.issue_rate_e6, p.funded_rate_e6, p.funding, p.pack_id, p.root_lot_id)
      IS DISTINCT FROM (c.issuer_id, c.issue_rate_e6, c.funded_rate_e6, c.funding, c.pack_id, c.root_lot_id)
UNION ALL
  -- B05 Whoever holds points of a lot is its member, also after a merge.
  SELECT 'B05', 'ERROR', t.id, format('%s holds %s points of it', h.owner_id, h.points)
  FROM (
    SELECT lot_id, owner_id, account, -sum(amount) AS points FROM line WHERE account IN ('PENDING', 'AVAIL', 'RESERVED')
    GROUP BY 1, 2, 3 HAVING sum(amount) <> 0
  ) h JOIN lot t ON t.id = h.lot_id WHERE t.member_id <> h.owner_id
UNION ALL
  -- B06 What is reserved of a lot is pinned by open reservations, point for point.
  SELECT 'B06', 'ERROR', coalesce(t.id, p.lot_id), format('%s reserved, %s pinned', coalesce(t.reserved, 0), coalesce(p.pinned, 0))
  FROM (SELECT id, reserved FROM lot WHERE reserved <> 0) t FULL JOIN (
    SELECT s.lot_id, sum(s.pinned) AS pinned FROM burn b JOIN burn_slice s ON s.burn_id = b.id
    WHERE b.state = 'RESERVED' GROUP BY 1
  ) p ON p.lot_id = t.id WHERE t.reserved IS DISTINCT FROM p.pinned;

-- Points that members hold, lot by lot, by the lines. What was once available is paid for, also when it is blocked.
CREATE VIEW held_lot AS
  SELECT t.id, t.issuer_id, t.pack_id, t.funded_rate_e6, t.available_at, -sum(l.amount) AS points
  FROM line l JOIN lot t ON t.id = l.lot_id WHERE l.account IN ('PENDING', 'AVAIL', 'RESERVED') GROUP BY t.id;

-- What each entry took from spendable lots, by choice of the ledger: reservations, transfers and repaid debts.
CREATE VIEW spent_line AS
  SELECT l.ord, l.entry_id, l.deed_id, l.event, l.occurred_at, l.owner_id, l.lot_id, coalesce(t.expires_at, 'infinity') AS expires_at,
    coalesce(t.available_at, 'infinity') AS available_at
  FROM posted_line l JOIN lot t ON t.id = l.lot_id
  WHERE l.event IN ('RESERVE', 'TRANSFER', 'DEBT_RECOVERY') AND l.account = 'AVAIL' AND l.amount > 0;

CREATE VIEW broken_spending (rule, severity, key, detail) AS
  -- I16 Nothing is spent from an expired lot.
  SELECT 'I16', 'ERROR', entry_id, format('lot %s had expired on %s', lot_id, expires_at)
  FROM spent_line WHERE expires_at <= occurred_at
UNION ALL
  -- I17 First to expire is spent first: nothing is left in an earlier lot when a later one is taken from. What a pool gives
  -- back is named: it is what the leaver put in.
  SELECT 'I17', 'ERROR', s.entry_id, format('lot %s was spent, %s points were left in %s', s.lot_id, held.balance, held.lot_id)
  FROM (
    SELECT DISTINCT ON (ord) * FROM spent_line l
    WHERE NOT EXISTS (SELECT FROM deed d WHERE d.id = l.deed_id AND d.kind = 'giveBackFromPool' AND l.event = 'TRANSFER')
    ORDER BY ord, expires_at DESC, available_at DESC, lot_id COLLATE "C" DESC
  ) s
  JOIN (
    -- How much of each lot its holder could spend, from one entry to the next.
    SELECT b.owner_id, b.lot_id, b.balance, b.since, b.until, coalesce(t.expires_at, 'infinity') AS expires_at,
      coalesce(t.available_at, 'infinity') AS available_at
    FROM (
      SELECT owner_id, lot_id, ord AS since, -sum(amount) OVER moves AS balance,
        lead(ord, 1, 9223372036854775807) OVER moves AS until
      FROM (SELECT owner_id, lot_id, ord, sum(amount) AS amount FROM posted_line WHERE account = 'AVAIL' GROUP BY 1, 2, 3) l
      WINDOW moves AS (PARTITION BY owner_id, lot_id ORDER BY ord)
    ) b JOIN lot t ON t.id = b.lot_id WHERE b.balance > 0
  ) held ON held.owner_id = s.owner_id AND held.since <= s.ord AND s.ord < held.until AND held.expires_at > s.occurred_at
    AND (held.expires_at, held.available_at, held.lot_id COLLATE "C") < (s.expires_at, s.available_at, s.lot_id COLLATE "C");

-- ── Wallets ─────────────────────────────────────────────────────────────────────────────────────────────────────────

CREATE VIEW broken_wallets (rule, severity, key, detail) AS
  -- B01 A wallet is the sum of its member's lines.
  SELECT 'B01', 'ERROR', coalesce(w.member_id, s.owner_id), format('pending %s, available %s, reserved %s, debt %s by the lines',
    s.pending, s.available, s.reserved, s.debt)
  FROM wallet w FULL JOIN (
    SELECT owner_id,
      coalesce(-sum(amount) FILTER (WHERE account = 'PENDING'), 0) AS pending,
      coalesce(-sum(amount) FILTER (WHERE account = 'AVAIL'), 0) AS available,
      coalesce(-sum(amount) FILTER (WHERE account = 'RESERVED'), 0) AS reserved,
      coalesce(sum(amount) FILTER (WHERE account = 'DEBT'), 0) AS debt
    FROM line WHERE account IN ('PENDING', 'AVAIL', 'RESERVED', 'DEBT') GROUP BY owner_id
  ) s ON s.owner_id = w.member_id
  WHERE (w.pending, w.available, w.reserved, w.debt) IS DISTINCT FROM
    (coalesce(s.pending, 0), coalesce(s.available, 0), coalesce(s.reserved, 0), coalesce(s.debt, 0))
UNION ALL
  -- B02 A wallet's history is numbered without gaps, and its balances follow from its changes.
  SELECT 'B02', 'ERROR', member_id, format('change %s does not follow', version)
  FROM (
    SELECT *, row_number() OVER mine AS nth, sum(available) OVER mine AS available_sum, sum(pending) OVER mine AS pending_sum
    FROM wallet_change WINDOW mine AS (PARTITION BY member_id ORDER BY version)
  ) h WHERE version <> nth OR available_after <> available_sum OR pending_after <> pending_sum
UNION ALL
  -- B02 The history ends where the wallet stands.
  SELECT 'B02', 'ERROR', w.member_id, format('version %s after %s changes', w.version, count(h.version))
  FROM wallet w LEFT JOIN wallet_change h USING (member_id) GROUP BY w.member_id HAVING count(h.version) <> w.version
UNION ALL
  -- B02 Each change is what its entry did to the wallet.
  SELECT 'B02', 'ERROR', coalesce(h.member_id, s.owner_id), 'the history tells entry ' || coalesce(h.entry_id, s.entry_id) || ' otherwise'
  FROM wallet_change h FULL JOIN (
    SELECT owner_id, entry_id,
      coalesce(-sum(amount) FILTER (WHERE account = 'PENDING'), 0) AS pending,
      coalesce(-sum(amount) FILTER (WHERE account = 'AVAIL'), 0) AS available,
      coalesce(-sum(amount) FILTER (WHERE account = 'RESERVED'), 0) AS reserved,
      coalesce(sum(amount) FILTER (WHERE account = 'DEBT'), 0) AS debt
    FROM line WHERE account IN ('PENDING', 'AVAIL', 'RESERVED', 'DEBT') GROUP BY 1, 2
  ) s ON s.owner_id = h.member_id AND s.entry_id = h.entry_id
  WHERE (h.pending, h.available, h.reserved, h.debt) IS DISTINCT FROM (s.pending, s.available, s.reserved, s.debt)
UNION ALL
  -- I05 What a member owes by the ledger is what the open debts say, lot by lot.
  SELECT 'I05', 'ERROR', coalesce(l.owner_id, d.member_id), format('lot %s: %s owed by the lines, %s by the debts',
    coalesce(l.lot_id, d.lot_id), coalesce(l.points, 0), coalesce(d.points, 0))
  FROM (SELECT owner_id, lot_id, sum(amount) AS points FROM line WHERE account = 'DEBT' GROUP BY 1, 2 HAVING sum(amount) <> 0) l
  FULL JOIN (SELECT member_id, lot_id, sum(points - recovered) AS points FROM member_debt WHERE recovered < points GROUP BY 1, 2) d
    ON d.member_id = l.owner_id AND d.lot_id = l.lot_id
  WHERE l.points IS DISTINCT FROM d.points;

-- ── Redemptions: who pays for which points ──────────────────────────────────────────────────────────────────────────

-- With the MARGIN_FREE policy a partner's own points spent at itself are paid at their issue price.
CREATE VIEW priced_slice AS
  SELECT s.*, b.redeemer_id, b.state, s.points - s.restored AS kept,
    CASE WHEN b.on_us_policy = 'MARGIN_FREE' AND s.issuer_id = b.redeemer_id THEN s.issue_rate_e6 ELSE b.redeem_rate_e6 END AS paid_rate_e6
  FROM burn_slice s JOIN burn b ON b.id = s.burn_id;

CREATE VIEW broken_redemptions (rule, severity, key, detail) AS
  -- I06 The slices of a redemption are what was captured, and what its lines say is redeemed is what was not returned.
  SELECT 'I06', 'ERROR', b.id, format('captured %s, slices %s; kept %s, redeemed by the lines %s', b.captured,
    coalesce(s.points, 0), coalesce(s.kept, 0), coalesce(l.points, 0))
  FROM burn b
  LEFT JOIN (SELECT burn_id, sum(points) AS points, sum(kept) AS kept FROM priced_slice GROUP BY 1) s ON s.burn_id = b.id
  LEFT JOIN (SELECT burn_id, -sum(amount) AS points FROM posted_line WHERE account = 'REDEEMED' GROUP BY 1) l ON l.burn_id = b.id
  WHERE b.captured <> coalesce(s.points, 0) OR coalesce(s.kept, 0) <> coalesce(l.points, 0)
UNION ALL
  -- I07 Margin is issue price less redeem price of the points kept, redemption by redemption; and of debts repaid.
  SELECT 'I07', 'ERROR', coalesce(due.key, had.key), format('%s booked, %s by the slices', coalesce(had.e6, 0), coalesce(due.e6, 0))
  FROM (
    SELECT burn_id AS key, sum(kept * (issue_rate_e6 - paid_rate_e6)) AS e6 FROM priced_slice WHERE state = 'CAPTURED' GROUP BY 1
    UNION ALL
    SELECT l.entry_id, sum(l.amount * t.issue_rate_e6) FROM posted_line l JOIN lot t ON t.id = l.lot_id
    WHERE l.event = 'DEBT_RECOVERY' GROUP BY 1
  ) due
  FULL JOIN (
    SELECT coalesce(burn_id, entry_id) AS key, -sum(amount) AS e6 FROM posted_line WHERE account = 'MARGIN' AND event <> 'CORRECTION' GROUP BY 1
  ) had USING (key) WHERE coalesce(due.e6, 0) <> coalesce(had.e6, 0)
UNION ALL
  -- I08 An issuer's fund holds exactly what was paid into it for points that became available and are unspent.
  SELECT 'I08', 'ERROR', coalesce(f.issuer_id, p.issuer_id), format('%s in the fund, %s of points', coalesce(f.e6, 0), coalesce(p.e6, 0))
  FROM (SELECT owner_id AS issuer_id, -sum(amount) AS e6 FROM line WHERE account = 'FUND' GROUP BY 1) f
  FULL JOIN (
    SELECT issuer_id, sum(CASE WHEN available_at IS NULL THEN 0 ELSE points * funded_rate_e6 END) AS e6 FROM held_lot GROUP BY 1
  ) p USING (issuer_id) WHERE coalesce(f.e6, 0) <> coalesce(p.e6, 0)
UNION ALL
  -- I18 Points are not bought dearer than they were sold.
  SELECT 'I18', 'WARNING', burn_id, format('slice %s: sold at %s, bought at %s', seq, issue_rate_e6, paid_rate_e6)
  FROM priced_slice WHERE points > 0 AND issue_rate_e6 < paid_rate_e6
UNION ALL
  -- B07 A redemption's state and its slices tell the same story.
  SELECT 'B07', 'ERROR', b.id, format('%s with %s reserved, %s pinned, %s captured', b.state, b.reserved, coalesce(sum(s.pinned), 0), b.captured)
  FROM burn b LEFT JOIN burn_slice s ON s.burn_id = b.id GROUP BY b.id
  HAVING b.reserved <> coalesce(sum(s.pinned), 0) OR (b.state = 'CAPTURED') <> (b.cycle_id IS NOT NULL AND b.captured_at IS NOT NULL)
    OR (b.state <> 'CAPTURED' AND b.captured <> 0)
UNION ALL
  -- B07 A slice carries its lot's issuer, price and funding.
  SELECT 'B07', 'ERROR', s.burn_id, format('slice %s differs from lot %s', s.seq, s.lot_id)
  FROM burn_slice s LEFT JOIN lot t ON t.id = s.lot_id
  WHERE (t.issuer_id, t.issue_rate_e6, t.funded_rate_e6, t.funding)
    IS DISTINCT FROM (s.issuer_id, s.issue_rate_e6, s.funded_rate_e6, s.funding)
UNION ALL
  -- B08 Whose points are spent pays for them: its fund what was paid in, its position the rest, entry by entry.
  SELECT 'B08', 'ERROR', coalesce(due.entry_id, had.entry_id), format('%s pays %s, its points cost %s',
    coalesce(due.owner_id, had.owner_id), coalesce(had.e6, 0), coalesce(due.e6, 0))
  FROM (
    SELECT l.entry_id, t.issuer_id AS owner_id, part.account,
      sum(CASE l.account WHEN 'REDEEMED' THEN -l.amount ELSE l.amount END * part.rate_e6) AS e6
    FROM posted_line l JOIN lot t ON t.id = l.lot_id
    CROSS JOIN LATERAL (VALUES ('FUND'::account_kind, t.funded_rate_e6), ('POSITION', t.issue_rate_e6 - t.funded_rate_e6)) part (account, rate_e6)
    WHERE l.account = 'REDEEMED' OR (l.event = 'DEBT_RECOVERY' AND l.account = 'AVAIL') GROUP BY 1, 2, 3
  ) due
  FULL JOIN (
    SELECT entry_id, owner_id, account, sum(amount) AS e6 FROM posted_line
    WHERE section IN ('ISSUER_CHARGE', 'RETURN_ISSUER', 'DEBT_REPAID')
      -- A claim for money is upheld without points.
      OR (section = 'DISPUTE_UPHELD' AND EXISTS (SELECT FROM line r WHERE r.entry_id = posted_line.entry_id AND r.account = 'REDEEMED'))
      OR (account = 'FUND' AND event IN ('CAPTURE', 'BURN_RETURN', 'BURN_RETURN_LATE', 'DISPUTE_UPHELD', 'DEBT_RECOVERY'))
    GROUP BY 1, 2, 3
  ) had USING (entry_id, owner_id, account) WHERE coalesce(due.e6, 0) <> coalesce(had.e6, 0);

CREATE VIEW broken_packs (rule, severity, key, detail) AS
  -- I19 What a PREPAID issuer has paid for points that are not available yet: unissued at its packs, or pending.
  SELECT 'I19', 'ERROR', coalesce(l.owner_id, p.partner_id), format('%s prepaid, %s of points', coalesce(l.e6, 0), coalesce(p.e6, 0))
  FROM (SELECT owner_id, -sum(amount) AS e6 FROM line WHERE account = 'PREPAID' GROUP BY 1) l
  FULL JOIN (
    SELECT partner_id, sum(e6) AS e6 FROM (
      SELECT partner_id, (points - issued) * price_e6 AS e6 FROM prepaid_pack
      UNION ALL SELECT issuer_id, points * funded_rate_e6 FROM held_lot WHERE pack_id IS NOT NULL AND available_at IS NULL
    ) parts GROUP BY 1
  ) p ON p.partner_id = l.owner_id WHERE coalesce(l.e6, 0) <> coalesce(p.e6, 0)
UNION ALL
  -- B16 What a pack was used for is what its lots took and did not bring back unspent.
  SELECT 'B16', 'ERROR', k.id, format('%s of %s issued, %s by the lines', k.issued, k.points, coalesce(l.points, 0))
  FROM prepaid_pack k LEFT JOIN (
    SELECT t.pack_id, sum(l.amount) AS points FROM posted_line l JOIN lot t ON t.id = l.lot_id
    WHERE t.pack_id IS NOT NULL AND (l.account IN ('ISSUED', 'CLAWBACK') OR (l.account = 'DEBT' AND l.event = 'CLAWBACK')) GROUP BY 1
  ) l ON l.pack_id = k.id WHERE k.issued <> coalesce(l.points, 0)
UNION ALL
  -- B16 A lot from a pack carries its issuer and price.
  SELECT 'B16', 'ERROR', t.id, 'differs from its pack ' || t.pack_id
  FROM lot t LEFT JOIN prepaid_pack k ON k.id = t.pack_id
  WHERE t.pack_id IS NOT NULL AND (k.partner_id, k.price_e6) IS DISTINCT FROM (t.issuer_id, t.issue_rate_e6);

-- ── Receipts ────────────────────────────────────────────────────────────────────────────────────────────────────────

CREATE VIEW broken_receipts (rule, severity, key, detail) AS
  -- B11 A receipt's points are the ones its deed issued and redeemed.
  SELECT 'B11', 'ERROR', p.id, format('earned %s and spent %s on paper, %s and %s by the lines', p.points_earned, p.points_spent,
    coalesce(l.earned, 0), coalesce(l.spent, 0))
  FROM purchase p LEFT JOIN (
    SELECT deed_id, sum(amount) FILTER (WHERE account = 'ISSUED') AS earned, -sum(amount) FILTER (WHERE account = 'REDEEMED') AS spent
    FROM posted_line WHERE account IN ('ISSUED', 'REDEEMED') GROUP BY 1
  ) l USING (deed_id) WHERE p.points_earned <> coalesce(l.earned, 0) OR p.points_spent <> coalesce(l.spent, 0)
UNION ALL
  -- B12 A return restores what it says, and takes back no more than it says: lapsed points are not claimed.
  SELECT 'B12', 'ERROR', r.id, format('restored %s and clawed back %s on paper, %s and %s by the lines', r.points_restored, r.points_clawed,
    coalesce(l.restored, 0), coalesce(l.clawed, 0))
  FROM purchase_return r LEFT JOIN (
    SELECT deed_id, sum(amount) FILTER (WHERE account = 'REDEEMED') AS restored, -sum(amount) FILTER (WHERE account = 'CLAWBACK') AS clawed
    FROM posted_line WHERE account IN ('REDEEMED', 'CLAWBACK') GROUP BY 1
  ) l USING (deed_id) WHERE r.points_restored <> coalesce(l.restored, 0) OR r.points_clawed < coalesce(l.clawed, 0)
UNION ALL
  -- B20 What others pay of a receipt's discounts, or get back, is what its deed moved to whoever gave them.
  SELECT 'B20', 'ERROR', r.id, format('%s on paper, %s by the lines', r.funded_e6, coalesce(l.e6, 0))
  FROM (SELECT id, deed_id, funded_e6 FROM purchase UNION ALL SELECT id, deed_id, -funded_e6 FROM purchase_return) r
  LEFT JOIN (
    SELECT deed_id, -sum(amount) AS e6 FROM posted_line WHERE section IN ('DISCOUNT_CREDIT', 'RETURN_DISCOUNT_CREDIT') GROUP BY 1
  ) l USING (deed_id) WHERE r.funded_e6 <> coalesce(l.e6, 0)
UNION ALL
  -- B20 Nobody gets back more of a discount than it paid for it, nor gives back more than it got.
  SELECT 'B20', 'ERROR', purchase_id, format('%s of %s is over by %s', account, coalesce(nullif(owner_id, ''), 'the operator'), abs(sum(amount)))
  FROM (
    SELECT e.purchase_id, l.account, l.owner_id, l.amount, section LIKE '%CREDIT' IS TRUE AS credited
    FROM line l JOIN entry e ON e.id = l.entry_id WHERE e.event IN ('DISCOUNT', 'DISCOUNT_RETURN')
  ) d GROUP BY purchase_id, account, owner_id, credited HAVING CASE WHEN credited THEN sum(amount) > 0 ELSE sum(amount) < 0 END
UNION ALL
  -- B17 A counter stands at what deeds took from it, less what they gave back.
  SELECT 'B17', 'ERROR', coalesce(c.id, s.counter_id), format('stands at %s, deeds took %s', coalesce(c.value, 0), coalesce(s.taken, 0))
  FROM counter c FULL JOIN (SELECT counter_id, sum(taken) AS taken FROM counter_change GROUP BY 1) s ON s.counter_id = c.id
  WHERE coalesce(c.value, 0) <> coalesce(s.taken, 0)
UNION ALL
  -- B18 What a member did on a day is what the receipts of the day say, less what came back of them.
  SELECT 'B18', 'ERROR', format('%s at %s on %s', coalesce(m.member_id, s.member_id), coalesce(m.partner_id, s.partner_id), coalesce(m.day, s.day)),
    format('%s spent in %s visits for %s points, %s in %s for %s by the receipts', m.spend_e6, m.visits, m.points, s.spend_e6, s.visits, s.points)
  FROM member_day m FULL JOIN (
    SELECT p.member_id, p.partner_id, p.business_date AS day, sum(p.paid_e6 - coalesce(r.paid_e6, 0)) AS spend_e6,
      count(*) - sum(coalesce(r.ended, 0)) AS visits, sum(p.points_earned - coalesce(r.clawed, 0)) AS points
    FROM purchase p LEFT JOIN (
      SELECT purchase_id, sum(paid_e6) AS paid_e6, count(*) FILTER (WHERE last) AS ended, sum(points_clawed) AS clawed
      FROM purchase_return GROUP BY 1
    ) r ON r.purchase_id = p.id GROUP BY 1, 2, 3
  ) s ON s.member_id = m.member_id AND s.partner_id = m.partner_id AND s.day = m.day
  WHERE (m.spend_e6, m.visits, m.points) IS DISTINCT FROM (s.spend_e6, s.visits, s.points);

-- ── Clearing and settlement ─────────────────────────────────────────────────────────────────────────────────────────

-- One minor unit of the currency in millionths.
CREATE VIEW minor_unit AS SELECT (10 ^ (6 - minor_digits))::bigint AS e6 FROM programme;

CREATE VIEW broken_clearing (rule, severity, key, detail) AS
  -- I09 An obligation is everything on the position up to and including its cycle, less what was netted before.
  SELECT 'I09', 'ERROR', coalesce(obligation_id, partner_id), format('cycle %s: position %s, obligation %s', seq, position_e6, net_e6)
  FROM (
    SELECT partner_id, seq, state, obligation_id, net_e6, gross_debit_e6, debit,
      sum(own) OVER (PARTITION BY partner_id ORDER BY seq)
        + coalesce(sum(net) OVER (PARTITION BY partner_id ORDER BY seq ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0) AS position_e6
    FROM (
      SELECT coalesce(l.owner_id, o.partner_id) AS partner_id, coalesce(l.cycle_id, o.cycle_id) AS cycle_id,
        coalesce(l.own, 0) AS own, coalesce(l.debit, 0) AS debit, coalesce(l.net, 0) AS net, o.id AS obligation_id, o.net_e6, o.gross_debit_e6
      FROM (
        SELECT owner_id, cycle_id, sum(amount) FILTER (WHERE section <> 'NET') AS own,
          sum(amount) FILTER (WHERE section <> 'NET' AND amount > 0) AS debit, sum(amount) FILTER (WHERE section = 'NET') AS net
        FROM line WHERE account = 'POSITION' GROUP BY 1, 2
      ) l
      FULL JOIN (SELECT * FROM obligation WHERE state <> 'SUPERSEDED') o ON o.partner_id = l.owner_id AND o.cycle_id = l.cycle_id
    ) steps JOIN cycle c ON c.id = steps.cycle_id
  ) run WHERE state NOT IN ('OPEN', 'CLOSING', 'CORRECTING') AND (coalesce(net_e6, 0) <> position_e6 OR gross_debit_e6 <> debit)
UNION ALL
  -- I10 Netting posts exactly the obligations, from the position to the due.
  SELECT 'I10', 'ERROR', coalesce(l.cycle_id, o.cycle_id) || ' ' || coalesce(l.owner_id, o.partner_id),
    format('netted %s, due %s, obligation %s', coalesce(l.position_e6, 0), coalesce(l.due_e6, 0), coalesce(o.e6, 0))
  FROM (
    SELECT cycle_id, owner_id, coalesce(-sum(amount) FILTER (WHERE account = 'POSITION'), 0) AS position_e6,
      coalesce(sum(amount) FILTER (WHERE account = 'DUE'), 0) AS due_e6
    FROM posted_line WHERE event IN ('NET', 'NET_REVERSED') GROUP BY 1, 2
  ) l FULL JOIN (
    SELECT cycle_id, partner_id, amount_minor * e6 AS e6 FROM obligation CROSS JOIN minor_unit WHERE state <> 'SUPERSEDED'
  ) o ON o.cycle_id = l.cycle_id AND o.partner_id = l.owner_id
  JOIN cycle c ON c.id = coalesce(l.cycle_id, o.cycle_id) AND c.state NOT IN ('OPEN', 'CLOSING', 'CORRECTING')
  WHERE coalesce(l.position_e6, 0) <> coalesce(o.e6, 0) OR coalesce(l.due_e6, 0) <> coalesce(o.e6, 0)
UNION ALL
  -- I10 An obligation is whole minor units plus a carry of less than one, on the same side.
  SELECT 'I10', 'ERROR', id, format('net %s is not %s minor units and %s', net_e6, amount_minor, carried_e6)
  FROM obligation CROSS JOIN minor_unit
  WHERE net_e6 <> amount_minor * e6 + carried_e6 OR abs(carried_e6) >= e6 OR sign(amount_minor) * sign(net_e6) < 0 OR sign(carried_e6) * sign(net_e6) < 0
    OR net_e6 <> opening_e6 + gross_debit_e6 - gross_credit_e6
UNION ALL
  -- I11 A partner with nothing left to settle is owed nothing and owes nothing.
  SELECT 'I11', 'ERROR', l.owner_id, format('%s %s is left', l.account, sum(l.amount))
  FROM line l WHERE l.account IN ('DUE', 'DEFAULTED')
    AND NOT EXISTS (SELECT FROM obligation o WHERE o.partner_id = l.owner_id
      AND o.state NOT IN ('NIL', 'SETTLED', 'COVERED', 'RECOVERED', 'SUPERSEDED'))
    AND NOT EXISTS (SELECT FROM cycle WHERE state IN ('CLOSING', 'CORRECTING'))
  GROUP BY l.owner_id, l.account HAVING sum(l.amount) <> 0
UNION ALL
  -- I11 When every cycle is settled, no money is on its way, no receipt waits for its owner, no debit for its reason.
  SELECT 'I11', CASE account WHEN 'IN_TRANSIT' THEN 'ERROR' ELSE 'WARNING' END, account::text, format('%s is left', sum(amount))
  FROM line WHERE account IN ('IN_TRANSIT', 'UNAPPLIED', 'UNEXPLAINED')
    AND NOT EXISTS (SELECT FROM cycle WHERE state NOT IN ('OPEN', 'SETTLED', 'SETTLED_WITH_DEFAULT'))
  GROUP BY account HAVING sum(amount) <> 0
UNION ALL
  -- B14 A published statement ends in its obligation's net.
  SELECT 'B14', 'ERROR', s.id, format('position %s, obligation %s', s.position_e6, coalesce(o.net_e6::text, 'missing'))
  FROM statement s LEFT JOIN obligation o ON o.cycle_id = s.cycle_id AND o.partner_id = s.partner_id AND o.version = s.version
  WHERE o.net_e6 IS DISTINCT FROM s.position_e6
UNION ALL
  -- B15 Cycles follow each other without gap or overlap, and the last one is open.
  SELECT 'B15', 'ERROR', id, format('cycle %s is %s and begins at %s', seq, state, opens_at)
  FROM (
    SELECT *, lag(seq) OVER w AS seq_before, lag(cutoff_at) OVER w AS cutoff_before, lead(seq) OVER w AS seq_after
    FROM cycle WINDOW w AS (ORDER BY seq)
  ) c WHERE seq <> seq_before + 1 OR opens_at <> cutoff_before OR cutoff_at <= opens_at OR (state = 'OPEN') <> (seq_after IS NULL);

-- What each deed booked at a bank account, and what the bank's own lines show of it.
CREATE VIEW booked_at_bank AS
  SELECT deed_id, CASE account WHEN 'BANK_COLLATERAL' THEN 'COLLATERAL' ELSE 'SETTLEMENT' END AS bank_account, sum(amount) AS e6,
    min(occurred_at) AS occurred_at
  FROM posted_line WHERE account IN ('BANK_SETTLEMENT', 'BANK_COLLATERAL') GROUP BY 1, 2;
CREATE VIEW shown_line AS
  SELECT min(b.id) AS id, coalesce(e.deed_id, b.id) AS deed_id, b.bank_account, sum(b.amount_e6) AS amount_e6
  FROM bank_line b LEFT JOIN entry e ON e.id = b.entry_id LEFT JOIN bank_statement s ON s.id = b.statement_id
  WHERE b.entry_id IS NOT NULL OR b.statement_id IS NULL OR s.finished_at IS NOT NULL GROUP BY 2, 3;

CREATE VIEW broken_money (rule, severity, key, detail) AS
  -- I12 Segregated cash is what is owed back to partners, plus what defaults used and was not yet drawn, less what
  -- recoveries repaid and was not yet refilled.
  SELECT 'I12', 'ERROR', 'BANK_COLLATERAL', format('%s in the bank, %s owed back, %s used and not drawn, %s repaid and not refilled',
    bank, owed, undrawn, unfilled)
  FROM (
    SELECT coalesce(sum(amount) FILTER (WHERE account = 'BANK_COLLATERAL'), 0) AS bank,
      coalesce(-sum(amount) FILTER (WHERE account <> 'BANK_COLLATERAL'), 0) AS owed,
      coalesce(sum(amount) FILTER (WHERE (event = 'DEFAULT_WATERFALL' AND account <> 'BANK_COLLATERAL')
        OR (event = 'COLLATERAL_DRAWN' AND account = 'BANK_COLLATERAL')), 0) AS undrawn,
      coalesce(-sum(amount) FILTER (WHERE (event = 'RECOVERY' AND account <> 'BANK_COLLATERAL')
        OR (event = 'COLLATERAL_REFILLED' AND account = 'BANK_COLLATERAL')), 0) AS unfilled
    FROM posted_line WHERE account IN ('BANK_COLLATERAL', 'COLLATERAL', 'LOSS_POOL')
  ) s WHERE bank <> owed + undrawn - unfilled OR undrawn < 0 OR unfilled < 0
UNION ALL
  -- I12 What the operator owes never became what it is owed, at any moment of the log.
  SELECT DISTINCT ON (account, owner_id) 'I12', 'ERROR', concat_ws(':', account, nullif(owner_id, '')), format('became %s at entry %s', balance, entry_id)
  FROM (
    SELECT account, owner_id, entry_id, sum(amount) OVER (PARTITION BY account, owner_id ORDER BY ord) AS balance
    FROM posted_line WHERE account IN ('FUND', 'PREPAID', 'COLLATERAL', 'LOSS_POOL', 'UNAPPLIED', 'DISPUTE_HOLD', 'IN_TRANSIT')
  ) running WHERE balance > 0
UNION ALL
  -- I14 Every line of the settlement account is explained by one deed that booked the same amount.
  SELECT 'I14', 'ERROR', b.id, format('the bank booked %s, the ledger %s', b.amount_e6, coalesce(l.e6::text, 'nothing'))
  FROM shown_line b LEFT JOIN booked_at_bank l USING (deed_id, bank_account)
  WHERE b.bank_account = 'SETTLEMENT' AND l.e6 IS DISTINCT FROM b.amount_e6
UNION ALL
  -- I14 So is every line of the segregated account, where a deed may show in several lines: never more than it booked.
  SELECT 'I14', 'ERROR', b.id, format('the bank booked %s, the ledger %s', b.amount_e6, coalesce(l.e6::text, 'nothing'))
  FROM shown_line b LEFT JOIN booked_at_bank l USING (deed_id, bank_account)
  WHERE b.bank_account <> 'SETTLEMENT' AND (l.e6 IS NULL OR abs(b.amount_e6) > abs(l.e6) OR sign(b.amount_e6) * sign(l.e6) < 0)
UNION ALL
  -- I14 Once bank lines are kept, the ledger books no receipt or payment that the bank has not.
  SELECT 'I14', 'WARNING', l.entry_id, format('%s of %s without a bank line', l.event, l.amount)
  FROM posted_line l WHERE l.account = 'BANK_SETTLEMENT' AND l.event IN ('PAY_IN', 'PAY_IN_PARTIAL', 'RECEIPT_UNMATCHED',
      'PAY_OUT_BOOKED', 'PAY_OUT_RETURNED', 'RECEIPT_RETURNED', 'BANK_CHARGE', 'DEBIT_UNEXPLAINED')
    AND EXISTS (SELECT FROM bank_line)
    AND NOT EXISTS (SELECT FROM bank_line b JOIN entry e ON e.id = b.entry_id WHERE e.deed_id = l.deed_id)
UNION ALL
  -- I14 A statement's lines lead from its opening to its closing balance.
  SELECT 'I14', 'ERROR', s.id, format('%s of %s lines, %s from %s to %s', count(b.id), s.line_count, coalesce(sum(b.amount_e6), 0),
    s.opening_e6, s.closing_e6)
  FROM bank_statement s LEFT JOIN bank_line b ON b.statement_id = s.id WHERE s.finished_at IS NOT NULL
  GROUP BY s.id HAVING count(b.id) <> s.line_count OR coalesce(sum(b.amount_e6), 0) <> s.closing_e6 - s.opening_e6
UNION ALL
  -- I14 Statements of an account follow each other without a gap.
  SELECT 'I14', 'ERROR', id, format('opens at %s, the one before closed at %s', opening_e6, closed_before)
  FROM (
    SELECT *, lag(closing_e6) OVER (PARTITION BY bank_account ORDER BY closed_on, id COLLATE "C") AS closed_before FROM bank_statement
  ) s WHERE opening_e6 <> closed_before
UNION ALL
  -- I14 The ledger's bank accounts stand where the last statement closes. Of the segregated one the ledger may be ahead:
  -- by what it booked since the first statement opened and no statement has shown yet.
  SELECT 'I14', 'ERROR', s.id, format('%s closes at %s, the ledger stands at %s', s.bank_account, s.closing_e6, coalesce(l.e6, 0) - coalesce(ahead.e6, 0))
  FROM (
    SELECT DISTINCT ON (bank_account) *, min(opened_on) OVER (PARTITION BY bank_account) AS first_opened_on,
      bool_or(finished_at IS NULL) OVER (PARTITION BY bank_account) AS being_imported
    FROM bank_statement ORDER BY bank_account, closed_on DESC, id COLLATE "C" DESC
  ) s
  LEFT JOIN (SELECT bank_account, sum(e6) AS e6 FROM booked_at_bank GROUP BY 1) l USING (bank_account)
  LEFT JOIN LATERAL (
    SELECT sum(d.e6 - coalesce(b.amount_e6, 0)) AS e6 FROM booked_at_bank d LEFT JOIN shown_line b USING (deed_id, bank_account)
    WHERE d.bank_account = s.bank_account AND d.bank_account <> 'SETTLEMENT' AND d.occurred_at >= s.first_opened_on
  ) ahead ON true
  WHERE NOT s.being_imported AND s.closing_e6 <> coalesce(l.e6, 0) - coalesce(ahead.e6, 0)
UNION ALL
  -- I14 A bank line that nobody can explain is not left lying. The books' own clock tells how long it has.
  SELECT 'I14', 'WARNING', r.id, format('%s %s since %s', r.other_value, lower(r.state::text), r.opened_at::date)
  FROM recon_item r CROSS JOIN programme p WHERE r.source = 'BANK' AND r.state IN ('NEW', 'SUGGESTED', 'BREAK', 'INVESTIGATING')
    AND r.opened_at < (SELECT max(posted_at) FROM entry) - make_interval(days => p.recon_window_days)
UNION ALL
  -- I15 An open dispute holds what it says; a decided one holds nothing.
  SELECT 'I15', 'ERROR', coalesce(d.id, l.owner_id), format('%s held by the lines, %s by the dispute (%s)', coalesce(l.e6, 0),
    coalesce(d.e6, 0), coalesce(d.state::text, 'unknown'))
  FROM (SELECT owner_id, -sum(amount) AS e6 FROM line WHERE account = 'DISPUTE_HOLD' GROUP BY 1) l
  FULL JOIN (SELECT id, state, CASE WHEN state IN ('RESOLVED', 'WITHDRAWN') THEN 0 ELSE held_e6 END AS e6 FROM dispute) d ON d.id = l.owner_id
  WHERE coalesce(l.e6, 0) <> coalesce(d.e6, 0)
UNION ALL
  -- I15 A decided dispute gave the claimant what it says, out of the hold.
  SELECT 'I15', 'ERROR', d.id, format('%s given by the lines, %s by the dispute', coalesce(l.e6, 0), d.upheld_e6)
  FROM dispute d LEFT JOIN (
    SELECT owner_id, sum(amount) AS e6 FROM posted_line WHERE account = 'DISPUTE_HOLD' AND event = 'DISPUTE_UPHELD' GROUP BY 1
  ) l ON l.owner_id = d.id WHERE d.state IN ('RESOLVED', 'WITHDRAWN') AND d.upheld_e6 <> coalesce(l.e6, 0)
UNION ALL
  -- B09 The exposure counters are the sums of the partner's lines.
  SELECT 'B09', 'ERROR', coalesce(x.partner_id, s.partner_id), format('position %s, due %s, outstanding %s, collateral %s, loss pool %s by the lines',
    s.position_e6, s.due_e6, s.outstanding_e6, s.collateral_e6, s.loss_pool_e6)
  FROM exposure x FULL JOIN (
    SELECT coalesce(t.issuer_id, l.owner_id) AS partner_id,
      coalesce(sum(l.amount) FILTER (WHERE l.account = 'POSITION'), 0) AS position_e6,
      coalesce(sum(l.amount) FILTER (WHERE l.account = 'DUE'), 0) AS due_e6,
      coalesce(sum(-l.amount * (t.issue_rate_e6 - t.funded_rate_e6)), 0) AS outstanding_e6,
      coalesce(-sum(l.amount) FILTER (WHERE l.account = 'COLLATERAL'), 0) AS collateral_e6,
      coalesce(-sum(l.amount) FILTER (WHERE l.account = 'LOSS_POOL'), 0) AS loss_pool_e6
    FROM line l LEFT JOIN lot t ON t.id = l.lot_id
    WHERE l.account IN ('POSITION', 'DUE', 'COLLATERAL', 'LOSS_POOL', 'PENDING', 'AVAIL', 'RESERVED') GROUP BY 1
  ) s ON s.partner_id = x.partner_id
  WHERE (coalesce(x.position_e6, 0), coalesce(x.due_e6, 0), coalesce(x.outstanding_e6, 0), coalesce(x.collateral_e6, 0), coalesce(x.loss_pool_e6, 0))
    IS DISTINCT FROM (coalesce(s.position_e6, 0), coalesce(s.due_e6, 0), coalesce(s.outstanding_e6, 0), coalesce(s.collateral_e6, 0),
      coalesce(s.loss_pool_e6, 0));

-- ── All rules ───────────────────────────────────────────────────────────────────────────────────────────────────────

CREATE VIEW books_invariants AS
  SELECT * FROM broken_entries
  UNION ALL SELECT * FROM broken_lots
  UNION ALL SELECT * FROM broken_spending
  UNION ALL SELECT * FROM broken_wallets
  UNION ALL SELECT * FROM broken_redemptions
  UNION ALL SELECT * FROM broken_packs
  UNION ALL SELECT * FROM broken_receipts
  UNION ALL SELECT * FROM broken_clearing
  UNION ALL SELECT * FROM broken_money
  UNION ALL SELECT * FROM broken_accounts UNION ALL SELECT * FROM broken_turnover;

-- prisma/sql/25-cycle.sql
-- What must hold of one closing cycle before it is netted: the rules of `books_invariants` that its own entries can
-- break, asked of these entries alone, so that it takes as long as the cycle is large and not as the books are.

-- A stretch of the cycle's entries by their ids, both ends included: the rules they break, and how many entries and lines
-- there are, less those of the netting itself. Ids follow time, so both tables are read in the order in which they lie.
CREATE FUNCTION look_through_entries(p_cycle text, p_first text, p_last text)
RETURNS TABLE (rules text[], entries int, lines int) LANGUAGE sql STABLE AS $$
  -- I01 Every entry sums to zero in each unit. I02 No entry without lines. B13 Lines stand in the cycle of their entry,
  -- and in points or the programme's currency. B10 Every entry is part of a deed. All in one pass over the lines.
  SELECT coalesce(array_agg(DISTINCT rule) FILTER (WHERE rule IS NOT NULL), '{}'),
    count(id) FILTER (WHERE NOT nets)::int, coalesce(sum(lines) FILTER (WHERE NOT nets), 0)::int
  FROM (
    SELECT e.id, coalesce(s.lines, 0) AS lines, coalesce(e.event IN ('NET', 'NET_REVERSED'), false) AS nets, CASE
        WHEN e.id IS NULL OR s.is_odd THEN 'B13'
        WHEN s.entry_id IS NULL THEN 'I02'
        WHEN s.points <> 0 OR s.money <> 0 THEN 'I01'
        WHEN (SELECT d.id FROM deed d WHERE d.id = e.deed_id) IS NULL THEN 'B10'
      END AS rule
    FROM (
      SELECT entry_id, count(*) AS lines, sum(amount) FILTER (WHERE unit = 'PTS') AS points,
        sum(amount) FILTER (WHERE unit <> 'PTS') AS money, bool_or(unit NOT IN ('PTS', (SELECT currency FROM programme))) AS is_odd
      FROM line WHERE cycle_id = p_cycle AND entry_id BETWEEN p_first AND p_last GROUP BY entry_id
    ) s FULL JOIN (
      SELECT id, deed_id, event FROM entry WHERE cycle_id = p_cycle AND id BETWEEN p_first AND p_last
    ) e ON e.id = s.entry_id
  ) looked
$$;

CREATE FUNCTION broken_in_cycle(p_cycle text) RETURNS TABLE (rule text, key text) LANGUAGE sql STABLE AS $$
  -- I13 What an entry is about began in its own cycle or before.
  SELECT 'I13', e.id FROM entry e JOIN cycle c ON c.id = p_cycle LEFT JOIN cycle o ON o.id = e.origin_cycle_id
  WHERE e.cycle_id = p_cycle AND e.origin_cycle_id <> e.cycle_id AND o.seq <= c.seq IS NOT TRUE
UNION ALL
  -- I09 What the cycle begins with is what the cycle before carried over: the exposure counter holds all positions, so
  -- less this cycle's lines and those of the ones after it, it is where the partner stood when the cycle began.
  SELECT 'I09', coalesce(b.partner_id, o.partner_id)
  FROM (
    SELECT x.partner_id, x.position_e6 - coalesce(sum(l.amount), 0) AS e6
    FROM exposure x LEFT JOIN line l ON l.account = 'POSITION' AND l.owner_id = x.partner_id AND l.cycle_id = ANY (ARRAY(
      SELECT later.id FROM cycle later WHERE later.seq >= (SELECT seq FROM cycle WHERE id = p_cycle)))
    GROUP BY x.partner_id, x.position_e6
  ) b FULL JOIN (
    SELECT o.partner_id, o.carried_e6 AS e6 FROM cycle c JOIN cycle before ON before.seq = c.seq - 1
    JOIN obligation o ON o.cycle_id = before.id AND o.state <> 'SUPERSEDED' WHERE c.id = p_cycle
  ) o ON o.partner_id = b.partner_id
  WHERE coalesce(b.e6, 0) <> coalesce(o.e6, 0)
$$;

-- prisma/sql/30-audit.sql
-- The audit log's chain. An event is linked when its transaction commits: the lock that puts all events in one order is
-- the last one taken and is held for the commit only, so that it can neither deadlock nor slow down what is audited.

CREATE FUNCTION audit_hash(p_previous text, e audit_event) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT encode(sha256(convert_to(jsonb_build_array(p_previous, e.seq, (extract(epoch FROM e.at) * 1000)::bigint, e.actor, e.partner_id,
    e.action, e.object, e.object_id, e.before, e.after, e.reason, e.approval_id, e.request_id, e.ip)::text, 'UTF8')), 'hex')
$$;

CREATE FUNCTION link_audit_event() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE v_last audit_link;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('zgoda audit chain', 0));
  SELECT * INTO v_last FROM audit_link ORDER BY position DESC LIMIT 1;
  INSERT INTO audit_link (position, seq, hash)
  VALUES (coalesce(v_last.position, 0) + 1, NEW.seq, audit_hash(coalesce(v_last.hash, ''), NEW));
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER audit_event_linked AFTER INSERT ON audit_event DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION link_audit_event();

CREATE TRIGGER audit_link_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_link
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- Every place where the chain does not hold, first to last. What was cut off its end is missed only by whoever kept
-- the hash of a later link: a signed export does.
CREATE VIEW broken_audit_chain (position, seq, detail) AS
  SELECT l.position, l.seq, 'the event is gone'
  FROM audit_link l LEFT JOIN audit_event e USING (seq) WHERE e.seq IS NULL
UNION ALL
  SELECT NULL, e.seq, 'the event has no link' FROM audit_event e LEFT JOIN audit_link l USING (seq) WHERE l.seq IS NULL
UNION ALL
  SELECT position, seq, 'a link before it is gone'
  FROM (SELECT position, seq, lag(position, 1, 0) OVER (ORDER BY position) AS before FROM audit_link) l
  WHERE position <> before + 1
UNION ALL
  SELECT l.position, l.seq, 'the event or the link before it is not what was hashed'
  FROM (SELECT *, lag(hash, 1, '') OVER (ORDER BY position) AS previous FROM audit_link) l
  JOIN audit_event e USING (seq) WHERE l.hash <> audit_hash(l.previous, e);

-- prisma/sql/40-office.sql
-- Jobs that were tried as often as they may be. The job runner lays its own tables when it first starts.
CREATE FUNCTION failed_jobs(OUT count integer, OUT oldest_at timestamptz) LANGUAGE plpgsql STABLE AS $$
BEGIN
  count := 0;
  IF to_regclass('graphile_worker.jobs') IS NOT NULL THEN
    EXECUTE 'SELECT count(*)::integer, min(updated_at) FROM graphile_worker.jobs WHERE attempts >= max_attempts AND locked_at IS NULL'
      INTO count, oldest_at;
  END IF;
END $$;

-- prisma/sql/50-velocity.sql
-- A rule says for ever what its cases were raised by; only its end is set when another takes its place.
CREATE TRIGGER velocity_rule_is_for_ever
  BEFORE UPDATE OF kind, subject, window_hours, "limit", action, reason, valid_from, replaces_id, approval_id OR DELETE OR TRUNCATE
  ON velocity_rule FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewrite();

-- prisma/sql/60-campaign.sql
-- What was reviewed is what runs: only a draft is written at.
CREATE FUNCTION refuse_reviewed_rewrite() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.state <> 'DRAFT' OR NEW.state NOT IN ('DRAFT', 'ENDED') THEN
    RAISE EXCEPTION 'only a draft of a campaign is written at' USING ERRCODE = 'ZG108', CONSTRAINT = TG_NAME;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER campaign_version_is_reviewed
  BEFORE UPDATE OF definition, starts_at, ends_at, funder_ids, needs_joining, authors ON campaign_version
  FOR EACH ROW EXECUTE FUNCTION refuse_reviewed_rewrite();

-- One version runs at a time, and one is prepared.
CREATE UNIQUE INDEX campaign_version_running ON campaign_version (campaign_id) WHERE state IN ('LIVE', 'PAUSED');
CREATE UNIQUE INDEX campaign_version_prepared ON campaign_version (campaign_id) WHERE state IN ('DRAFT', 'IN_REVIEW', 'SCHEDULED');

-- prisma/sql/64-messages.sql
-- What somebody agreed to, and which step of a journey was gone, stays as it was written.
CREATE TRIGGER consent_change_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON consent_change
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER journey_run_step_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON journey_run_step
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- A message says for ever what it said, and to whom.
CREATE TRIGGER message_words_are_for_ever
  BEFORE UPDATE OF member_id, house, purpose, channel, cause, template, language, title, body ON message
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewrite();

-- The outbox is what still has to be looked at; what was sent is none of its business.
CREATE INDEX message_outbox ON message (due_at) WHERE due_at IS NOT NULL;

-- One chat or browser is one member's.
CREATE UNIQUE INDEX channel_link_in_use ON channel_link (channel, address) WHERE ended_at IS NULL;

-- One wish at a time.
CREATE UNIQUE INDEX deletion_request_open ON deletion_request (member_id) WHERE state = 'OPEN';

-- What was reviewed is what runs: only a draft is written at. One version takes members in, one is prepared.
CREATE FUNCTION refuse_reviewed_journey() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.state <> 'DRAFT' OR NEW.state NOT IN ('DRAFT', 'STOPPED') THEN
    RAISE EXCEPTION 'only a draft of a journey is written at' USING ERRCODE = 'ZG108', CONSTRAINT = TG_NAME;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER journey_version_is_reviewed BEFORE UPDATE OF definition, authors ON journey_version
  FOR EACH ROW EXECUTE FUNCTION refuse_reviewed_journey();
CREATE UNIQUE INDEX journey_version_running ON journey_version (journey_id) WHERE state IN ('LIVE', 'PAUSED');
CREATE UNIQUE INDEX journey_version_prepared ON journey_version (journey_id) WHERE state IN ('DRAFT', 'IN_REVIEW');

-- A member goes a journey once at a time.
CREATE UNIQUE INDEX journey_run_once_at_a_time ON journey_run (journey_id, member_id) WHERE state = 'RUNNING';
CREATE INDEX journey_run_due ON journey_run (due_at) WHERE state = 'RUNNING';

-- prisma/sql/64-segment.sql
-- What a segment says never changes: a campaign that two people agreed on goes on meaning the same members.
CREATE FUNCTION refuse_segment_rewrite() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a segment is never rewritten, only retired' USING ERRCODE = 'ZG110', CONSTRAINT = TG_NAME;
END $$;
CREATE TRIGGER segment_is_for_ever BEFORE UPDATE OF house, code, expression, template, answers OR DELETE OR TRUNCATE ON segment
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_segment_rewrite();

-- Members come into segments by tens of thousands: one look for all of them, where a foreign key looks for each. Nothing else
-- could break the reference, for no segment ever goes.
ALTER TABLE segment_member DROP CONSTRAINT segment_member_segment_id_fkey;
CREATE FUNCTION refuse_unknown_segment() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT segment_id FROM added EXCEPT SELECT id FROM segment) THEN
    RAISE EXCEPTION 'nobody is in a segment that does not exist' USING ERRCODE = 'foreign_key_violation', CONSTRAINT = TG_NAME;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER segment_member_of_a_segment AFTER INSERT ON segment_member REFERENCING NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_unknown_segment();

CREATE TRIGGER segment_event_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON segment_event
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

ALTER TABLE segment ADD CONSTRAINT segment_shared_is_the_coalitions CHECK (NOT shared OR house = 'OPERATOR');
ALTER TABLE customer ADD CONSTRAINT customer_counts CHECK (days >= 0 AND visits >= 0);

-- A house's book by the last visit, newest first, who never came at the end: as the page asks for it (find-customers.ts).
CREATE INDEX customer_last_visit ON customer (house, (coalesce(last_on - '1970-01-01'::date, -1)::bigint), member_id);

-- prisma/sql/65-privilege.sql
-- A version of the ladder or of a plan is what two people saw: another takes its place.
CREATE FUNCTION refuse_agreed_rewrite() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is never edited, only replaced', TG_TABLE_NAME USING ERRCODE = 'ZG108', CONSTRAINT = TG_NAME;
END $$;
CREATE TRIGGER tier_ladder_is_agreed BEFORE UPDATE OF version, definition, valid_from, approval_id ON tier_ladder
  FOR EACH ROW EXECUTE FUNCTION refuse_agreed_rewrite();
CREATE TRIGGER plan_is_agreed
  BEFORE UPDATE OF code, version, name, about, benefits, price_e6, frozen_days, afterwards, approval_id ON plan
  FOR EACH ROW EXECUTE FUNCTION refuse_agreed_rewrite();

CREATE UNIQUE INDEX tier_ladder_in_force ON tier_ladder ((true)) WHERE valid_until IS NULL;
-- One place per member and event, one subscription per member at a time.
CREATE UNIQUE INDEX event_booking_one ON event_booking (event_id, member_id)
  WHERE state IN ('ASKED', 'WAITING', 'BOOKED', 'CHECKED_IN');
CREATE UNIQUE INDEX subscription_one ON subscription (member_id) WHERE state <> 'ENDED';

-- prisma/sql/66-draw.sql
-- A draw binds the hub: what was reviewed is what is drawn, and each thing that was published stands for ever.
CREATE FUNCTION refuse_draw_rewrite() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.state <> 'DRAFT' AND (OLD.code, OLD.definition, OLD.closes_at, OLD.authors)
    IS DISTINCT FROM (NEW.code, NEW.definition, NEW.closes_at, NEW.authors) THEN
    RAISE EXCEPTION 'only a draft of a draw is written at' USING ERRCODE = 'ZG109', CONSTRAINT = TG_NAME;
  END IF;
  IF (OLD.seed_hash IS NOT NULL AND OLD.seed_hash IS DISTINCT FROM NEW.seed_hash)
    OR (OLD.list_hash IS NOT NULL AND (OLD.list_hash, OLD.holder_count, OLD.ticket_count)
      IS DISTINCT FROM (NEW.list_hash, NEW.holder_count, NEW.ticket_count))
    OR (OLD.seed IS NOT NULL AND (OLD.seed, OLD.public_value) IS DISTINCT FROM (NEW.seed, NEW.public_value)) THEN
    RAISE EXCEPTION 'what a draw has published is for ever' USING ERRCODE = 'ZG109', CONSTRAINT = TG_NAME;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER draw_is_committed BEFORE UPDATE ON draw FOR EACH ROW EXECUTE FUNCTION refuse_draw_rewrite();
CREATE TRIGGER draw_is_kept BEFORE DELETE OR TRUNCATE ON draw FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewrite();

CREATE TRIGGER draw_seed_is_for_ever BEFORE UPDATE OR DELETE OR TRUNCATE ON draw_seed FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewrite();
CREATE TRIGGER draw_exclusion_is_for_ever BEFORE UPDATE OR DELETE OR TRUNCATE ON draw_exclusion
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewrite();
CREATE TRIGGER draw_holder_is_for_ever BEFORE UPDATE OR DELETE OR TRUNCATE ON draw_holder
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewrite();
CREATE TRIGGER draw_winner_is_for_ever BEFORE UPDATE OR DELETE OR TRUNCATE ON draw_winner
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewrite();

-- Rows of a draw come only while it is at their step: TG_ARGV names the states in which they may.
CREATE FUNCTION refuse_draw_row() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM (SELECT DISTINCT draw_id FROM added) a JOIN draw d ON d.id = a.draw_id WHERE d.state::text <> ALL (TG_ARGV)) THEN
    RAISE EXCEPTION 'the draw takes no % any more', TG_TABLE_NAME USING ERRCODE = 'ZG109', CONSTRAINT = TG_NAME;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER draw_exclusion_in_time AFTER INSERT ON draw_exclusion REFERENCING NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_draw_row('DRAFT', 'IN_REVIEW', 'REVIEWED', 'OPEN', 'CLOSED');
CREATE TRIGGER draw_holder_in_time AFTER INSERT ON draw_holder REFERENCING NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_draw_row('CLOSED');
CREATE TRIGGER draw_winner_in_time AFTER INSERT ON draw_winner REFERENCING NEW TABLE AS added
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_draw_row('COMMITTED');

-- Writes down who holds how many tickets of what was posted before the draw closed, in an order that tells nothing of
-- the members. A member merged into another counts as it; whoever is excluded, or has left, holds none.
CREATE FUNCTION fix_draw_list(p_draw text, p_salt text) RETURNS void LANGUAGE sql SET work_mem = '128MB' AS $$
  INSERT INTO draw_holder (draw_id, holder, member_id, tickets, first_ticket)
  SELECT p_draw, row_number() OVER in_order, member_id, tickets, 1 + sum(tickets) OVER in_order - tickets
  FROM (
    SELECT m.id AS member_id, least(sum(c.taken), min((d.definition->>'ticketsPerMember')::bigint))::bigint AS tickets,
      sha256(convert_to(p_salt || m.id, 'UTF8')) AS place
    FROM draw d
    JOIN counter k ON k.id LIKE 'ticket:%' AND split_part(k.id, ':', 2) = d.code
    JOIN counter_change c ON c.counter_id = k.id
    JOIN deed e ON e.id = c.deed_id AND e.posted_at < d.closes_at
    JOIN member h ON h.id = split_part(k.id, ':', 3)
    JOIN member m ON m.id = coalesce(h.merged_into_id, h.id) AND m.status <> 'CLOSED'
    WHERE d.id = p_draw
      AND NOT EXISTS (SELECT FROM draw_exclusion x JOIN member o ON o.id = x.member_id
        WHERE x.draw_id = d.id AND coalesce(o.merged_into_id, o.id) = m.id)
      AND NOT ((d.definition->>'excludesStaff')::boolean AND EXISTS (SELECT FROM staff s WHERE s.user_id = m.user_id))
    GROUP BY m.id HAVING sum(c.taken) > 0
  ) held
  WINDOW in_order AS (ORDER BY place ROWS UNBOUNDED PRECEDING)
$$;

-- All tickets of a draw.
CREATE INDEX counter_of_tickets ON counter (split_part(id, ':', 2)) WHERE id LIKE 'ticket:%';

ALTER TABLE draw_holder ADD CONSTRAINT draw_holder_holds CHECK (holder > 0 AND tickets > 0 AND first_ticket > 0);
ALTER TABLE reward ADD CONSTRAINT reward_costs CHECK (points > 0 AND stock >= 0 AND collect_days > 0);
-- A goal is reached once at a time.
CREATE UNIQUE INDEX challenge_award_standing ON challenge_award (challenge_id, member_id, period) WHERE state = 'AWARDED';

-- Whose birthday a day is; whose activities nobody has decided on.
CREATE INDEX profile_by_birthday ON member_profile (EXTRACT(month FROM birth_date), EXTRACT(day FROM birth_date));
CREATE INDEX activity_undecided ON activity (recorded_at) WHERE points IS NULL;

-- prisma/sql/67-community.sql
-- A friend is brought by one advocate, and nobody lives in two households.
CREATE UNIQUE INDEX referral_friend ON referral (friend_id) WHERE state IN ('JOINED', 'REWARDED', 'TAKEN_BACK');
CREATE UNIQUE INDEX pool_member_place ON pool_member (pool_id, member_id) WHERE state IN ('INVITED', 'JOINED');
CREATE UNIQUE INDEX pool_member_household ON pool_member (member_id) WHERE state = 'JOINED' AND kind = 'HOUSEHOLD';
ALTER TABLE referral ADD CONSTRAINT referral_of_two CHECK (friend_id IS NULL OR friend_id <> advocate_id OR state = 'REFUSED');

-- One receipt is claimed once at a time, and never again once it gave points.
CREATE UNIQUE INDEX claim_receipt ON claim (partner_id, receipt_number, bought_on, kind)
  WHERE state IN ('WAITING', 'OVERDUE', 'CONFIRMED');

-- A member's counters, when two members become one.
CREATE INDEX counter_of_member ON counter (substring(id FROM 'mem_[0-9A-Z]{26}')) WHERE id LIKE '%mem\_%';

-- prisma/sql/70-identity.sql
-- Who somebody is, is remembered by every gateway; when it changes, they are told at commit and forget it. The payload is the
-- id of the key or person, or of a partner or till whose people and machines are many.

CREATE FUNCTION tell_standing() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  changed jsonb := to_jsonb(CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END);
BEGIN
  PERFORM pg_notify('standing', changed ->> TG_ARGV[0]);
  RETURN NULL;
END $$;

CREATE TRIGGER api_key_standing AFTER UPDATE OF partner_id, terminal_id, secret_hmac, scopes, expires_at, revoked_at OR DELETE
  ON api_key FOR EACH ROW EXECUTE FUNCTION tell_standing('id');

CREATE TRIGGER session_standing AFTER UPDATE OF user_id, token, expires_at OR DELETE
  ON session FOR EACH ROW EXECUTE FUNCTION tell_standing('user_id');

CREATE TRIGGER user_standing AFTER UPDATE OF two_factor_enabled OR DELETE
  ON "user" FOR EACH ROW EXECUTE FUNCTION tell_standing('id');

CREATE TRIGGER staff_standing AFTER INSERT OR UPDATE OR DELETE
  ON staff FOR EACH ROW EXECUTE FUNCTION tell_standing('user_id');

CREATE TRIGGER member_standing AFTER UPDATE OF user_id, status
  ON member FOR EACH ROW WHEN (NEW.user_id IS NOT NULL) EXECUTE FUNCTION tell_standing('user_id');

CREATE TRIGGER partner_standing AFTER UPDATE OF status
  ON partner FOR EACH ROW WHEN (OLD.status IS DISTINCT FROM NEW.status) EXECUTE FUNCTION tell_standing('id');

CREATE TRIGGER terminal_standing AFTER UPDATE OF status
  ON terminal FOR EACH ROW WHEN (OLD.status IS DISTINCT FROM NEW.status) EXECUTE FUNCTION tell_standing('id');
