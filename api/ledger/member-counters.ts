import type { Count } from "#api/ledger/movements.ts";
import type { Tx } from "#api/sql/rows.ts";

/**
 * What it takes to move everything counted for one member over to another: stamps, tickets, shares of limits. Their
 * counters bear the member's id somewhere in their own.
 */
export async function countsOfMerge(tx: Tx, fromMemberId: string, intoMemberId: string): Promise<Count[]> {
  const rows = await tx.$queryRaw<{ id: string; value: bigint }[]>`
    SELECT id, value FROM counter WHERE id LIKE '%mem\_%' AND value <> 0
      AND substring(id FROM 'mem_[0-9A-Z]{26}') = ${fromMemberId} ORDER BY id`;
  return rows.flatMap(({ id, value }) => [
    { counter: id, by: -value, most: null },
    { counter: id.replace(fromMemberId, intoMemberId), by: value, most: null },
  ]);
}
