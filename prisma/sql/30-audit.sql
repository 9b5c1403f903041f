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
