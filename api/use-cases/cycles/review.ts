import type { Actor } from "#api/kernel/actor.ts";
import type { CycleRow } from "#api/ledger/cycles.ts";
import type { Tx } from "#api/sql/rows.ts";
import { may } from "#api/use-cases/can.ts";
import { ReviewNotOver } from "#api/use-cases/cycles/refusals.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { findProgramme } from "#api/use-cases/programme/read-programme.ts";

const DAY_MS = 86_400_000;

/** How far partners have come with looking at a cycle's statements. */
export type Review = { statementCount: number; confirmedCount: number; reviewEndsAt: Date | null };

/** Reviews of cycles whose statements are published; only for the operator. */
export async function findReviews(deps: Deps, actor: Actor, ids: readonly string[]): Promise<Map<string, Review>> {
  if (!may(actor, "approval:read")) return new Map();
  return readReviews(deps, deps.db, ids);
}

/** Finance may approve when partners' days are over, or before when each of them has said yes. */
export async function requireReviewed(deps: Deps, cycle: CycleRow): Promise<void> {
  const review = (await readReviews(deps, deps.db, [cycle.id])).get(cycle.id);
  if (!review?.reviewEndsAt) return;
  const unconfirmedCount = review.statementCount - review.confirmedCount;
  if (unconfirmedCount > 0 && deps.clock.now() < review.reviewEndsAt) {
    throw new ReviewNotOver(review.reviewEndsAt, unconfirmedCount);
  }
}

async function readReviews(deps: Deps, db: Tx, ids: readonly string[]): Promise<Map<string, Review>> {
  const { reviewDays } = await findProgramme(deps);
  const rows = await db.$queryRaw<
    { id: string; publishedAt: Date | null; statementCount: number; confirmedCount: number }[]
  >`
    SELECT c.id, c.published_at AS "publishedAt", count(s.id)::int AS "statementCount",
           count(s.confirmed_at)::int AS "confirmedCount"
    FROM cycle c LEFT JOIN statement s ON s.cycle_id = c.id AND s.version = c.version
    WHERE c.id = ANY(${[...ids]}) AND c.published_at IS NOT NULL GROUP BY c.id`;
  return new Map(
    rows.map(({ id, publishedAt, ...counts }) => [
      id,
      { ...counts, reviewEndsAt: publishedAt && new Date(publishedAt.getTime() + reviewDays * DAY_MS) },
    ]),
  );
}
