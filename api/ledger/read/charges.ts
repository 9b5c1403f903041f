import type { MoneyE6 } from "#api/kernel/money.ts";
import type { Tx } from "#api/sql/rows.ts";

/** Has the hub itself posted under this key? */
export async function isPostedUnder(db: Tx, key: string): Promise<boolean> {
  return (await db.deed.count({ where: { owner: "system", key } })) > 0;
}

/** What the hub's own deeds under these keys put on partners' positions, together; positive: the partner owes. */
export async function readPostedUnder(db: Tx, keys: readonly string[]): Promise<Map<string, MoneyE6>> {
  const rows = await db.$queryRaw<{ partnerId: string; amountE6: MoneyE6 }[]>`
    SELECT l.owner_id AS "partnerId", sum(l.amount)::bigint AS "amountE6"
    FROM deed d JOIN entry e ON e.deed_id = d.id JOIN line l ON l.entry_id = e.id
    WHERE d.owner = 'system' AND d.key = ANY(${[...keys]}) AND l.account = 'POSITION' GROUP BY 1`;
  return new Map(rows.map(({ partnerId, amountE6 }) => [partnerId, amountE6]));
}

/** Receipts of a cycle on which points were earned or spent, by the partner at whose tills they were made. */
export async function countReceipts(db: Tx, cycleId: string): Promise<Map<string, number>> {
  const rows = await db.$queryRaw<{ partnerId: string; receipts: number }[]>`
    SELECT p.partner_id AS "partnerId", count(DISTINCT p.id)::int AS receipts
    FROM entry e JOIN purchase p ON p.deed_id = e.deed_id
    WHERE e.cycle_id = ${cycleId} AND e.event IN ('EARN', 'CAPTURE') GROUP BY 1`;
  return new Map(rows.map(({ partnerId, receipts }) => [partnerId, receipts]));
}
