import type { MoneyE6 } from "#api/kernel/money.ts";
import type { Points } from "#api/kernel/points.ts";
import type { Tx } from "#api/sql/rows.ts";

/** A captured redemption as a dispute sees it. */
export type Disputable = {
  id: string;
  redeemerId: string;
  redeemRateE6: MoneyE6;
  capturedAt: Date;
  /** Points each issuer paid for and that have not come back. */
  open: ReadonlyMap<string, Points>;
};

/** Null when there is none, or nothing of it was ever taken. */
export async function findDisputable(db: Tx, burnId: string): Promise<Disputable | null> {
  const burn = await db.burn.findUnique({ where: { id: burnId }, include: { slices: true } });
  if (!burn || burn.redeemRateE6 === null || burn.capturedAt === null) return null;
  const open = new Map<string, Points>();
  for (const { issuerId, points, restored } of burn.slices) {
    open.set(issuerId, (open.get(issuerId) ?? 0n) + points - restored);
  }
  const { id, redeemerId, redeemRateE6, capturedAt } = burn;
  return { id, redeemerId, redeemRateE6, capturedAt, open };
}
