import type { MoneyE6 } from "#api/kernel/money.ts";
import type { Points } from "#api/kernel/points.ts";
import type { Tx } from "#api/sql/rows.ts";

/** What is left of a lot, and what of it nobody has paid for yet. */
export type IssuerLot = {
  id: string;
  memberId: string;
  pending: Points;
  available: Points;
  reserved: Points;
  unfundedE6: MoneyE6;
  expiresAt: Date | null;
  isBlocked: boolean;
};

/** Lots of an issuer in which points are left. */
export type LotsSummary = {
  issuerId: string;
  lots: number;
  members: number;
  points: Points;
  /** What the issuer would still owe if all were spent. */
  unfundedE6: MoneyE6;
  blockedPoints: Points;
};

/** By issuer; issuers without such lots are absent. */
export async function sumIssuerLots(
  db: Tx,
  issuerIds: readonly string[],
  { unfunded }: { unfunded: boolean },
): Promise<LotsSummary[]> {
  return db.$queryRaw<LotsSummary[]>`
    SELECT issuer_id AS "issuerId", count(*)::int AS lots, count(DISTINCT member_id)::int AS members,
      sum(pending + available + reserved)::bigint AS points,
      sum((pending + available + reserved) * (issue_rate_e6 - funded_rate_e6))::bigint AS "unfundedE6",
      coalesce(sum(pending + available) FILTER (WHERE blocked_at IS NOT NULL), 0)::bigint AS "blockedPoints"
    FROM lot WHERE issuer_id = ANY(${[...issuerIds]}) AND pending + available + reserved > 0
      AND (NOT ${unfunded} OR issue_rate_e6 > funded_rate_e6)
    GROUP BY 1`;
}

/** One page of lots, by member and lot, from behind the one named. */
export function pageIssuerLots(
  db: Tx,
  { issuerId, after, take }: { issuerId: string; after: { memberId: string; lotId: string }; take: number },
): Promise<IssuerLot[]> {
  return db.$queryRaw<IssuerLot[]>`
    SELECT l.id, l.member_id AS "memberId", l.pending, l.available, l.reserved,
      ((l.pending + l.available + l.reserved) * (l.issue_rate_e6 - l.funded_rate_e6))::bigint AS "unfundedE6",
      l.expires_at AS "expiresAt", l.blocked_at IS NOT NULL AS "isBlocked"
    FROM lot l
    WHERE l.issuer_id = ${issuerId} AND l.pending + l.available + l.reserved > 0 AND l.issue_rate_e6 > l.funded_rate_e6
      AND (l.member_id, l.id) > (${after.memberId}, ${after.lotId})
    ORDER BY l.member_id, l.id LIMIT ${take}`;
}

/** Lots of an issuer whose points could lapse now: reserved ones cannot. */
export async function countLapsable(db: Tx, issuerId: string): Promise<number> {
  const [counted] = await db.$queryRaw<{ lots: number }[]>`
    SELECT count(*)::int AS lots FROM lot WHERE issuer_id = ${issuerId} AND pending + available > 0`;
  return counted?.lots ?? 0;
}
