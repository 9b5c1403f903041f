import { type Page, type PageArgs, pageOf } from "#api/kernel/page.ts";
import type { AccountKind, StatementSection } from "#api/ledger/chart.ts";
import type { Tx } from "#api/sql/rows.ts";

export type EntryRow = {
  id: string;
  ord: bigint;
  deedId: string;
  event: string;
  occurredAt: Date;
  postedAt: Date;
  cycleId: string;
  originCycleId: string;
  reversesEntryId: string | null;
  partnerId: string | null;
  memberId: string | null;
  locationId: string | null;
  terminalId: string | null;
  purchaseId: string | null;
  burnId: string | null;
  disputeId: string | null;
  reason: string | null;
};

export type LineRow = {
  entryId: string;
  seq: number;
  account: AccountKind;
  ownerId: string;
  unit: string;
  amount: bigint;
  lotId: string | null;
  section: StatementSection | null;
  cycleId: string;
};

/** Which entries lie behind a figure: of a cycle, a partner's position, a section of it, a cell of the matrix. */
export type EntryFilter = {
  cycleId: string;
  /** With a POSITION line of this partner. */
  partnerId?: string | null | undefined;
  section?: StatementSection | null | undefined;
  originCycleId?: string | null | undefined;
  /** With points of this issuer redeemed … */
  issuerId?: string | null | undefined;
  /** … at this partner. */
  redeemerId?: string | null | undefined;
  /** With a line on such an account … */
  account?: AccountKind | null | undefined;
  /** … of this owner; "" for the operator's own. */
  ownerId?: string | null | undefined;
  /** That moved members' points of this issuer. */
  lotIssuerId?: string | null | undefined;
  events?: readonly string[] | null | undefined;
  /** Posted by then. */
  postedBy?: Date | null | undefined;
};

export type FoundEntry = EntryRow & { lines: LineRow[] };

/** Newest first; the cursor is the entry's order of posting. */
export async function findEntriesBehind(
  db: Tx,
  filter: EntryFilter,
  { first, after }: PageArgs,
): Promise<Page<EntryRow>> {
  const { cycleId, partnerId = null, section = null, originCycleId = null } = filter;
  const { issuerId = null, redeemerId = null, account = null, ownerId = null, postedBy = null } = filter;
  const { lotIssuerId = null, events = null } = filter;
  const rows = await db.$queryRaw<EntryRow[]>`
    SELECT e.id, e.ord, e.deed_id AS "deedId", e.event, e.occurred_at AS "occurredAt", e.posted_at AS "postedAt",
           e.cycle_id AS "cycleId", e.origin_cycle_id AS "originCycleId", e.reverses_entry_id AS "reversesEntryId",
           e.partner_id AS "partnerId", e.member_id AS "memberId", e.location_id AS "locationId",
           e.terminal_id AS "terminalId", e.purchase_id AS "purchaseId", e.burn_id AS "burnId",
           e.dispute_id AS "disputeId", e.reason
    FROM entry e
    WHERE e.cycle_id = ${cycleId}
      AND (${after}::bigint IS NULL OR e.ord < ${after}::bigint)
      AND (${originCycleId}::text IS NULL OR e.origin_cycle_id = ${originCycleId})
      AND (${partnerId}::text IS NULL OR EXISTS (
        SELECT FROM line l WHERE l.entry_id = e.id AND l.account = 'POSITION' AND l.owner_id = ${partnerId}
          AND (${section}::text IS NULL OR l.section = ${section})))
      AND (${issuerId}::text IS NULL AND ${redeemerId}::text IS NULL OR EXISTS (
        SELECT FROM line l JOIN lot t ON t.id = l.lot_id WHERE l.entry_id = e.id AND l.account = 'REDEEMED'
          AND (${redeemerId}::text IS NULL OR l.owner_id = ${redeemerId})
          AND (${issuerId}::text IS NULL OR t.issuer_id = ${issuerId})))
      AND (${account}::text IS NULL AND ${ownerId}::text IS NULL OR EXISTS (
        SELECT FROM line l WHERE l.entry_id = e.id AND l.cycle_id = ${cycleId}
          AND (${account}::text IS NULL OR l.account = ${account}::account_kind)
          AND (${ownerId}::text IS NULL OR l.owner_id = ${ownerId})))
      AND (${lotIssuerId}::text IS NULL OR EXISTS (
        SELECT FROM line l JOIN lot t ON t.id = l.lot_id WHERE l.entry_id = e.id
          AND l.account IN ('PENDING', 'AVAIL', 'RESERVED') AND t.issuer_id = ${lotIssuerId}))
      AND (${events && [...events]}::text[] IS NULL OR e.event = ANY(${events && [...events]}::text[]))
      AND (${postedBy}::timestamptz IS NULL OR e.posted_at <= ${postedBy})
    ORDER BY e.ord DESC LIMIT ${first + 1}`;
  return pageOf(rows, first);
}

