import { type Actor, systemActor } from "#api/kernel/actor.ts";
import { standingClock } from "#api/kernel/clock.ts";
import { newId } from "#api/kernel/ids.ts";
import { findOpenCycle, findUnfinishedCycles } from "#api/ledger/cycles.ts";
import { createLedger } from "#api/ledger/ledger.ts";
import type { Ledger, PartnerAmount } from "#api/ledger/movements.ts";
import type { Approval } from "#api/sql/rows.ts";
import { payObligations } from "#api/test/bank-day.ts";
import type { Issuer } from "#api/test/books/paper.ts";
import { type TestDatabase, testDatabase } from "#api/test/database.ts";
import { approveCycle } from "#api/use-cases/cycles/approve-cycle.ts";
import { closeNow } from "#api/use-cases/cycles/close-now.ts";
import { correctApprovedCycle } from "#api/use-cases/cycles/correct-cycle.ts";
import { finishCycle } from "#api/use-cases/cycles/finish-cycle.ts";
import { renetCycle } from "#api/use-cases/cycles/renet-cycle.ts";
import { reopenApprovedCycle } from "#api/use-cases/cycles/reopen-cycle.ts";
import type { Deps } from "#api/use-cases/deps.ts";

export type PartnerIds = Record<Issuer, string>;
/** The partners all histories share. */
export type SharedIds = Omit<PartnerIds, "E">;

/** A coalition for random histories: the partners of the paper book, two gateways, and a calendar anybody may turn. */
export type Coalition = {
  database: TestDatabase;
  partners: SharedIds;
  gateways: readonly [Ledger, Ledger];
  /** Ends the open cycle, whatever is being posted meanwhile. */
  closeCycle(): Promise<void>;
  /** Approves the oldest closed cycle; whoever owes for it pays, and whoever is owed is paid. */
  settleCycle(): Promise<void>;
  /** Opens the cycle that was closed last again, adds an amount, and nets it again; not when it is approved. */
  correctCycle(partner: keyof SharedIds, amountE6: bigint): Promise<void>;
  addMembers(ids: readonly string[]): Promise<void>;
  addIssuer(id: string): Promise<void>;
  end(): Promise<void>;
};

const firstDay = new Date("2026-01-01T00:00:00Z");
const CUTOFF_STEP_MS = 60_000;

export async function coalition(partners: SharedIds = newPartners()): Promise<Coalition> {
  const database = await testDatabase();
  const { db, pool } = database;
  const clock = standingClock(firstDay);
  const gateways = [createLedger({ pool, clock }), createLedger({ pool, clock })] as const;
  const deps: Deps = { db, ledger: gateways[0], clock, secrets: { apiKey: "a secret for tests" } };
  await layProgramme(database, partners);
  const inTurn = turns();
  return {
    database,
    partners,
    gateways,
    closeCycle: () =>
      inTurn(async () => {
        const cycle = await findOpenCycle(db);
        clock.set(new Date(clock.now().getTime() + CUTOFF_STEP_MS));
        if (cycle) await closeNow(deps, cycle, { by: "system", reason: null });
      }),
    settleCycle: () => inTurn(() => settleOldest(deps)),
    correctCycle: (partner, amountE6) => inTurn(() => correctLast(deps, { partnerId: partners[partner], amountE6 })),
    addIssuer: async (id) => {
      const named = { code: id, name: "E", category: "shop", status: "ACTIVE" } as const;
      await db.partner.create({ data: { id, ...named } });
      await db.exposure.create({ data: { partnerId: id } });
    },
    addMembers: async (ids) => {
      await db.member.createMany({ data: ids.map((id) => ({ id, enrolledAt: firstDay })) });
      await db.wallet.createMany({ data: ids.map((memberId) => ({ memberId })) });
    },
    end: async () => {
      await inTurn(async () => undefined);
      await Promise.all(gateways.map((gateway) => gateway.close()));
      await database.close();
    },
  };
}

const newPartners = (): SharedIds => ({
  A: newId("partner"),
  B: newId("partner"),
  C: newId("partner"),
  D: newId("partner"),
  OP: newId("partner"),
});

/** One after the other; a failure is the caller's and does not stop who comes next. */
function turns() {
  let last: Promise<unknown> = Promise.resolve();
  return (run: () => Promise<void>): Promise<void> => {
    const mine = last.then(run);
    last = mine.catch(() => undefined);
    return mine;
  };
}

const finance: Actor = { kind: "operator", id: newId("user"), roles: ["FINANCE", "ADMIN"] };

async function settleOldest(deps: Deps): Promise<void> {
  const cycle = await deps.db.cycle.findFirst({ where: { state: "IN_REVIEW" }, orderBy: { seq: "asc" } });
  if (!cycle) return;
  await approveCycle(deps, finance, { cycleId: cycle.id });
  await payObligations(deps, cycle.id);
  // Cycles in which nothing happened have waited for this one.
  for (const { id } of await findUnfinishedCycles(deps.db)) await finishCycle(deps, id);
}

/** What two people decide; the books cannot tell that here nobody was asked. */
async function correctLast(deps: Deps, { partnerId, amountE6 }: PartnerAmount): Promise<void> {
  const cycle = await deps.db.cycle.findFirst({ where: { state: { not: "OPEN" } }, orderBy: { seq: "desc" } });
  if (cycle?.state !== "IN_REVIEW") return;
  const cycleId = cycle.id;
  await reopenApprovedCycle(deps, systemActor, approvalOf(cycleId, {}));
  const payload = {
    version: cycle.version + 1,
    against: "MARGIN",
    corrections: [{ partnerId, amountE6: String(amountE6) }],
  };
  await correctApprovedCycle(deps, systemActor, approvalOf(cycleId, payload));
  await renetCycle(deps, systemActor, { cycleId, reason: "corrected" });
}

function approvalOf(subjectId: string, payload: object): Approval {
  const requested = { requestedBy: "system", requestedAt: firstDay, reason: "wrong", action: "correctCycle" };
  const decided = { state: "APPROVED", decidedBy: "system", decidedAt: firstDay, decisionNote: null } as const;
  return {
    id: newId("approval"),
    subjectId,
    partnerId: null,
    payload: payload as Approval["payload"],
    ...requested,
    ...decided,
  };
}

async function layProgramme({ db }: TestDatabase, partners: SharedIds): Promise<void> {
  const money = { currency: "EUR", timeZone: "UTC", pointValueE6: 10_000n };
  await db.programme.create({ data: { id: newId("programme"), name: "Zgoda", pointsName: "points", ...money } });
  const codes = Object.keys(partners) as (keyof SharedIds)[];
  await db.partner.createMany({
    data: codes.map((code) => ({ id: partners[code], code, name: code, category: "shop", isOperator: code === "OP" })),
  });
  await db.exposure.createMany({ data: codes.map((code) => ({ partnerId: partners[code] })) });
  const span = { opensAt: firstDay, cutoffAt: new Date("2026-02-01T00:00:00Z") };
  await db.cycle.create({ data: { id: newId("cycle"), seq: 1, state: "OPEN", ...span } });
}
