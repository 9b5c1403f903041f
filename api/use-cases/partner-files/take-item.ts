import { type Actor, actorRef } from "#api/kernel/actor.ts";
import { can } from "#api/use-cases/can.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { lockItem } from "#api/use-cases/partner-files/disputed-item.ts";
import { type FileItem, withRows } from "#api/use-cases/partner-files/list-items.ts";
import { moveItem } from "#api/use-cases/reconciliation/move-item.ts";

/** A clerk looks into a break. Taking again what one has changes nothing. */
export async function takeItem(deps: Deps, actor: Actor, { itemId }: { itemId: string }): Promise<FileItem> {
  can(actor, "partnerFile:resolve");
  const item = await deps.db.$transaction(async (tx) => {
    const found = await lockItem(tx, itemId);
    const takenBy = actorRef(actor);
    if (found.state === "INVESTIGATING" && found.takenBy === takenBy) return found;
    return moveItem(tx, { actor, at: deps.clock.now() }, found, "take", { takenBy });
  });
  const [taken] = await withRows(deps, [item]);
  return taken ?? { ...item, row: null };
}
