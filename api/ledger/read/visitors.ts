import type { Tx } from "#api/sql/rows.ts";

/** A partner and somebody it may know. */
export type Acquaintance = { partnerId: string; memberId: string };

/** Of these, the ones where the partner enrolled or served the member, also under an id since merged away. */
export async function findAcquaintances(db: Tx, asked: readonly Acquaintance[]): Promise<Acquaintance[]> {
  if (asked.length === 0) return [];
  const [partnerIds, memberIds] = [asked.map(({ partnerId }) => partnerId), asked.map(({ memberId }) => memberId)];
  return db.$queryRaw<Acquaintance[]>`
    /* acquaintances */
    SELECT a."partnerId", a."memberId" FROM unnest(${partnerIds}::text[], ${memberIds}::text[]) AS a("partnerId", "memberId")
    WHERE EXISTS (
      SELECT FROM member known WHERE (known.id = a."memberId" OR known.merged_into_id = a."memberId") AND (
        known.enrolled_at_partner_id = a."partnerId"
        OR EXISTS (SELECT FROM purchase p WHERE p.partner_id = a."partnerId" AND p.member_id = known.id)
        OR EXISTS (SELECT FROM burn b WHERE b.redeemer_id = a."partnerId" AND b.member_id = known.id)))`;
}

/**
 * A partner's own members, newest first: those it enrolled and those who bought there. Two ranges, each read from its
 * index, so that a page costs the same in a coalition of any size.
 */
export async function listSeenMembers(
  db: Tx,
  partnerId: string,
  { after, take }: { after: string | null; take: number },
): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    (SELECT id FROM member WHERE enrolled_at_partner_id = ${partnerId} AND (${after}::text IS NULL OR id < ${after})
     ORDER BY id DESC LIMIT ${take})
    UNION
    (SELECT DISTINCT member_id FROM purchase
     WHERE partner_id = ${partnerId} AND (${after}::text IS NULL OR member_id < ${after})
     ORDER BY member_id DESC LIMIT ${take})
    ORDER BY id DESC LIMIT ${take}`;
  return rows.map(({ id }) => id);
}
