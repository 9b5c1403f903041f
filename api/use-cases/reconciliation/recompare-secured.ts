import { systemActor } from "#api/kernel/actor.ts";
import { newId } from "#api/kernel/ids.ts";
import type { Programme, ReconItem, Tx } from "#api/sql/rows.ts";
import { bankRules } from "#api/use-cases/reconciliation/bank-rules.ts";
import { decideSecured, loadSecured } from "#api/use-cases/reconciliation/decide-secured.ts";
import { moveItem } from "#api/use-cases/reconciliation/move-item.ts";

/** Looks again at lines of the segregated account whose entry came only after the statement. Answers how many agree now. */
export async function recompareSecured(tx: Tx, programme: Programme, at: Date): Promise<number> {
  const lines = await tx.bankLine.findMany({
    where: { bankAccount: "COLLATERAL", entryId: null },
    orderBy: [{ bookedOn: "asc" }, { id: "asc" }],
  });
  const [first] = lines;
  if (!first) return 0;
  const desk = await loadSecured(tx, programme.matchWindowDays, first.bookedOn.toISOString().slice(0, 10));
  let agreed = 0;
  for (const line of lines) {
    const item = await tx.reconItem.findUnique({ where: { bankLineId: line.id } });
    if (item?.state !== "BREAK" && item?.state !== "INVESTIGATING") continue;
    const { rule, explained, partnerId } = decideSecured(desk, asRead(line), await refusedEntries(tx, item));
    const entryId = explained[0]?.entryId;
    if (!rule || !entryId) continue;
    await tx.bankLine.update({ where: { id: line.id }, data: { entryId } });
    await keepMatch(tx, at, item, { rule, entryId });
    const facts = { rule, score: bankRules[rule], hubRef: entryId, partnerId };
    await moveItem(tx, { actor: systemActor, at, reason: "The entry came later" }, item, "turn up", facts);
    agreed += 1;
  }
  return agreed;
}

/** What somebody said it is not. */
async function refusedEntries(tx: Tx, { id: itemId }: ReconItem): Promise<ReadonlySet<string>> {
  const undone = await tx.reconMatch.findMany({
    where: { itemId, undoneAt: { not: null } },
    select: { entryId: true },
  });
  return new Set(undone.flatMap(({ entryId }) => entryId ?? []));
}

type Found = { rule: keyof typeof bankRules; entryId: string };

async function keepMatch(tx: Tx, at: Date, item: ReconItem, { rule, entryId }: Found): Promise<void> {
  const by = { rule, score: bankRules[rule], matchedBy: "system", matchedAt: at };
  const amountE6 = item.otherValue ?? 0n;
  await tx.reconMatch.create({ data: { id: newId("reconMatch"), itemId: item.id, entryId, amountE6, ...by } });
}

type Row = Awaited<ReturnType<Tx["bankLine"]["findMany"]>>[number];

const asRead = ({ isCharge, structuredRef, bookedOn, ...row }: Row) => ({
  ...row,
  kind: isCharge ? ("CHARGE" as const) : ("MOVEMENT" as const),
  creditorReference: structuredRef,
  bookedOn: bookedOn.toISOString().slice(0, 10),
});
