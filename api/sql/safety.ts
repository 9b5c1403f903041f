import type { Pool } from "#api/sql/client.ts";

/** Without these a commit that was acknowledged can vanish or a page can tear. */
const promises = ["fsync", "synchronous_commit", "full_page_writes"] as const;

/** Thrown at start: the database does not keep what it acknowledges. */
export class UnsafeDatabase extends Error {
  readonly settings: readonly string[];
  constructor(settings: readonly string[]) {
    super(`The database may lose what it acknowledged: ${settings.join(", ")} must be on.`);
    this.name = "UnsafeDatabase";
    this.settings = settings;
  }
}

/** Refuses a database on which "committed" does not mean "durable". */
export async function requireSafety(pool: Pool): Promise<void> {
  const { rows } = await pool.query<{ name: string }>(
    "select name from pg_settings where name = any($1) and setting in ('off', 'local') order by name",
    [promises],
  );
  if (rows.length > 0) throw new UnsafeDatabase(rows.map((row) => row.name));
}
