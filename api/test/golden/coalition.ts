import { type Actor, systemActor } from "#api/kernel/actor.ts";
import { standingClock } from "#api/kernel/clock.ts";
import { findOpenCycle } from "#api/ledger/cycles.ts";
import { createLedger } from "#api/ledger/ledger.ts";
import type { Movement } from "#api/ledger/movements.ts";
import { openAccounts } from "#api/test/bank.ts";
import { type TestDatabase, testDatabase } from "#api/test/database.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { enrolMember } from "#api/use-cases/members/enrol-member.ts";
import { recordOpening } from "#api/use-cases/opening/record-opening.ts";
import { activatePartner } from "#api/use-cases/partners/activate-partner.ts";
import { addLocation } from "#api/use-cases/partners/add-location.ts";
import { addTerminal } from "#api/use-cases/partners/add-terminal.ts";
import { createPartner } from "#api/use-cases/partners/create-partner.ts";
import { type SignContract, signContract } from "#api/use-cases/partners/sign-contract.ts";
import { createProgramme } from "#api/use-cases/programme/create-programme.ts";
import { recordCollateral, recordLossPool } from "#api/use-cases/settlement/record-secured.ts";

export type GoldenPartner = { id: string; till: Actor; finance: Actor };

/** The coalition of the worked example on 31 December 2025, before anything is earned. */
export type Golden = {
  deps: Deps;
  database: TestDatabase;
  /** Noon UTC of a day, and minutes after it. */
  on(day: string, minutes?: number): void;
  /** A key for one deed. */
  key(): string;
  A: GoldenPartner;
  B: GoldenPartner;
  C: GoldenPartner;
  operatorId: string;
  M1: string;
  M2: string;
  M3: string;
};

/** What the members say at a till. */
const phones = { M1: "+375291000001", M2: "+375291000002", M3: "+375291000003" } as const;
export type GoldenMember = keyof typeof phones;
export const phoneOf = (member: GoldenMember) => ({ kind: "PHONE", value: phones[member] }) as const;

export const clerk: Actor = { kind: "operator", id: "usr_clerk", roles: ["CLERK", "ADMIN"] };
export const finance: Actor = { kind: "operator", id: "usr_finance", roles: ["FINANCE"] };
export const risk: Actor = { kind: "operator", id: "usr_risk", roles: ["RISK"] };

type Terms = Omit<SignContract, "partnerId" | "idempotencyKey">;

const everythingBack = { earnBps: 10_000, redeemShareMaxBps: 10_000 };
const grocer: Terms = {
  ...everythingBack,
  funding: "ON_BURN",
  issueRateE6: 10_000n,
  redeemRateE6: 8_500n,
  pendingDays: 5,
};
const fuel: Terms = { ...everythingBack, funding: "ON_BURN", issueRateE6: 10_500n, redeemRateE6: 8_500n };
const pharmacy: Terms = {
  ...everythingBack,
  funding: "ON_ISSUE",
  issueRateE6: 10_000n,
  redeemRateE6: 9_000n,
  pendingDays: 5,
};

const day = (text: string) => new Date(`${text}T00:00:00Z`);
const euro = (amount: number) => BigInt(amount) * 1_000_000n;

