import type { MoneyE6 } from "#api/kernel/money.ts";
import type { MoneyAccount, StatementSection } from "#api/ledger/chart.ts";
import type { Position } from "#api/ledger/nettings.ts";
import type { SectionSum } from "#api/ledger/statement.ts";
import type { Tx } from "#api/sql/rows.ts";

/**
 * Each partner's position in a cycle before its netting: what the cycle before carried over, and the cycle's own lines.
 * Carries are those of the cycle before, because every partner with a remainder is netted again in every cycle.
 */
export function readPositions(db: Tx, cycle: { id: string; seq: number }): Promise<Position[]> {
  return db.$queryRaw<Position[]>`
    SELECT partner_id AS "partnerId", sum(opening)::bigint AS "openingE6",
           sum(debit)::bigint AS "debitE6", sum(credit)::bigint AS "creditE6"
    FROM (
      SELECT owner_id AS partner_id, 0 AS opening, greatest(amount, 0) AS debit, greatest(-amount, 0) AS credit
      FROM line WHERE account = 'POSITION' AND cycle_id = ${cycle.id} AND section <> 'NET'
      UNION ALL
      SELECT o.partner_id, o.carried_e6, 0, 0
      FROM obligation o JOIN cycle c ON c.id = o.cycle_id
      WHERE c.seq = ${cycle.seq - 1} AND o.state <> 'SUPERSEDED' AND o.carried_e6 <> 0
    ) parts
    GROUP BY partner_id ORDER BY partner_id`;
}

type SumRow = { cycleId: string; partnerId: string; section: StatementSection; originCycleId: string };
type SectionSumRow = SumRow & { amountE6: MoneyE6; entryCount: number };

/** POSITION lines of cycles by partner, section and the cycle the matter began in; of one partner when it is named. */
export async function readSectionSums(
  db: Tx,
  cycleIds: readonly string[],
  partnerId: string | null,
): Promise<Map<string, SectionSumRow[]>> {
  const rows = await db.$queryRaw<SectionSumRow[]>`
    SELECT l.cycle_id AS "cycleId", l.owner_id AS "partnerId", l.section, e.origin_cycle_id AS "originCycleId",
           sum(l.amount)::bigint AS "amountE6", count(DISTINCT e.id)::int AS "entryCount"
    FROM line l JOIN entry e ON e.id = l.entry_id
    WHERE l.account = 'POSITION' AND l.cycle_id = ANY(${[...cycleIds]})
      AND (${partnerId}::text IS NULL OR l.owner_id = ${partnerId})
    GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 4, 3`;
  return Map.groupBy(rows, (row) => row.cycleId);
}

/** The sums of one cycle, by partner: what its statements are made of. */
export async function readStatementSums(db: Tx, cycleId: string): Promise<Map<string, SectionSum[]>> {
  const rows = (await readSectionSums(db, [cycleId], null)).get(cycleId) ?? [];
  return Map.groupBy(rows, (row) => row.partnerId);
}

/** What stands on a money account now, by owner; the operator's own accounts have the owner "". */
export async function readBalances(db: Tx, account: MoneyAccount): Promise<Map<string, MoneyE6>> {
  const rows = await db.$queryRaw<{ ownerId: string; amountE6: MoneyE6 }[]>`
    SELECT owner_id AS "ownerId", sum(amount)::bigint AS "amountE6" FROM line
    WHERE account = ${account}::account_kind GROUP BY owner_id`;
  return new Map(rows.map(({ ownerId, amountE6 }) => [ownerId, amountE6]));
}

/** The same, all owners together. */
export async function readBalance(db: Tx, account: MoneyAccount): Promise<MoneyE6> {
  const balances = await readBalances(db, account);
  return balances.values().reduce((sum, balance) => sum + balance, 0n);
}
