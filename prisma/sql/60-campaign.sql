-- What was reviewed is what runs: only a draft is written at.
CREATE FUNCTION refuse_reviewed_rewrite() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.state <> 'DRAFT' OR NEW.state NOT IN ('DRAFT', 'ENDED') THEN
    RAISE EXCEPTION 'only a draft of a campaign is written at' USING ERRCODE = 'ZG108', CONSTRAINT = TG_NAME;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER campaign_version_is_reviewed
  BEFORE UPDATE OF definition, starts_at, ends_at, funder_ids, needs_joining, authors ON campaign_version
  FOR EACH ROW EXECUTE FUNCTION refuse_reviewed_rewrite();

-- One version runs at a time, and one is prepared.
CREATE UNIQUE INDEX campaign_version_running ON campaign_version (campaign_id) WHERE state IN ('LIVE', 'PAUSED');
CREATE UNIQUE INDEX campaign_version_prepared ON campaign_version (campaign_id) WHERE state IN ('DRAFT', 'IN_REVIEW', 'SCHEDULED');
