import { type Actor, actorRef, personOf } from "#api/kernel/actor.ts";
import { newId } from "#api/kernel/ids.ts";
import type { Draw, Tx } from "#api/sql/rows.ts";
import { recordAudit } from "#api/use-cases/audit/record-audit.ts";
import { can } from "#api/use-cases/can.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { checkDrawDefinition } from "#api/use-cases/draws/definition.ts";
import { lockDraw, moveDraw } from "#api/use-cases/draws/lock-draw.ts";
import { DrawCodeTaken } from "#api/use-cases/draws/refusals.ts";
import { nextDrawState } from "#api/use-cases/draws/states.ts";
import { takeKey } from "#api/use-cases/keys.ts";
import { checkText } from "#api/use-cases/partners/values.ts";
import { recordStep } from "#api/use-cases/transitions.ts";

/** The definition is DrawDefinition (definition.ts) as somebody wrote it: it is checked here. */
export type DraftDraw = { definition: unknown; idempotencyKey: string };

/** Begins a draw of the coalition. */
export async function draftDraw(deps: Deps, actor: Actor, input: DraftDraw): Promise<Draw> {
  can(actor, "draw:draft");
  const at = deps.clock.now();
  const definition = checkDrawDefinition(input.definition, at);
  const id = newId("draw");
  return deps.db.$transaction(async (tx) => {
    const first = await takeKey(tx, actor, { verb: "draftDraw", input, objectId: id });
    if (first) return tx.draw.findUniqueOrThrow({ where: { id: first } });
    await requireFree(tx, definition.code, null);
    const { code, closesAt } = definition;
    const authors = [personOf(actor)?.id ?? ""];
    const data = { id, code, definition, closesAt: new Date(closesAt), authors, createdBy: actorRef(actor) };
    const made = await tx.draw.create({ data: { ...data, createdAt: at } });
    await recordStep(tx, actor, { object: "draw", objectId: id, from: null, to: "DRAFT", at, after: { definition } });
    return made;
  });
}

/** Writes a draft anew; who did is one of its authors, and not its reviewer. */
export async function editDrawDraft(
  deps: Deps,
  actor: Actor,
  { drawId, definition: json }: { drawId: string; definition: unknown },
): Promise<Draw> {
  can(actor, "draw:draft");
  const at = deps.clock.now();
  const definition = checkDrawDefinition(json, at);
  return deps.db.$transaction(async (tx) => {
    const found = await lockDraw(tx, drawId);
    nextDrawState(found, "edit");
    await requireFree(tx, definition.code, drawId);
    const { code, closesAt } = definition;
    const authors = [...new Set([...found.authors, personOf(actor)?.id ?? ""])];
    const data = { code, definition, closesAt: new Date(closesAt), authors };
    const edited = await tx.draw.update({ where: { id: drawId }, data });
    const [before, after] = [found, edited].map(({ definition: is }) => ({ definition: is }));
    const about = { action: "editDrawDraft", object: "draw", objectId: drawId, at };
    await recordAudit(tx, actor, { ...about, before: before ?? null, after: after ?? null });
    return edited;
  });
}

async function requireFree(tx: Tx, code: string, but: string | null): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('draw codes'))`;
  const taken = await tx.draw.findFirst({ where: { code: { equals: code, mode: "insensitive" } } });
  if (taken && taken.id !== but) throw new DrawCodeTaken(code);
}

/** Gives up a draw that is not open yet. */
export async function cancelDraw(
  deps: Deps,
  actor: Actor,
  { drawId, reason: said }: { drawId: string; reason: string },
): Promise<Draw> {
  can(actor, "draw:draft");
  const reason = checkText("reason", said);
  return deps.db.$transaction(async (tx) => {
    const found = await lockDraw(tx, drawId);
    if (found.state === "CANCELLED") return found;
    return moveDraw(tx, actor, found, { event: "cancel", at: deps.clock.now(), reason });
  });
}
