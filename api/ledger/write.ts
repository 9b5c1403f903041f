import { actorRef } from "#api/kernel/actor.ts";
import { jsonText } from "#api/kernel/json-text.ts";
import { bellsOf } from "#api/ledger/bells.ts";
import type { Book } from "#api/ledger/book.ts";
import { type AccountKind, isPointsAccount, POINTS_UNIT } from "#api/ledger/chart.ts";
import { type ExposureChange, exposureChanges } from "#api/ledger/exposure.ts";
import { isPacksTurn } from "#api/ledger/load.ts";
import type { Deed } from "#api/ledger/movements.ts";
import type { FinishedPlan, Plan } from "#api/ledger/planning.ts";
import type { Pool } from "#api/sql/client.ts";
import { compositeArray, type Field, textArray } from "#api/sql/composite.ts";

/** A deed as planned on a book, ready to be written. `members`: the wallets it touches, and the turns it takes. */
export type Planned = { deed: Deed; deedId: string; plan: FinishedPlan; members: string[] };

export type Outcome = {
  outcome:
    | "DONE"
    | "REPLAYED"
    | "KEY_REUSED"
    | "DUPLICATE_RECEIPT"
    | "STALE"
    | "RETURNED_MEANWHILE"
    | "EXPOSURE_LIMIT"
    | "LIMIT_REACHED";
  deedId: string | null;
  fact: string | null;
};

export type WriteContext = { pool: Pool; book: Book; currency: string; now: Date; careful: boolean };

type OutcomeRow = { ord: number; outcome: Outcome["outcome"]; deed_id: string | null; fact: string | null };

/** Writes a whole batch in one call (prisma/sql/10-post.sql); the outcomes stand in the order of the deeds. */
export async function writeAll(context: WriteContext, batch: readonly Planned[]): Promise<Outcome[]> {
  const { pool, now, careful } = context;
  const values = [now, careful, ...tables(context, batch), textArray(bellsOf(batch)), batch.some(movesLots)];
  const { rows } = await pool.query<OutcomeRow>({ name: "ledger_post", text: postSql, values });
  const byOrd = new Map(rows.map((row) => [row.ord, row]));
  return batch.map((_, ord) => {
    const row = byOrd.get(ord);
    if (!row) throw new Error(`the posting answered nothing for deed ${ord} of ${batch.length}`);
    return { outcome: row.outcome, deedId: row.deed_id, fact: row.fact };
  });
}

const postTypes = [
  "deed", "wallet", "entry", "line", "lot", "burn", "slice", "debt", "merge", "purchase", "return", "exposure", "block",
  "draw", "pack", "count",
]; // biome-ignore format: one row reads better

const postSql = `SELECT ord, outcome, deed_id, fact FROM ledger_post($1, $2, ${postTypes
  .map((type, index) => `$${index + 3}::post_${type}[]`)
  .join(", ")}, $${postTypes.length + 3}::text[], $${postTypes.length + 4}::text[], $${postTypes.length + 5})`;

/** Keeps the documents of a row and answers the place of the first among all, from 1. */
type File = (...documents: string[]) => number;

/** One array of rows per type, fields in the order of the SQL type; and the documents that rows name by their places. */
function tables({ book, currency }: WriteContext, batch: readonly Planned[]): (string | Buffer)[] {
  const papers: string[] = [];
  const file: File = (...documents) => papers.push(...documents) - documents.length + 1;
  const all = (rowsOf: (planned: Planned) => Field[][]) =>
    compositeArray(batch.flatMap((planned, ord) => rowsOf(planned).map((row) => [ord, ...row])));
  let entriesBefore = 0;
  const firstEntry = new Map(
    batch.map((planned) => {
      const first = entriesBefore;
      entriesBefore += planned.plan.entries.length;
      return [planned, first] as const;
    }),
  );
  const placeOf = (planned: Planned) => firstEntry.get(planned) ?? 0;
  return [
    all(deedRow),
    all(({ members }) => members.map((name) => [name, isPacksTurn(name) ? null : book.wallet(name).version])),
    all((planned) => entryRows(planned, placeOf(planned))),
    all((planned) => lineRows(planned, currency, placeOf(planned))),
    all(lotRows),
    all(({ deedId, plan }) => [...plan.burns].map((burn) => burnRow(burn, deedId))),
    all(({ plan }) => [...plan.burns].flatMap(sliceRows)),
    all(({ plan }) =>
      [...plan.debts].map((d) => [d.id, d.memberId, d.creditorId, d.lotId, d.rateE6, d.points, d.recovered, d.entryId]),
    ),
    all(({ plan }) => plan.merges.map((merge) => [merge.fromMemberId, merge.intoMemberId])),
    all((planned) => purchaseRows(planned, file)),
    all((planned) => returnRows(planned, file)),
    all(({ plan }) => exposureChanges(book, plan.entries).map(exposureRow)),
    all(({ plan }) => plan.blocks.map(({ lotId, blockedAt }) => [lotId, blockedAt])),
    all(({ plan }) => plan.draws.map((d) => [d.packId, d.partnerId, d.points, d.stopPoints])),
    all(({ plan }) => plan.packs.map((k) => [k.id, k.partnerId, k.points, k.priceE6, k.boughtAt, k.entryId])),
    all(({ deed }) => (deed.counts ?? []).map(({ counter, by, most }) => [counter, by, most])),
    textArray(papers),
  ];
}

