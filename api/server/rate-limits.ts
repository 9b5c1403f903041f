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
  /** Refuses with RATE_LIMITED when the caller has used up its rate. Nothing to wait for while it has credit here. */
  take(rate: Rate, caller: string): Promise<void> | undefined;
  forget(rate: Rate, caller: string): Promise<void>;
};

/** Taken from the shared store in advance, so that a busy till costs the database one statement per chunk. */
type Prepaid = { left: number; until: number };

const PREPAID_MAX = 10_000;

/** Counted in PostgreSQL for all gateways together; while it is away, each counts by itself. */
export function openRateLimits(pool: Pool): RateLimits {
  const limiters = new Map(Object.keys(rates).map((rate) => [rate, limiterOf(rate as Rate, pool)]));
  const prepaid = new Map<string, Prepaid>();
  const buying = new Map<string, Promise<void>>();

  function take(rate: Rate, caller: string): Promise<void> | undefined {
    const name = `${rate}:${caller}`;
    const credit = prepaid.get(name);
    if (!credit || credit.left === 0 || performance.now() >= credit.until) return takeBought(name, rate, caller);
    credit.left -= 1;
    return undefined;
  }

  /** Whoever comes while credit is being bought waits for it, and takes of it. */
  async function takeBought(name: string, rate: Rate, caller: string): Promise<void> {
    const known = buying.get(name);
    const bought = known ?? buy(rate, caller).finally(() => buying.delete(name));
    if (!known) buying.set(name, bought);
    await bought;
    await take(rate, caller);
  }

  async function buy(rate: Rate, caller: string): Promise<void> {
    const { chunk } = rates[rate];
    const bought = await limiters
      .get(rate)
      ?.consume(caller, chunk)
      .catch((refused: unknown) => {
        throw refused instanceof RateLimiterRes ? rateLimited(refused.msBeforeNext) : refused;
      });
    if (prepaid.size >= PREPAID_MAX) prepaid.clear();
    prepaid.set(`${rate}:${caller}`, { left: chunk, until: performance.now() + (bought?.msBeforeNext ?? 0) });
  }

  return {
    take,
    async forget(rate, caller) {
      prepaid.delete(`${rate}:${caller}`);
      await limiters.get(rate)?.delete(caller);
    },
  };
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
