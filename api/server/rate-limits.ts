import { RateLimiterMemory, RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";
import { topLevel } from "#api/graph/top-level.ts";
import type { Actor } from "#api/kernel/actor.ts";
import type { Pool } from "#api/sql/client.ts";

/** How often whom; sign-in and tokens are where guessing happens. */
const rates = {
  machine: { points: 20_000, seconds: 10, chunk: 200 },
  person: { points: 600, seconds: 10, chunk: 20 },
  anonymous: { points: 200, seconds: 10, chunk: 10 },
  signInFrom: { points: 100, seconds: 300, chunk: 1 },
  signInAs: { points: 10, seconds: 900, chunk: 1 },
  tokenFrom: { points: 100, seconds: 300, chunk: 1 },
} as const;

export type Rate = keyof typeof rates;

export type RateLimits = {
  /** Refuses with RATE_LIMITED when the caller has used up its rate. */
  take(rate: Rate, caller: string): Promise<void>;
  forget(rate: Rate, caller: string): Promise<void>;
};

/** Taken from the shared store in advance, so that a busy till costs the database one statement per chunk. */
type Prepaid = { left: number; until: number };

/** Counted in PostgreSQL for all gateways together; while it is away, each counts by itself. */
export function openRateLimits(pool: Pool): RateLimits {
  const limiters = new Map(Object.keys(rates).map((rate) => [rate, limiterOf(rate as Rate, pool)]));
  const prepaid = new Map<string, Promise<Prepaid>>();

  const buy = async (rate: Rate, caller: string): Promise<Prepaid> => {
    const { chunk } = rates[rate];
    const bought = await limiters.get(rate)?.consume(caller, chunk);
    return { left: chunk, until: performance.now() + (bought?.msBeforeNext ?? 0) };
  };
  return {
    async take(rate, caller) {
      const name = `${rate}:${caller}`;
      for (;;) {
        const known = prepaid.get(name);
        const credit = await (known ?? bought(name, rate, caller));
        if (credit.left > 0 && performance.now() < credit.until) {
          credit.left -= 1;
          return;
        }
        if (prepaid.get(name) === known) prepaid.delete(name);
      }
    },
    async forget(rate, caller) {
      prepaid.delete(`${rate}:${caller}`);
      await limiters.get(rate)?.delete(caller);
    },
  };

  function bought(name: string, rate: Rate, caller: string): Promise<Prepaid> {
    if (prepaid.size > 10_000) prepaid.clear();
    const credit = buy(rate, caller).catch((refused: unknown) => {
      prepaid.delete(name);
      throw refused instanceof RateLimiterRes ? rateLimited(refused.msBeforeNext) : refused;
    });
    prepaid.set(name, credit);
    return credit;
  }
}

/** The rate of whoever asks, and under which name it is counted. */
export function callerOf(actor: Actor, address: string): [Rate, string] {
  if (actor.kind === "machine") return ["machine", actor.id];
  return "id" in actor ? ["person", actor.id] : ["anonymous", address];
}

function limiterOf(rate: Rate, pool: Pool): RateLimiterPostgres {
  const { points, seconds } = rates[rate];
  const shared = { keyPrefix: rate, points, duration: seconds };
  return new RateLimiterPostgres({
    ...shared,
    storeClient: pool,
    storeType: "pool",
    tableName: "rate_limit",
    tableCreated: true,
    clearExpiredByTimeout: true,
    inMemoryBlockOnConsumed: points,
    insuranceLimiter: new RateLimiterMemory(shared),
  });
}

function rateLimited(waitMs: number) {
  const seconds = Math.max(1, Math.ceil(waitMs / 1000));
  return topLevel("RATE_LIMITED", `Too many requests; go on in ${seconds} s.`, {
    retryAfterSeconds: seconds,
    http: { status: 429, headers: { "retry-after": String(seconds) } },
  });
}
