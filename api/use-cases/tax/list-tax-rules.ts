import { type Actor, partnerOf } from "#api/kernel/actor.ts";
import { type Page, type PageArgs, pageOf } from "#api/kernel/page.ts";
import type { TaxRule } from "#api/sql/rows.ts";
import { can, may } from "#api/use-cases/can.ts";
import type { Deps } from "#api/use-cases/deps.ts";

/** How statements are taxed, newest rules first; a partner sees its own rules and everybody's. The cursor is the id. */
export async function listTaxRules(deps: Deps, actor: Actor, { first, after }: PageArgs): Promise<Page<TaxRule>> {
  can(actor, "taxRule:read");
  const rows = await deps.db.taxRule.findMany({
    where: { ...seenBy(actor), ...(after === null ? {} : { id: { lt: after } }) },
    orderBy: { id: "desc" },
    take: first + 1,
  });
  return pageOf(rows, first);
}

/** Rules by id, as far as the viewer may see them. */
export async function findTaxRules(deps: Deps, actor: Actor, ids: readonly string[]): Promise<Map<string, TaxRule>> {
  if (!may(actor, "taxRule:read")) return new Map();
  const rows = await deps.db.taxRule.findMany({ where: { id: { in: [...ids] }, ...seenBy(actor) } });
  return new Map(rows.map((row) => [row.id, row]));
}

function seenBy(actor: Actor) {
  const own = partnerOf(actor);
  return own === null ? {} : { OR: [{ partnerId: null }, { partnerId: own }] };
}
