import { createRequire } from "node:module";
import { defineConfig } from "vitest/config";

/** graphql refuses to work in two copies; its ESM and CommonJS entries count as two. */
const graphql = createRequire(import.meta.url).resolve("graphql");

/** Rooms and tests that need no database; in other rooms a test says so by its name: `*.unit.test.ts`. */
const unit = [
  "api/{kernel,engine,formats,channels}/**/*.test.ts",
  "api/**/*.unit.test.ts",
  "api/test/{architecture,contract,migrations-text}.test.ts",
  "portal/**/*.test.{ts,tsx}",
];
const browser = ["**/*.browser.test.ts"];
const elsewhere = ["**/node_modules/**", "**/.next/**", ".data/**"];

export default defineConfig({
  test: {
    maxWorkers: 2,
    reporters: ["default", "./scripts/closing-line.ts"],
    projects: [
      {
        extends: true,
        resolve: { alias: [{ find: /^graphql$/, replacement: graphql }] },
        test: { name: "unit", include: unit, exclude: [...elsewhere, ...browser] },
      },
      {
        extends: true,
        resolve: { alias: [{ find: /^graphql$/, replacement: graphql }] },
        test: {
          name: "database",
          include: ["api/**/*.test.ts"],
          exclude: [...elsewhere, ...browser, ...unit],
          globalSetup: "api/test/postgres.ts",
          testTimeout: 20_000,
          hookTimeout: 30_000,
        },
      },
      {
        extends: true,
        resolve: { alias: [{ find: /^graphql$/, replacement: graphql }] },
        test: {
          name: "browser",
          include: browser,
          exclude: elsewhere,
          globalSetup: "api/test/postgres.ts",
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
});
