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
