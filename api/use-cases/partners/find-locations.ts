import type { Actor } from "#api/kernel/actor.ts";
import { type Page, type PageArgs, pageOf } from "#api/kernel/page.ts";
import type { Location } from "#api/sql/rows.ts";
import { can } from "#api/use-cases/can.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { gathered } from "#api/use-cases/partners/find-inside.ts";
import { findPartners } from "#api/use-cases/partners/find-partners.ts";

/** Locations by id. Where a partner's outlets are is public, as far as the partner is. */
export async function findLocations(deps: Deps, actor: Actor, ids: readonly string[]): Promise<Map<string, Location>> {
  can(actor, "partner:read");
  const rows = await deps.db.location.findMany({ where: { id: { in: [...ids] } } });
  const partners = await findPartners(deps, actor, [...new Set(rows.map((row) => row.partnerId))]);
  return new Map(rows.filter((row) => partners.has(row.partnerId)).map((row) => [row.id, row]));
}

/** A page of each partner's locations, by code, in one query. The cursor is the code. */
export async function findLocationsOf(
  deps: Deps,
  actor: Actor,
  partnerIds: readonly string[],
  { first, after }: PageArgs,
): Promise<Map<string, Page<Location>>> {
  const visible = [...(await findPartners(deps, actor, partnerIds)).keys()];
  const heads = await deps.db.$queryRaw<{ id: string }[]>`
    SELECT l.id FROM unnest(${visible}::text[]) AS p(id) CROSS JOIN LATERAL (
      SELECT id FROM location WHERE partner_id = p.id AND (${after}::text IS NULL OR code > ${after})
      ORDER BY code LIMIT ${first + 1}) l`;
  const rows = await deps.db.location.findMany({
    where: { id: { in: heads.map(({ id }) => id) } },
    orderBy: { code: "asc" },
  });
  const lists = gathered(visible, rows, (row) => row.partnerId);
  return new Map([...lists].map(([id, list]) => [id, pageOf(list, first)]));
}
