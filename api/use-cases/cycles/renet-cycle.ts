import { type Actor, actorRef } from "#api/kernel/actor.ts";
import type { CycleRow } from "#api/ledger/cycles.ts";
import { can } from "#api/use-cases/can.ts";
import { advanceCycle } from "#api/use-cases/cycles/advance-cycle.ts";
import { requireNothingAwaited } from "#api/use-cases/cycles/awaited.ts";
import { finishCycle } from "#api/use-cases/cycles/finish-cycle.ts";
import { lockClearing } from "#api/use-cases/cycles/in-order.ts";
import { requireCycle } from "#api/use-cases/cycles/require-cycle.ts";
import { reverseNet } from "#api/use-cases/cycles/reverse-net.ts";
import { nextCycleState } from "#api/use-cases/cycles/states.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { LONG_TRANSACTION } from "#api/use-cases/transitions.ts";

export type RenetCycle = { cycleId: string; reason: string };

/**
 * Ends the correcting of a reopened cycle: its new version is netted and its statements are published. Who does it has
 * closed this version, so somebody else approves it. On a version that is past it, only what is missing is done.
 */
export async function renetCycle(deps: Deps, actor: Actor, { cycleId, reason }: RenetCycle): Promise<CycleRow> {
  can(actor, "cycle:renet");
  await deps.db.$transaction(async (tx) => {
    await lockClearing(tx);
    const cycle = await requireCycle(tx, cycleId);
    if (isRenetted(cycle)) return;
    nextCycleState(cycle, "renet");
    await requireNothingAwaited(tx, cycleId, "correctCycle");
    await reverseNet(deps, cycle);
    deps.reach?.("renet: netting reversed");
    const at = deps.clock.now();
    await advanceCycle(tx, { actor, at, reason }, cycle, "renet", { closedBy: actorRef(actor), closedAt: at });
  }, LONG_TRANSACTION);
  deps.reach?.("renet: closed again");
  return finishCycle(deps, cycleId);
}

const isRenetted = ({ version, state }: CycleRow) =>
  version > 1 && (state === "CLOSING" || state === "NETTED" || state === "IN_REVIEW");
