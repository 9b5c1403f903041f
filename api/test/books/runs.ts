import type { Parameters } from "fast-check";

/**
 * How many random histories are played: BOOKS_RUNS, bounded by BOOKS_SECONDS for each property. BOOKS_SEED and
 * BOOKS_PATH play a failure again, as fast-check prints them.
 */
export const runs = Number(process.env["BOOKS_RUNS"] ?? 1_000);
const seconds = Number(process.env["BOOKS_SECONDS"] ?? 40);
const seed = process.env["BOOKS_SEED"];
const path = process.env["BOOKS_PATH"];

/** Time that is up ends a property well, and a shrinking with the smallest failure found so far. */
export function given<Values>({ numRuns }: { numRuns: number }): Parameters<Values> {
  return {
    numRuns: Math.max(1, numRuns),
    interruptAfterTimeLimit: seconds * 1_000,
    ...(seed ? { seed: Number(seed) } : {}),
    ...(path ? { path } : {}),
  };
}

export const TEST_TIMEOUT_MS = 2 * seconds * 1_000 + 60_000;
