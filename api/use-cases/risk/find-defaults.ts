import type { Actor } from "#api/kernel/actor.ts";
import { type Page, type PageArgs, pageOf } from "#api/kernel/page.ts";
import type { DefaultLayer, Obligation } from "#api/sql/rows.ts";
import { can, may } from "#api/use-cases/can.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { gathered } from "#api/use-cases/partners/find-inside.ts";

/** Obligations that are or were in default, newest first; the operator's to know. The cursor is the id. */
export async function listDefaults(deps: Deps, actor: Actor, { first, after }: PageArgs): Promise<Page<Obligation>> {
  can(actor, "default:read");
  const rows = await deps.db.obligation.findMany({
    where: {
      state: { in: ["DEFAULTED", "COVERED", "RECOVERED"] },
      ...(after === null ? {} : { id: { lt: after } }),
    },
    orderBy: { id: "desc" },
    take: first + 1,
  });
  return pageOf(rows, first);
}

/** The layers that covered obligations, in the order they were used; the operator's to know. */
export async function findDefaultLayers(
  deps: Deps,
  actor: Actor,
  obligationIds: readonly string[],
): Promise<Map<string, DefaultLayer[]>> {
  if (!may(actor, "default:read")) return new Map();
  const where = { obligationId: { in: [...obligationIds] } };
  const rows = await deps.db.defaultLayer.findMany({ where, orderBy: [{ obligationId: "asc" }, { seq: "asc" }] });
  return gathered(obligationIds, rows, ({ obligationId }) => obligationId);
}
