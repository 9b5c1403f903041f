import type { Lot, Tx } from "#api/sql/rows.ts";

/** Lots that a subscription gave a member and in which something is left. */
export function findOpenLotsOfPlan(
  tx: Tx,
  { id: subscriptionId, memberId }: { id: string; memberId: string },
): Promise<Lot[]> {
  return tx.lot.findMany({
    where: {
      subscriptionId,
      memberId,
      OR: [{ available: { gt: 0n } }, { pending: { gt: 0n } }, { reserved: { gt: 0n } }],
    },
    orderBy: { id: "asc" },
  });
}
