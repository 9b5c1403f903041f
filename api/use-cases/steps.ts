import type { Actor } from "#api/kernel/actor.ts";
import type { Deps } from "#api/use-cases/deps.ts";

/** One change of state, as it was recorded. Who, why and by whose second yes is the operator's to see. */
export type StepRow = {
  id: string;
  objectId: string;
  from: string | null;
  to: string;
  at: Date;
  by: string | null;
  reason: string | null;
  approvalId: string | null;
};

/** The steps of objects the actor may see, oldest first; of one kind of object, where several bear the id. The use case that calls this has asked whether it may. */
export async function readSteps(
  { db }: Deps,
  actor: Actor,
  objectIds: readonly string[],
  object?: string,
): Promise<Map<string, StepRow[]>> {
  const rows = await db.transition.findMany({
    where: { objectId: { in: [...objectIds] }, ...(object ? { object } : {}) },
    orderBy: [{ at: "asc" }, { id: "asc" }],
  });
  const isInside = actor.kind === "operator" || actor.kind === "system";
  const steps = rows.map(({ id, objectId, from, to, at, actor: by, reason, approvalId }) => ({
    id,
    objectId,
    from,
    to,
    at,
    ...(isInside ? { by, reason, approvalId } : { by: null, reason: null, approvalId: null }),
  }));
  return Map.groupBy(steps, ({ objectId }) => objectId);
}

/** The same with the notes, for houses whose notes are written to be read. */
export async function readStepsWithNotes(
  deps: Deps,
  actor: Actor,
  objectIds: readonly string[],
): Promise<Map<string, StepRow[]>> {
  const steps = await readSteps(deps, actor, objectIds);
  const notes = await deps.db.transition.findMany({
    where: { objectId: { in: [...objectIds] } },
    select: { id: true, reason: true },
  });
  const noteOf = new Map(notes.map(({ id, reason }) => [id, reason]));
  return new Map(
    [...steps].map(([id, rows]) => [id, rows.map((step) => ({ ...step, reason: noteOf.get(step.id) ?? null }))]),
  );
}
