import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Pool } from "#api/sql/client.ts";
import { type EmbeddedPostgres, startEmbedded } from "#api/sql/embedded.ts";
import { DatabaseRefused } from "#api/sql/safety.ts";

/** The database to work on, and how to let go of it. */
export type OpenDatabase = { url: string; release(): Promise<void> };

/** A till's burst should find its pages in memory; a laptop should not notice. */
const settings = { shared_buffers: "256MB", max_connections: "200", max_wal_size: "2GB" };

/** The named database, or the embedded one under the directory; a server that ran before is left running. */
export async function borrowDatabase(url: string | null, dataDirectory: string): Promise<OpenDatabase> {
  if (url !== null) return { url, release: async () => undefined };
  const embedded = await startIn(dataDirectory);
  return { url: embedded.url, release: embedded.adopted ? async () => undefined : embedded.stop };
}

/** The same for the hub itself: it ends the embedded server, also one that a killed hub left behind. */
export async function ownDatabase(url: string | null, dataDirectory: string): Promise<OpenDatabase> {
  if (url !== null) return { url, release: async () => undefined };
  const ownerFile = join(dataDirectory, "hub.pid");
  const owner = await livingOwner(ownerFile);
  if (owner !== null) throw new DatabaseRefused(`Another hub (process ${owner}) is running on ${dataDirectory}.`);
  const embedded = await startIn(dataDirectory);
  await writeFile(ownerFile, String(process.pid));
  const release = async () => {
    await embedded.stop();
    await rm(ownerFile, { force: true });
  };
  return { url: embedded.url, release };
}

function startIn(dataDirectory: string): Promise<EmbeddedPostgres> {
  return startEmbedded({ directory: join(dataDirectory, "postgres"), settings });
}

async function livingOwner(file: string): Promise<number | null> {
  const pid = Number(await readFile(file, "utf8").catch(() => ""));
  return pid > 0 && pid !== process.pid && isAlive(pid) ? pid : null;
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** Back to a database without tables: for a demo whose seeding was interrupted. */
export async function emptyDatabase(pool: Pool): Promise<void> {
  await pool.query("drop schema public cascade; create schema public; drop schema if exists graphile_worker cascade");
}
