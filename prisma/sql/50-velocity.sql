-- A rule says for ever what its cases were raised by; only its end is set when another takes its place.
CREATE TRIGGER velocity_rule_is_for_ever
  BEFORE UPDATE OF kind, subject, window_hours, "limit", action, reason, valid_from, replaces_id, approval_id OR DELETE OR TRUNCATE
  ON velocity_rule FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewrite();
