import { createHash } from "node:crypto";
import { existsSync, globSync, readFileSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { lastWords, startChild } from "./child.ts";
import type { Progress } from "./progress.ts";
import { StartRefused } from "./refused.ts";

const next = "node_modules/next/dist/bin/next";

export const portalArgs = {
  build: [next, "build", "portal"],
  start: (port: number) => [next, "start", "portal", "--port", String(port)],
  dev: (port: number) => [next, "dev", "portal", "--port", String(port)],
};

type BuildOptions = { project: string; log: string; progress: Progress; onStop(stop: () => Promise<void>): void };

/** Builds the portal when there is no build, or its sources have changed since. */
export async function buildPortal({ project, log, progress, onStop }: BuildOptions): Promise<void> {
  const sources = hashOfSources(project);
  const mark = join(project, "portal/.next/built-from");
  if (existsSync(mark) && readFileSync(mark, "utf8") === sources) return;
  const done = progress.begin("Building the portal");
  const env = { NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" };
  const child = await startChild({ args: portalArgs.build, env, cwd: project, log });
  onStop(child.stop);
  if ((await child.ended) !== 0) throw new StartRefused(`The portal could not be built. ${await lastWords(log)}`);
  await writeFile(mark, sources);
  done();
}

function hashOfSources(project: string): string {
  const hash = createHash("sha256");
  const files = globSync(
    ["portal/**/*.{ts,tsx,css,json,mjs,svg}", "schema/**/*", "api/kernel/*.ts", "package-lock.json"],
    {
      cwd: project,
      exclude: ["portal/.next/**", "portal/test/**", "portal/next-env.d.ts", "portal/*.tsbuildinfo"],
      withFileTypes: true,
    },
  );
  const paths = files.filter((file) => file.isFile()).map((file) => join(file.parentPath, file.name));
  for (const path of paths.sort()) hash.update(path.slice(project.length)).update(readFileSync(path));
  return hash.digest("hex");
}
