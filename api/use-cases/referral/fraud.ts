import type { Referral, ReferralFraud, ReferralTerms, Tx } from "#api/sql/rows.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { isDeviceOf } from "./devices.ts";

/** Why somebody cannot be brought, and what gave it away. */
export type Suspicion = { problem: ReferralFraud; evidence: string };

type Pair = { advocateId: string; friendId: string; device: string | null; at: Date };

const DAY_MS = 86_400_000;

/** The first reason against it; null where there is none. All joining waits in one line, so that no ring slips through. */
export async function suspicionOf(
  deps: Deps,
  tx: Tx,
  { advocateId, friendId, device, at }: Pair,
  terms: ReferralTerms,
): Promise<Suspicion | null> {
  if (advocateId === friendId) return { problem: "SAME_PERSON", evidence: "their own code" };
  const ring = await ringBetween(tx, advocateId, friendId);
  if (ring) return { problem: "RING", evidence: ring.join(" → ") };
  if (device && (await isDeviceOf(deps, tx, device, advocateId))) {
    return { problem: "SAME_DEVICE", evidence: "a device the advocate has used" };
  }
  const joined = await joinedSince(tx, advocateId, new Date(at.getTime() - DAY_MS));
  if (joined >= terms.dayMost) return { problem: "TOO_MANY", evidence: `${joined} friends within a day` };
  return newness(tx, friendId, { at, terms });
}

/** From friend to advocate and on to whoever brought them: does the chain come back to the friend? */
async function ringBetween(tx: Tx, advocateId: string, friendId: string): Promise<string[] | null> {
  const chain = await tx.$queryRaw<{ path: string[] }[]>`
    WITH RECURSIVE up AS (
      SELECT ${advocateId}::text AS id, ARRAY[${advocateId}::text] AS path
      UNION ALL
      SELECT r.advocate_id, up.path || r.advocate_id FROM up JOIN referral r ON r.friend_id = up.id
      WHERE r.state IN ('JOINED', 'REWARDED', 'TAKEN_BACK') AND NOT r.advocate_id = ANY (up.path))
    SELECT path FROM up WHERE id = ${friendId}`;
  const path = chain[0]?.path;
  return path ? [friendId, ...path] : null;
}

const joinedSince = (tx: Tx, advocateId: string, since: Date): Promise<number> =>
  tx.referral.count({ where: { advocateId, joinedAt: { gt: since }, state: { not: "REFUSED" } } });

async function newness(
  tx: Tx,
  friendId: string,
  { at, terms }: { at: Date; terms: ReferralTerms },
): Promise<Suspicion | null> {
  const { enrolledAt } = await tx.member.findUniqueOrThrow({ where: { id: friendId }, select: { enrolledAt: true } });
  const days = Math.floor((at.getTime() - enrolledAt.getTime()) / DAY_MS);
  if (days >= terms.joinDays) return { problem: "NOT_NEW", evidence: `a member for ${days} days` };
  const bought = await tx.purchase.count({ where: { memberId: friendId } });
  return bought > 0 ? { problem: "NOT_NEW", evidence: `${bought} receipts before` } : null;
}

/** A friend has one advocate for life; whoever says the same again hears the same. */
export const referralOf = (tx: Tx, friendId: string): Promise<Referral | null> =>
  tx.referral.findFirst({ where: { friendId, state: { in: ["JOINED", "REWARDED", "TAKEN_BACK"] } } });
