import { systemActor } from "#api/kernel/actor.ts";
import { inChunks } from "#api/kernel/chunks.ts";
import { newId } from "#api/kernel/ids.ts";
import { minorUnitE6 } from "#api/kernel/money.ts";
import type { CycleRow } from "#api/ledger/cycles.ts";
import { readStatementSums } from "#api/ledger/read/positions.ts";
import { statement } from "#api/ledger/statement.ts";
import type { Obligation, Tx } from "#api/sql/rows.ts";
import { advanceCycle } from "#api/use-cases/cycles/advance-cycle.ts";
import { taxOnLine, taxRulesOf } from "#api/use-cases/cycles/tax.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { notifyHouses } from "#api/use-cases/notices/notify-houses.ts";
import { partnersWhoMay } from "#api/use-cases/notices/who-may.ts";
import { findProgramme } from "#api/use-cases/programme/read-programme.ts";
import { LONG_TRANSACTION, recordSteps } from "#api/use-cases/transitions.ts";

/** Renders and hashes every partner's statement, and tells those who may read it. A cycle in which nobody owes anything is settled with that. */
export async function publishCycle(deps: Deps, cycle: CycleRow): Promise<void> {
  const obligations = await deps.db.obligation.findMany({
    where: { cycleId: cycle.id, version: cycle.version },
    orderBy: { partnerId: "asc" },
  });
  const statements = await renderStatements(deps, cycle, obligations);
  deps.reach?.("publish: statements rendered");
  const isEmpty = obligations.every(({ amountMinor }) => amountMinor === 0n);
  const at = deps.clock.now();
  await deps.db.$transaction(async (tx) => {
    const event = isEmpty ? "finish empty" : "publish";
    if (!(await advanceCycle(tx, { actor: systemActor, at }, cycle, event, { publishedAt: at }))) return;
    for (const chunk of inChunks(statements)) {
      await tx.statement.createMany({ data: chunk.map((one) => ({ ...one, publishedAt: at })) });
    }
    if (isEmpty) await dropNil(tx, cycle, obligations, at);
    const partnerIds = statements.map(({ partnerId }) => partnerId);
    const facts = { cycle: String(cycle.seq) };
    await notifyHouses(
      tx,
      { partnerIds, roles: partnersWhoMay("statement:read") },
      { kind: "STATEMENT_PUBLISHED", facts, href: "/partner/statements", at },
    );
    deps.reach?.("publish: statements stored");
  }, LONG_TRANSACTION);
  deps.reach?.("publish: published");
}

async function renderStatements(deps: Deps, cycle: CycleRow, obligations: readonly Obligation[]) {
  const { currency, minorDigits } = await findProgramme(deps);
  const sums = await readStatementSums(deps.db, cycle.id);
  const rules = await taxRulesOf(deps, cycle);
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
      sums: (sums.get(partnerId) ?? []).map((sum) => ({ ...sum, tax: taxOnLine(rules, partnerId, sum) })),
      settledE6: amountMinor * minorUnitE6(minorDigits),
      carriedE6,
    }),
  }));
}

/** Nothing is to be paid, and nobody has to say so. */
async function dropNil(tx: Tx, { id, version }: CycleRow, obligations: readonly Obligation[], at: Date): Promise<void> {
  await tx.obligation.updateMany({ where: { cycleId: id, version, state: "DRAFT" }, data: { state: "NIL" } });
  for (const chunk of inChunks(obligations)) {
    const steps = chunk.map(({ id: objectId, partnerId }) => ({ objectId, partnerId }));
    await recordSteps(
      tx,
      systemActor,
      steps.map((step) => ({ object: "obligation", from: "DRAFT", to: "NIL", at, ...step })),
    );
  }
}
