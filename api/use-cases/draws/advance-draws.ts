import type { Actor } from "#api/kernel/actor.ts";
import { can } from "#api/use-cases/can.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { lockDraw, moveDraw } from "#api/use-cases/draws/lock-draw.ts";
import { saltOf, sumUpList } from "#api/use-cases/draws/ticket-list.ts";
import { LONG_TRANSACTION } from "#api/use-cases/transitions.ts";

/** What was posted before closing may still be on its way into the books for so long. */
const ON_ITS_WAY_MS = 60_000;

/** Closes draws whose time is over, and fixes the lists of tickets of those that closed. Answers how many moved. */
export async function advanceDraws(deps: Deps, actor: Actor): Promise<number> {
  can(actor, "job:run");
  return (await closeDue(deps, actor)) + (await commitClosed(deps, actor));
}

async function closeDue(deps: Deps, actor: Actor): Promise<number> {
  const at = deps.clock.now();
  const due = await deps.db.draw.findMany({ where: { state: "OPEN", closesAt: { lte: at } }, select: { id: true } });
  for (const { id } of due) {
    await deps.db.$transaction(async (tx) => {
      const found = await lockDraw(tx, id);
      if (found.state === "OPEN") await moveDraw(tx, actor, found, { event: "close", at, closedAt: at });
    });
  }
  return due.length;
}

/** The list says who held what at the instant of closing, whenever this runs. */
async function commitClosed(deps: Deps, actor: Actor): Promise<number> {
  const at = deps.clock.now();
  const over = new Date(at.getTime() - ON_ITS_WAY_MS);
  const closed = await deps.db.draw.findMany({
    where: { state: "CLOSED", closesAt: { lte: over } },
    select: { id: true },
  });
  for (const { id } of closed) {
    await deps.db.$transaction(async (tx) => {
      const found = await lockDraw(tx, id);
      if (found.state !== "CLOSED") return;
      const { seed } = await tx.drawSeed.findUniqueOrThrow({ where: { drawId: id } });
      await tx.$executeRaw`SELECT fix_draw_list(${id}, ${saltOf(seed)})`;
      const summed = await sumUpList(tx, id);
      await moveDraw(tx, actor, found, { event: "commit", at, ...summed, committedAt: at });
    }, LONG_TRANSACTION);
  }
  return closed.length;
}
