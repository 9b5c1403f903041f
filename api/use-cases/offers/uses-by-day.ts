import { type Actor, partnerOf } from "#api/kernel/actor.ts";
import { can } from "#api/use-cases/can.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { checkWhole } from "#api/use-cases/partners/values.ts";
import { findProgramme } from "#api/use-cases/programme/read-programme.ts";

/** What was used on a local day, YYYY-MM-DD, of all that a house offers. */
export type DayOfUses = { day: string; coupons: number; offers: number };

const DAYS_MAX = 92;

/** Day by day up to today, days without any among them: the partner's own, or the coalition's for the operator. */
export async function readUsesByDay(deps: Deps, actor: Actor, { days }: { days: number }): Promise<DayOfUses[]> {
  can(actor, "offering:read");
  const back = checkWhole("days", days, [1, DAYS_MAX]) - 1;
  const { timeZone } = await findProgramme(deps);
  const house = partnerOf(actor);
  const now = deps.clock.now();
  return deps.db.$queryRaw<DayOfUses[]>`
    WITH day AS (
      SELECT d::date AS day FROM generate_series(
        (${now}::timestamptz AT TIME ZONE ${timeZone}::text)::date - ${back}::int,
        (${now}::timestamptz AT TIME ZONE ${timeZone}::text)::date, interval '1 day') d
    ), coupons AS (
      SELECT (c.used_at AT TIME ZONE ${timeZone}::text)::date AS day, count(*)::int AS uses
      FROM coupon_pool p JOIN coupon c ON c.pool_id = p.id
      WHERE p.partner_id IS NOT DISTINCT FROM ${house} AND c.used_at IS NOT NULL GROUP BY 1
    ), offers AS (
      SELECT (m.used_at AT TIME ZONE ${timeZone}::text)::date AS day, count(*)::int AS uses
      FROM offer o JOIN personal_offer m ON m.offer_id = o.id
      WHERE o.partner_id IS NOT DISTINCT FROM ${house} AND m.used_at IS NOT NULL GROUP BY 1
    )
    SELECT day.day::text AS day, coalesce(coupons.uses, 0) AS coupons, coalesce(offers.uses, 0) AS offers
    FROM day LEFT JOIN coupons USING (day) LEFT JOIN offers USING (day) ORDER BY 1`;
}
