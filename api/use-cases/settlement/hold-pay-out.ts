import type { Actor } from "#api/kernel/actor.ts";
import type { Obligation, Tx } from "#api/sql/rows.ts";
import { can } from "#api/use-cases/can.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { TransitionRefused } from "#api/use-cases/machine.ts";
import { mayPartner } from "#api/use-cases/partners/standing.ts";
import { lockPartner } from "#api/use-cases/partners/status.ts";
import { lockSettlement } from "#api/use-cases/settlement/lock-settlement.ts";
import { moveObligation } from "#api/use-cases/settlement/move-obligation.ts";
import { nextObligationState } from "#api/use-cases/settlement/obligation-states.ts";
import { ObligationNotFound, PartnerMayNotBePaid } from "#api/use-cases/settlement/refusals.ts";

export type HoldPayOut = { obligationId: string; reason: string };

/** Risk keeps a pay-out back: a suspended partner, bank details that changed a moment ago. What is sent is not held. */
export async function holdPayOut(deps: Deps, actor: Actor, { obligationId, reason }: HoldPayOut): Promise<Obligation> {
  can(actor, "payout:hold");
  return deps.db.$transaction(async (tx) => {
    const obligation = await lockObligation(tx, obligationId);
    if (obligation.state === "ON_HOLD") return obligation;
    await requireUnsent(tx, obligation);
    return moveObligation(tx, { actor, at: deps.clock.now(), reason }, obligation, "hold");
  });
}

/** Lets a pay-out go that was kept back: it is due. Not to a partner that may not be paid: its status comes first. */
export async function liftPayOut(deps: Deps, actor: Actor, { obligationId, reason }: HoldPayOut): Promise<Obligation> {
  can(actor, "payout:hold");
  return deps.db.$transaction(async (tx) => {
    const obligation = await lockObligation(tx, obligationId);
    if (obligation.state === "DUE") return obligation;
    nextObligationState(obligation, "lift");
    const { id, status } = await lockPartner(tx, obligation.partnerId);
    if (!mayPartner({ status }, "bePaid")) throw new PartnerMayNotBePaid(id, status);
    return moveObligation(tx, { actor, at: deps.clock.now(), reason }, obligation, "lift");
  });
}

async function lockObligation(tx: Tx, obligationId: string): Promise<Obligation> {
  await lockSettlement(tx);
  const obligation = await tx.obligation.findUnique({ where: { id: obligationId } });
  if (!obligation) throw new ObligationNotFound(obligationId);
  return obligation;
}

async function requireUnsent(tx: Tx, { id, direction, state, paidE6 }: Obligation): Promise<void> {
  if (direction !== "PAY_OUT") throw new TransitionRefused("obligation", id, direction, "hold");
  const sent = await tx.paymentInstruction.findFirst({
    where: { obligationId: id, state: { in: ["EXPORTED", "ACCEPTED", "BOOKED"] } },
  });
  if (sent || paidE6 > 0n) throw new TransitionRefused("obligation", id, state === "SETTLED" ? state : "SENT", "hold");
}
