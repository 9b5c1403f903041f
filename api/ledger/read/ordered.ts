import type { Tx } from "#api/sql/rows.ts";

/** Points set aside for a reward, which what the deed took of its stock names, of which no order tells. */
export function findUnordered(tx: Tx, take: number): Promise<{ burnId: string; memberId: string; rewardId: string }[]> {
  return tx.$queryRaw`
    SELECT b.id AS "burnId", b.member_id AS "memberId", split_part(c.counter_id, ':', 2) AS "rewardId"
    FROM burn b JOIN deed d ON d.id = b.deed_id AND d.kind = 'orderReward'
    JOIN counter_change c ON c.deed_id = d.id AND c.counter_id LIKE 'reward:%'
    WHERE b.state = 'RESERVED' AND NOT EXISTS (SELECT FROM reward_order o WHERE o.burn_id = b.id) LIMIT ${take}`;
}

/** Orders that wait although their points were taken or let go. */
export async function findDecidedOrders(tx: Tx, take: number): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT o.id FROM reward_order o JOIN burn b ON b.id = o.burn_id
    WHERE o.state IN ('ORDERED', 'ISSUED') AND b.state <> 'RESERVED' LIMIT ${take}`;
  return rows.map(({ id }) => id);
}
