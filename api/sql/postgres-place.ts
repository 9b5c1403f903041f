import { createHash } from "node:crypto";
import { access, chmod, cp, mkdir, stat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { type Binaries, findBinaries, type ServerUser } from "#api/sql/postgres-binaries.ts";

/** Where PostgreSQL's files may be when the project lies where only root may enter, such as root's home. */
const OPEN_PLACE = "/var/lib/zgoda";

/** The binaries to run and the directory to keep data in: both must be within the server user's reach. */
export async function placeFor(
  user: ServerUser,
  directory: string,
): Promise<{ directory: string; binaries: Binaries }> {
  const binaries = await findBinaries();
  return {
    directory: user && !(await mayEnter(user, dirname(directory))) ? openDirectoryFor(directory) : directory,
    binaries: user && !(await mayEnter(user, dirname(binaries.postgres))) ? await copyOf(binaries) : binaries,
  };
}

function openDirectoryFor(directory: string): string {
  return join(OPEN_PLACE, createHash("sha256").update(directory).digest("hex").slice(0, 16));
}

/** Copied once for each version of the package; a copy that was interrupted has no mark and is made again. */
async function copyOf(binaries: Binaries): Promise<Binaries> {
  const native = dirname(dirname(binaries.postgres));
  const { mtimeMs } = await stat(binaries.postgres);
  const place = join(OPEN_PLACE, `postgresql-${Math.trunc(mtimeMs).toString(36)}`);
  const mark = join(place, "complete");
  if (!(await exists(mark))) {
    await cp(native, place, { recursive: true, verbatimSymlinks: true });
    await mkdir(mark);
  }
  for (const path of [OPEN_PLACE, place]) await chmod(path, 0o755);
  const copied = (binary: string) => join(place, "bin", basename(binary));
  return { postgres: copied(binaries.postgres), pg_ctl: copied(binaries.pg_ctl), initdb: copied(binaries.initdb) };
}

/** May the user pass through every directory on the way? What does not exist yet will be made by us. */
async function mayEnter(user: { uid: number; gid: number }, directory: string): Promise<boolean> {
  const found = await stat(directory).catch(() => null);
  const bits = found ? executable(found, user) : 1;
  if (!bits) return false;
  return dirname(directory) === directory || mayEnter(user, dirname(directory));
}

function executable(
  { mode, uid, gid }: { mode: number; uid: number; gid: number },
  user: { uid: number; gid: number },
) {
  if (uid === user.uid) return mode & 0o100;
  return gid === user.gid ? mode & 0o010 : mode & 0o001;
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
