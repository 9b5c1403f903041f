import { globSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { defineConfig } from "vitest/config";

/** Tests are written beside what they test and sorted here by what they need. */
const files = globSync("{api,portal}/**/*.test.{ts,tsx}", { exclude: ["**/node_modules/**", "**/.next/**"] });
const browser = files.filter((file) => file.endsWith(".browser.test.ts"));
const database = files.filter((file) => !browser.includes(file) && needsDatabase(file));
const unit = files.filter((file) => !browser.includes(file) && !database.includes(file));

/** Whoever imports the test database, itself or through other files of api/test. */
function needsDatabase(file: string): boolean {
  const imports = [...readFileSync(file, "utf8").matchAll(/from "#(api\/test\/[^"]+)"/g)].map((match) =>
    String(match[1]),
  );
  return imports.some((path) => path === "api/test/database.ts" || (path !== file && needsDatabase(path)));
}

/** graphql refuses to work in two copies; its ESM and CommonJS entries count as two. */
const graphql = createRequire(import.meta.url).resolve("graphql");
const shared = { extends: true as const, resolve: { alias: [{ find: /^graphql$/, replacement: graphql }] } };

export default defineConfig({
  test: {
    maxWorkers: 2,
    reporters: ["default", "./scripts/closing-line.ts"],
    projects: [
      { ...shared, test: { name: "unit", include: unit } },
      {
        ...shared,
        test: {
          name: "database",
          include: database,
          globalSetup: "api/test/postgres.ts",
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        ...shared,
        test: {
          name: "browser",
          include: browser,
          globalSetup: "api/test/postgres.ts",
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
});
