import type { MoneyE6 } from "#api/kernel/money.ts";
import { type Page, type PageArgs, pageOf } from "#api/kernel/page.ts";
import type { Points } from "#api/kernel/points.ts";
import type { EntryRow } from "#api/ledger/read/entries.ts";
import type { Tx } from "#api/sql/rows.ts";

/** What a member earned and spent in a calendar month, net of what was taken back or returned in it. */
export type MonthPoints = { memberId: string; month: string; earned: Points; spent: Points };

/** By member, oldest month first; months without entries are absent. */
export async function findPointsByMonth(
  db: Tx,
  memberIds: readonly string[],
  { from, timeZone }: { from: Date; timeZone: string },
): Promise<Map<string, MonthPoints[]>> {
  const rows = await db.$queryRaw<MonthPoints[]>`
    SELECT c.member_id AS "memberId", to_char(e.occurred_at AT TIME ZONE ${timeZone}, 'YYYY-MM') AS month,
           coalesce(sum(c.pending + c.available + c.reserved - c.debt)
             FILTER (WHERE e.event IN ('OPENING', 'EARN', 'ADJUST_CREDIT', 'CLAWBACK', 'ADJUST_DEBIT')), 0)::bigint AS earned,
           coalesce(-sum(c.pending + c.available + c.reserved - c.debt)
             FILTER (WHERE e.event IN ('CAPTURE', 'BURN_RETURN', 'DISPUTE_UPHELD')), 0)::bigint AS spent
    FROM wallet_change c JOIN entry e ON e.id = c.entry_id
    WHERE c.member_id = ANY(${[...memberIds]}) AND e.occurred_at >= ${from}
    GROUP BY 1, 2 ORDER BY 1, 2`;
  return Map.groupBy(rows, (row) => row.memberId);
}

/** What a partner did in a cycle, in points: net of returns. */
export type CyclePoints = {
  partnerId: string;
  cycleId: string;
  issued: Points;
  /** Anybody's points, spent at this partner. */
  redeemedHere: Points;
  /** This partner's points, spent at another. */
  redeemedElsewhere: Points;
  /** Its POSITION lines of the cycle before netting. Positive: the partner owes. */
  positionE6: MoneyE6;
};

/** In the order of the cycles; cycles in which a partner did nothing are absent. */
export async function findPointsByCycle(
  db: Tx,
  partnerIds: readonly string[],
  lastCycles: number,
): Promise<CyclePoints[]> {
  return db.$queryRaw<CyclePoints[]>`
    WITH recent AS (SELECT id, seq FROM cycle ORDER BY seq DESC LIMIT ${lastCycles}),
    turned AS MATERIALIZED (SELECT * FROM turnover_of(ARRAY(SELECT id FROM recent))),
    own AS (
      SELECT owner_id AS partner_id, cycle_id,
             sum(amount) FILTER (WHERE account IN ('ISSUED', 'CLAWBACK')) AS issued,
             -sum(amount) FILTER (WHERE account = 'REDEEMED') AS here,
             sum(amount) FILTER (WHERE account = 'POSITION' AND section <> 'NET') AS position
      FROM turned
      WHERE account IN ('ISSUED', 'CLAWBACK', 'REDEEMED', 'POSITION') AND owner_id = ANY(${[...partnerIds]})
      GROUP BY 1, 2),
    away AS (
      SELECT issuer_id AS partner_id, cycle_id, -sum(amount) AS elsewhere
      FROM turned WHERE account = 'REDEEMED' AND issuer_id <> owner_id AND issuer_id = ANY(${[...partnerIds]})
      GROUP BY 1, 2)
    SELECT partner_id AS "partnerId", r.id AS "cycleId",
           coalesce(own.issued, 0)::bigint AS issued,
           coalesce(own.here, 0)::bigint AS "redeemedHere",
           coalesce(away.elsewhere, 0)::bigint AS "redeemedElsewhere",
           coalesce(own.position, 0)::bigint AS "positionE6"
    FROM own FULL JOIN away USING (partner_id, cycle_id) JOIN recent r ON r.id = cycle_id
    ORDER BY r.seq, partner_id`;
}

