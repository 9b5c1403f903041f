import { inChunks } from "#api/kernel/chunks.ts";
import type { MoneyE6 } from "#api/kernel/money.ts";
import type { MoneyAccount, StatementSection } from "#api/ledger/chart.ts";
import type { Position } from "#api/ledger/nettings.ts";
import type { SectionSum } from "#api/ledger/statement.ts";
import type { Tx } from "#api/sql/rows.ts";
import { type Sql, sql } from "#api/sql/snapshot.ts";

export type CyclePosition = Position & { cycleId: string };

/**
 * Partners' positions in cycles before their netting: what the cycle before carried over, and the cycle's own lines.
 * Carries are those of the cycle before, because every partner with a remainder is netted again in every cycle.
 * Only of the partners named, when any are.
 */
export async function readPositions(
  db: Tx,
  cycleIds: readonly string[],
  partnerIds: readonly string[] | null = null,
): Promise<Map<string, CyclePosition[]>> {
  const rows = await db.$queryRaw<CyclePosition[]>(positionsQuery(cycleIds, partnerIds));
  return Map.groupBy(rows, (row) => row.cycleId);
}

/** The same from what is added up of cycles, for people to look at: in the same time however many lines a cycle has. */
export async function readShownPositions(
  db: Tx,
  cycleIds: readonly string[],
  partnerIds: readonly string[] | null = null,
): Promise<Map<string, CyclePosition[]>> {
  const rows = await db.$queryRaw<CyclePosition[]>(positionsQuery(cycleIds, partnerIds, turnoverMoves));
  return Map.groupBy(rows, (row) => row.cycleId);
}

type Moves = (named: Sql, only: string[] | null) => Sql;

const lineMoves: Moves = (named, only) => sql`
  SELECT cycle_id, owner_id AS partner_id, 0 AS opening, greatest(amount, 0) AS debit, greatest(-amount, 0) AS credit
  FROM line WHERE account = 'POSITION' AND cycle_id = ANY(${named}) AND section <> 'NET'
    AND (${only}::text[] IS NULL OR owner_id = ANY(${only}::text[]))`;

const turnoverMoves: Moves = (named, only) => sql`
  SELECT cycle_id, owner_id AS partner_id, 0 AS opening, debit, debit - amount AS credit
  FROM turnover_of(${named}) WHERE account = 'POSITION' AND section <> 'NET'
    AND (${only}::text[] IS NULL OR owner_id = ANY(${only}::text[]))`;

/** The same as a query, for what joins it; the cycles may be a query too. */
export function positionsQuery(
  cycles: readonly string[] | Sql,
  partnerIds: readonly string[] | null,
  moves: Moves = lineMoves,
): Sql {
  const only = partnerIds && [...partnerIds];
  const named = "sql" in cycles ? sql`ARRAY(${cycles})` : sql`${[...cycles]}::text[]`;
  return sql`
    SELECT cycle_id AS "cycleId", partner_id AS "partnerId", sum(opening)::bigint AS "openingE6",
           sum(debit)::bigint AS "debitE6", sum(credit)::bigint AS "creditE6"
    FROM (
      ${moves(named, only)}
      UNION ALL
      SELECT c.id, o.partner_id, o.carried_e6, 0, 0
      FROM cycle c JOIN cycle before ON before.seq = c.seq - 1 JOIN obligation o ON o.cycle_id = before.id
      WHERE c.id = ANY(${named}) AND o.state <> 'SUPERSEDED' AND o.carried_e6 <> 0
        AND (${only}::text[] IS NULL OR o.partner_id = ANY(${only}::text[]))
    ) parts
    GROUP BY 1, 2 ORDER BY 1, 2`;
}

type SumKey = { cycleId: string; partnerId: string; section: StatementSection; originCycleId: string };
export type SectionSumRow = SumKey & { amountE6: MoneyE6; entryCount: number };

/**
 * POSITION lines of cycles by partner, section and the cycle the matter began in. Partner by partner, so that a month of
 * millions is sorted in pieces that fit in memory; the few entries that began earlier are told apart afterwards.
 */
