import { Book, type BurnState, type DebtState, type LotState, type PackState } from "#api/ledger/book.ts";
import type { Deed, Movement } from "#api/ledger/movements.ts";
import type { Pool } from "#api/sql/client.ts";

/** A deed that came before under the same key or the same receipt. */
export type EarlierDeed = { id: string; owner: string; key: string; fingerprint: string; businessKey: string | null };

export type Reading = { book: Book; currency: string; earlier: EarlierDeed[] };

/** Whose wallets, which lots, burns and purchases a movement is about. */
type Touch = {
  members?: string[];
  lotsOf?: string[];
  lots?: string[];
  burns?: string[];
  purchases?: string[];
  packsOf?: string[];
};

function touchOf(movement: Movement): Touch {
  switch (movement.kind) {
    case "open":
      return { members: movement.lots.map((lot) => lot.memberId) };
    case "earn":
      return {
        members: [movement.memberId],
        ...(movement.terms.funding === "PREPAID" ? { packsOf: [movement.terms.issuerId] } : {}),
      };
    case "adjustCredit":
      return { members: [movement.memberId] };
    case "buyPack":
      return { packsOf: [movement.partnerId] };
    case "mature":
    case "reserve":
    case "expire":
    case "adjustDebit":
    case "haircut":
      return { lotsOf: [movement.memberId] };
    case "blockLots":
    case "unblockLots":
      // Also lots in which nothing is left: points may come back to them.
      return { lotsOf: [movement.memberId], lots: movement.lotIds };
    case "clawback":
      return { lotsOf: [movement.memberId], purchases: [movement.purchaseId] };
    case "returnDiscount":
      return { purchases: [movement.purchaseId] };
    case "capture":
    case "release":
    case "returnRedemption":
    case "holdDispute":
    case "payClaim":
    case "upholdDispute":
    case "rejectDispute":
      return { burns: [movement.burnId] };
    case "transfer":
      return { lotsOf: [movement.fromMemberId], members: [movement.toMemberId] };
    case "merge":
      return { lotsOf: [movement.fromMemberId, movement.intoMemberId] };
    default:
      return {};
  }
}

/** What deeds take turns for: one wallet, or one issuer's packs, is never in two batches at a time. */
export const turnsOf = (deed: Deed): string[] => [
  ...membersOf(deed),
  ...unique(deed.movements.flatMap((movement) => touchOf(movement).packsOf ?? [])).map(packsTurn),
];

/** The turn for an issuer's packs, told from a member's by its name. */
export const packsTurn = (issuerId: string) => `${PACKS_OF}${issuerId}`;
export const isPacksTurn = (turn: string) => turn.startsWith(PACKS_OF);
const PACKS_OF = "packs of ";

/** The members a deed is known to touch before anything is read; burns and purchases may add more. */
export function membersOf(deed: Deed): string[] {
  const touched = deed.movements.map(touchOf);
  const named = touched.flatMap((touch) => [...(touch.members ?? []), ...(touch.lotsOf ?? [])]);
  return [...new Set([...named, ...(deed.purchaseReturn ? [deed.purchaseReturn.memberId] : [])])];
}

/**
 * Reads, in one statement and so at one instant, all that a batch of deeds needs: earlier deeds under the same keys,
 * the wallets, open lots, burns with their slices, and open debts.
 */
export async function readFor(pool: Pool, deeds: readonly Deed[]): Promise<Reading> {
  const touched = deeds.flatMap((deed) => deed.movements.map(touchOf));
  const lotsOf = unique(touched.flatMap((touch) => touch.lotsOf ?? []));
  const own = [
    deeds.map((deed) => deed.owner),
    deeds.map((deed) => deed.key),
    deeds.map((deed) => deed.businessKey ?? null),
    unique([...deeds.flatMap(membersOf), ...lotsOf]),
  ];
  const others = [
    lotsOf,
    unique(touched.flatMap((touch) => touch.burns ?? [])),
    unique(touched.flatMap((touch) => touch.purchases ?? [])),
    unique(touched.flatMap((touch) => touch.packsOf ?? [])),
    unique(touched.flatMap((touch) => touch.lots ?? [])),
  ];
  if (others.every((ids) => ids.length === 0)) {
    const wallets = await read(pool, { name: "ledger_read_wallets", text: readWalletsSql, values: own });
    // What is earned pays debts first, and debts bring lots with them.
    if (wallets.wallets.every(({ debt }) => debt === 0)) return readingOf(wallets);
  }
  return readingOf(await read(pool, { name: "ledger_read", text: readSql, values: [...own, ...others] }));
}

type Query = { name: string; text: string; values: unknown[] };

