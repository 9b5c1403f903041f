import { segmentRule } from "#api/engine/segment.ts";
import type { Tx } from "#api/sql/rows.ts";
import { OPERATOR } from "#api/use-cases/campaigns/houses.ts";
import { factName } from "#api/use-cases/segments/segment-facts.ts";

/** Who founds clubs, or defines a segment over them, comes one after the other: each sees what the other let in by. */
export const lockClubs = (tx: Tx) => tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('clubs'))`;

/**
 * A segment over clubs opens no club: whoever came in by it would be out with the next count, and in again after it. The
 * open club that it would open; null: none.
 */
export async function clubOpenedBy(tx: Tx, { house, code }: { house: string; code: string }): Promise<string | null> {
  const named = { state: "OPEN" as const, entry: "RULE" as const, segments: { has: factName(house, code) } };
  const club = await tx.club.findFirst({ where: named, select: { code: true }, orderBy: { code: "asc" } });
  return club?.code ?? null;
}

/** Of segments as rules name them, the first that asks for clubs itself; null: none. Only the coalition's may. */
export async function segmentOverClubs(tx: Tx, names: readonly string[]): Promise<string | null> {
  const segments = await tx.segment.findMany({ where: { house: OPERATOR, state: "ACTIVE" } });
  const over = segments.filter(({ expression }) => readsClubs(expression)).map(({ code }) => factName(OPERATOR, code));
  return names.find((name) => over.includes(name)) ?? null;
}

export const readsClubs = (expression: string): boolean => segmentRule(expression).reads.includes("member.clubs");
