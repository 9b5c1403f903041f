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

/** Who paid for whose redemptions, by cycle: what its REDEEMED lines add up to, at the rates locked in lot and burn. */
export async function readMatrices(db: Tx, cycleIds: readonly string[]): Promise<Map<string, MatrixCell[]>> {
  const rows = await db.$queryRaw<MatrixCell[]>(matrixQuery(cycleIds));
  return Map.groupBy(rows, (row) => row.cycleId);
}

/** The same as a query, for what joins it. */
export function matrixQuery(cycleIds: readonly string[]): Sql {
  return sql`
    SELECT cycle_id AS "cycleId", issuer_id AS "issuerId", owner_id AS "redeemerId", -sum(amount)::bigint AS points,
           -sum(value_e6)::bigint AS "chargeE6", -sum(paid_e6)::bigint AS "reimbursementE6", sum(burns)::int AS "burnCount"
    FROM turnover_of(${[...cycleIds]}::text[]) WHERE account = 'REDEEMED' GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`;
}
