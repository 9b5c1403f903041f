import type { Tx } from "#api/sql/rows.ts";

/** Who holds today what the member held: itself, or whom it was merged into. */
export async function keptAs(tx: Tx, memberId: string): Promise<string> {
  const found = await tx.member.findUnique({ where: { id: memberId }, select: { mergedIntoId: true } });
  return found?.mergedIntoId ?? memberId;
}

/** Every id that the person has had, whichever of them is asked about; the one in force first. */
export async function everyIdOfPerson(tx: Tx, memberId: string): Promise<string[]> {
  const kept = await keptAs(tx, memberId);
  const merged = await tx.member.findMany({ where: { mergedIntoId: kept }, select: { id: true } });
  return [kept, ...merged.map(({ id }) => id)];
}
