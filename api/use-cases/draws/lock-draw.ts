import type { Actor } from "#api/kernel/actor.ts";
import type { Draw, Tx } from "#api/sql/rows.ts";
import { DrawNotFound } from "#api/use-cases/draws/refusals.ts";
import { type DrawEvent, nextDrawState } from "#api/use-cases/draws/states.ts";
import { recordStep } from "#api/use-cases/transitions.ts";

/** Holds a draw still until the transaction ends. */
export async function lockDraw(tx: Tx, id: string): Promise<Draw> {
  await tx.$executeRaw`SELECT FROM draw WHERE id = ${id} FOR UPDATE`;
  const found = await tx.draw.findUnique({ where: { id } });
  if (!found) throw new DrawNotFound(id);
  return found;
}

type Move = { event: DrawEvent; at: Date; reason?: string | null; approvalId?: string | null } & Partial<
  Omit<Draw, "id" | "state" | "definition">
>;

/** Moves a locked draw on and leaves the step; what it publishes on the way is part of it. */
export async function moveDraw(
  tx: Tx,
  actor: Actor,
  draw: Draw,
  { event, at, reason = null, approvalId = null, ...changes }: Move,
): Promise<Draw> {
  const to = nextDrawState(draw, event);
  const step = { object: "draw", objectId: draw.id, from: draw.state, to, at, reason, approvalId };
  await recordStep(tx, actor, { ...step, after: changes });
  return tx.draw.update({ where: { id: draw.id }, data: { state: to, ...changes } });
}
