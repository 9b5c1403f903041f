import type { MoneyE6 } from "#api/kernel/money.ts";
import type { Tx } from "#api/sql/rows.ts";

/** What stood on a partner's accounts at the end of a business day. */
export type DayStanding = {
  partnerId: string;
  /** YYYY-MM-DD */
  day: string;
  positionE6: MoneyE6;
  dueE6: MoneyE6;
  outstandingE6: MoneyE6;
  collateralE6: MoneyE6;
  lossPoolE6: MoneyE6;
};

export type DayRange = {
  from: string;
  to: string;
  timeZone: string;
  /** Is the day before `from` written for every partner? Then only what was posted since is read. */
  continues: boolean;
};

/**
 * Every partner's standing at the end of each day of `[from, to]`, in one pass over the lines. A day ends at midnight
 * in the time zone; what counts is when an entry was posted, because that is what the books showed.
 */
export function readDayStandings(db: Tx, { from, to, timeZone, continues }: DayRange): Promise<DayStanding[]> {
  return db.$queryRaw<DayStanding[]>`
    WITH posted AS (
      SELECT coalesce(t.issuer_id, l.owner_id) AS partner_id,
        greatest((e.posted_at AT TIME ZONE ${timeZone})::date, ${from}::date) AS day,
        sum(l.amount) FILTER (WHERE l.account = 'POSITION') AS position,
        sum(l.amount) FILTER (WHERE l.account = 'DUE') AS due,
        sum(-l.amount * (t.issue_rate_e6 - t.funded_rate_e6)) FILTER (WHERE t.id IS NOT NULL) AS outstanding,
        sum(-l.amount) FILTER (WHERE l.account = 'COLLATERAL') AS collateral,
        sum(-l.amount) FILTER (WHERE l.account = 'LOSS_POOL') AS loss_pool
      FROM line l JOIN entry e ON e.id = l.entry_id
      LEFT JOIN lot t ON t.id = l.lot_id AND l.account IN ('PENDING', 'AVAIL', 'RESERVED')
      WHERE e.posted_at < (${to}::date + 1)::timestamp AT TIME ZONE ${timeZone}
        AND (NOT ${continues} OR e.posted_at >= ${from}::date::timestamp AT TIME ZONE ${timeZone})
        AND (l.account IN ('POSITION', 'DUE', 'COLLATERAL', 'LOSS_POOL') OR t.id IS NOT NULL)
      GROUP BY 1, 2
    ), moved AS (
      SELECT partner_id, day, sum(position) AS position, sum(due) AS due, sum(outstanding) AS outstanding,
        sum(collateral) AS collateral, sum(loss_pool) AS loss_pool
      FROM (
        SELECT * FROM posted
        UNION ALL
        SELECT partner_id, ${from}::date, position_e6, due_e6, outstanding_e6, collateral_e6, loss_pool_e6
        FROM exposure_day WHERE ${continues} AND day = ${from}::date - 1
      ) parts GROUP BY 1, 2
    ), days AS (
      SELECT p.id AS partner_id, d::date AS day
      FROM partner p CROSS JOIN generate_series(${from}::date, ${to}::date, interval '1 day') d WHERE NOT p.is_operator
    )
    SELECT days.partner_id AS "partnerId", to_char(days.day, 'YYYY-MM-DD') AS day,
      coalesce(sum(m.position) OVER so_far, 0)::bigint AS "positionE6",
      coalesce(sum(m.due) OVER so_far, 0)::bigint AS "dueE6",
      coalesce(sum(m.outstanding) OVER so_far, 0)::bigint AS "outstandingE6",
      coalesce(sum(m.collateral) OVER so_far, 0)::bigint AS "collateralE6",
      coalesce(sum(m.loss_pool) OVER so_far, 0)::bigint AS "lossPoolE6"
    FROM days LEFT JOIN moved m ON m.partner_id = days.partner_id AND m.day = days.day
    WINDOW so_far AS (PARTITION BY days.partner_id ORDER BY days.day)
    ORDER BY days.day, days.partner_id`;
}

/** When the ledger began; null while it is empty. */
export async function firstPostedAt(db: Tx): Promise<Date | null> {
  const first = await db.entry.findFirst({ orderBy: { ord: "asc" }, select: { postedAt: true } });
  return first?.postedAt ?? null;
}
