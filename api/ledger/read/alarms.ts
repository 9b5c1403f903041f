import { exposuresAt } from "#api/ledger/exposures.ts";
import type { Tx } from "#api/sql/rows.ts";

/** Partners whose exposure came to the alarm share of their limit; `firstId` is the nearest to it. */
export type Alarms = { count: number; firstId: string | null };

export async function findLimitAlarms(db: Tx, at: Date): Promise<Alarms> {
  const [alarms] = await db.$queryRaw<Alarms[]>`
    SELECT count(*)::int AS count, (array_agg(x.partner_id ORDER BY x.use_bps DESC, x.partner_id))[1] AS "firstId"
    FROM (${exposuresAt(at)}) x JOIN contract c ON c.partner_id = x.partner_id AND c.valid_from <= ${at}
      AND (c.valid_until IS NULL OR c.valid_until > ${at})
    WHERE x.use_bps >= c.exposure_alarm_bps`;
  return alarms ?? { count: 0, firstId: null };
}
