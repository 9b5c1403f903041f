import type { Tx } from "#api/sql/rows.ts";

/** The codes of the open clubs that each member is in, in alphabetical order. */
export async function findClubCodes(tx: Tx, memberIds: readonly string[]): Promise<Map<string, string[]>> {
  const rows = await tx.clubMembership.findMany({
    where: { memberId: { in: [...memberIds] }, state: "IN", club: { state: "OPEN" } },
    select: { memberId: true, club: { select: { code: true } } },
    orderBy: { club: { code: "asc" } },
  });
  const byMember = Map.groupBy(rows, ({ memberId }) => memberId);
  return new Map([...byMember].map(([id, of]) => [id, of.map(({ club }) => club.code)]));
}
