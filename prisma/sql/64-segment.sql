-- What a segment says never changes: a campaign that two people agreed on goes on meaning the same members.
CREATE FUNCTION refuse_segment_rewrite() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a segment is never rewritten, only retired' USING ERRCODE = 'ZG110', CONSTRAINT = TG_NAME;
END $$;
CREATE TRIGGER segment_is_for_ever BEFORE UPDATE OF house, code, expression, template, answers OR DELETE OR TRUNCATE ON segment
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_segment_rewrite();

CREATE TRIGGER segment_event_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON segment_event
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

ALTER TABLE segment ADD CONSTRAINT segment_shared_is_the_coalitions CHECK (NOT shared OR house = 'OPERATOR');
ALTER TABLE customer ADD CONSTRAINT customer_counts CHECK (days >= 0 AND visits >= 0);
