import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Connection, connect } from "#api/sql/client.ts";
import { startEmbedded } from "#api/sql/embedded.ts";
import { migrate } from "#api/sql/migrate.ts";
import { committedMigrations } from "#api/sql/migrations.ts";

/** As a small server would be set up; durable, because the hub refuses anything less. */
const settings = { shared_buffers: "1GB", max_wal_size: "8GB", max_connections: "100" };

/** A migrated database of the bench's own, gone when the bench is over. */
export async function withScratch<Result>(
  work: (connection: Connection, url: string) => Promise<Result>,
): Promise<Result> {
  const directory = await mkdtemp(join(tmpdir(), "zgoda-bench-"));
  const postgres = await startEmbedded({ directory, settings });
  try {
    await migrate(postgres.url, await committedMigrations());
    const connection = connect(postgres.url, { max: 20 });
    return await work(connection, postgres.url).finally(connection.close);
  } finally {
    await postgres.discard();
  }
}
