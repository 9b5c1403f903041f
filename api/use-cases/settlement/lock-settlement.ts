import type { Tx } from "#api/sql/rows.ts";

/** Cash is applied one movement at a time: held until the transaction ends. Tills never meet this lock. */
export async function lockSettlement(tx: Tx): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('settlement'))`;
}
