import type { MoneyE6 } from "#api/kernel/money.ts";
import type { StatementSection } from "#api/ledger/chart.ts";
import type { Tx } from "#api/sql/rows.ts";

/** What a cycle took in that began in an earlier one: by section and origin, all partners together or one. */
export type LateItem = {
  cycleId: string;
  section: StatementSection;
  originCycleId: string;
  entryCount: number;
  /** Positive: partners owe. */
  amountE6: MoneyE6;
};

/** Oldest origin first. They are few: their lines are looked up entry by entry (OFFSET 0), not among all of the cycle's. */
export async function readLateItems(
  db: Tx,
  cycleIds: readonly string[],
  partnerId: string | null,
): Promise<Map<string, LateItem[]>> {
  const rows = await db.$queryRaw<LateItem[]>`
    SELECT e.cycle_id AS "cycleId", l.section, e.origin_cycle_id AS "originCycleId",
           count(DISTINCT e.id)::int AS "entryCount", sum(l.amount)::bigint AS "amountE6"
    FROM entry e CROSS JOIN LATERAL (
      SELECT section, amount, owner_id FROM line WHERE entry_id = e.id AND account = 'POSITION' OFFSET 0) l
    WHERE e.cycle_id = ANY(${[...cycleIds]}) AND e.origin_cycle_id <> e.cycle_id
      AND (${partnerId}::text IS NULL OR l.owner_id = ${partnerId})
    GROUP BY 1, 2, 3 ORDER BY 1, 3, 2`;
  return Map.groupBy(rows, (row) => row.cycleId);
}
