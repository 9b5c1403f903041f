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
