import type { Actor } from "#api/kernel/actor.ts";
import type { MoneyE6 } from "#api/kernel/money.ts";
import { findExposureDays } from "#api/ledger/exposures.ts";
import type { ExposureDay } from "#api/sql/rows.ts";
import { can } from "#api/use-cases/can.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { InvalidValue, PartnerNotFound } from "#api/use-cases/partners/refusals.ts";
import { type DaySpan, dateOf } from "#api/use-cases/risk/record-exposure-days.ts";

export type ExposureDayView = ExposureDay & { exposureE6: MoneyE6 };

/** A partner's exposure day by day, with the worst of them. */
export type ExposureHistory = { partnerId: string; days: ExposureDayView[]; peak: ExposureDayView | null };

/** Two years of days are a curve; more would be a table. */
const DAYS_MAX = 731;
const DAY_MS = 86_400_000;

/** At the ends of the business days of a span, both inclusive; days that were not written down are absent. */
export async function readExposureHistory(
  deps: Deps,
  actor: Actor,
  { partnerId, from, to }: DaySpan & { partnerId: string },
): Promise<ExposureHistory> {
  can(actor, "exposure:read", { partnerId });
  const [first, last] = [dateOf(from), dateOf(to)];
  const length = (last.getTime() - first.getTime()) / DAY_MS + 1;
  if (!(length >= 1 && length <= DAYS_MAX))
    throw new InvalidValue("to", to, `from ${from} on, ${DAYS_MAX} days at most`);
  const partner = await deps.db.partner.findUnique({ where: { id: partnerId }, select: { id: true } });
  if (!partner) throw new PartnerNotFound(partnerId);
  const days = await findExposureDays(deps.db, { partnerId, from: first, to: last });
  return { partnerId, days, peak: peakOf(days) };
}

/** The first of the worst days. */
function peakOf(days: readonly ExposureDayView[]): ExposureDayView | null {
  return days.reduce<ExposureDayView | null>(
    (peak, day) => (peak === null || day.exposureE6 > peak.exposureE6 ? day : peak),
    null,
  );
}
