import type { Tx } from "#api/sql/rows.ts";

/** Adds to the turnover of cycles whatever was posted since the last time, up to and with this entry. Answers how far it is. */
export async function addTurnover(tx: Tx, upTo: bigint): Promise<void> {
  await tx.$queryRaw`SELECT turnover_add(${upTo})::text`;
}

/** Up to and with which entry turnover is added up; 0 before the first time. */
export async function turnoverReach(db: Tx): Promise<bigint> {
  const reach = await db.turnoverReach.findUnique({ where: { id: 1 } });
  return reach?.upTo ?? 0n;
}
