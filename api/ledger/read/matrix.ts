import type { MoneyE6 } from "#api/kernel/money.ts";
import type { Points } from "#api/kernel/points.ts";
import type { Tx } from "#api/sql/rows.ts";
import { type Sql, sql } from "#api/sql/snapshot.ts";

/** Points of one issuer that were redeemed at one partner in a cycle, net of what came back in it. */
export type MatrixCell = {
  cycleId: string;
  issuerId: string;
  redeemerId: string;
  points: Points;
  /** What the issuer, or its fund, pays. */
  chargeE6: MoneyE6;
  /** What the redeemer is paid. */
  reimbursementE6: MoneyE6;
  /** How many redemptions captured such points in the cycle. */
  burnCount: number;
};

/** Who paid for whose redemptions, by cycle: from the REDEEMED lines, at the rates locked in lot and burn. */
export async function readMatrices(db: Tx, cycleIds: readonly string[]): Promise<Map<string, MatrixCell[]>> {
  const rows = await db.$queryRaw<MatrixCell[]>(matrixQuery(cycleIds));
  return Map.groupBy(rows, (row) => row.cycleId);
}

/** The same as a query, for what joins it. */
export function matrixQuery(cycleIds: readonly string[]): Sql {
  return sql`
    SELECT l.cycle_id AS "cycleId", t.issuer_id AS "issuerId", l.owner_id AS "redeemerId",
           sum(-l.amount)::bigint AS points,
           sum(-l.amount * t.issue_rate_e6)::bigint AS "chargeE6",
           sum(-l.amount * CASE WHEN b.on_us_policy = 'MARGIN_FREE' AND t.issuer_id = l.owner_id
                                THEN t.issue_rate_e6 ELSE b.redeem_rate_e6 END)::bigint AS "reimbursementE6",
           count(DISTINCT e.burn_id) FILTER (WHERE l.amount < 0)::int AS "burnCount"
    FROM line l
    JOIN entry e ON e.id = l.entry_id
    JOIN lot t ON t.id = l.lot_id
    JOIN burn b ON b.id = e.burn_id
    WHERE l.account = 'REDEEMED' AND l.cycle_id = ANY(${[...cycleIds]})
    GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`;
}
