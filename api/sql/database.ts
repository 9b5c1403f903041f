import { join } from "node:path";
import { startEmbedded } from "#api/sql/embedded.ts";

/** The database to work on, and how to let go of it. */
export type OpenDatabase = { url: string; release(): Promise<void> };

/** A till's burst should find its pages in memory; a laptop should not notice. */
const settings = { shared_buffers: "256MB", max_connections: "200", max_wal_size: "2GB" };

/** The named database, or the embedded one under the directory; a server that ran before is left running. */
export async function openDatabase(url: string | null, directory: string): Promise<OpenDatabase> {
  if (url !== null) return { url, release: async () => undefined };
  const embedded = await startEmbedded({ directory: join(directory, "postgres"), settings });
  return { url: embedded.url, release: embedded.adopted ? async () => undefined : embedded.stop };
}