const exposureRow = (x: ExposureChange): Field[] => [
  x.partnerId,
  x.positionE6,
  x.dueE6,
  x.outstandingE6,
  x.collateralE6,
  x.lossPoolE6,
  x.checked,
];

function deedRow({ deed, deedId }: Planned): Field[][] {
  const { owner, key, fingerprint, businessKey, kind, actor, occurredAt, place, reason } = deed;
  const at = [place?.partnerId ?? null, place?.locationId ?? null, place?.terminalId ?? null];
  return [
    [deedId, owner, key, fingerprint, businessKey ?? null, kind, actorRef(actor), occurredAt, ...at, reason ?? null],
  ];
}

function entryRows({ deed, deedId, plan }: Planned, first: number): Field[][] {
  const { occurredAt, place, reason } = deed;
  return plan.entries.map((e, i) => [
    first + i,
    e.id,
    deedId,
    e.event,
    occurredAt,
    e.cycleId,
    e.originCycleId,
    place?.partnerId ?? null,
    e.memberId,
    place?.locationId ?? null,
    place?.terminalId ?? null,
    e.purchaseId,
    e.burnId,
    e.disputeId,
    reason ?? null,
  ]);
}

function lineRows({ deed, plan }: Planned, currency: string, first: number): Field[][] {
  const newLots = new Set(plan.newLots.map((lot) => lot.id));
  return plan.entries.flatMap((entry, i) =>
    entry.lines.map((line, seq) => {
      const { account, ownerId, amount, lotId, section } = line;
      const unit = isPointsAccount(account) ? POINTS_UNIT : currency;
      const fillsNewLot = lotId !== null && newLots.has(lotId);
      const maturedAt = entry.event === "MATURE" && account === "AVAIL" ? deed.occurredAt : null;
      return [
        first + i,
        entry.id,
        seq,
        account,
        ownerId,
        unit,
        amount,
        lotId,
        section,
        entry.cycleId,
        fillsNewLot,
        maturedAt,
      ];
    }),
  );
}

/** Does anything move in lots that were there before? */
function movesLots({ plan }: Planned): boolean {
  const newLots = new Set(plan.newLots.map((lot) => lot.id));
  return plan.entries.some(({ lines }) => lines.some(({ lotId }) => lotId !== null && !newLots.has(lotId)));
}

/** A new lot's buckets are what the lines of its own deed put into them; later deeds of the batch move it further. */
function lotRows({ plan }: Planned): Field[][] {
  const lines = plan.entries.flatMap((entry) => entry.lines);
  return plan.newLots.map((lot) => {
    const filled = (account: AccountKind) =>
      lines.reduce((sum, line) => (line.lotId === lot.id && line.account === account ? sum - line.amount : sum), 0n);
    const buckets = [filled("PENDING"), filled("AVAIL"), filled("RESERVED"), filled("EXPIRED"), filled("CLAWBACK")];
    return [
      lot.id,
      lot.memberId,
      lot.issuerId,
      lot.original,
      ...buckets,
      lot.issueRateE6,
      lot.fundedRateE6,
      lot.funding,
      lot.packId,
      lot.earnedAt,
      lot.maturesAt,
      lot.availableAt,
      lot.expiresAt,
      lot.parentLotId,
      lot.rootLotId,
      lot.purchaseId,
      lot.blockedAt,
      lot.subscriptionId,
    ];
  });
}

type Burn = Plan["burns"] extends Set<infer State> ? State : never;

function burnRow(burn: Burn, deedId: string): Field[] {
  return [
    burn.id,
    deedId,
    burn.memberId,
    burn.redeemerId,
    burn.locationId,
    burn.terminalId,
    burn.purchaseId,
    burn.state,
    burn.reserved,
    burn.captured,
    burn.redeemRateE6,
    burn.onUsPolicy,
    burn.reservedAt,
    burn.expiresAt,
    burn.capturedAt,
    burn.cycleId,
  ];
}

function sliceRows(burn: Burn): Field[][] {
  return burn.slices.map((s) => [
    burn.id,
    s.seq,
    s.lotId,
    s.issuerId,
    s.funding,
    s.issueRateE6,
    s.fundedRateE6,
    s.pinned,
    s.points,
    s.restored,
  ]);
}

function purchaseRows({ deedId, deed }: Planned, file: File): Field[][] {
  const { purchase: p, place, occurredAt } = deed;
  if (!p) return [];
  return [
    [
      p.id,
      deedId,
      place?.partnerId ?? null,
      place?.locationId ?? null,
      place?.terminalId ?? null,
      p.memberId,
      p.receiptNumber,
      p.businessDate,
      occurredAt,
      p.totalE6,
      p.paidE6,
      p.pointsEarned,
      p.pointsSpent,
      p.fundedE6 ?? 0n,
      file(
        JSON.stringify(p.lines),
        JSON.stringify(p.payments),
        JSON.stringify(p.explanation),
        jsonText(p.granted ?? {}),
      ),
    ],
  ];
}

function returnRows({ deedId, deed }: Planned, file: File): Field[][] {
  const { purchaseReturn: r, place, occurredAt } = deed;
  if (!r) return [];
  return [
    [
      r.id,
      deedId,
      r.purchaseId,
      r.seq,
      place?.partnerId ?? null,
      place?.terminalId ?? null,
      r.receiptNumber,
      occurredAt,
      r.amountE6,
      r.paidE6,
      r.last,
      r.pointsClawed,
      r.pointsRestored,
      r.fundedE6 ?? 0n,
      file(JSON.stringify(r.lines)),
    ],
  ];
}