/** Unspent points of an issuer and what they would cost it. */
export type Outstanding = { issuerId: string; points: Points; valueE6: MoneyE6 };

/** By issuer; of all issuers when none is named. */
export async function findOutstanding(db: Tx, issuerIds: readonly string[] | null): Promise<Outstanding[]> {
  return db.$queryRaw<Outstanding[]>`
    SELECT issuer_id AS "issuerId", sum(pending + available + reserved)::bigint AS points,
           sum((pending + available + reserved) * issue_rate_e6)::bigint AS "valueE6"
    FROM lot WHERE pending + available + reserved > 0
      AND (${issuerIds === null} OR issuer_id = ANY(${[...(issuerIds ?? [])]}))
    GROUP BY 1 ORDER BY 1`;
}

/** What the whole coalition did in a cycle, in points: net of returns. */
export type ProgrammePoints = { cycleId: string; issued: Points; redeemed: Points; expired: Points };

export async function findProgrammePoints(db: Tx, lastCycles: number): Promise<ProgrammePoints[]> {
  return db.$queryRaw<ProgrammePoints[]>`
    WITH recent AS (SELECT id, seq FROM cycle ORDER BY seq DESC LIMIT ${lastCycles})
    SELECT c.id AS "cycleId",
           coalesce(sum(t.amount) FILTER (WHERE t.account IN ('ISSUED', 'CLAWBACK')), 0)::bigint AS issued,
           coalesce(-sum(t.amount) FILTER (WHERE t.account = 'REDEEMED'), 0)::bigint AS redeemed,
           coalesce(-sum(t.amount) FILTER (WHERE t.account = 'EXPIRED'), 0)::bigint AS expired
    FROM recent c LEFT JOIN turnover_of(ARRAY(SELECT id FROM recent)) t ON t.cycle_id = c.id
    GROUP BY c.id, c.seq ORDER BY c.seq`;
}

export type PlaceFilter = {
  event?: string | null | undefined;
  locationId?: string | null | undefined;
  /** First instant inside. */
  from?: Date | null | undefined;
  /** First instant outside. */
  until?: Date | null | undefined;
};

/** What happened at a partner's places, newest first; the cursor is the order of posting. */
export async function findEntriesAt(
  db: Tx,
  partnerId: string,
  filter: PlaceFilter,
  { first, after }: PageArgs,
): Promise<Page<EntryRow>> {
  const rows = await db.entry.findMany({
    where: {
      ...happening(partnerId, filter),
      ...(after && /^\d{1,18}$/.test(after) ? { ord: { lt: BigInt(after) } } : {}),
    },
    orderBy: { ord: "desc" },
    take: first + 1,
  });
  return pageOf(rows, first);
}

/** What a partner's entries add up to. */
export type PlaceTotals = { count: number; issued: Points; redeemed: Points; positionE6: MoneyE6 };

export async function sumEntriesAt(db: Tx, partnerId: string, filter: PlaceFilter): Promise<PlaceTotals> {
  const { event = null, locationId = null, from = null, until = null } = filter;
  const [totals] = await db.$queryRaw<PlaceTotals[]>`
    SELECT count(DISTINCT e.id)::int AS count,
           coalesce(sum(l.amount) FILTER (WHERE l.account IN ('ISSUED', 'CLAWBACK')), 0)::bigint AS issued,
           coalesce(-sum(l.amount) FILTER (WHERE l.account = 'REDEEMED'), 0)::bigint AS redeemed,
           coalesce(sum(l.amount) FILTER (WHERE l.account = 'POSITION'), 0)::bigint AS "positionE6"
    FROM entry e LEFT JOIN line l ON l.entry_id = e.id AND l.owner_id = ${partnerId}
    WHERE e.partner_id = ${partnerId}
      AND (${event}::text IS NULL OR e.event = ${event}) AND (${locationId}::text IS NULL OR e.location_id = ${locationId})
      AND (${from}::timestamptz IS NULL OR e.occurred_at >= ${from})
      AND (${until}::timestamptz IS NULL OR e.occurred_at < ${until})`;
  return totals ?? nothingAt;
}

