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
