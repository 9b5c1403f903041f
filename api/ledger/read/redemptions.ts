import type { MoneyE6 } from "#api/kernel/money.ts";
import type { Points } from "#api/kernel/points.ts";
import type { BalanceAfter, Effects } from "#api/ledger/movements.ts";
import type { Db } from "#api/sql/client.ts";
import type { Tx } from "#api/sql/rows.ts";

/** A redemption as it stands now: set aside, taken or let go, and how much of it has come back since. */
export type Redemption = {
  id: string;
  memberId: string;
  redeemerId: string;
  locationId: string | null;
  terminalId: string | null;
  deedId: string;
  state: "RESERVED" | "CAPTURED" | "RELEASED";
  reserved: Points;
  captured: Points;
  restored: Points;
  redeemRateE6: MoneyE6 | null;
  reservedAt: Date;
  expiresAt: Date;
  capturedAt: Date | null;
};

export async function findRedemptions(db: Db, ids: readonly string[]): Promise<Map<string, Redemption>> {
  const rows = await db.burn.findMany({
    where: { id: { in: [...ids] } },
    include: { slices: { select: { restored: true } } },
  });
  return new Map(
    rows.map(({ slices, cycleId: _c, onUsPolicy: _o, purchaseId: _p, ...burn }) => [
      burn.id,
      { ...burn, restored: slices.reduce((sum, slice) => sum + slice.restored, 0n) },
    ]),
  );
}

type EffectRow = Omit<BalanceAfter, "memberId"> & {
  deedId: string;
  burnId: string | null;
  aboutId: string | null;
  memberId: string | null;
};

/** The effects of deeds, by deed id; a deed without entries has none. */
export async function findEffects(db: Db, deedIds: readonly string[]): Promise<Map<string, Effects>> {
  const rows = await db.$queryRaw<EffectRow[]>`
    /* effects_of_deeds */
    SELECT e.deed_id AS "deedId", e.burn_id AS "burnId", e.member_id AS "aboutId", w.member_id AS "memberId",
           w.available_after AS available, w.pending_after AS pending
    FROM entry e LEFT JOIN wallet_change w ON w.entry_id = e.id
    WHERE e.deed_id = ANY (${deedIds}) ORDER BY e.ord, w.member_id`;
  return new Map([...Map.groupBy(rows, ({ deedId }) => deedId)].map(([deedId, own]) => [deedId, effectsOf(own)]));
}

function effectsOf(rows: readonly EffectRow[]): Effects {
  return {
    burnIds: [...new Set(rows.flatMap(({ burnId }) => burnId ?? []))],
    memberId: rows[0]?.aboutId ?? null,
    balances: lastOfEach(rows),
  };
}

/** Entries are in order, so the last change of each wallet is what stays. */
function lastOfEach(rows: readonly EffectRow[]): BalanceAfter[] {
  const last = new Map<string, BalanceAfter>();
  for (const { memberId, available, pending } of rows) {
    if (memberId) last.set(memberId, { memberId, available, pending });
  }
  return [...last.values()];
}

/** What members can spend now, as the wallets say. */
export async function findSpendable(db: Tx, memberIds: readonly string[]): Promise<Map<string, Points>> {
  const rows = await db.$queryRaw<{ memberId: string; available: Points }[]>`
    /* spendable */
    SELECT member_id AS "memberId", available FROM wallet WHERE member_id = ANY (${[...memberIds]}::text[])`;
  return new Map(rows.map(({ memberId, available }) => [memberId, available]));
}

/** A lot that can be named in a correction. */
export type NamedLot = { id: string; memberId: string; issuerId: string; available: Points };

export async function findLots(db: Db, ids: readonly string[]): Promise<Map<string, NamedLot>> {
  const rows = await db.lot.findMany({
    where: { id: { in: [...ids] } },
    select: { id: true, memberId: true, issuerId: true, available: true },
  });
  return new Map(rows.map((row) => [row.id, row]));
}
