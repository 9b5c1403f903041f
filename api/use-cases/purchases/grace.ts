import type { Programme } from "#api/sql/rows.ts";

const DAY_MS = 86_400_000;

/** Until when points live that come back after their lot expired; null where expiry is switched off. */
export function graceEnd(at: Date, { graceDays, pointsValidityMonths }: Programme): Date | null {
  return pointsValidityMonths === null ? null : new Date(at.getTime() + graceDays * DAY_MS);
}
