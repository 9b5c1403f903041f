import type { Db } from "#api/sql/client.ts";
import type { Tx } from "#api/sql/rows.ts";
import { Prisma } from "#prisma";

/** A query with its parameters, for whoever composes it from parts. */
export type Sql = Prisma.Sql;
export const { sql, empty: noSql, join: joinSql } = Prisma;

const SNAPSHOT_MAX_MS = 60 * 60 * 1000;
const ROWS_PER_FETCH = 1000;

/**
 * Reads everything as it was at one instant, however long it takes. Nothing can be written in it, and postings go on
 * beside it.
 */
export function inSnapshot<Result>(db: Db, read: (tx: Tx) => Promise<Result>): Promise<Result> {
  return db.$transaction(
    async (tx) => {
      await tx.$executeRaw`SET TRANSACTION READ ONLY`;
      await tx.$executeRaw`SET LOCAL statement_timeout = '10min'`;
      await tx.$executeRaw`SET LOCAL idle_in_transaction_session_timeout = '10min'`;
      return read(tx);
    },
    { isolationLevel: "RepeatableRead", maxWait: 10_000, timeout: SNAPSHOT_MAX_MS },
  );
}

/** A query's rows, fetched as they are wanted: memory stays flat. One at a time in a transaction. */
export async function* rowsOf<Row>(tx: Tx, query: Sql): AsyncGenerator<Row> {
  await tx.$executeRaw`DECLARE rows_of NO SCROLL CURSOR FOR ${query}`;
  for (;;) {
    const rows = await tx.$queryRaw<Row[]>`FETCH ${Prisma.raw(String(ROWS_PER_FETCH))} FROM rows_of`;
    yield* rows;
    if (rows.length < ROWS_PER_FETCH) break;
  }
  await tx.$executeRaw`CLOSE rows_of`;
}

/** How many rows a query has; counts no further than `max` when it is given. */
export async function countRows(tx: Tx, query: Sql, max: number | null = null): Promise<number> {
  const [counted] = await tx.$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM (SELECT FROM (${query}) q LIMIT ${max}) counted`;
  return counted?.count ?? 0;
}
