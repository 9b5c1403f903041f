import { type Actor, actorRef, partnerOf, personOf } from "#api/kernel/actor.ts";
import { type Page, type PageArgs, pageOf } from "#api/kernel/page.ts";
import type { ExportJob } from "#api/sql/rows.ts";
import { can } from "#api/use-cases/can.ts";
import type { Deps } from "#api/use-cases/deps.ts";

/** The files the viewer asked for in this capacity, newest first. The cursor is the id. */
export async function listExports(deps: Deps, actor: Actor, { first, after }: PageArgs): Promise<Page<ExportJob>> {
  can(actor, "export:request");
  const rows = await deps.db.exportJob.findMany({
    where: { ...own(actor), ...(after === null ? {} : { id: { lt: after } }) },
    orderBy: { id: "desc" },
    take: first + 1,
  });
  return pageOf(rows, first);
}

/** Exports by id; what the viewer asked for in this capacity. */
export async function findExports(deps: Deps, actor: Actor, ids: readonly string[]): Promise<Map<string, ExportJob>> {
  const rows = await deps.db.exportJob.findMany({ where: { ...own(actor), id: { in: [...ids] } } });
  return new Map(rows.map((row) => [row.id, row]));
}

/** What somebody asked for at one partner is not shown to them at another. */
export function own(actor: Actor) {
  return { userId: personOf(actor)?.id ?? "", requestedBy: actorRef(actor), partnerId: partnerOf(actor) };
}
