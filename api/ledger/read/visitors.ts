import type { Tx } from "#api/sql/rows.ts";

/** Of these members, the ones the partner enrolled or served, also under an id since merged away. */
export async function findSeenMembers(db: Tx, partnerId: string, memberIds: readonly string[]): Promise<string[]> {
  if (memberIds.length === 0) return [];
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT asked.id FROM unnest(${[...memberIds]}::text[]) AS asked(id)
    WHERE EXISTS (
      SELECT FROM member known WHERE (known.id = asked.id OR known.merged_into_id = asked.id) AND (
        known.enrolled_at_partner_id = ${partnerId}
        OR EXISTS (SELECT FROM purchase p WHERE p.partner_id = ${partnerId} AND p.member_id = known.id)
        OR EXISTS (SELECT FROM burn b WHERE b.redeemer_id = ${partnerId} AND b.member_id = known.id)))`;
  return rows.map(({ id }) => id);
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
