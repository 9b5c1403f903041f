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
