import { type Actor, actorRef, personOf } from "#api/kernel/actor.ts";
import { newId } from "#api/kernel/ids.ts";
import type { SegmentRecount, Tx } from "#api/sql/rows.ts";
import { houseOf } from "#api/use-cases/campaigns/houses.ts";
import { can } from "#api/use-cases/can.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { takeKey } from "#api/use-cases/keys.ts";
import { SegmentNotFound } from "#api/use-cases/segments/refusals.ts";
import { recordStep } from "#api/use-cases/transitions.ts";

/** Without an id: all segments of the actor's house. */
export type RecountSegments = { segmentId?: string | null | undefined; idempotencyKey: string };

/** Asks all members anew who is in the segments of the actor's house, in the background. */
export async function recountSegments(deps: Deps, actor: Actor, input: RecountSegments): Promise<SegmentRecount> {
  can(actor, "segment:recount");
  const only = input.segmentId ? { id: input.segmentId } : {};
  const own = { house: houseOf(actor), state: "ACTIVE" as const, ...only };
  return deps.db.$transaction(async (tx) => {
    const segments = await tx.segment.findMany({ where: own, select: { id: true }, orderBy: { id: "asc" } });
    if (input.segmentId && segments.length === 0) throw new SegmentNotFound(input.segmentId);
    const id = newId("segmentRecount");
    const first = await takeKey(tx, actor, { verb: "recountSegments", input, objectId: id });
    if (first) return tx.segmentRecount.findUniqueOrThrow({ where: { id: first } });
    return layRecount(
      deps,
      tx,
      actor,
      segments.map((segment) => segment.id),
      id,
    );
  });
}

/** Lays a recount down for the jobs, in the transaction that asks for it. */
export async function layRecount(
  deps: Deps,
  tx: Tx,
  actor: Actor,
  segmentIds: readonly string[],
  id: string = newId("segmentRecount"),
): Promise<SegmentRecount> {
  const at = deps.clock.now();
  const person = personOf(actor);
  await recordStep(tx, actor, { object: "segmentRecount", objectId: id, from: null, to: "QUEUED", at });
  await deps.enqueue?.(tx, "runRecount", { segmentRecountId: id });
  const requestedBy = person ? actorRef(actor) : null;
  return tx.segmentRecount.create({
    data: { id, segmentIds: [...segmentIds], requestedBy, userId: person?.id ?? null, createdAt: at },
  });
}
