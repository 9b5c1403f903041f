import type { Programme } from "#api/sql/rows.ts";
import { businessDay, cutoffAfter } from "#api/use-cases/cycles/calendar.ts";
import type { DisputeState } from "#api/use-cases/disputes/states.ts";

const DAY_MS = 86_400_000;

/** Until when a redemption can be disputed: the first instant at which it no longer can. */
export const claimEnd = (capturedAt: Date, { disputeClaimDays }: Programme): Date =>
  new Date(capturedAt.getTime() + disputeClaimDays * DAY_MS);

/** When the next word is due in a state that was reached at an instant; null when nobody's is. */
export function deadlineOf(state: DisputeState, at: Date, programme: Programme): Date | null {
  switch (state) {
    case "OPEN":
      return new Date(at.getTime() + programme.disputeAnswerDays * DAY_MS);
    case "RESPONDED":
      return new Date(at.getTime() + programme.disputeEscalationDays * DAY_MS);
    case "ARBITRATION":
      return afterBusinessDays(at, programme.disputeDecisionDays, programme.timeZone);
    default:
      return null;
  }
}

/** The midnight that ends the last of so many days from Monday to Friday after the day of `at`, in the zone. */
export function afterBusinessDays(at: Date, days: number, timeZone: string): Date {
  let end = cutoffAfter(at, "DAILY", timeZone);
  for (let counted = 0; counted < days; ) {
    if (isWeekday(end, timeZone)) counted++;
    end = cutoffAfter(end, "DAILY", timeZone);
  }
  return end;
}

function isWeekday(at: Date, timeZone: string): boolean {
  const weekday = businessDay(at, timeZone).getUTCDay();
  return weekday !== 0 && weekday !== 6;
}
