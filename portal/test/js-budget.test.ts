import { randomBytes } from "node:crypto";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { requireLightPages, weighPages } from "#scripts/js-budget.ts";

/** A build of pages that load the chunks named; chunks hold so many bytes that no gzip makes smaller. */
async function built(chunks: Record<string, number>, routes: Record<string, string[]>): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), "zgoda-built-"));
  onTestFinished(() => rm(directory, { recursive: true }));
  await mkdir(join(directory, ".next", "diagnostics"), { recursive: true });
  for (const [name, bytes] of Object.entries(chunks))
    await writeFile(join(directory, ".next", name), randomBytes(bytes));
  const stats = Object.entries(routes).map(([route, names]) => ({
    route,
    firstLoadChunkPaths: names.map((name) => `.next/${name}`),
  }));
  await writeFile(join(directory, ".next", "diagnostics", "route-bundle-stats.json"), JSON.stringify(stats));
  return join(directory, ".next");
}

test("members' pages may load less than staff's, and each chunk counts once on each page", async () => {
  const chunks = { shared: 200_000, chart: 40_000 };
  const pages = {
    "/[locale]/me": ["shared"],
    "/[locale]/sign-in": ["shared"],
    "/[locale]/operator/cycles": ["shared", "chart"],
    "/[locale]/partner": ["shared", "chart"],
  };
  const light = await built(chunks, pages);
  const weights = await requireLightPages(light);
  expect(weights.map(({ route, whose }) => [route, whose])).toContainEqual(["/[locale]/sign-in", "member"]);
  expect(weights[0]).toMatchObject({ whose: "staff", budget: 260 * 1024 });
  expect(Math.round((weights[0]?.bytes ?? 0) / 1000)).toBe(240);

  const heavy = await built(chunks, { ...pages, "/[locale]/me/points": ["shared", "chart"] });
  await expect(requireLightPages(heavy)).rejects.toThrow(
    /^Too much JavaScript:\n *234\.\d kB of 225 kB \(member\) {2}\/\[locale\]\/me\/points$/,
  );
});

test("what compresses is weighed compressed; a page that only begins like staff's is a member's", async () => {
  const directory = await built({ words: 0 }, { "/[locale]/partners": ["words"] });
  await writeFile(join(directory, "words"), "settlement ".repeat(100_000));
  const [page] = await weighPages(directory);
  expect(page?.whose).toBe("member");
  expect(page?.bytes).toBeLessThan(10_000);
});

test("a build without pages proves nothing", async () => {
  await expect(requireLightPages(await built({}, {}))).rejects.toThrow("no pages");
});
