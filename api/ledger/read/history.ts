import type { Points } from "#api/kernel/points.ts";
import type { Tx } from "#api/sql/rows.ts";

/** One entry as the member whose wallet it touched reads it. */
export type HistoryRow = {
  memberId: string;
  /** Its place in the member's history. */
  version: bigint;
  entryId: string;
  event: string;
  occurredAt: Date;
  postedAt: Date;
  partnerId: string | null;
  locationId: string | null;
  terminalId: string | null;
  purchaseId: string | null;
  reversesEntryId: string | null;
  reason: string | null;
  pending: Points;
  available: Points;
  reserved: Points;
  debt: Points;
  availableAfter: Points;
  pendingAfter: Points;
};

const columns = `
  c.member_id AS "memberId", c.version, c.entry_id AS "entryId", e.event, e.occurred_at AS "occurredAt",
  e.posted_at AS "postedAt", e.partner_id AS "partnerId", e.location_id AS "locationId",
  e.terminal_id AS "terminalId", e.purchase_id AS "purchaseId", e.reverses_entry_id AS "reversesEntryId", e.reason,
  c.pending, c.available, c.reserved, c.debt, c.available_after AS "availableAfter", c.pending_after AS "pendingAfter"`;

/** Which part of a history: older than `before`, of some events, recorded in a span of time. */
export type HistoryRange = {
  before: bigint | null;
  take: number;
  events?: readonly string[] | null;
  from?: Date | null;
  until?: Date | null;
};

/** One row more than `take` for each member, newest first, below `before`. */
export async function findHistories(
  db: Tx,
  memberIds: readonly string[],
  { before, take, events = null, from = null, until = null }: HistoryRange,
): Promise<HistoryRow[]> {
  return db.$queryRawUnsafe<HistoryRow[]>(
    `SELECT ${columns} FROM unnest($1::text[]) AS m(id) CROSS JOIN LATERAL (
       SELECT w.* FROM wallet_change w JOIN entry x ON x.id = w.entry_id
       WHERE w.member_id = m.id AND ($2::bigint IS NULL OR w.version < $2)
         AND ($4::text[] IS NULL OR x.event = ANY($4))
         AND ($5::timestamptz IS NULL OR x.posted_at >= $5) AND ($6::timestamptz IS NULL OR x.posted_at < $6)
       ORDER BY w.version DESC LIMIT $3) c
     JOIN entry e ON e.id = c.entry_id ORDER BY c.member_id, c.version DESC`,
    [...memberIds],
    before,
    take + 1,
    events && [...events],
    from,
    until,
  );
}

/** What an entry did to the wallets it touched. */
export async function findHistoryRows(db: Tx, entryIds: readonly string[]): Promise<HistoryRow[]> {
  return db.$queryRawUnsafe<HistoryRow[]>(
    `SELECT ${columns} FROM wallet_change c JOIN entry e ON e.id = c.entry_id WHERE c.entry_id = ANY($1::text[])`,
    [...entryIds],
  );
}
