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
