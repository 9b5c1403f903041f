import { afterAll, onTestFinished, TestRunner } from "vitest";
import { type Actor, systemActor } from "#api/kernel/actor.ts";
import { standingClock } from "#api/kernel/clock.ts";
import { newId } from "#api/kernel/ids.ts";
import { createLedger } from "#api/ledger/ledger.ts";
import { errorsOf, findBrokenRules } from "#api/ledger/verify.ts";
import type { Db } from "#api/sql/client.ts";
import { type TestDatabase, testDatabase } from "#api/test/database.ts";
import type { Deps } from "#api/use-cases/deps.ts";

/** A partner of the story, with one location, one terminal, terms from the programme's first day, and its people. */
export type TestPartner = {
  id: string;
  funding: "ON_BURN" | "ON_ISSUE";
  locationId: string;
  terminalId: string;
  till: Actor;
  finance: Actor;
};
export type TestMember = { id: string; actor: Actor };

export type World = {
  deps: Deps;
  clock: ReturnType<typeof standingClock>;
  database: TestDatabase;
  cycleId: string;
  operator: Actor;
  grocer: TestPartner;
  fuel: TestPartner;
  pharmacy: TestPartner;
  ana: TestMember;
  bohdan: TestMember;
};

type Wishes = {
  /** Where the clock stands; the open cycle is this instant's calendar month. */
  at?: Date;
  /** Points that members have from Grocer to begin with. */
  ana?: { points: bigint };
  bohdan?: { points: bigint };
};

/**
 * A small coalition in a database of its own: a point pays 0.01 EUR, the issuer pays 0.01 for it and the redeemer is
 * paid 0.0085; one per cent is earned, at once. Grocer and Pharmacy pay on burn, Fuel on issue. It goes when the test
 * ends, or the file when made outside a test; it fails what left the books out of order.
 */
export async function world(wishes: Wishes = {}): Promise<World> {
  const database = await testDatabase();
  const clock = standingClock(wishes.at ?? new Date("2026-03-10T12:00:00Z"));
  const ledger = createLedger({ pool: database.pool, clock });
  whenOver(async () => {
    await ledger.close();
    const broken = await brokenRules(database);
    await database.close();
    if (broken.length > 0) throw new Error(`The books broke ${JSON.stringify(broken)}`);
  });
  const { db } = database;
  const deps: Deps = { db, ledger, clock, secrets: { apiKey: "a secret for tests" } };
  const cycleId = await layProgramme(db, clock.now());
  const grocer = await addPartner(db, "GROCER", "ON_BURN");
  const fuel = await addPartner(db, "FUEL", "ON_ISSUE");
  const pharmacy = await addPartner(db, "PHARMACY", "ON_BURN");
  const ana = await addMember(deps, "Ana", grocer, wishes.ana?.points);
  const bohdan = await addMember(deps, "Bohdan", grocer, wishes.bohdan?.points);
  const operator: Actor = { kind: "operator", id: newId("user"), roles: ["ADMIN", "FINANCE", "RISK", "CLERK"] };
  return { deps, clock, database, cycleId, operator, grocer, fuel, pharmacy, ana, bohdan };
}

const firstDay = new Date("2020-01-01T00:00:00Z");

async function layProgramme(db: Db, now: Date): Promise<string> {
  const terms = { currency: "EUR", timeZone: "UTC", pointValueE6: 10_000n };
  await db.programme.create({ data: { id: newId("programme"), name: "Zgoda", pointsName: "points", ...terms } });
  const operator = { code: "OPERATOR", name: "Operator", category: "operator", isOperator: true };
  const { id } = await db.partner.create({ data: { id: newId("partner"), ...operator, status: "ACTIVE" } });
  await db.exposure.create({ data: { partnerId: id } });
  await db.contract.create({ data: { ...contractOf(id, "ON_ISSUE"), redeemRateE6: 0n, earnBps: 0 } });
  const month = (offset: number) => new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + offset, 1));
  const span = { opensAt: month(0), cutoffAt: month(1) };
  const cycle = await db.cycle.create({ data: { id: newId("cycle"), seq: 1, state: "OPEN", ...span } });
  return cycle.id;
}

async function addPartner(db: Db, code: string, funding: "ON_BURN" | "ON_ISSUE"): Promise<TestPartner> {
  const id = newId("partner");
  const name = code.charAt(0) + code.slice(1).toLowerCase();
  await db.partner.create({ data: { id, code, name, category: code.toLowerCase(), status: "ACTIVE" } });
  await db.exposure.create({ data: { partnerId: id } });
  await db.contract.create({ data: contractOf(id, funding) });
  const locationId = newId("location");
  await db.location.create({ data: { id: locationId, partnerId: id, code: "1", name: `${name} on Main Street` } });
  const terminalId = newId("terminal");
  await db.terminal.create({ data: { id: terminalId, partnerId: id, locationId, code: "1" } });
  const scopes = ["purchases:write", "purchases:read", "members:write", "members:read", "settlement:read"] as const;
  const till: Actor = { kind: "machine", id: newId("apiKey"), partnerId: id, terminalId, scopes };
  const finance: Actor = { kind: "partnerStaff", id: newId("user"), partnerId: id, roles: ["OWNER", "FINANCE"] };
  return { id, funding, locationId, terminalId, till, finance };
}

function contractOf(partnerId: string, funding: "ON_BURN" | "ON_ISSUE") {
  const rates = { issueRateE6: 10_000n, redeemRateE6: 8_500n, earnBps: 100 };
  return { id: newId("contract"), partnerId, version: 1, validFrom: firstDay, funding, ...rates, createdBy: "system" };
}

async function addMember({ db, ledger, clock }: Deps, name: string, at: TestPartner, points = 0n): Promise<TestMember> {
  const id = newId("member");
  await db.member.create({
    data: { id, enrolledAt: firstDay, enrolledAtPartnerId: at.id, profile: { create: { name } } },
  });
  await db.wallet.create({ data: { memberId: id } });
  if (points > 0n) {
    const terms = { issuerId: at.id, funding: "ON_BURN", issueRateE6: 10_000n, fundedRateE6: 0n } as const;
    await ledger.post({
      kind: "openWorld",
      actor: systemActor,
      owner: "system",
      key: `points of ${id}`,
      fingerprint: "",
      occurredAt: clock.now(),
      place: { partnerId: at.id, locationId: at.locationId, terminalId: at.terminalId },
      movements: [{ kind: "earn", memberId: id, points, terms, maturesAt: null, expiresAt: null, purchaseId: null }],
    });
  }
  return { id, actor: { kind: "member", id: newId("user"), memberId: id } };
}

/** Every test ends with the books: whatever it did, they balance. */
async function brokenRules({ pool }: TestDatabase): Promise<unknown[]> {
  return errorsOf(await findBrokenRules(pool)).slice(0, 5);
}

const leftOver: (() => Promise<void>)[] = [];

function whenOver(close: () => Promise<void>): void {
  if (TestRunner.getCurrentTest()) onTestFinished(close);
  else leftOver.push(close);
}

afterAll(async () => {
  for (const close of leftOver.splice(0)) await close();
});
