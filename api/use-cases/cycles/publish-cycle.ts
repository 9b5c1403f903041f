import { systemActor } from "#api/kernel/actor.ts";
import { newId } from "#api/kernel/ids.ts";
import { minorUnitE6 } from "#api/kernel/money.ts";
import type { CycleRow } from "#api/ledger/cycles.ts";
import { readStatementSums } from "#api/ledger/read/positions.ts";
import { statement } from "#api/ledger/statement.ts";
import type { Tx } from "#api/sql/rows.ts";
import { advanceCycle } from "#api/use-cases/cycles/advance-cycle.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { findProgramme } from "#api/use-cases/programme/read-programme.ts";
import { LONG_TRANSACTION } from "#api/use-cases/transitions.ts";

/** Renders and hashes every partner's statement. A cycle in which nobody owes anything is settled with that. */
export async function publishCycle(deps: Deps, cycle: CycleRow): Promise<void> {
  const obligations = await deps.db.obligation.findMany({ where: { cycleId: cycle.id, version: cycle.version } });
  const statements = await renderStatements(deps, cycle, obligations);
  const isEmpty = obligations.every(({ amountMinor }) => amountMinor === 0n);
  const at = deps.clock.now();
  await deps.db.$transaction(async (tx) => {
    const event = isEmpty ? "finish empty" : "publish";
    if (!(await advanceCycle(tx, { actor: systemActor, at }, cycle, event))) return;
    await tx.statement.createMany({ data: statements.map((one) => ({ ...one, publishedAt: at })) });
    if (isEmpty) await tx.obligation.updateMany({ where: drafts(cycle), data: { state: "NIL" } });
  }, LONG_TRANSACTION);
}

type Obligations = Awaited<ReturnType<Tx["obligation"]["findMany"]>>;

async function renderStatements(deps: Deps, cycle: CycleRow, obligations: Obligations) {
  const { currency, minorDigits } = await findProgramme(deps);
  const sums = await readStatementSums(deps.db, cycle.id);
  return obligations.map(({ partnerId, version, openingE6, amountMinor, carriedE6 }) => ({
    id: newId("statement"),
    cycleId: cycle.id,
    partnerId,
    version,
    ...statement({
      cycleId: cycle.id,
      partnerId,
      version,
      currency,
      openingE6,
      sums: sums.get(partnerId) ?? [],
      settledE6: amountMinor * minorUnitE6(minorDigits),
      carriedE6,
    }),
  }));
}

const drafts = ({ id, version }: CycleRow) => ({ cycleId: id, version, state: "DRAFT" as const });
