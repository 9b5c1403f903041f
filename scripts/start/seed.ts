import { existsSync } from "node:fs";
import { mkdir, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Db } from "#api/sql/client.ts";
import { startChild } from "./child.ts";
import { StartRefused } from "./refused.ts";

type SeedOptions = {
  project: string;
  dataDirectory: string;
  env: Readonly<Record<string, string>>;
  onStop(stop: () => Promise<void>): void;
};

/** Was a first start interrupted while the demo was being told? Then its half is worth nothing. */
export function seedWasInterrupted(dataDirectory: string): boolean {
  return existsSync(markIn(dataDirectory));
}

/** Tells the demo's story into a database that holds no programme yet. */
export async function seedDemo(db: Db, { project, dataDirectory, env, onStop }: SeedOptions): Promise<void> {
  if ((await db.programme.count()) > 0) return;
  const mark = markIn(dataDirectory);
  await mkdir(dirname(mark), { recursive: true });
  await writeFile(mark, "");
  const child = await startChild({ args: ["prisma/seed/seed.ts"], env, cwd: project, log: null });
  onStop(child.stop);
  if ((await child.ended) !== 0) throw new StartRefused("The demo could not be seeded; the lines above say why.");
  await rm(mark);
}

const markIn = (dataDirectory: string) => join(dataDirectory, "seeding");
