import type { MoneyE6 } from "#api/kernel/money.ts";
import type { Tx } from "#api/sql/rows.ts";

/** A new partner's counters, all zero; only entries move them. */
export async function openExposure(tx: Tx, partnerId: string): Promise<void> {
  await tx.exposure.create({ data: { partnerId } });
}

/** The most the partner may come to owe; null lifts the limit. */
export async function limitExposure(tx: Tx, partnerId: string, limitE6: MoneyE6 | null): Promise<void> {
  await tx.exposure.update({ where: { partnerId }, data: { limitE6 } });
}

/** The limit that counts instead until an instant, at which it lapses by itself; null takes it away. */
export async function overrideExposure(
  tx: Tx,
  partnerId: string,
  override: { limitE6: MoneyE6; until: Date } | null,
): Promise<void> {
  const data = { overrideE6: override?.limitE6 ?? null, overrideUntil: override?.until ?? null };
  await tx.exposure.update({ where: { partnerId }, data });
}

/** Takes the limit of every contract in force at the instant; answers how many counters changed. */
export async function limitExposuresByContract(tx: Tx, at: Date): Promise<number> {
  return tx.$executeRaw`
    UPDATE exposure e SET limit_e6 = c.exposure_limit_e6
    FROM contract c
    WHERE c.partner_id = e.partner_id AND c.valid_from <= ${at} AND (c.valid_until IS NULL OR ${at} < c.valid_until)
      AND e.limit_e6 IS DISTINCT FROM c.exposure_limit_e6`;
}

/** The partners' counters, for those who may see them. */
export async function findExposures(tx: Tx, partnerIds: readonly string[]) {
  return tx.exposure.findMany({ where: { partnerId: { in: [...partnerIds] } } });
}