async function read(pool: Pool, query: Query): Promise<RawReading> {
  const { rows } = await pool.query<{
    reading: Partial<RawReading> & Pick<RawReading, "operator" | "currency" | "earlier" | "wallets">;
  }>(query);
  const raw = rows[0]?.reading;
  if (!raw) throw new Error("the ledger's reading came back empty");
  return { lots: [], earned: {}, burns: [], slices: [], debts: [], packs: [], ...raw };
}

const readingOf = (raw: RawReading): Reading => ({ book: bookOf(raw), currency: raw.currency, earlier: raw.earlier });

const unique = (ids: string[]) => [...new Set(ids)];

const askedSql = "asked AS (SELECT * FROM unnest($1::text[], $2::text[], $3::text[]) AS a(owner, key, business_key))";

const walletsSql = `
  'operator', (SELECT id FROM partner WHERE is_operator),
  'currency', (SELECT currency FROM programme),
  'earlier', (SELECT coalesce(json_agg(json_build_object('id', d.id, 'owner', d.owner, 'key', d.key,
      'fingerprint', d.fingerprint, 'businessKey', d.business_key)), '[]')
    FROM (SELECT d.* FROM asked a JOIN deed d ON d.owner = a.owner AND d.key = a.key
      UNION SELECT d.* FROM asked a JOIN deed d ON d.owner = a.owner AND d.business_key = a.business_key) d),
  'wallets', (SELECT coalesce(json_agg(w), '[]') FROM wallets w)`;

/** For deeds that touch nothing but wallets, as most do: planning the whole reading costs more than making it. */
const readWalletsSql = `
WITH ${askedSql},
wallets AS (SELECT member_id, version, pending, available, debt FROM wallet WHERE member_id = ANY ($4::text[]))
SELECT json_build_object(${walletsSql}) AS reading`;

const readSql = `
WITH ${askedSql},
burn_lots AS (SELECT lot_id FROM burn_slice WHERE burn_id = ANY ($6::text[])),
owners AS (
  SELECT unnest($4::text[]) AS member_id
  UNION SELECT member_id FROM lot WHERE id IN (SELECT lot_id FROM burn_lots)
  UNION SELECT member_id FROM lot WHERE purchase_id = ANY ($7::text[])),
wallets AS (SELECT w.member_id, w.version, w.pending, w.available, w.debt FROM wallet w JOIN owners USING (member_id)),
with_lots AS (SELECT unnest($5::text[]) AS member_id UNION SELECT member_id FROM wallets WHERE debt > 0
  UNION SELECT member_id FROM lot WHERE purchase_id = ANY ($7::text[])
  UNION SELECT member_id FROM lot WHERE id IN (SELECT lot_id FROM burn_lots)),
lots AS (
  SELECT l.* FROM lot l JOIN with_lots USING (member_id) WHERE l.pending + l.available + l.reserved > 0
  UNION SELECT * FROM lot WHERE id IN (SELECT lot_id FROM burn_lots)
  UNION SELECT * FROM lot WHERE purchase_id = ANY ($7::text[])
  UNION SELECT * FROM lot WHERE id = ANY ($9::text[]) AND member_id = ANY ($5::text[]))
SELECT json_build_object(${walletsSql},
  'lots', (SELECT coalesce(json_agg(l), '[]') FROM lots l),
  'earned', (SELECT coalesce(json_object_agg(e.purchase_id, e.cycle_id), '{}') FROM entry e
    WHERE e.purchase_id = ANY ($7::text[]) AND e.event IN ('EARN', 'DISCOUNT')),
  'burns', (SELECT coalesce(json_agg(b), '[]') FROM burn b WHERE id = ANY ($6::text[])),
  'slices', (SELECT coalesce(json_agg(s ORDER BY seq), '[]') FROM burn_slice s WHERE burn_id = ANY ($6::text[])),
  'debts', (SELECT coalesce(json_agg(t), '[]') FROM member_debt t
    WHERE recovered < points AND member_id IN (SELECT member_id FROM wallets)),
  'packs', (SELECT coalesce(json_agg(k), '[]') FROM (
    SELECT * FROM prepaid_pack WHERE partner_id = ANY ($8::text[]) AND issued < points
    UNION SELECT * FROM prepaid_pack WHERE id IN (SELECT pack_id FROM lots)) k)
) AS reading`;

/** Rows as PostgreSQL writes them in JSON; whole numbers there stay far below 2^53 (points and prices of one lot). */
type Row = Record<string, string | number | null>;
type RawReading = {
  operator: string;
  currency: string;
  earlier: EarlierDeed[];
  wallets: Row[];
  lots: Row[];
  /** In which cycle purchases gave what they gave. */
  earned: Record<string, string>;
  burns: Row[];
  slices: Row[];
  debts: Row[];
  packs: Row[];
};

