import type { Actor } from "#api/kernel/actor.ts";
import { countLapsable } from "#api/ledger/read/issuer-lots.ts";
import { can } from "#api/use-cases/can.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { nextExitState } from "#api/use-cases/partners/exit-states.ts";
import { lockPartner } from "#api/use-cases/partners/status.ts";
import { startLotRun } from "#api/use-cases/risk/lot-runs.ts";
import { recordStep } from "#api/use-cases/transitions.ts";

/**
 * Takes partners' exits on by the clock: a notice that has ended becomes a run-off, and when that is over what is left
 * of its points begins to lapse; also what comes back later from reservations and returns. Answers how many moved.
 */
export async function advanceExits(deps: Deps, actor: Actor): Promise<number> {
  can(actor, "job:run");
  return (await endNotices(deps, actor)) + (await endRunOffs(deps, actor));
}

async function endNotices(deps: Deps, actor: Actor): Promise<number> {
  const at = deps.clock.now();
  const due = await deps.db.partnerExit.findMany({ where: { state: "NOTICE", endsAt: { lte: at } } });
  for (const { id, partnerId } of due) {
    await deps.db.$transaction(async (tx) => {
      await lockPartner(tx, partnerId);
      const exit = await tx.partnerExit.findUniqueOrThrow({ where: { id } });
      if (exit.state !== "NOTICE") return;
      const to = nextExitState(exit, "end");
      await recordStep(tx, actor, { object: "partnerExit", objectId: id, partnerId, from: exit.state, to, at });
      await tx.partnerExit.update({ where: { id }, data: { state: to } });
    });
  }
  return due.length;
}

async function endRunOffs(deps: Deps, actor: Actor): Promise<number> {
  const at = deps.clock.now();
  const over = await deps.db.partnerExit.findMany({ where: { state: "RUN_OFF", runOffUntil: { lte: at } } });
  let begun = 0;
  for (const { partnerId } of over) {
    begun += await deps.db.$transaction(async (tx) => {
      await lockPartner(tx, partnerId);
      const running = await tx.lotRun.count({ where: { partnerId, state: "RUNNING" } });
      if (running > 0 || (await countLapsable(tx, partnerId)) === 0) return 0;
      const reason = "The run-off is over";
      await startLotRun(tx, actor, { partnerId, kind: "RUN_OFF", haircutBps: null, reason, approvalId: null, at });
      return 1;
    });
  }
  return begun;
}
