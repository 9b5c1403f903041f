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
