const DAY_MS = 86_400_000;

/** Whole days from `now` to an instant; negative once it has passed. */
export function daysUntil(instant: string, now: number): number {
  return Math.floor((Date.parse(instant) - now) / DAY_MS) + (Date.parse(instant) < now ? 1 : 0);
}

/** How many whole days ago something was. */
export const daysSince = (instant: string, now: number) =>
  Math.max(0, Math.floor((now - Date.parse(instant)) / DAY_MS));
