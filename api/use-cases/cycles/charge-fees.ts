import { systemActor } from "#api/kernel/actor.ts";
import { fingerprint } from "#api/kernel/fingerprint.ts";
import type { CycleRow } from "#api/ledger/cycles.ts";
import type { PartnerAmount } from "#api/ledger/movements.ts";
import type { Deps } from "#api/use-cases/deps.ts";

/**
 * Charges every partner the fee of the contract in force at the cycle's last instant, in one entry, while the cycle is
 * still open. The key belongs to the cycle: a close that was broken off charges nobody twice.
 */
export async function chargeFees(deps: Deps, cycle: CycleRow, cutoffAt: Date): Promise<void> {
  const lastInstant = new Date(cutoffAt.getTime() - 1);
  const fees = await feesAt(deps, lastInstant);
  if (fees.length === 0) return;
  await deps.ledger.post({
    kind: "chargeFees",
    actor: systemActor,
    owner: "system",
    key: `fee:${cycle.id}`,
    fingerprint: fingerprint({ cycleId: cycle.id }),
    occurredAt: lastInstant,
    place: null,
    reason: `Platform fee of cycle ${cycle.seq}`,
    movements: [{ kind: "fee", fees, cycleId: null }],
  });
}

async function feesAt({ db }: Deps, at: Date): Promise<PartnerAmount[]> {
  const contracts = await db.contract.findMany({
    where: {
      feePerCycleE6: { gt: 0n },
      validFrom: { lte: at },
      OR: [{ validUntil: null }, { validUntil: { gt: at } }],
      partner: { isOperator: false, status: { notIn: ["ONBOARDING", "CLOSED"] } },
    },
    orderBy: { partnerId: "asc" },
  });
  return contracts.map(({ partnerId, feePerCycleE6 }) => ({ partnerId, amountE6: feePerCycleE6 }));
}
