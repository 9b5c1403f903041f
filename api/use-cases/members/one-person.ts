import type { Tx } from "#api/sql/rows.ts";

/** Who holds today what the member held: itself, or whom it was merged into. */
export async function keptAs(tx: Tx, memberId: string): Promise<string> {
  const found = await tx.member.findUnique({ where: { id: memberId }, select: { mergedIntoId: true } });
  return found?.mergedIntoId ?? memberId;
}

/** Every id that the person has had, whichever of them is asked about; the one in force first. */
export async function everyIdOfPerson(tx: Tx, memberId: string): Promise<string[]> {
  return everyIdOf(tx, await keptAs(tx, memberId));
}

/** The same for the id in force, which is what a member signs in as: it needs no asking. */
export async function everyIdOf(tx: Tx, memberId: string): Promise<string[]> {
  const merged = await tx.member.findMany({ where: { mergedIntoId: memberId }, select: { id: true } });
  return [memberId, ...merged.map(({ id }) => id)];
}