export async function goldenCoalition(): Promise<Golden> {
  const database = await testDatabase();
  const clock = standingClock(day("2025-12-01"));
  const deps: Deps = {
    db: database.db,
    ledger: createLedger({ pool: database.pool, clock }),
    clock,
    secrets: { apiKey: "a secret for tests" },
  };
  let keys = 0;
  const key = () => {
    keys += 1;
    return `golden-deed-${String(keys).padStart(6, "0")}`;
  };
  const on = (text: string, minutes = 0) => clock.set(new Date(day(text).getTime() + (12 * 60 + minutes) * 60_000));
  await createProgramme(deps, systemActor, {
    name: "Worked example",
    pointsName: "points",
    currency: "EUR",
    timeZone: "UTC",
    pointValueE6: 10_000n,
    pointsValidityMonths: 24,
    breakageOperatorBps: 6_000,
    operatorFirstLossE6: 1_500_000n,
    dueDays: 2,
    operator: { code: "OP", name: "Operator" },
    opensAt: day("2025-12-01"),
  });
  const A = await addPartner(deps, key, "A", grocer);
  const B = await addPartner(deps, key, "B", fuel);
  const C = await addPartner(deps, key, "C", pharmacy);
  // From January partners pay the platform fee; the pharmacy then shortens, the fuel chain lengthens its waiting time.
  const fee = { feePerCycleE6: euro(12), validFrom: day("2026-01-01") };
  await sign(deps, key, A.id, { ...grocer, ...fee });
  await sign(deps, key, B.id, { ...fuel, ...fee });
  await sign(deps, key, C.id, { ...pharmacy, ...fee });
  await sign(deps, key, C.id, { ...pharmacy, ...fee, pendingDays: 4, validFrom: day("2026-01-06") });
  await sign(deps, key, B.id, { ...fuel, ...fee, pendingDays: 28, validFrom: day("2026-01-20") });
  const enrol = async (member: GoldenMember, { id: partnerId }: GoldenPartner) => {
    const details = { partnerId, identifiers: [phoneOf(member)], idempotencyKey: key() };
    return (await enrolMember(deps, clerk, details)).id;
  };
  const members = { M1: await enrol("M1", A), M2: await enrol("M2", A), M3: await enrol("M3", C) };
  const operator = await database.db.partner.findUniqueOrThrow({ where: { code: "OP" } });
  await openAccounts(deps);
  return { deps, database, on, key, A, B, C, operatorId: operator.id, ...members };
}

/** O1 to O3: what members and partners bring with them. */
export async function openBooks({ deps, on, key, A, B, C, M1, M2 }: Golden): Promise<void> {
  on("2025-12-31");
  const fuelPoints = { issuerId: B.id, funding: "ON_BURN", issueRateE6: 10_500n, fundedRateE6: 0n } as const;
  const pharmacyPoints = { issuerId: C.id, funding: "ON_ISSUE", issueRateE6: 10_000n, fundedRateE6: 10_000n } as const;
  const availableAt = day("2025-06-01");
  const january = { availableAt, expiresAt: day("2026-01-20") };
  const lots: (Movement & { kind: "open" })["lots"] = [
    { memberId: M1, points: 1_000n, ...fuelPoints, availableAt, expiresAt: day("2026-02-15") },
    { memberId: M2, points: 600n, ...pharmacyPoints, ...january },
    { memberId: M2, points: 200n, ...fuelPoints, ...january },
  ];
  await recordOpening(deps, systemActor, { lots, idempotencyKey: key() });
  const parts = (...amounts: [GoldenPartner, number][]) =>
    amounts.map(([partner, amount]) => ({ partnerId: partner.id, amountE6: euro(amount) }));
  await recordCollateral(deps, finance, { parts: parts([A, 60], [B, 20], [C, 6]), idempotencyKey: key() });
  await recordLossPool(deps, finance, { parts: parts([A, 2], [B, 2], [C, 2]), idempotencyKey: key() });
}

export async function openCycleId({ deps }: Golden): Promise<string> {
  const cycle = await findOpenCycle(deps.db);
  if (!cycle) throw new Error("no cycle is open");
  return cycle.id;
}

async function addPartner(deps: Deps, key: () => string, code: string, terms: Terms): Promise<GoldenPartner> {
  const details = { code, name: `Partner ${code}`, category: "shop" };
  const { id } = await createPartner(deps, clerk, { ...details, idempotencyKey: key() });
  await sign(deps, key, id, terms);
  await activatePartner(deps, clerk, { partnerId: id });
  const place = { partnerId: id, code: "1", name: "Main Street", idempotencyKey: key() };
  const location = await addLocation(deps, clerk, place);
  const terminal = await addTerminal(deps, clerk, { locationId: location.id, code: "1", idempotencyKey: key() });
  return {
    id,
    till: { kind: "machine", id: `key_${code}`, partnerId: id, terminalId: terminal.id, scopes: ["purchases:write"] },
    finance: { kind: "partnerStaff", id: `usr_${code}`, partnerId: id, roles: ["FINANCE", "MANAGER"] },
  };
}

async function sign(deps: Deps, key: () => string, partnerId: string, terms: Terms): Promise<void> {
  await signContract(deps, systemActor, { partnerId, ...terms, idempotencyKey: key() });
}
