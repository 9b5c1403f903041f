import type { Tx } from "#api/sql/rows.ts";

/** How much is used up of what each counter counts; a counter that nothing was taken from yet stands at zero. */
export async function findCounters(tx: Tx, ids: readonly string[]): Promise<Map<string, bigint>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.$queryRaw<{ id: string; value: bigint }[]>`
    /* counters */
    SELECT id, value FROM counter WHERE id = ANY (${[...ids]}::text[])`;
  const used = new Map(rows.map(({ id, value }) => [id, value]));
  return new Map(ids.map((id) => [id, used.get(id) ?? 0n]));
}

/** All tickets given so far in draws, by their codes. */
export async function sumTickets(tx: Tx, codes: readonly string[]): Promise<Map<string, bigint>> {
  const rows = await tx.$queryRaw<{ code: string; tickets: bigint }[]>`
    SELECT split_part(id, ':', 2) AS code, sum(value)::bigint AS tickets FROM counter
    WHERE id LIKE 'ticket:%' AND split_part(id, ':', 2) = ANY(${[...codes]}) GROUP BY 1`;
  return new Map(rows.map(({ code, tickets }) => [code, tickets]));
}