/** The same over whole days of the programme's zone ("2026-03-10"), from what is added up of them. */
export async function sumDaysAt(
  db: Tx,
  partnerId: string,
  { event = null, locationId = null, from, until }: Omit<PlaceFilter, "from" | "until"> & Days,
): Promise<PlaceTotals> {
  const [totals] = await db.$queryRaw<PlaceTotals[]>`
    SELECT coalesce(sum(entries), 0)::int AS count, coalesce(sum(issued), 0)::bigint AS issued,
           coalesce(sum(redeemed), 0)::bigint AS redeemed, coalesce(sum(position_e6), 0)::bigint AS "positionE6"
    FROM place_days_of(${partnerId}, ${from}::date, ${until}::date)
    WHERE (${event}::text IS NULL OR event = ${event}) AND (${locationId}::text IS NULL OR location_id = ${locationId})`;
  return totals ?? nothingAt;
}

/** The first day inside and the first outside; null: without end. */
type Days = { from: string | null; until: string | null };

const nothingAt: PlaceTotals = { count: 0, issued: 0n, redeemed: 0n, positionE6: 0n };

function happening(partnerId: string, { event, locationId, from, until }: PlaceFilter) {
  return {
    partnerId,
    ...(event ? { event } : {}),
    ...(locationId ? { locationId } : {}),
    occurredAt: { ...(from ? { gte: from } : {}), ...(until ? { lt: until } : {}) },
  };
}

/** What an entry did to a member's points of one lot. */
export type LotPoints = {
  entryId: string;
  memberId: string;
  issuerId: string;
  points: Points;
  earnedAt: Date;
  expiresAt: Date | null;
};

/** Soonest expiry first; a change of state within a lot counts the points that changed it. */
export async function findLotsOfEntries(db: Tx, entryIds: readonly string[]): Promise<LotPoints[]> {
  return db.$queryRaw<LotPoints[]>`
    SELECT l.entry_id AS "entryId", l.owner_id AS "memberId", t.issuer_id AS "issuerId",
           coalesce(nullif(sum(-l.amount), 0), sum(greatest(-l.amount, 0)))::bigint AS points,
           t.earned_at AS "earnedAt", t.expires_at AS "expiresAt"
    FROM line l JOIN lot t ON t.id = l.lot_id
    WHERE l.entry_id = ANY(${[...entryIds]}) AND l.account IN ('PENDING', 'AVAIL', 'RESERVED')
    GROUP BY l.entry_id, l.owner_id, t.id, t.issuer_id, t.earned_at, t.expires_at
    ORDER BY t.expires_at NULLS LAST, t.id`;
}

/** What an entry did to a partner: its points issued and redeemed, and its position, all net. */
export type EntryEffect = { entryId: string; partnerId: string; issued: Points; redeemed: Points; positionE6: MoneyE6 };

/** Of these entries on these partners; of one section of the position when it is named. */
export async function findEffects(
  db: Tx,
  entryIds: readonly string[],
  partnerIds: readonly string[],
  section: string | null,
): Promise<EntryEffect[]> {
  return db.$queryRaw<EntryEffect[]>`
    SELECT entry_id AS "entryId", owner_id AS "partnerId",
           coalesce(sum(amount) FILTER (WHERE account IN ('ISSUED', 'CLAWBACK')), 0)::bigint AS issued,
           coalesce(-sum(amount) FILTER (WHERE account = 'REDEEMED'), 0)::bigint AS redeemed,
           coalesce(sum(amount) FILTER (WHERE account = 'POSITION' AND (${section}::text IS NULL OR section = ${section})), 0)
             ::bigint AS "positionE6"
    FROM line WHERE entry_id = ANY(${[...entryIds]}) AND owner_id = ANY(${[...partnerIds]})
    GROUP BY 1, 2`;
}
