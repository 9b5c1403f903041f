import type { MoneyE6 } from "#api/kernel/money.ts";
import type { ExposureDay, Tx } from "#api/sql/rows.ts";
import { type Sql, sql } from "#api/sql/snapshot.ts";

/** A new partner's counters, all zero; only entries move them. */
export async function openExposure(tx: Tx, partnerId: string): Promise<void> {
  await tx.exposure.create({ data: { partnerId } });
}

/** The most the partner may come to owe; null lifts the limit. */
export async function limitExposure(tx: Tx, partnerId: string, limitE6: MoneyE6 | null): Promise<void> {
  await tx.exposure.update({ where: { partnerId }, data: { limitE6 } });
}

/** The limit that counts instead until an instant, at which it lapses by itself; null takes it away. */
export async function overrideExposure(
  tx: Tx,
  partnerId: string,
  override: { limitE6: MoneyE6; until: Date } | null,
): Promise<void> {
  const data = { overrideE6: override?.limitE6 ?? null, overrideUntil: override?.until ?? null };
  await tx.exposure.update({ where: { partnerId }, data });
}

/** Takes the limit of every contract in force at the instant; answers how many counters changed. */
export async function limitExposuresByContract(tx: Tx, at: Date): Promise<number> {
  return tx.$executeRaw`
    UPDATE exposure e SET limit_e6 = c.exposure_limit_e6
    FROM contract c
    WHERE c.partner_id = e.partner_id AND c.valid_from <= ${at} AND (c.valid_until IS NULL OR ${at} < c.valid_until)
      AND e.limit_e6 IS DISTINCT FROM c.exposure_limit_e6`;
}

/** A partner's counters and what follows from them at an instant. */
export type ExposureRow = {
  partnerId: string;
  positionE6: MoneyE6;
  dueE6: MoneyE6;
  /** Unspent points that are not paid for yet, at their issue price. */
  outstandingE6: MoneyE6;
  collateralE6: MoneyE6;
  lossPoolE6: MoneyE6;
  /** Null: none. */
  contractLimitE6: MoneyE6 | null;
  /** The override while it lasts, else the contract's; null: none. */
  limitE6: MoneyE6 | null;
  exposureE6: MoneyE6;
  /** Null where there is no limit; one of nothing is used up by anything. */
  usedBps: number | null;
};

/**
 * What the coalition could lose, never below zero, by the formula the ledger checks limits with (prisma/sql/10-post.sql).
 * `row` has the counters' columns; `g` must be the programme.
 */
export const exposureOf = (row: Sql): Sql =>
  sql`greatest(0, exposure_of(${row}.position_e6, ${row}.due_e6, ${row}.outstanding_e6, ${row}.collateral_e6,
    ${row}.loss_pool_e6, g.expected_redemption_bps))`;

/** Every partner's exposure, the limit in force at the instant, and how much of it is used. */
export const exposuresAt = (at: Date): Sql => sql`
  SELECT *, CASE WHEN limit_e6 > 0 THEN (exposure * 10000 / limit_e6)::bigint WHEN limit_e6 = 0 AND exposure > 0 THEN 10000::bigint
    WHEN limit_e6 = 0 THEN 0::bigint END AS use_bps
  FROM (
    SELECT x.partner_id, x.position_e6, x.due_e6, x.outstanding_e6, x.collateral_e6, x.loss_pool_e6,
      x.limit_e6 AS contract_limit_e6, limit_of(x, ${at}) AS limit_e6, ${exposureOf(sql`x`)} AS exposure
    FROM exposure x CROSS JOIN programme g
  ) counted`;

/** The partners' exposures, for those who may see them. */
export async function findExposures(tx: Tx, partnerIds: readonly string[], at: Date): Promise<ExposureRow[]> {
  return tx.$queryRaw<ExposureRow[]>`
    SELECT partner_id AS "partnerId", position_e6 AS "positionE6", due_e6 AS "dueE6", outstanding_e6 AS "outstandingE6",
      collateral_e6 AS "collateralE6", loss_pool_e6 AS "lossPoolE6", limit_e6 AS "limitE6",
      contract_limit_e6 AS "contractLimitE6", exposure AS "exposureE6",
      use_bps::int AS "usedBps"
    FROM (${exposuresAt(at)}) x WHERE partner_id = ANY(${[...partnerIds]})`;
}

/** A partner's exposure at the ends of the days of a span, oldest first; days that were not written down are absent. */
export async function findExposureDays(
  tx: Tx,
  { partnerId, from, to }: { partnerId: string; from: Date; to: Date },
): Promise<(ExposureDay & { exposureE6: MoneyE6 })[]> {
  return tx.$queryRaw`
    SELECT partner_id AS "partnerId", day, position_e6 AS "positionE6", due_e6 AS "dueE6",
      outstanding_e6 AS "outstandingE6", collateral_e6 AS "collateralE6", loss_pool_e6 AS "lossPoolE6",
      limit_e6 AS "limitE6", ${exposureOf(sql`y`)} AS "exposureE6"
    FROM exposure_day y CROSS JOIN programme g
    WHERE partner_id = ${partnerId} AND day BETWEEN ${from}::date AND ${to}::date ORDER BY day`;
}
