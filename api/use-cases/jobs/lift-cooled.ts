import type { Actor } from "#api/kernel/actor.ts";
import { COOLING_REASON } from "#api/use-cases/banking/hold-cooling.ts";
import { can } from "#api/use-cases/can.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { statusesWith } from "#api/use-cases/partners/standing.ts";
import { lockSettlement } from "#api/use-cases/settlement/lock-settlement.ts";
import { moveObligation } from "#api/use-cases/settlement/move-obligation.ts";
import { LONG_TRANSACTION } from "#api/use-cases/transitions.ts";

/**
 * Lets pay-outs go that waited only because their bank details were new. What somebody held for another reason, or is
 * owed to a partner that may not be paid, stays held. Answers how many.
 */
export async function liftCooled(deps: Deps, actor: Actor): Promise<number> {
  can(actor, "job:run");
  const at = deps.clock.now();
  return deps.db.$transaction(async (tx) => {
    await lockSettlement(tx);
    const payable = await tx.partner.findMany({
      where: { status: { in: statusesWith("bePaid") } },
      select: { id: true },
    });
    const ofPayable = { partnerId: { in: payable.map(({ id }) => id) } };
    const held = await tx.obligation.findMany({ where: { state: "ON_HOLD", ...ofPayable } });
    const ids = held.map(({ id }) => id);
    const steps = await tx.transition.findMany({
      where: { objectId: { in: ids }, to: "ON_HOLD" },
      orderBy: [{ at: "asc" }, { id: "asc" }],
    });
    const lastReason = new Map(steps.map(({ objectId, reason }) => [objectId, reason]));
    const partnerIds = held.map(({ partnerId }) => partnerId);
    const cooling = await tx.bankAccount.findMany({
      where: { partnerId: { in: partnerIds }, purpose: "PAYOUT", state: "ACTIVE", usableFrom: { gt: at } },
    });
    const stillCooling = new Set(cooling.map(({ partnerId }) => partnerId));
    const cooled = held.filter(
      ({ id, partnerId }) => lastReason.get(id) === COOLING_REASON && !stillCooling.has(partnerId),
    );
    for (const obligation of cooled) await moveObligation(tx, { actor, at }, obligation, "lift");
    return cooled.length;
  }, LONG_TRANSACTION);
}
