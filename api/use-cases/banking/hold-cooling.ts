import { systemActor } from "#api/kernel/actor.ts";
import type { Tx } from "#api/sql/rows.ts";
import { moveObligation } from "#api/use-cases/settlement/move-obligation.ts";

export const COOLING_REASON = "Its bank details were changed a short while ago";

/**
 * Holds what is not yet on its way to partners whose bank details were changed a short while ago: whoever changed them
 * by fraud gets nothing before somebody notices. Of one cycle, or of all. Callers hold the settlement lock.
 */
export async function holdCooling(tx: Tx, at: Date, cycleId: string | null = null): Promise<void> {
  const cooling = await tx.bankAccount.findMany({
    where: { purpose: "PAYOUT", state: "ACTIVE", usableFrom: { gt: at } },
    select: { partnerId: true },
  });
  if (cooling.length === 0) return;
  const held = await tx.obligation.findMany({
    where: {
      ...(cycleId === null ? {} : { cycleId }),
      partnerId: { in: cooling.map(({ partnerId }) => partnerId) },
      direction: "PAY_OUT",
      state: { in: ["CONFIRMED", "DUE"] },
      paidE6: 0n,
    },
  });
  const moment = { actor: systemActor, at, reason: COOLING_REASON };
  for (const obligation of held) await moveObligation(tx, moment, obligation, "hold");
}
