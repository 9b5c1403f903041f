import type { Pool } from "#api/sql/client.ts";

/** Thrown at start when the hub cannot keep its promises on this database. Its message is for the operator. */
export class DatabaseRefused extends Error {
  constructor(message: string) {
    super(message);
    this.name = "DatabaseRefused";
  }
}

/** Without these a commit that was acknowledged can vanish, or a page can tear. */
const promises = ["fsync", "synchronous_commit", "full_page_writes"] as const;

/** Refuses a database that does not answer, or on which "committed" does not mean "durable". */
export async function requireSafeDatabase(pool: Pool): Promise<void> {
  const { rows } = await pool
    .query<{ name: string }>(
      "select name from pg_settings where name = any($1) and setting in ('off', 'local') order by array_position($1, name)",
      [promises],
    )
    .catch((error: unknown) => {
      throw new DatabaseRefused(`The database does not answer (${reasonOf(error)}); check DATABASE_URL.`);
    });
  if (rows.length > 0) {
    const names = rows.map((row) => row.name).join(", ");
    throw new DatabaseRefused(`The database may lose what it acknowledged: ${names} must be on.`);
  }
}

/** Node gathers the failures of several addresses under one error without words of its own. */
function reasonOf(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(reasonOf).join("; ");
  return error instanceof Error ? error.message : String(error);
}