function bookOf(raw: RawReading): Book {
  const book = new Book(raw.operator);
  for (const row of raw.wallets) {
    const memberId = String(row["member_id"]);
    const [pending, available] = [whole(row, "pending"), whole(row, "available")];
    const [version, debt] = [whole(row, "version"), whole(row, "debt")];
    book.wallets.set(memberId, { memberId, version, pending, available, debt });
  }
  for (const row of raw.lots) {
    const originCycleId = raw.earned[String(row["purchase_id"])] ?? null;
    book.lots.set(String(row["id"]), { ...lotOf(row), originCycleId });
  }
  for (const [purchaseId, cycleId] of Object.entries(raw.earned)) book.purchaseCycles.set(purchaseId, cycleId);
  for (const row of raw.burns) {
    const slices = raw.slices.filter((slice) => slice["burn_id"] === row["id"]).map(sliceOf);
    book.burns.set(String(row["id"]), burnOf(row, slices));
  }
  for (const row of raw.packs) book.packs.set(String(row["id"]), packOf(row));
  for (const row of raw.debts) book.debts.set(String(row["id"]), debtOf(row));
  return book;
}

const whole = (row: Row, name: string) => BigInt(row[name] ?? 0);
const text = (row: Row, name: string) => (row[name] === null ? null : String(row[name]));
const instant = (row: Row, name: string) => (row[name] === null ? null : new Date(String(row[name])));

function lotOf(row: Row): LotState {
  return {
    id: String(row["id"]),
    memberId: String(row["member_id"]),
    issuerId: String(row["issuer_id"]),
    original: whole(row, "original"),
    pending: whole(row, "pending"),
    available: whole(row, "available"),
    reserved: whole(row, "reserved"),
    expired: whole(row, "expired"),
    clawedBack: whole(row, "clawed_back"),
    issueRateE6: whole(row, "issue_rate_e6"),
    fundedRateE6: whole(row, "funded_rate_e6"),
    funding: row["funding"] as LotState["funding"],
    packId: text(row, "pack_id"),
    earnedAt: new Date(String(row["earned_at"])),
    maturesAt: instant(row, "matures_at"),
    availableAt: instant(row, "available_at"),
    expiresAt: instant(row, "expires_at"),
    parentLotId: text(row, "parent_lot_id"),
    rootLotId: String(row["root_lot_id"]),
    purchaseId: text(row, "purchase_id"),
    blockedAt: instant(row, "blocked_at"),
    subscriptionId: text(row, "subscription_id"),
  };
}

function packOf(row: Row): PackState {
  return {
    id: String(row["id"]),
    partnerId: String(row["partner_id"]),
    seq: whole(row, "seq"),
    points: whole(row, "points"),
    issued: whole(row, "issued"),
    priceE6: whole(row, "price_e6"),
  };
}

function sliceOf(row: Row): BurnState["slices"][number] {
  return {
    seq: Number(row["seq"]),
    lotId: String(row["lot_id"]),
    issuerId: String(row["issuer_id"]),
    funding: row["funding"] as LotState["funding"],
    issueRateE6: whole(row, "issue_rate_e6"),
    fundedRateE6: whole(row, "funded_rate_e6"),
    pinned: whole(row, "pinned"),
    points: whole(row, "points"),
    restored: whole(row, "restored"),
  };
}

function burnOf(row: Row, slices: BurnState["slices"]): BurnState {
  return {
    id: String(row["id"]),
    memberId: String(row["member_id"]),
    redeemerId: String(row["redeemer_id"]),
    locationId: text(row, "location_id"),
    terminalId: text(row, "terminal_id"),
    purchaseId: text(row, "purchase_id"),
    state: row["state"] as BurnState["state"],
    reserved: whole(row, "reserved"),
    captured: whole(row, "captured"),
    redeemRateE6: row["redeem_rate_e6"] === null ? null : whole(row, "redeem_rate_e6"),
    onUsPolicy: row["on_us_policy"] as BurnState["onUsPolicy"],
    reservedAt: new Date(String(row["reserved_at"])),
    expiresAt: new Date(String(row["expires_at"])),
    capturedAt: instant(row, "captured_at"),
    cycleId: text(row, "cycle_id"),
    slices,
  };
}

function debtOf(row: Row): DebtState {
  return {
    id: String(row["id"]),
    memberId: String(row["member_id"]),
    creditorId: String(row["creditor_id"]),
    lotId: String(row["lot_id"]),
    rateE6: whole(row, "rate_e6"),
    points: whole(row, "points"),
    recovered: whole(row, "recovered"),
    entryId: String(row["entry_id"]),
  };
}
