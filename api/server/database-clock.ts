import type { Clock } from "#api/kernel/clock.ts";
import type { Pool } from "#api/sql/client.ts";

const MEASURE_EVERY_MS = 10_000;

/**
 * Follows the database's clock, so that several gateways agree and a stepping wall clock changes nothing: measured at
 * start and every ten seconds, carried between by the machine's monotonic counter.
 */
export async function startDatabaseClock(pool: Pool): Promise<Clock & { stop(): void }> {
  let offset = await measure(pool);
  const timer = setInterval(() => {
    measure(pool).then(
      (measured) => {
        offset = measured;
      },
      // Keeps the last offset while the database is away.
      () => undefined,
    );
  }, MEASURE_EVERY_MS).unref();
  return { now: () => new Date(performance.now() + offset), stop: () => clearInterval(timer) };
}

/** What to add to the monotonic counter to get the database's time; half the round trip is its error. */
async function measure(pool: Pool): Promise<number> {
  const sentAt = performance.now();
  const { rows } = await pool.query<{ ms: string }>(
    "select (extract(epoch from clock_timestamp()) * 1000)::text as ms",
  );
  return Number(rows[0]?.ms) - (sentAt + performance.now()) / 2;
}
