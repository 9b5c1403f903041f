import { systemActor } from "#api/kernel/actor.ts";
import { fingerprint } from "#api/kernel/fingerprint.ts";
import type { CycleRow } from "#api/ledger/cycles.ts";
import { readPostedUnder } from "#api/ledger/read/charges.ts";
import { readStatementSums } from "#api/ledger/read/positions.ts";
import { onTopOf, taxRulesOf } from "#api/use-cases/cycles/tax.ts";
import { lastInstantOf, missingOf, versionsOf } from "#api/use-cases/cycles/versions.ts";
import type { Deps } from "#api/use-cases/deps.ts";

/**
 * Charges the tax that comes on top of what the cycle's statements will say, fees included, in one entry of the cycle
 * that has just ended. As with fees, only what earlier versions have not charged is posted.
 */
export async function chargeTax(deps: Deps, cycle: CycleRow): Promise<void> {
  const rules = await taxRulesOf(deps, cycle);
  const sums = rules.hasOnTop ? await readStatementSums(deps.db, cycle.id) : new Map();
  const due = new Map([...sums].map(([partnerId, own]) => [partnerId, onTopOf(rules, partnerId, own)]));
  const taxes = missingOf(due, await readPostedUnder(deps.db, versionsOf(cycle, taxKey)));
  deps.reach?.("tax: computed");
  if (taxes.length === 0) return;
  await deps.ledger.post({
    kind: "chargeTax",
    actor: systemActor,
    owner: "system",
    key: taxKey(cycle),
    fingerprint: fingerprint({ cycleId: cycle.id, version: cycle.version }),
    occurredAt: lastInstantOf(cycle),
    place: null,
    reason: `Tax of cycle ${cycle.seq}`,
    movements: [{ kind: "tax", taxes, cycleId: cycle.id }],
  });
  deps.reach?.("tax: charged");
}

const taxKey = ({ id, version }: Pick<CycleRow, "id" | "version">) => `tax:${id}:${version}`;
