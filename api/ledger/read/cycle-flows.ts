import type { MoneyE6 } from "#api/kernel/money.ts";
import type { Points } from "#api/kernel/points.ts";
import type { Funding, OnUsPolicy } from "#api/ledger/movements.ts";
import type { Tx } from "#api/sql/rows.ts";

/** What can happen to points that money follows. */
export type FlowKind =
  | "ISSUED"
  | "AVAILABLE"
  | "TAKEN_BACK"
  | "REDEEMED"
  | "RETURNED"
  | "DEBT_REPAID"
  | "DEBT_RECOVERED"
  | "LAPSED"
  | "CUT";

/** Points of one kind, issuer and price that moved in a cycle, all together. */
export type Flow = {
  kind: FlowKind;
  originCycleId: string;
  issuerId: string;
  /** Where they were redeemed or returned; else null. */
  redeemerId: string | null;
  funding: Funding;
  issueRateE6: MoneyE6;
  fundedRateE6: MoneyE6;
  isPacked: boolean;
  redeemRateE6: MoneyE6 | null;
  onUsPolicy: OnUsPolicy | null;
  points: Points;
  /** LAPSED: how many lots lapsed with exactly this many points, because shares are rounded lot by lot. Else 1. */
  times: number;
};

/**
 * A cycle's points by what became of them, grouped so far that prices can be put in afterwards: one pass over the
 * cycle's lines, however many there are.
 */
export function readFlows(db: Tx, cycleId: string): Promise<Flow[]> {
  return db.$queryRaw<Flow[]>`
    WITH moved AS (
      SELECT
        CASE
          WHEN l.account = 'REDEEMED' AND e.event = 'CAPTURE' THEN 'REDEEMED'
          WHEN l.account = 'REDEEMED' THEN 'RETURNED'
          WHEN l.account = 'ISSUED' THEN 'ISSUED'
          WHEN l.account = 'DEBT' THEN 'DEBT_RECOVERED'
          WHEN e.event IN ('EARN', 'MATURE') THEN 'AVAILABLE'
          WHEN e.event = 'DEBT_RECOVERY' THEN 'DEBT_REPAID'
          WHEN e.event = 'EXPIRE' THEN 'LAPSED'
          WHEN e.event = 'HAIRCUT' THEN 'CUT'
          ELSE 'TAKEN_BACK'
        END AS kind,
        e.origin_cycle_id, e.burn_id, l.lot_id, CASE WHEN e.event = 'EXPIRE' THEN l.entry_id END AS entry_id,
        sum(abs(l.amount)) AS points
      FROM line l JOIN entry e ON e.id = l.entry_id
      WHERE l.cycle_id = ${cycleId} AND (
        (l.account = 'REDEEMED' AND e.event IN ('CAPTURE', 'BURN_RETURN', 'BURN_RETURN_LATE'))
        OR (l.account = 'ISSUED' AND e.event = 'EARN')
        OR (l.account = 'AVAIL' AND e.event IN ('EARN', 'MATURE', 'DEBT_RECOVERY', 'EXPIRE', 'HAIRCUT', 'CLAWBACK', 'ADJUST_DEBIT'))
        OR (l.account = 'DEBT' AND e.event = 'DEBT_RECOVERY')
        OR (l.account = 'PENDING' AND e.event IN ('EXPIRE', 'HAIRCUT', 'CLAWBACK')
          AND EXISTS (SELECT FROM lot t WHERE t.id = l.lot_id
            AND (t.available_at <= e.occurred_at OR (t.pack_id IS NOT NULL AND e.event <> 'CLAWBACK')))))
      GROUP BY 1, 2, 3, 4, 5
    )
    SELECT kind, "originCycleId", "issuerId", "redeemerId", funding, "issueRateE6", "fundedRateE6", "isPacked",
      "redeemRateE6", "onUsPolicy", coalesce(each, sum(points))::bigint AS points,
      (CASE WHEN each IS NULL THEN 1 ELSE count(*) END)::int AS times
    FROM (
      SELECT m.kind, m.origin_cycle_id AS "originCycleId", t.issuer_id AS "issuerId", b.redeemer_id AS "redeemerId",
        t.funding, t.issue_rate_e6 AS "issueRateE6", t.funded_rate_e6 AS "fundedRateE6",
        t.pack_id IS NOT NULL AS "isPacked", b.redeem_rate_e6 AS "redeemRateE6", b.on_us_policy AS "onUsPolicy",
        m.points, CASE WHEN m.kind = 'LAPSED' THEN m.points END AS each
      FROM moved m JOIN lot t ON t.id = m.lot_id
      LEFT JOIN burn b ON b.id = m.burn_id AND m.kind IN ('REDEEMED', 'RETURNED')
    ) priced
    GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, each`;
}

/** Points a partner bought in a cycle, by price. */
export type PackFlow = { partnerId: string; originCycleId: string; points: Points; priceE6: MoneyE6 };

export function readPackFlows(db: Tx, cycleId: string): Promise<PackFlow[]> {
  return db.$queryRaw<PackFlow[]>`
    SELECT p.partner_id AS "partnerId", e.origin_cycle_id AS "originCycleId", p.price_e6 AS "priceE6",
      sum(p.points)::bigint AS points
    FROM prepaid_pack p JOIN entry e ON e.id = p.entry_id WHERE e.cycle_id = ${cycleId} GROUP BY 1, 2, 3`;
}
