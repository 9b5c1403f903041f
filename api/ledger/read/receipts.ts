import type { Tx } from "#api/sql/rows.ts";

/** How many purchases and returns were recorded, each in their own order. */
export type ReceiptsRecorded = { purchaseOrd: bigint; returnOrd: bigint };

/** The last purchase and return there are; some before them may still be on their way. */
export async function findLastReceipts(tx: Tx): Promise<ReceiptsRecorded> {
  const [last] = await tx.$queryRaw<ReceiptsRecorded[]>`
    SELECT (SELECT CASE WHEN is_called THEN last_value ELSE 0 END FROM purchase_ord_seq) AS "purchaseOrd",
      (SELECT CASE WHEN is_called THEN last_value ELSE 0 END FROM purchase_return_ord_seq) AS "returnOrd"`;
  return last ?? { purchaseOrd: 0n, returnOrd: 0n };
}

/**
 * The same, with none before them on its way. Takes the cycle's lock alone for the moment of asking, so the transaction
 * it is called in should do no more.
 */
export async function findSettledReceipts(tx: Tx): Promise<ReceiptsRecorded> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(cycle_lock_key())`;
  return findLastReceipts(tx);
}