/** Entries by id; only those with a line on one of the partner's accounts when a partner is named. */
export async function findEntries(
  db: Tx,
  ids: readonly string[],
  partnerId: string | null,
): Promise<Map<string, EntryRow>> {
  const rows = await db.entry.findMany({ where: { id: { in: [...ids] } } });
  if (partnerId === null) return new Map(rows.map((row) => [row.id, row]));
  const own = await findLines(db, ids, partnerId);
  return new Map(rows.filter((row) => own.has(row.id)).map((row) => [row.id, row]));
}

/** The lines of entries in their order; only those on the partner's accounts when a partner is named. */
export async function findLines(
  db: Tx,
  entryIds: readonly string[],
  partnerId: string | null,
): Promise<Map<string, LineRow[]>> {
  const rows = (await db.line.findMany({
    where: { entryId: { in: [...entryIds] }, ...(partnerId === null ? {} : { ownerId: partnerId }) },
    orderBy: [{ entryId: "asc" }, { seq: "asc" }],
  })) as LineRow[];
  return Map.groupBy(rows, (row) => row.entryId);
}

/** One row more than `take` of each entry's lines, in order, after `after`; only a partner's own when it is named. */
export async function findLinePages(
  db: Tx,
  entryIds: readonly string[],
  { after, take, partnerId }: { after: number; take: number; partnerId: string | null },
): Promise<Map<string, LineRow[]>> {
  const rows = await db.$queryRaw<LineRow[]>`
    SELECT l.entry_id AS "entryId", l.seq, l.account::text AS account, l.owner_id AS "ownerId", l.unit, l.amount,
           l.lot_id AS "lotId", l.section, l.cycle_id AS "cycleId"
    FROM unnest(${[...entryIds]}::text[]) AS e(id) CROSS JOIN LATERAL (
      SELECT * FROM line WHERE entry_id = e.id AND seq > ${after} AND (${partnerId}::text IS NULL OR owner_id = ${partnerId})
      ORDER BY seq LIMIT ${take + 1}) l`;
  return Map.groupBy(rows, (row) => row.entryId);
}

/** What entries moved: points that changed places, and money on a partner's position. */
export async function readPointsMoved(db: Tx, entryIds: readonly string[]): Promise<Map<string, bigint>> {
  const rows = await db.$queryRaw<{ entryId: string; points: bigint }[]>`
    SELECT entry_id AS "entryId", sum(amount)::bigint AS points FROM line
    WHERE entry_id = ANY(${[...entryIds]}) AND unit = 'PTS' AND amount > 0 GROUP BY 1`;
  return new Map(rows.map(({ entryId, points }) => [entryId, points]));
}

/** The entries of a deed, in order, each with its lines. */
export async function findEntriesOf(db: Tx, deedId: string): Promise<FoundEntry[]> {
  const rows = await db.entry.findMany({ where: { deedId }, orderBy: { ord: "asc" } });
  const lines = await findLines(
    db,
    rows.map((row) => row.id),
    null,
  );
  return rows.map((row) => ({ ...row, lines: lines.get(row.id) ?? [] }));
}