export async function readSectionSums(
  db: Tx,
  cycleIds: readonly string[],
  partnerIds: readonly string[] | null,
): Promise<SectionSumRow[]> {
  const only = partnerIds && [...partnerIds];
  return db.$queryRaw<SectionSumRow[]>`
    WITH whole AS (
      SELECT c.id AS cycle_id, x.partner_id, s.section, s.amount, s.entries
      FROM unnest(${[...cycleIds]}::text[]) AS c(id) CROSS JOIN exposure x CROSS JOIN LATERAL (
        SELECT section, sum(amount) AS amount, count(DISTINCT entry_id) AS entries FROM line
        WHERE account = 'POSITION' AND owner_id = x.partner_id AND cycle_id = c.id GROUP BY section) s
      WHERE ${only}::text[] IS NULL OR x.partner_id = ANY(${only}::text[])
    ), late AS (
      SELECT e.cycle_id, l.owner_id AS partner_id, l.section, e.origin_cycle_id, sum(l.amount) AS amount,
             count(DISTINCT e.id) AS entries
      FROM entry e JOIN line l ON l.entry_id = e.id AND l.account = 'POSITION'
      WHERE e.cycle_id = ANY(${[...cycleIds]}) AND e.origin_cycle_id <> e.cycle_id
        AND (${only}::text[] IS NULL OR l.owner_id = ANY(${only}::text[]))
      GROUP BY 1, 2, 3, 4
    ), parts AS (
      SELECT cycle_id, partner_id, section, cycle_id AS origin_cycle_id, w.amount - coalesce(sum(l.amount), 0) AS amount,
             w.entries - coalesce(sum(l.entries), 0) AS entries
      FROM whole w LEFT JOIN late l USING (cycle_id, partner_id, section)
      GROUP BY cycle_id, partner_id, section, w.amount, w.entries
      UNION ALL SELECT cycle_id, partner_id, section, origin_cycle_id, amount, entries FROM late
    )
    SELECT cycle_id AS "cycleId", partner_id AS "partnerId", section, origin_cycle_id AS "originCycleId",
           amount::bigint AS "amountE6", entries::int AS "entryCount"
    FROM parts WHERE entries > 0 ORDER BY 1, 2, 4, 3`;
}

/** The same from what is added up of cycles, for people to look at. */
export async function readShownSections(
  db: Tx,
  cycleIds: readonly string[],
  partnerIds: readonly string[],
): Promise<SectionSumRow[]> {
  return db.$queryRaw<SectionSumRow[]>`
    SELECT cycle_id AS "cycleId", owner_id AS "partnerId", section, origin_cycle_id AS "originCycleId",
           sum(amount)::bigint AS "amountE6", sum(entries)::int AS "entryCount"
    FROM turnover_of(${[...cycleIds]}::text[]) WHERE account = 'POSITION' AND owner_id = ANY(${[...partnerIds]}::text[])
    GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 4, 3`;
}

/** What the NET entry of a cycle took off each position; debit of the partner positive. */
export async function readNetted(db: Tx, cycleId: string): Promise<Map<string, MoneyE6>> {
  const rows = await db.$queryRaw<{ partnerId: string; amountE6: MoneyE6 }[]>`
    SELECT owner_id AS "partnerId", -sum(amount)::bigint AS "amountE6" FROM line
    WHERE account = 'POSITION' AND cycle_id = ${cycleId} AND section = 'NET' GROUP BY 1`;
  return new Map(rows.map(({ partnerId, amountE6 }) => [partnerId, amountE6]));
}

/** So many partners are summed up by one statement, however large their month was. */
const PARTNERS_AT_ONCE = 50;

/** The sums of one cycle, by partner: what its statements are made of. */
export async function readStatementSums(db: Tx, cycleId: string): Promise<Map<string, SectionSum[]>> {
  const partners = await db.exposure.findMany({ select: { partnerId: true }, orderBy: { partnerId: "asc" } });
  const sums: SectionSumRow[] = [];
  for (const some of inChunks(partners, PARTNERS_AT_ONCE)) {
    const ids = some.map(({ partnerId }) => partnerId);
    sums.push(...(await readSectionSums(db, [cycleId], ids)));
  }
  return Map.groupBy(sums, (row) => row.partnerId);
}

/** What stands on a money account now, by owner; the operator's own accounts have the owner "". */
export async function readBalances(db: Tx, account: MoneyAccount): Promise<Map<string, MoneyE6>> {
  const rows = await db.$queryRaw<{ ownerId: string; amountE6: MoneyE6 }[]>`
    SELECT owner_id AS "ownerId", sum(amount)::bigint AS "amountE6" FROM line
    WHERE account = ${account}::account_kind GROUP BY owner_id`;
  return new Map(rows.map(({ ownerId, amountE6 }) => [ownerId, amountE6]));
}

/** What stands on money accounts now, all owners together. */
export async function readBalance(db: Tx, ...accounts: MoneyAccount[]): Promise<MoneyE6> {
  const rows = await db.$queryRaw<{ amountE6: MoneyE6 }[]>`
    SELECT coalesce(sum(amount), 0)::bigint AS "amountE6" FROM line WHERE account = ANY(${accounts}::account_kind[])`;
  return rows[0]?.amountE6 ?? 0n;
}
