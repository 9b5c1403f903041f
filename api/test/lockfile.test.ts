import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

type Locked = { version?: string; resolved?: string; optionalDependencies?: Record<string, string> };
const packages = JSON.parse(readFileSync("package-lock.json", "utf8")).packages as Record<string, Locked>;

test("the lockfile names no registry: it installs from whichever one is configured", () => {
  expect(Object.keys(packages).filter((path) => packages[path]?.resolved)).toEqual([]);
});

test("the lockfile names every platform's optional packages: npm ci refuses it otherwise", () => {
  const missing = Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).filter((name) => !isLocked(path, name)),
  );
  expect(missing).toEqual([]);
});

test("each library is asked for by its exact version, so that nobody runs another one than we do", () => {
  const { dependencies, devDependencies } = JSON.parse(readFileSync("package.json", "utf8"));
  const asked = Object.entries<string>({ ...dependencies, ...devDependencies });
  expect(asked.filter(([, version]) => !/^\d+\.\d+\.\d+[\w.-]*$/.test(version))).toEqual([]);
});

test.for([
  ["next", "16.3.3"],
  ["react", "19.2.6"],
  ["graphql-yoga", "5.24.0"],
  ["ws", "8.21.0"],
  ["graphql", "16.8.1"],
])("%s is not below %s, where known holes are closed", ([name, least]) => {
  const found = packages[`node_modules/${name}`]?.version ?? "0";
  expect(found.localeCompare(String(least), "en", { numeric: true })).toBeGreaterThanOrEqual(0);
});

/** As Node looks for it: beside the package, then further up. */
function isLocked(path: string, name: string): boolean {
  if (`${path}${path && "/"}node_modules/${name}` in packages) return true;
  if (path === "") return false;
  return isLocked(path.slice(0, Math.max(path.lastIndexOf("/node_modules/"), 0)), name);
}
