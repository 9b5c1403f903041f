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
