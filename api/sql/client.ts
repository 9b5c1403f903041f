import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { PrismaClient } from "#prisma";

export type Db = PrismaClient;
export type Pool = pg.Pool;

/** Prisma and plain SQL over the same connections; `close` ends both. */
export type Connection = { db: Db; pool: Pool; close(): Promise<void> };

const STATEMENT_TIMEOUT_MS = 30_000;
const LOCK_TIMEOUT_MS = 10_000;
const IDLE_IN_TRANSACTION_TIMEOUT_MS = 30_000;
const CONNECT_TIMEOUT_MS = 10_000;
/** As for disks without arms. PostgreSQL's own 4 reads whole tables where a few rows are sought by their keys. */
export const RANDOM_PAGE_COST = 1.1;

type ConnectOptions = {
  max?: number;
  /**
   * When a commit is on disk: before it is answered, or within a second, so that a crash may lose the last ones. SOON is
   * for what is begun again after a crash anyway, and ends with `flushCommits`.
   */
  commits?: "AT_ONCE" | "SOON";
};

/**
 * One pool for Prisma and for the ledger's own calls. Plain calls see node-postgres's defaults, so int8 arrives as
 * text: the caller makes a BigInt of it. Prisma brings its own parsers with each query.
 */
export function connect(url: string, { max = 16, commits = "AT_ONCE" }: ConnectOptions = {}): Connection {
  const pool = new pg.Pool({
    connectionString: url,
    max,
    statement_timeout: STATEMENT_TIMEOUT_MS,
    lock_timeout: LOCK_TIMEOUT_MS,
    idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION_TIMEOUT_MS,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    application_name: "zgoda",
    options: `-c random_page_cost=${RANDOM_PAGE_COST}${commits === "SOON" ? " -c synchronous_commit=off" : ""}`,
  });
  // An idle connection that breaks is replaced by the pool; without a listener it would end the process.
  pool.on("error", () => undefined);
  const db = new PrismaClient({
    adapter: new PrismaPg(pool, { statementNameGenerator: nameOf }),
    // Prisma's own two and five seconds would break off what the limits above still allow.
    transactionOptions: { maxWait: CONNECT_TIMEOUT_MS, timeout: STATEMENT_TIMEOUT_MS },
  });
  return {
    db,
    pool,
    close: async () => {
      await db.$disconnect();
      await pool.end();
    },
  };
}

/** A statement that begins with its name is planned once per connection. What is asked without a name is planned anew. */
function nameOf({ sql }: { sql: string }): string {
  return /^\s*\/\* (\w+) \*\//.exec(sql)?.[1] ?? "";
}

/**
 * Waits until every commit so far is on disk: one that waits carries all before it along. It has to write something, for
 * PostgreSQL waits for no transaction that only has a number.
 */
export async function flushCommits(pool: Pool): Promise<void> {
  const write = "select pg_logical_emit_message(true, 'zgoda', 'flush')";
  await pool.query(`begin; set local synchronous_commit = on; ${write}; commit`);
}

export type SingleConnection = pg.Client;

/** A connection outside the pool, for what must keep one for as long as it lives: LISTEN. */
export function singleConnection(url: string, name: string): SingleConnection {
  return new pg.Client({ connectionString: url, application_name: name, keepAlive: true });
}
