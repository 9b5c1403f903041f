import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { gzip } from "node:zlib";

const KB = 1024;

/** What a page may load before it works, in bytes of gzip. People at their desks wait less for a network than at a till. */
const budgets = [
  { whose: "member", under: /^\/\[locale\](?!\/(operator|partner)(\/|$))/, bytes: 225 * KB },
  { whose: "staff", under: /^\/\[locale\]\/(operator|partner)(\/|$)/, bytes: 260 * KB },
] as const;

export type PageWeight = { route: string; whose: "member" | "staff"; bytes: number; budget: number };

type RouteStats = { route: string; firstLoadChunkPaths: string[] };

/** What each page of a production build loads first, the heaviest first. `built` is the build's directory, `.next`. */
export async function weighPages(built: string): Promise<PageWeight[]> {
  const stats = JSON.parse(
    await readFile(join(built, "diagnostics", "route-bundle-stats.json"), "utf8"),
  ) as readonly RouteStats[];
  const paths = new Set(stats.flatMap(({ firstLoadChunkPaths }) => firstLoadChunkPaths));
  const sizes = new Map(await Promise.all([...paths].map(async (path) => [path, await gzipped(built, path)] as const)));
  return stats
    .flatMap(({ route, firstLoadChunkPaths }) => {
      const budget = budgets.find(({ under }) => under.test(route));
      const bytes = firstLoadChunkPaths.reduce((sum, path) => sum + (sizes.get(path) ?? 0), 0);
      return budget ? [{ route, whose: budget.whose, bytes, budget: budget.bytes }] : [];
    })
    .sort((a, b) => b.bytes - a.bytes);
}

async function gzipped(built: string, path: string): Promise<number> {
  return (await promisify(gzip)(await readFile(join(built, "..", path)), { level: 9 })).length;
}

/** Throws, and names them, when pages are heavier than they may be; a build without pages is none. */
export async function requireLightPages(built: string): Promise<PageWeight[]> {
  const pages = await weighPages(built);
  if (pages.length === 0) throw new Error(`${built} has no pages to weigh.`);
  const heavy = pages.filter(({ bytes, budget }) => bytes > budget);
  if (heavy.length > 0) throw new Error(`Too much JavaScript:\n${heavy.map(rowOf).join("\n")}`);
  return pages;
}

const rowOf = ({ route, whose, bytes, budget }: PageWeight) =>
  `${(bytes / KB).toFixed(1).padStart(7)} kB of ${budget / KB} kB (${whose})  ${route}`;

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  try {
    console.log((await requireLightPages(process.argv[2] ?? join("portal", ".next"))).map(rowOf).join("\n"));
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
