import { hkdfSync, randomBytes } from "node:crypto";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Config } from "#api/server/config.ts";

/** One secret, from which each use derives its own: knowing one tells nothing about another. */
export type Secrets = { apiKey: string; session: string; tokenSeed: Buffer; pushSeed: Buffer };

export async function openSecrets({
  secret,
  dataDirectory,
}: Pick<Config, "secret" | "dataDirectory">): Promise<Secrets> {
  const root = secret ?? (await keptSecret(dataDirectory));
  return {
    apiKey: derived(root, "api keys").toString("hex"),
    session: derived(root, "sessions").toString("hex"),
    tokenSeed: derived(root, "tokens"),
    pushSeed: derived(root, "web push"),
  };
}

function derived(root: string, use: string): Buffer {
  return Buffer.from(hkdfSync("sha256", root, "zgoda", use, 32));
}

/** Made at the first start and kept beside the embedded database, so that sessions survive a restart. */
async function keptSecret(directory: string): Promise<string> {
  const file = join(directory, "secret");
  await mkdir(directory, { recursive: true });
  try {
    await writeFile(file, randomBytes(32).toString("hex"), { flag: "wx", mode: 0o600 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  }
  return readFile(file, "utf8");
}
