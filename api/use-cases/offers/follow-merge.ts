import type { PersonalOffer, Tx } from "#api/sql/rows.ts";

/**
 * Offers go with the member when two memberships become one. Of an offer made to both, the one they went further with
 * stays, for who activated it may rely on it; where they stand alike the survivor's, control group or not. One person is
 * counted once.
 */
export async function offersFollow(tx: Tx, fromMemberId: string, intoMemberId: string): Promise<void> {
  const rows = await tx.personalOffer.findMany({ where: { memberId: { in: [fromMemberId, intoMemberId] } } });
  const own = new Map(rows.filter((one) => one.memberId === intoMemberId).map((one) => [one.offerId, one]));
  const theirs = rows.filter(({ memberId }) => memberId === fromMemberId);
  const gone = theirs.flatMap((row) => {
    const other = own.get(row.offerId);
    return other ? [reached(row) > reached(other) ? other.id : row.id] : [];
  });
  await tx.personalOffer.deleteMany({ where: { id: { in: gone } } });
  await tx.personalOffer.updateMany({ where: { memberId: fromMemberId }, data: { memberId: intoMemberId } });
}

function reached({ activatedAt, usedAt }: PersonalOffer): number {
  if (usedAt !== null) return 2;
  return activatedAt === null ? 0 : 1;
}
