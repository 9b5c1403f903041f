import { startEmbedded } from "#api/sql/embedded.ts";

/** The database to work on, and how to let go of it. */
export type OpenDatabase = { url: string; release(): Promise<void> };

/** The named database, or the embedded one in the directory; a server that ran before is left running. */
export async function openDatabase(url: string | null, directory: string): Promise<OpenDatabase> {
  if (url !== null) return { url, release: async () => undefined };
  const embedded = await startEmbedded({ directory });
  return { url: embedded.url, release: embedded.adopted ? async () => undefined : embedded.stop };
}
