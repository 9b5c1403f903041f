import type { Actor } from "#api/kernel/actor.ts";
import { minorUnitE6 } from "#api/kernel/money.ts";
import { findCycle } from "#api/ledger/cycles.ts";
import type { WaterfallLayer } from "#api/ledger/movements.ts";
import { readBalances } from "#api/ledger/read/positions.ts";
import type { Obligation, Programme, Tx } from "#api/sql/rows.ts";
import { can } from "#api/use-cases/can.ts";
import { settleWhenDone } from "#api/use-cases/cycles/settle-cycle.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { once, requestOf } from "#api/use-cases/once.ts";
import { findProgramme } from "#api/use-cases/programme/read-programme.ts";
import { waterfall } from "#api/use-cases/risk/waterfall.ts";
import { lockSettlement } from "#api/use-cases/settlement/lock-settlement.ts";
import { moveObligation } from "#api/use-cases/settlement/move-obligation.ts";
import { nextObligationState } from "#api/use-cases/settlement/obligation-states.ts";
import { ObligationNotFound } from "#api/use-cases/settlement/refusals.ts";
import { LONG_TRANSACTION } from "#api/use-cases/transitions.ts";

export type ApplyWaterfall = { obligationId: string; idempotencyKey: string };

/** Covers a defaulted obligation layer by layer; with that its cycle may be settled. */
export async function applyWaterfall(deps: Deps, actor: Actor, input: ApplyWaterfall): Promise<Obligation> {
  can(actor, "collateral:record");
  const programme = await findProgramme(deps);
  const at = deps.clock.now();
  return deps.db.$transaction(async (tx) => {
    await lockSettlement(tx);
    const obligation = await tx.obligation.findUnique({ where: { id: input.obligationId } });
    if (!obligation) throw new ObligationNotFound(input.obligationId);
    await once(deps, requestOf("applyWaterfall", actor, input), async () => {
      nextObligationState(obligation, "cover");
      const layers = await layersFor(tx, obligation, programme);
      const { partnerId } = obligation;
      return { occurredAt: at, place: null, movements: [{ kind: "waterfall", partnerId, layers }] };
    });
    if (obligation.state !== "DEFAULTED") return obligation;
    const covered = await moveObligation(tx, { actor, at }, obligation, "cover");
    const cycle = await findCycle(tx, obligation.cycleId);
    if (cycle) await settleWhenDone(tx, at, cycle);
    return covered;
  }, LONG_TRANSACTION);
}

async function layersFor(tx: Tx, obligation: Obligation, programme: Programme): Promise<WaterfallLayer[]> {
  const { partnerId, amountMinor, paidE6 } = obligation;
  const collateral = await readBalances(tx, "COLLATERAL");
  const pools = await readBalances(tx, "LOSS_POOL");
  return waterfall({
    partnerId,
    amountE6: amountMinor * minorUnitE6(programme.minorDigits) - paidE6,
    collateralE6: -(collateral.get(partnerId) ?? 0n),
    lossPoolE6: -(pools.get(partnerId) ?? 0n),
    operatorFirstLossE6: programme.operatorFirstLossE6,
    survivors: [...pools]
      .filter(([ownerId]) => ownerId !== partnerId)
      .map(([ownerId, balance]) => ({ partnerId: ownerId, lossPoolE6: -balance })),
  });
}
