import type { Actor } from "#api/kernel/actor.ts";
import { type Page, type PageArgs, pageOf } from "#api/kernel/page.ts";
import type { Approval } from "#api/sql/rows.ts";
import { houseOf, toRead } from "#api/use-cases/approvals/houses.ts";
import { can, may } from "#api/use-cases/can.ts";
import type { Deps } from "#api/use-cases/deps.ts";

export type ListApprovals = PageArgs & { state?: Approval["state"] | null | undefined };

/** What a house's second persons decide or decided, newest first. The cursor is the id. */
export async function listApprovals(deps: Deps, actor: Actor, input: ListApprovals): Promise<Page<Approval>> {
  can(actor, toRead(actor));
  const { first, after, state } = input;
  const rows = await deps.db.approval.findMany({
    where: { partnerId: houseOf(actor), ...(state ? { state } : {}), ...(after === null ? {} : { id: { lt: after } }) },
    orderBy: { id: "desc" },
    take: first + 1,
  });
  return pageOf(rows, first);
}

/** Requests by id; those of the viewer's house only. */
export async function findApprovals(deps: Deps, actor: Actor, ids: readonly string[]): Promise<Map<string, Approval>> {
  if (!may(actor, toRead(actor))) return new Map();
  const rows = await deps.db.approval.findMany({ where: { id: { in: [...ids] }, partnerId: houseOf(actor) } });
  return new Map(rows.map((row) => [row.id, row]));
}
