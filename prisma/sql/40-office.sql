-- Jobs that were tried as often as they may be. The job runner lays its own tables when it first starts.
CREATE FUNCTION failed_jobs(OUT count integer, OUT oldest_at timestamptz) LANGUAGE plpgsql STABLE AS $$
BEGIN
  count := 0;
  IF to_regclass('graphile_worker.jobs') IS NOT NULL THEN
    EXECUTE 'SELECT count(*)::integer, min(updated_at) FROM graphile_worker.jobs WHERE attempts >= max_attempts AND locked_at IS NULL'
      INTO count, oldest_at;
  END IF;
END $$;
