import { Gauge } from "prom-client";
import type { Listener } from "#api/server/listener.ts";
import type { Metrics } from "#api/server/metrics.ts";
import type { Pool } from "#api/sql/client.ts";

/** However long the database takes, whoever reads the metrics is answered; what it would have said is missing then. */
const ASK_MS = 2_000;

const lockWaits = `
  SELECT count(*)::int AS waiting, coalesce(max(extract(epoch FROM clock_timestamp() - state_change)), 0)::float8 AS longest
  FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()`;
const jobsDue = `
  SELECT count(*) FILTER (WHERE run_at <= now() AND attempts < max_attempts)::int AS due,
         count(*) FILTER (WHERE attempts >= max_attempts)::int AS "givenUp" FROM graphile_worker.jobs`;

type Row = Record<string, number>;

/**
 * What the database and the pool say when somebody reads the metrics; nothing is asked otherwise. Workers together tell of
 * the one database as one, of their pools as a sum, and whether the deafest of them hears.
 */
export function watchDatabase({ registry }: Metrics, { pool, listener }: { pool: Pool; listener: Listener }): void {
  const gauge = (
    name: string,
    help: string,
    collect: (gauge: Gauge) => void | Promise<void>,
    { aggregator = "max", labelNames = [] }: { aggregator?: "max" | "min" | "sum"; labelNames?: string[] } = {},
  ) =>
    new Gauge({
      name,
      help,
      labelNames,
      registers: [registry],
      aggregator,
      async collect() {
        await collect(this);
      },
    });
  const asked = new Map<string, Promise<Row | null>>();
  /** Two gauges of one query ask once. */
  const ask = (text: string): Promise<Row | null> => {
    const known = asked.get(text);
    if (known) return known;
    const row = pool
      .query<Row>({ text, query_timeout: ASK_MS } as { text: string })
      .then(({ rows }) => rows[0] ?? null)
      .catch(() => null)
      .finally(() => asked.delete(text));
    asked.set(text, row);
    return row;
  };
  const from = (text: string, column: string) => async (one: Gauge) => {
    const row = await ask(text);
    if (row) one.set(row[column] ?? 0);
    else one.reset();
  };

  gauge("zgoda_database_lock_waiters", "Statements that wait for a lock.", from(lockWaits, "waiting"));
  gauge("zgoda_database_lock_wait_seconds", "How long the longest of them has waited.", from(lockWaits, "longest"));
  gauge("zgoda_jobs_due", "Jobs that are due and wait for a runner.", from(jobsDue, "due"));
  gauge("zgoda_jobs_given_up", "Jobs that failed too often.", from(jobsDue, "givenUp"));
  gauge(
    "zgoda_listener_live",
    "1 while what the database tells arrives here.",
    (one) => one.set(listener.isLive() ? 1 : 0),
    { aggregator: "min" },
  );
  gauge(
    "zgoda_database_connections",
    "Connections of this process's pool, by state; `wanted` are callers that wait for one.",
    (one) => {
      one.set({ state: "busy" }, pool.totalCount - pool.idleCount);
      one.set({ state: "idle" }, pool.idleCount);
      one.set({ state: "wanted" }, pool.waitingCount);
    },
    { aggregator: "sum", labelNames: ["state"] },
  );
}
