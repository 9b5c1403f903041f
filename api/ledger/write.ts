import { actorRef } from "#api/kernel/actor.ts";
import type { Book } from "#api/ledger/book.ts";
import { isPointsAccount, POINTS_UNIT } from "#api/ledger/chart.ts";
import { exposureChanges } from "#api/ledger/exposure.ts";
import type { Deed } from "#api/ledger/movements.ts";
import type { Plan } from "#api/ledger/planning.ts";
import type { Pool } from "#api/sql/client.ts";
import { compositeArray, type Field } from "#api/sql/composite.ts";

/** A deed as planned on a book, ready to be written. */
export type Planned = { deed: Deed; deedId: string; plan: Plan; members: string[] };

export type Outcome = {
  outcome: "DONE" | "REPLAYED" | "KEY_REUSED" | "DUPLICATE_RECEIPT" | "STALE" | "RETURNED_MEANWHILE" | "EXPOSURE_LIMIT";
  deedId: string | null;
  fact: string | null;
};

export type WriteContext = { pool: Pool; book: Book; currency: string; now: Date; careful: boolean };

type OutcomeRow = { ord: number; outcome: Outcome["outcome"]; deed_id: string | null; fact: string | null };

/** Writes a whole batch in one call (prisma/sql/10-post.sql); the outcomes stand in the order of the deeds. */
export async function writeAll(context: WriteContext, batch: readonly Planned[]): Promise<Outcome[]> {
  const { pool, now, careful } = context;
  const values = [now, careful, ...tables(context, batch)];
  const { rows } = await pool.query<OutcomeRow>({ name: "ledger_post", text: postSql, values });
  const byOrd = new Map(rows.map((row) => [row.ord, row]));
  return batch.map((_, ord) => {
    const row = byOrd.get(ord);
    if (!row) throw new Error(`the posting answered nothing for deed ${ord} of ${batch.length}`);
    return { outcome: row.outcome, deedId: row.deed_id, fact: row.fact };
  });
}

const postTypes = [
  "deed", "wallet", "entry", "line", "lot", "burn", "slice", "debt", "merge", "purchase", "return", "exposure",
]; // biome-ignore format: one row reads better

const postSql = `SELECT ord, outcome, deed_id, fact FROM ledger_post($1, $2, ${postTypes
  .map((type, index) => `$${index + 3}::post_${type}[]`)
  .join(", ")})`;

/** One array of rows per type, fields in the order of the SQL type. */
function tables({ book, currency }: WriteContext, batch: readonly Planned[]): string[] {
  const all = (rowsOf: (planned: Planned, ord: number) => Field[][]) =>
    compositeArray(batch.flatMap((planned, ord) => rowsOf(planned, ord).map((row) => [ord, ...row])));
  return [
    all(deedRow),
    all(({ members }) => members.map((memberId) => [memberId, book.wallet(memberId).version])),
    all(({ plan }) =>
      plan.entries.map((e) => [e.id, e.event, e.cycleId, e.originCycleId, e.memberId, e.purchaseId, e.burnId, e.disputeId]),
    ),
    all(({ plan }) => lineRows(plan, currency)),
    all(({ plan }) => plan.newLots.map(lotRow)),
    all(({ plan }) => [...plan.burns].map(burnRow)),
    all(({ plan }) => [...plan.burns].flatMap(sliceRows)),
    all(({ plan }) =>
      [...plan.debts].map((d) => [d.id, d.memberId, d.creditorId, d.lotId, d.rateE6, d.points, d.recovered, d.entryId]),
    ),
    all(({ plan }) => plan.merges.map((merge) => [merge.fromMemberId, merge.intoMemberId])),
    all(purchaseRows),
    all(returnRows),
    all(({ plan }) =>
      exposureChanges(book, plan.entries).map((x) => [
        x.partnerId, x.positionE6, x.dueE6, x.outstandingE6, x.collateralE6, x.lossPoolE6, x.checked,
      ]),
    ),
  ];
}

function deedRow({ deed, deedId }: Planned): Field[][] {
  const { owner, key, fingerprint, businessKey, kind, actor, occurredAt, place, reason } = deed;
  const at = [place?.partnerId ?? null, place?.locationId ?? null, place?.terminalId ?? null];
  return [[deedId, owner, key, fingerprint, businessKey ?? null, kind, actorRef(actor), occurredAt, ...at, reason ?? null]];
}

function lineRows(plan: Plan, currency: string): Field[][] {
  return plan.entries.flatMap((entry) =>
    entry.lines.map((line, seq) => {
      const unit = isPointsAccount(line.account) ? POINTS_UNIT : currency;
      return [entry.id, seq, line.account, line.ownerId, unit, line.amount, line.lotId, line.section];
    }),
  );
}

function lotRow(lot: Plan["newLots"][number]): Field[] {
  return [
    lot.id, lot.memberId, lot.issuerId, lot.original, lot.issueRateE6, lot.funding, lot.earnedAt, lot.maturesAt,
    lot.availableAt, lot.expiresAt, lot.parentLotId, lot.rootLotId, lot.purchaseId,
  ];
}

type Burn = Plan["burns"] extends Set<infer State> ? State : never;

function burnRow(burn: Burn): Field[] {
  return [
    burn.id, burn.memberId, burn.redeemerId, burn.locationId, burn.terminalId, burn.purchaseId, burn.state,
    burn.reserved, burn.captured, burn.redeemRateE6, burn.onUsPolicy, burn.reservedAt, burn.expiresAt,
    burn.capturedAt, burn.cycleId,
  ];
}

function sliceRows(burn: Burn): Field[][] {
  return burn.slices.map((s) => [
    burn.id, s.seq, s.lotId, s.issuerId, s.funding, s.issueRateE6, s.pinned, s.points, s.restored,
  ]);
}

function purchaseRows({ deed: { purchase: p } }: Planned): Field[][] {
  if (!p) return [];
  const counted = [p.totalE6, p.paidE6, p.pointsEarned, p.pointsSpent];
  return [[p.id, p.memberId, p.receiptNumber, p.businessDate, ...counted, json(p.lines), json(p.explanation)]];
}

function returnRows({ deed: { purchaseReturn: r } }: Planned): Field[][] {
  if (!r) return [];
  return [[r.id, r.purchaseId, r.seq, r.receiptNumber, r.amountE6, r.pointsClawed, r.pointsRestored, json(r.lines)]];
}

/** Stored JSON carries bigints as decimal strings. */
const json = (value: unknown) => JSON.stringify(value, (_, field) => (typeof field === "bigint" ? String(field) : field));
