const DAYS_AHEAD = 60;

type Expiring = { points: number; expiresAt: string | null };

/** The points that lapse next, when that is soon enough to be worth a word. */
export function expiringSoon(
  points: readonly Expiring[],
  now = Date.now(),
): { points: number; expiresAt: string } | null {
  const [next] = points.filter(({ expiresAt, points }) => expiresAt !== null && points > 0);
  if (!next?.expiresAt || Date.parse(next.expiresAt) > now + DAYS_AHEAD * 86_400_000) return null;
  return { points: next.points, expiresAt: next.expiresAt };
}
