import type { Actor } from "#api/kernel/actor.ts";
import { type Page, type PageArgs, pageOf } from "#api/kernel/page.ts";
import type { ApiKey } from "#api/sql/rows.ts";
import { may, seesPartner } from "#api/use-cases/can.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { gathered, insideOf } from "#api/use-cases/partners/find-inside.ts";

/** Keys by id, without those of partners the viewer may not look into. */
export async function findApiKeys(deps: Deps, actor: Actor, ids: readonly string[]): Promise<Map<string, ApiKey>> {
  if (!may(actor, "apiKey:read")) return new Map();
  const rows = await deps.db.apiKey.findMany({ where: { id: { in: [...ids] } } });
  return new Map(rows.filter((row) => seesPartner(actor, row.partnerId)).map((row) => [row.id, row]));
}

/** A page of each partner's keys, newest first, revoked ones too, in one query. The cursor is the id. */
export async function findApiKeysOf(
  deps: Deps,
  actor: Actor,
  partnerIds: readonly string[],
  { first, after }: PageArgs,
): Promise<Map<string, Page<ApiKey>>> {
  const inside = insideOf(actor, "apiKey:read", partnerIds);
  const heads = await deps.db.$queryRaw<{ id: string }[]>`
    SELECT k.id FROM unnest(${inside}::text[]) AS p(id) CROSS JOIN LATERAL (
      SELECT id FROM api_key WHERE partner_id = p.id AND (${after}::text IS NULL OR id < ${after})
      ORDER BY id DESC LIMIT ${first + 1}) k`;
  const rows = await deps.db.apiKey.findMany({
    where: { id: { in: heads.map(({ id }) => id) } },
    orderBy: { id: "desc" },
  });
  const lists = gathered(inside, rows, (row) => row.partnerId);
  return new Map([...lists].map(([id, list]) => [id, pageOf(list, first)]));
}
