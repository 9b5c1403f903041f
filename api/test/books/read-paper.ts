import { budgetOf, instant } from "#api/test/books/deeds.ts";
import type { Issuer, PaperBook, PaperLot, PaperSlice } from "#api/test/books/paper.ts";
import type { Play } from "#api/test/books/play.ts";

/** What the ledger keeps of a history, written down as on paper. */
export async function readPaper(it: Play): Promise<PaperBook> {
  const { pool } = it.coalition.database;
  const { rows } = await pool.query<{ kept: Kept }>({
    name: "read_paper",
    text: keptSql,
    values: [it.members, it.burns, it.owner, it.partners.E, budgetOf(it)],
  });
  const kept = rows[0]?.kept;
  if (!kept) throw new Error("nothing was read");
  const numbers: Numbers = {
    lots: new Map(kept.lots.map(({ id }, no) => [id, no])),
    packs: new Map(kept.packs.map(({ id }, no) => [id, no])),
  };
  const { lots } = numbers;
  const burns = kept.burns.map((burn): [number, PaperBook["burns"][number]] => [
    it.burns.indexOf(burn.id),
    {
      redeemer: codeOf(it, burn.redeemer_id) as "A",
      reserved: burn.reserved,
      expiresAt: hourOf(burn.expires_at) ?? 0,
      slices: burn.slices.map(
        ({ lot_id, pinned, points, restored }): PaperSlice => ({
          lot: lots.get(lot_id) ?? -1,
          pinned,
          points,
          restored,
        }),
      ),
      state: burn.state,
      captured: burn.captured,
      marginFree: burn.on_us_policy === "MARGIN_FREE",
    },
  ]);
  return {
    lots: kept.lots.map((row) => lotOf(it, row, numbers)),
    burns: Object.fromEntries(burns),
    debts: kept.debts.map(({ member_id, lot_id, points, recovered }) => ({
      holder: it.members.indexOf(member_id),
      lot: lots.get(lot_id) ?? -1,
      points,
      recovered,
    })),
    packs: kept.packs.map(({ points, issued, price_e6 }) => ({ points, issued, price: price_e6 })),
    disputes: it.books[0]?.disputes ?? {},
    discounts: it.books[0]?.discounts ?? {},
    budget: kept.budget,
    money: Object.fromEntries(kept.money.map((row) => [nameOf(it, row), row.amount])),
  };
}

/** Lots and packs by the order of posting. */
type Numbers = { lots: ReadonlyMap<string, number>; packs: ReadonlyMap<string, number> };

type LotRow = Record<"id" | "member_id" | "issuer_id", string> &
  Record<"original" | "pending" | "available" | "reserved" | "expired" | "clawed_back", number> &
  Record<"issue_rate_e6" | "funded_rate_e6", number> &
  Record<"matures_at" | "available_at" | "expires_at" | "blocked_at", string | null> &
  Record<"parent_lot_id" | "purchase_id" | "pack_id", string | null>;
type PackRow = { id: string; points: number; issued: number; price_e6: number };
type SliceRow = { lot_id: string; pinned: number; points: number; restored: number };
type BurnRow = {
  id: string;
  redeemer_id: string;
  state: "RESERVED" | "CAPTURED" | "RELEASED";
  reserved: number;
  captured: number;
  expires_at: string;
  on_us_policy: string;
  slices: SliceRow[];
};
type DebtRow = { member_id: string; lot_id: string; points: number; recovered: number };
type MoneyRow = { account: string; owner_id: string; amount: number };
type Kept = { lots: LotRow[]; burns: BurnRow[]; debts: DebtRow[]; packs: PackRow[]; budget: number; money: MoneyRow[] };

/** Lots and debts are numbered as they were posted; ids tell only when they were planned, and two gateways race. */
const keptSql = `
SELECT json_build_object(
  'lots', (SELECT coalesce(json_agg(l ORDER BY made.at), '[]') FROM lot l
    CROSS JOIN LATERAL (SELECT min(ARRAY[e.ord, x.seq]) AS at FROM line x JOIN entry e ON e.id = x.entry_id
      WHERE x.lot_id = l.id) made
    WHERE l.member_id = ANY ($1::text[])),
  'burns', (SELECT coalesce(json_agg(b), '[]') FROM (
    SELECT b.*, (SELECT json_agg(s ORDER BY seq) FROM burn_slice s WHERE s.burn_id = b.id) AS slices
    FROM burn b WHERE id = ANY ($2::text[])) b),
  'debts', (SELECT coalesce(json_agg(d ORDER BY e.ord), '[]') FROM member_debt d JOIN entry e ON e.id = d.entry_id
    WHERE d.member_id = ANY ($1::text[])),
  'packs', (SELECT coalesce(json_agg(k ORDER BY seq), '[]') FROM prepaid_pack k WHERE k.partner_id = $4),
  'budget', coalesce((SELECT value FROM counter WHERE id = $5), 0),
  'money', (SELECT coalesce(json_agg(m), '[]') FROM (
    SELECT l.account, l.owner_id, sum(l.amount) AS amount FROM deed d JOIN entry e ON e.deed_id = d.id
    JOIN line l ON l.entry_id = e.id WHERE d.owner = $3 AND l.unit <> 'PTS' GROUP BY 1, 2 HAVING sum(l.amount) <> 0) m)
) AS kept`;

const HOUR_MS = 3_600_000;
const hourOf = (at: string | null) => (at === null ? null : (Date.parse(at) - instant(0).getTime()) / HOUR_MS);

function codeOf({ partners }: Play, id: string): Issuer {
  const code = (Object.keys(partners) as Issuer[]).find((one) => partners[one] === id);
  if (!code) throw new Error(`no partner ${id}`);
  return code;
}

function lotOf(it: Play, row: LotRow, { lots, packs }: Numbers): PaperLot {
  return {
    maturesAt: hourOf(row.matures_at),
    availableAt: hourOf(row.available_at),
    expiresAt: hourOf(row.expires_at),
    parent: row.parent_lot_id === null ? null : (lots.get(row.parent_lot_id) ?? -1),
    purchase: row.purchase_id === null ? null : it.purchases.indexOf(row.purchase_id),
    holder: it.members.indexOf(row.member_id),
    issuer: codeOf(it, row.issuer_id),
    rate: row.issue_rate_e6,
    funded: row.funded_rate_e6,
    pack: row.pack_id === null ? null : (packs.get(row.pack_id) ?? -1),
    blocked: row.blocked_at !== null,
    original: row.original,
    pending: row.pending,
    available: row.available,
    reserved: row.reserved,
    expired: row.expired,
    clawedBack: row.clawed_back,
  };
}

function nameOf(it: Play, { account, owner_id }: MoneyRow): string {
  if (owner_id === "") return account;
  return `${account}:${account === "DISPUTE_HOLD" ? it.disputes.indexOf(owner_id) : codeOf(it, owner_id)}`;
}
