import type { Actor } from "#api/kernel/actor.ts";
import { minorUnitE6 } from "#api/kernel/money.ts";
import { findCycle } from "#api/ledger/cycles.ts";
import { findEntriesOf } from "#api/ledger/read/entries.ts";
import { readBalances } from "#api/ledger/read/positions.ts";
import type { Obligation, Programme, Tx } from "#api/sql/rows.ts";
import { can } from "#api/use-cases/can.ts";
import { settleWhenDone } from "#api/use-cases/cycles/settle-cycle.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { once, requestOf } from "#api/use-cases/once.ts";
import { findProgramme } from "#api/use-cases/programme/read-programme.ts";
import { type Layer, layersOf } from "#api/use-cases/risk/waterfall.ts";
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
    const posted = await once(deps, requestOf("applyWaterfall", actor, input), async () => {
      nextObligationState(obligation, "cover");
      const layers = await layersFor(tx, obligation, programme);
      const used = layers.filter(({ amountE6 }) => amountE6 > 0n);
      const { partnerId } = obligation;
      return { occurredAt: at, place: null, movements: [{ kind: "waterfall", partnerId, layers: used }] };
    });
    deps.reach?.("waterfall: posted");
    if (obligation.state !== "DEFAULTED") return obligation;
    await keepLayers(tx, obligation, await layersFor(tx, obligation, programme, posted.deedId));
    const covered = await moveObligation(tx, { actor, at }, obligation, "cover");
    const cycle = await findCycle(tx, obligation.cycleId);
    if (cycle) await settleWhenDone(tx, at, cycle);
    return covered;
  }, LONG_TRANSACTION);
}

/**
 * The layers as they stand, or as they stood before the deed that used them.
 * The survivors' pool stands for what was owed when the partner failed. What members spend of its points afterwards,
 * where the programme honours them, is the operator's loss alone, beyond what the defaulter itself still has.
 */
async function layersFor(
  tx: Tx,
  obligation: Obligation,
  programme: Programme,
  deedId: string | null = null,
): Promise<Layer[]> {
  const { partnerId, amountMinor, paidE6 } = obligation;
  const collateral = await balancesBefore(tx, "COLLATERAL", deedId);
  const pools = await balancesBefore(tx, "LOSS_POOL", deedId);
  const shared = (await isOfTheTimeAfter(tx, obligation)) ? [] : [...pools];
  return layersOf({
    partnerId,
    amountE6: amountMinor * minorUnitE6(programme.minorDigits) - paidE6,
    collateralE6: -(collateral.get(partnerId) ?? 0n),
    lossPoolE6: -(pools.get(partnerId) ?? 0n),
    operatorFirstLossE6: programme.operatorFirstLossE6,
    survivors: shared
      .filter(([ownerId]) => ownerId !== partnerId)
      .map(([ownerId, balance]) => ({ partnerId: ownerId, lossPoolE6: -balance })),
  });
}

/** Did the obligation's cycle begin after its partner was in default? */
async function isOfTheTimeAfter(tx: Tx, { cycleId, partnerId }: Obligation): Promise<boolean> {
  const first = await tx.transition.findFirst({
    where: { object: "partner", objectId: partnerId, to: "DEFAULTED" },
    orderBy: { at: "desc" },
  });
  const cycle = await findCycle(tx, cycleId);
  return first !== null && cycle !== null && cycle.opensAt >= first.at;
}

async function keepLayers(tx: Tx, { id: obligationId }: Obligation, layers: readonly Layer[]): Promise<void> {
  await tx.defaultLayer.createMany({
    data: layers.map(({ account, ownerId, availableE6, amountE6: usedE6 }, seq) => ({
      obligationId,
      seq,
      account,
      ownerId,
      availableE6,
      usedE6,
    })),
  });
}

/** What stood on the account before the deed, if it is posted already: by us just now, or before a crash. */
async function balancesBefore(tx: Tx, account: "COLLATERAL" | "LOSS_POOL", deedId: string | null) {
  const balances = await readBalances(tx, account);
  const entries = deedId === null ? [] : await findEntriesOf(tx, deedId);
  for (const line of entries.flatMap(({ lines }) => lines).filter((one) => one.account === account)) {
    balances.set(line.ownerId, (balances.get(line.ownerId) ?? 0n) - line.amount);
  }
  return balances;
}
