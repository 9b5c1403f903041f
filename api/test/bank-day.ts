import { systemActor } from "#api/kernel/actor.ts";
import { newId } from "#api/kernel/ids.ts";
import type { Deed, Movement } from "#api/ledger/movements.ts";
import type { Deps } from "#api/use-cases/deps.ts";

type Paid = { entryId: string; amountE6: bigint };

/** Everybody pays what a cycle's obligations say, debtors first: the entries, the obligations' ends, the cycle's end. */
export async function payObligations(deps: Deps, cycleId: string): Promise<Paid[]> {
  const { db } = deps;
  const obligations = await db.obligation.findMany({
    where: { cycleId, direction: { not: "NIL" }, state: { not: "SUPERSEDED" } },
    orderBy: { amountMinor: "desc" },
  });
  const paid: Paid[] = [];
  for (const { id, partnerId, amountMinor } of obligations) {
    const amountE6 = amountMinor * 10_000n;
    paid.push({ entryId: await book(deps, id, movesOf(partnerId, amountE6)), amountE6 });
    const paidE6 = amountE6 < 0n ? -amountE6 : amountE6;
    await db.obligation.update({ where: { id }, data: { state: "SETTLED", paidE6 } });
  }
  await db.cycle.update({ where: { id: cycleId }, data: { state: "SETTLED" } });
  return paid;
}

function movesOf(partnerId: string, amountE6: bigint): Movement[] {
  if (amountE6 > 0n) return [{ kind: "payIn", partnerId, amountE6, partial: false }];
  return [
    { kind: "payOutSent", partnerId, amountE6: -amountE6 },
    { kind: "payOutBooked", amountE6: -amountE6 },
  ];
}

async function book({ db, ledger, clock }: Deps, key: string, movements: Movement[]): Promise<string> {
  const deed: Deed = {
    kind: "bankDay",
    actor: systemActor,
    owner: "bank",
    key,
    fingerprint: "",
    occurredAt: clock.now(),
    place: null,
    movements,
  };
  const { deedId } = await ledger.post(deed);
  const { id } = await db.entry.findFirstOrThrow({ where: { deedId }, orderBy: { ord: "asc" } });
  return id;
}

/** The day's statement of the settlement account: it opens at `openingE6` and shows one line per entry. */
export async function showAtBank({ db, clock }: Deps, paid: readonly Paid[], openingE6: bigint): Promise<void> {
  const now = clock.now();
  const today = new Date(now.toISOString().slice(0, 10));
  const [fileId, statementId] = [newId("bankFile"), newId("bankStatement")];
  const file = { kind: "CAMT053", name: "day.xml", content: "", hash: fileId } as const;
  await db.bankFile.create({ data: { id: fileId, ...file, uploadedBy: "system", uploadedAt: now } });
  await db.bankStatement.create({
    data: {
      id: statementId,
      fileId,
      bankAccountId: "bac_settlement",
      bankAccount: "SETTLEMENT",
      bankId: statementId,
      openingE6,
      closingE6: openingE6 + paid.reduce((sum, { amountE6 }) => sum + amountE6, 0n),
      openedOn: today,
      closedOn: today,
      lineCount: paid.length,
      importedBy: "system",
      importedAt: now,
      finishedAt: now,
    },
  });
  await db.bankLine.createMany({
    data: paid.map(({ entryId, amountE6 }, i) => ({
      id: newId("bankLine"),
      statementId,
      seq: i + 1,
      bankAccount: "SETTLEMENT",
      bookedOn: today,
      amountE6,
      bankRef: `${statementId} ${i}`,
      ref: `${statementId} ${i}`,
      entryId,
    })),
  });
}
