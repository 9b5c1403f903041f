import type { Actor } from "#api/kernel/actor.ts";
import { formatMoney, type MoneyE6, minorUnitE6 } from "#api/kernel/money.ts";
import { findCycle } from "#api/ledger/cycles.ts";
import type { MovementOf } from "#api/ledger/movements.ts";
import type { DefaultLayer, Obligation, Tx } from "#api/sql/rows.ts";
import { can } from "#api/use-cases/can.ts";
import { settleWhenDone } from "#api/use-cases/cycles/settle-cycle.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { takeKey } from "#api/use-cases/keys.ts";
import { once, requestOf } from "#api/use-cases/once.ts";
import { InvalidValue } from "#api/use-cases/partners/refusals.ts";
import { findProgramme } from "#api/use-cases/programme/read-programme.ts";
import { explainReceipt, readWaiting } from "#api/use-cases/risk/recovered-receipts.ts";
import { type OpenLayer, type Repaid, repay } from "#api/use-cases/risk/recovery.ts";
import { RecoveryExceeds } from "#api/use-cases/risk/refusals.ts";
import { lockSettlement } from "#api/use-cases/settlement/lock-settlement.ts";
import { type Moment, moveObligation } from "#api/use-cases/settlement/move-obligation.ts";
import { nextObligationState } from "#api/use-cases/settlement/obligation-states.ts";
import { ObligationNotFound } from "#api/use-cases/settlement/refusals.ts";
import { LONG_TRANSACTION } from "#api/use-cases/transitions.ts";

export type RecordRecovery = {
  obligationId: string;
  /** The receipt it came in with, as it stands on the reconciliation desk; absent: money that no open item holds. */
  reconItemId?: string | null | undefined;
  amountE6: MoneyE6;
  idempotencyKey: string;
};

/**
 * Applies a defaulter's late money, which came in without an owner: to what nobody has covered, or back to the layers
 * that did, the last first. In parts too; the obligation is recovered when all of it is back.
 */
export async function recordRecovery(deps: Deps, actor: Actor, input: RecordRecovery): Promise<Obligation> {
  can(actor, "recovery:record");
  const { obligationId, amountE6 } = input;
  if (amountE6 <= 0n) throw new InvalidValue("amount", formatMoney(amountE6), "greater than zero");
  const { minorDigits } = await findProgramme(deps);
  const at = deps.clock.now();
  return deps.db.$transaction(async (tx) => {
    await lockSettlement(tx);
    const obligation = await tx.obligation.findUnique({ where: { id: obligationId } });
    if (!obligation) throw new ObligationNotFound(obligationId);
    const owedE6 = obligation.amountMinor * minorUnitE6(minorDigits);
    const layers = await tx.defaultLayer.findMany({ where: { obligationId }, orderBy: { seq: "asc" } });
    const { deedId } = await once(deps, requestOf("recordRecovery", actor, input), async () => {
      nextObligationState(obligation, "recover");
      const waitingE6 = await readWaiting(tx, input.reconItemId);
      if (amountE6 > waitingE6) throw new RecoveryExceeds(waitingE6, "RECEIPTS");
      const openE6 = owedE6 - obligation.paidE6;
      if (amountE6 > openE6) throw new RecoveryExceeds(openE6, "DEFAULT");
      return { occurredAt: at, place: null, movements: [recoveryOf(obligation, layers, amountE6)] };
    });
    deps.reach?.("recovery: posted");
    const key = { deedId, idempotencyKey: deedId };
    const applied = await takeKey(tx, actor, { verb: "applyRecovery", input: key, objectId: obligationId });
    if (applied) return obligation;
    if (input.reconItemId)
      await explainReceipt(tx, { actor, at }, { ...input, reconItemId: input.reconItemId, deedId });
    return apply(tx, { actor, at }, obligation, { amountE6, layers, owedE6 });
  }, LONG_TRANSACTION);
}

/** Before the waterfall nothing is covered: the money makes the default itself smaller. */
function recoveryOf(
  { partnerId, state }: Obligation,
  layers: readonly DefaultLayer[],
  amountE6: MoneyE6,
): MovementOf<"recover"> {
  if (state === "DEFAULTED") return { kind: "recover", partnerId, uncoveredE6: amountE6, layers: [] };
  const parts = repaidBy(partnerId, layers, amountE6);
  return { kind: "recover", partnerId, uncoveredE6: 0n, layers: parts };
}

function repaidBy(partnerId: string, layers: readonly DefaultLayer[], amountE6: MoneyE6): Repaid[] {
  const open = layers.flatMap(({ seq, account, ownerId, usedE6, recoveredE6 }): OpenLayer[] =>
    account === "COLLATERAL" || account === "LOSS_POOL" || account === "DEFAULT_LOSS"
      ? [{ seq, account, ownerId, openE6: usedE6 - recoveredE6 }]
      : [],
  );
  return repay(amountE6, open, partnerId);
}

type Applied = { amountE6: MoneyE6; layers: readonly DefaultLayer[]; owedE6: MoneyE6 };

async function apply(
  tx: Tx,
  moment: Moment,
  obligation: Obligation,
  { amountE6, layers, owedE6 }: Applied,
): Promise<Obligation> {
  const { id: obligationId, partnerId } = obligation;
  for (const { seq, amountE6: repaidE6 } of repaidBy(partnerId, layers, amountE6)) {
    const where = { obligationId_seq: { obligationId, seq } };
    await tx.defaultLayer.update({ where, data: { recoveredE6: { increment: repaidE6 } } });
  }
  const paidE6 = obligation.paidE6 + amountE6;
  if (paidE6 < owedE6) return tx.obligation.update({ where: { id: obligationId }, data: { paidE6 } });
  const recovered = await moveObligation(tx, moment, obligation, "recover", paidE6);
  const cycle = await findCycle(tx, obligation.cycleId);
  if (cycle) await settleWhenDone(tx, moment.at, cycle);
  return recovered;
}
