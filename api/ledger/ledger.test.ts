import { afterAll, beforeAll, expect, test } from "vitest";
import { systemActor } from "#api/kernel/actor.ts";
import { standingClock } from "#api/kernel/clock.ts";
import { newId } from "#api/kernel/ids.ts";
import { createLedger } from "#api/ledger/ledger.ts";
import type { Deed, Ledger, Movement } from "#api/ledger/movements.ts";
import { ExposureLimitExceeded, IdempotencyKeyReused, InsufficientPoints } from "#api/ledger/refusals.ts";
import { type TestDatabase, testDatabase } from "#api/test/database.ts";

const start = new Date("2026-01-01T00:00:00Z");
const clock = standingClock(new Date("2026-01-05T12:00:00Z"));
const grocer = newId("partner");
const fuel = newId("partner");
let database: TestDatabase;
let ledger: Ledger;

beforeAll(async () => {
  database = await testDatabase();
  ledger = createLedger({ pool: database.pool, clock });
  const { db } = database;
  await db.programme.create({
    data: {
      id: newId("programme"),
      name: "Test",
      pointsName: "points",
      currency: "EUR",
      timeZone: "UTC",
      pointValueE6: 10_000n,
    },
  });
  await db.partner.createMany({
    data: [
      { id: newId("partner"), code: "OP", name: "Operator", category: "operator", isOperator: true, status: "ACTIVE" },
      { id: grocer, code: "GRO", name: "Grocer", category: "grocer", status: "ACTIVE" },
      { id: fuel, code: "FUE", name: "Fuel", category: "fuel", status: "ACTIVE" },
    ],
  });
  await db.exposure.createMany({ data: [{ partnerId: grocer }, { partnerId: fuel, limitE6: 5_000_000n }] });
  const cutoffAt = new Date("2026-02-01T00:00:00Z");
  await db.cycle.create({ data: { id: newId("cycle"), seq: 1, opensAt: start, cutoffAt, state: "OPEN" } });
});

afterAll(async () => {
  await ledger.close();
  await database.close();
});

test("what is earned can be reserved and captured, and issuer, redeemer and margin share the money", async () => {
  const ana = await member();
  await post(earn(ana, 1_000n));
  const burnId = newId("burn");
  await post(reserve(ana, burnId, 600n));
  await post({ kind: "capture", burnId, points: 500n, redeemRateE6: 8_500n, onUsPolicy: "FULL" });
  expect(await wallet(ana)).toMatchObject({ available: 500n, reserved: 0n, pending: 0n, version: 3n });
  const lines = await database.db.line.findMany({ where: { unit: "EUR", account: { in: ["POSITION", "MARGIN"] } } });
  expect(lines.map((line) => [line.account, line.ownerId, line.amount])).toEqual([
    ["POSITION", grocer, 5_000_000n],
    ["POSITION", fuel, -4_250_000n],
    ["MARGIN", "", -750_000n],
  ]);
});

test("a second deed with the same key moves nothing, and another input under it is refused", async () => {
  const ana = await member();
  const deed = deedOf(earn(ana, 10n));
  const first = await ledger.post(deed);
  expect(await ledger.post(deed)).toEqual({ deedId: first.deedId, replayed: true });
  await expect(ledger.post({ ...deed, fingerprint: "other" })).rejects.toBeInstanceOf(IdempotencyKeyReused);
  expect(await wallet(ana)).toMatchObject({ available: 10n, version: 1n });
});

test("fifty tills and one wallet: only what is there can be spent, across two gateways", async () => {
  const ana = await member();
  await post(earn(ana, 20n));
  const other = createLedger({ pool: database.pool, clock });
  const tries = Array.from({ length: 50 }, (_, i) =>
    (i % 2 ? other : ledger).post(deedOf(reserve(ana, newId("burn"), 1n))).then(
      () => "done",
      (refusal: unknown) => (refusal instanceof InsufficientPoints ? "insufficient" : String(refusal)),
    ),
  );
  const answers = await Promise.all(tries);
  expect(Object.groupBy(answers, (answer) => answer)["done"]).toHaveLength(20);
  expect(Object.groupBy(answers, (answer) => answer)["insufficient"]).toHaveLength(30);
  expect(await wallet(ana)).toMatchObject({ available: 0n, reserved: 20n });
  await other.close();
});

test("an issuer at its limit is refused, and its neighbours in the batch are not", async () => {
  const ana = await member();
  const bohdan = await member();
  const answers = await Promise.allSettled([
    post(earn(ana, 300n, fuel)),
    post(earn(bohdan, 300n, fuel)),
    post(earn(bohdan, 300n, grocer)),
    post(earn(ana, 200n, fuel)),
  ]);
  const refused = answers.flatMap((answer) => (answer.status === "rejected" ? [answer.reason] : []));
  expect(refused).toEqual([expect.any(ExposureLimitExceeded)]);
  expect(answers[2].status).toBe("fulfilled");
  expect(await database.db.exposure.findUnique({ where: { partnerId: fuel } })).toMatchObject({
    outstandingE6: 5_000_000n,
  });
});

async function member(): Promise<string> {
  const id = newId("member");
  await database.db.member.create({ data: { id, enrolledAt: start } });
  await database.db.wallet.create({ data: { memberId: id } });
  return id;
}

const wallet = (memberId: string) => database.db.wallet.findUniqueOrThrow({ where: { memberId } });
const post = (movement: Movement) => ledger.post(deedOf(movement));

function deedOf(movement: Movement): Deed {
  return {
    kind: "test",
    actor: systemActor,
    owner: "test",
    key: newId("deed"),
    fingerprint: "same",
    occurredAt: clock.now(),
    place: null,
    movements: [movement],
  };
}

const earn = (memberId: string, points: bigint, issuerId = grocer): Movement => ({
  kind: "earn",
  memberId,
  points,
  terms: { issuerId, funding: "ON_BURN", issueRateE6: 10_000n, fundedRateE6: 0n },
  maturesAt: null,
  expiresAt: new Date("2028-01-31T00:00:00Z"),
  purchaseId: null,
});

const reserve = (memberId: string, burnId: string, points: bigint): Movement => ({
  kind: "reserve",
  burnId,
  memberId,
  redeemerId: fuel,
  points,
  expiresAt: new Date("2026-01-05T13:00:00Z"),
  purchaseId: null,
});
