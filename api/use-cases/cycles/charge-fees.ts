import { systemActor } from "#api/kernel/actor.ts";
import { fingerprint } from "#api/kernel/fingerprint.ts";
import type { CycleRow } from "#api/ledger/cycles.ts";
import { countReceipts, readPostedUnder } from "#api/ledger/read/charges.ts";
import { readStatementSums } from "#api/ledger/read/positions.ts";
import type { Contract } from "#api/sql/rows.ts";
import { type Activity, feeOf, turnoverOf } from "#api/use-cases/cycles/fees.ts";
import { lastInstantOf, missingOf, versionsOf } from "#api/use-cases/cycles/versions.ts";
import type { Deps } from "#api/use-cases/deps.ts";

/**
 * Charges every partner the fees of the contract in force at the cycle's last instant, in one entry of the cycle that
 * has just ended: nothing more can be posted that they would be computed from. The key belongs to the cycle's version,
 * and only what earlier versions have not charged is posted.
 */
export async function chargeFees(deps: Deps, cycle: CycleRow): Promise<void> {
  const contracts = await contractsWithFees(deps, lastInstantOf(cycle));
  const activities = await activitiesOf(deps, cycle, contracts);
  const nothing: Activity = { receipts: 0, turnoverE6: 0n };
  const due = new Map(
    contracts.map((contract) => [contract.partnerId, feeOf(contract, activities.get(contract.partnerId) ?? nothing)]),
  );
  const charged = await readPostedUnder(deps.db, versionsOf(cycle, feeKey));
  const fees = missingOf(due, charged);
  deps.reach?.("fees: computed");
  if (fees.length === 0) return;
  await deps.ledger.post({
    kind: "chargeFees",
    actor: systemActor,
    owner: "system",
    key: feeKey(cycle),
    fingerprint: fingerprint({ cycleId: cycle.id, version: cycle.version }),
    occurredAt: lastInstantOf(cycle),
    place: null,
    reason: `Platform fee of cycle ${cycle.seq}`,
    movements: [{ kind: "fee", fees, cycleId: cycle.id }],
  });
  deps.reach?.("fees: charged");
}

const feeKey = ({ id, version }: Pick<CycleRow, "id" | "version">) => `fee:${id}:${version}`;

function contractsWithFees({ db }: Deps, at: Date): Promise<Contract[]> {
  return db.contract.findMany({
    where: {
      validFrom: { lte: at },
      AND: [
        { OR: [{ validUntil: null }, { validUntil: { gt: at } }] },
        { OR: [{ feePerCycleE6: { gt: 0n } }, { feePerReceiptE6: { gt: 0n } }, { feeBps: { gt: 0 } }] },
      ],
      partner: { isOperator: false, status: { notIn: ["ONBOARDING", "CLOSED"] } },
    },
    orderBy: { partnerId: "asc" },
  });
}

/** Read only where some contract charges for it: it costs a look at all of the cycle. */
async function activitiesOf(
  { db }: Deps,
  { id }: CycleRow,
  contracts: readonly Contract[],
): Promise<Map<string, Activity>> {
  const receipts = contracts.some(({ feePerReceiptE6 }) => feePerReceiptE6 > 0n) ? await countReceipts(db, id) : null;
  const sums = contracts.some(({ feeBps }) => feeBps > 0) ? await readStatementSums(db, id) : null;
  return new Map(
    contracts.map(({ partnerId }) => [
      partnerId,
      { receipts: receipts?.get(partnerId) ?? 0, turnoverE6: turnoverOf(sums?.get(partnerId) ?? []) },
    ]),
  );
}
