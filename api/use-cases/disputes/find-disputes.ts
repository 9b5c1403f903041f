import type { Actor } from "#api/kernel/actor.ts";
import { type Page, type PageArgs, pageOf } from "#api/kernel/page.ts";
import type { Dispute } from "#api/sql/rows.ts";
import { can } from "#api/use-cases/can.ts";
import { type Side, sideOf } from "#api/use-cases/cycles/side.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import type { DisputeState } from "#api/use-cases/disputes/states.ts";

/** Disputes by id; a partner has those it takes part in. */
export async function findDisputes(deps: Deps, actor: Actor, ids: readonly string[]): Promise<Map<string, Dispute>> {
  const side = sideOf(actor, "dispute:read");
  if (!side) return new Map();
  const rows = await deps.db.dispute.findMany({ where: { id: { in: [...ids] }, ...takingPart(side) } });
  return new Map(rows.map((row) => [row.id, row]));
}

export type ListDisputes = PageArgs & {
  states?: readonly DisputeState[] | null | undefined;
  /** Only those that this partner opened, or has to answer. */
  claimantId?: string | null | undefined;
  respondentId?: string | null | undefined;
  /** Only those whose next word is due before then. */
  dueBefore?: Date | null | undefined;
};

/** Newest first. The cursor is the id. */
export async function listDisputes(deps: Deps, actor: Actor, input: ListDisputes): Promise<Page<Dispute>> {
  can(actor, "dispute:read");
  const side = sideOf(actor, "dispute:read");
  if (!side) return { rows: [], hasNextPage: false };
  const { first, after, states, claimantId, respondentId, dueBefore } = input;
  const where = {
    ...takingPart(side),
    ...(states ? { state: { in: [...states] } } : {}),
    ...(claimantId ? { claimantId } : {}),
    ...(respondentId ? { respondentId } : {}),
    ...(dueBefore ? { deadlineAt: { lt: dueBefore } } : {}),
    ...(after === null ? {} : { id: { lt: after } }),
  };
  return pageOf(await deps.db.dispute.findMany({ where, orderBy: { id: "desc" }, take: first + 1 }), first);
}

export const takingPart = ({ partnerId }: Side) =>
  partnerId === null ? {} : { OR: [{ claimantId: partnerId }, { respondentId: partnerId }] };
