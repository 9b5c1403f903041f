import { type Actor, actorRef, systemActor } from "#api/kernel/actor.ts";
import { fingerprint } from "#api/kernel/fingerprint.ts";
import type { Movement } from "#api/ledger/movements.ts";
import { findFirstEntries } from "#api/ledger/read/bank.ts";
import { insertRows } from "#api/sql/insert-rows.ts";
import type { Booking, Tx } from "#api/sql/rows.ts";
import type { Deps } from "#api/use-cases/deps.ts";

/** Movements of cash: each is one entry, and none can be refused. */
export type CashMovement = Extract<
  Movement,
  {
    kind:
      | "payIn"
      | "receiptUnmatched"
      | "receiptApplied"
      | "receiptUnapplied"
      | "receiptReturned"
      | "debitUnexplained"
      | "debitExplained"
      | "writeOff"
      | "payOutSent"
      | "payOutBooked"
      | "payOutReturned"
      | "payOutRejected"
      | "bankCharge"
      | "collateralDrawn"
      | "collateralRefilled";
  }
>;

/** What is to be posted for a bank line, a match or a payment. `occurredAt`: when it happened at the bank. */
export type NewBooking = {
  key: string;
  kind: string;
  subjectId: string;
  movements: readonly CashMovement[];
  actor: Actor;
  reason?: string | null;
  occurredAt: Date;
};

/** Lays bookings down with the decision they belong to, in its transaction. */
export async function layBookings(tx: Tx, bookings: readonly NewBooking[]): Promise<void> {
  const rows = bookings
    .filter(({ movements }) => movements.length > 0)
    .map(({ actor, movements, reason = null, ...rest }) => ({ ...rest, reason, actor: actorRef(actor), movements }));
  await insertRows(tx, "booking", rows);
}

const CHUNK_BOOKINGS = 500;
/** A short statement reads in the books as at the bank; a long one is booked side by side, so that the ledger can batch. */
const IN_ORDER_MAX = 40;

/**
 * Posts what was laid down and not yet posted, whoever laid it. Each deed has its key, so that two may do this at once
 * and a crash costs nothing. Answers how many were posted.
 */
export async function postBookings(deps: Deps): Promise<number> {
  let posted = 0;
  for (;;) {
    const chunk = await deps.db.booking.findMany({
      where: { entryId: null },
      orderBy: { seq: "asc" },
      take: CHUNK_BOOKINGS,
    });
    if (chunk.length === 0) return posted;
    const deeds = await postAll(deps, chunk);
    await linkEntries(deps.db, deeds);
    posted += chunk.length;
  }
}

type PostedBooking = { booking: Booking; deedId: string };

async function postAll(deps: Deps, chunk: readonly Booking[]): Promise<PostedBooking[]> {
  const post = async (booking: Booking) => ({ booking, deedId: await postOne(deps, booking) });
  if (chunk.length > IN_ORDER_MAX) {
    const first = await Promise.all(chunk.filter((one) => !takesBack(one)).map(post));
    return [...first, ...(await Promise.all(chunk.filter(takesBack).map(post)))];
  }
  const deeds: PostedBooking[] = [];
  for (const booking of chunk) deeds.push(await post(booking));
  return deeds;
}

/** What leaves an account of ours must not be in the books before what came into it. */
const takesBack = (booking: Booking) =>
  movementsOf(booking).some(({ kind }) => /^(receiptReturned|receiptApplied|debitExplained|writeOff)$/.test(kind));

async function postOne(deps: Deps, booking: Booking): Promise<string> {
  const { key, kind, actor, reason, occurredAt } = booking;
  const posted = await deps.ledger.post({
    kind,
    actor: asActor(actor),
    owner: "operator",
    key,
    fingerprint: fingerprint({ key }),
    occurredAt,
    place: null,
    reason,
    movements: movementsOf(booking),
  });
  return posted.deedId;
}

function movementsOf({ movements }: Booking): CashMovement[] {
  const kept = movements as unknown as (Omit<CashMovement, "amountE6"> & { amountE6: string })[];
  return kept.map((movement) => ({ ...movement, amountE6: BigInt(movement.amountE6) }) as CashMovement);
}

/** Bank work is done by the operator's people or by the hub itself. */
function asActor(ref: string): Actor {
  const [kind, id] = ref.split(":");
  return kind === "operator" && id ? { kind: "operator", id, roles: [] } : systemActor;
}

async function linkEntries(db: Tx, deeds: readonly PostedBooking[]): Promise<void> {
  const entries = await findFirstEntries(
    db,
    deeds.map(({ deedId }) => deedId),
  );
  const keys = deeds.map(({ booking }) => booking.key);
  const subjects = deeds.map(({ booking }) => booking.subjectId);
  const ids = deeds.map(({ deedId }) => entries.get(deedId) ?? null);
  await db.$executeRaw`
    UPDATE bank_line b SET entry_id = p.entry_id FROM unnest(${subjects}::text[], ${ids}::text[]) AS p(id, entry_id)
    WHERE b.id = p.id AND b.entry_id IS NULL`;
  await db.$executeRaw`
    UPDATE recon_match m SET entry_id = p.entry_id FROM unnest(${subjects}::text[], ${ids}::text[]) AS p(id, entry_id)
    WHERE m.id = p.id AND m.entry_id IS NULL`;
  await db.$executeRaw`
    UPDATE booking b SET entry_id = p.entry_id FROM unnest(${keys}::text[], ${ids}::text[]) AS p(key, entry_id)
    WHERE b.key = p.key`;
}
