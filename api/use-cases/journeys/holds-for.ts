import { localDate } from "#api/engine/lot-dates.ts";
import { readMembersAfter } from "#api/ledger/read/members-in-chunks.ts";
import type { Tx } from "#api/sql/rows.ts";
import { OPERATOR } from "#api/use-cases/campaigns/houses.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { findProgramme } from "#api/use-cases/programme/read-programme.ts";
import { planOf } from "#api/use-cases/segments/plan.ts";
import { findLowestTier } from "#api/use-cases/tiers/standing.ts";

type Asked = { memberId: string; house: string; expression: string; at: Date };

/** Ids that differ in their last letter alone, and one. */
const NEIGHBOURS = 33;

/**
 * Does an expression over members hold of one member now? It is asked just as a segment is. Whom the house's customer book does
 * not hold yet is asked without the scores in it: the receipts are there already.
 */
export async function holdsFor(deps: Deps, tx: Tx, asked: Asked): Promise<boolean> {
  const isKnown = await tx.customer.count({ where: { memberId: asked.memberId, house: asked.house } });
  return holds(deps, tx, isKnown > 0 ? asked : { ...asked, house: OPERATOR });
}

async function holds(deps: Deps, tx: Tx, { memberId, house, expression, at }: Asked): Promise<boolean> {
  const { timeZone } = await findProgramme(deps);
  const partners = await tx.partner.findMany({ select: { id: true, code: true } });
  const codes = new Map(partners.map(({ id, code }) => [code, id]));
  const lowestTier = await findLowestTier(tx);
  const asOf = { day: localDate(at, timeZone), now: at, timeZone, lowestTier };
  const plan = planOf([{ id: "condition", house, expression }], codes, asOf);
  const members = await readMembersAfter(tx, { after: memberId.slice(0, -1), take: NEIGHBOURS }, plan.wishes);
  const member = members.find(({ id }) => id === memberId);
  return member !== undefined && plan.segmentsOf(member).length > 0;
}
