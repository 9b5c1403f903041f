import pg from "pg";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { systemActor } from "#api/kernel/actor.ts";
import { ask } from "#api/test/asking.ts";
import { type World, world } from "#api/test/world.ts";
import { closeDueCycle } from "#api/use-cases/jobs/close-due-cycle.ts";
import { enrolMember } from "#api/use-cases/members/enrol-member.ts";
import { addLocation } from "#api/use-cases/partners/add-location.ts";
import { redeemPoints } from "#api/use-cases/points/redeem-points.ts";

/** What the database is asked, by watching the driver. */
const texts: string[] = [];
beforeEach(() => {
  const { query } = pg.Client.prototype;
  vi.spyOn(pg.Client.prototype, "query").mockImplementation(function (this: pg.Client, ...args: unknown[]) {
    const [asked] = args as [string | { text: string }];
    texts.push(typeof asked === "string" ? asked : asked.text);
    return Reflect.apply(query, this, args);
  });
});
afterEach(() => vi.restoreAllMocks());

async function statementsOf({ deps, operator }: World, query: string): Promise<number> {
  texts.length = 0;
  const { errors } = await ask(deps, operator, query);
  expect(errors).toEqual([]);
  return texts.filter((text) => /^\s*(select|with)/i.test(text)).length;
}

const manyMembers = [
  "name enrolledBy { name } balance { available value { amount } }",
  "identifiers { value }",
  "cards { number }",
  "pointsByExpiry { points }",
  "pendingPoints { points }",
  "history(first: 2) { edges { node { kind partner { name } } } }",
];

test("fifty members cost as many statements as one, whatever of them is asked", async () => {
  const hub = await world({ ana: { points: 100n } });
  for (let at = 0; at < 50; at++) {
    const input = { name: `Member ${at}`, partnerId: hub.grocer.id, idempotencyKey: `enrol-member-${at}-0000` };
    await enrolMember(hub.deps, systemActor, input);
  }
  const cost = async (first: number, fields: string) =>
    statementsOf(hub, `{ members(first: ${first}) { edges { node { ${fields} } } } }`);
  // What seldom changes is remembered from the first time on.
  await inTurn(manyMembers, (fields) => cost(1, fields));
  const one = await inTurn(manyMembers, (fields) => cost(1, fields));
  const fifty = await inTurn(manyMembers, (fields) => cost(50, fields));
  expect(one.every((statements) => statements >= 3)).toBe(true);
  expect(fifty).toEqual(one);
});

async function inTurn(texts: readonly string[], count: (text: string) => Promise<number>): Promise<number[]> {
  const counts: number[] = [];
  for (const text of texts) counts.push(await count(text));
  return counts;
}

const partners = (first: number) => `{ partners(first: ${first}) { edges { node {
  code status legalEntities { name } contract { version } contracts { version } staff(first: 5) { edges { node { name } } }
  apiKeys(first: 5) { edges { node { name } } } locations(first: 5) { edges { node { code terminals { code } } } }
} } } }`;

test("so do partners with their places, people and terms", async () => {
  const hub = await world();
  const second = { partnerId: hub.fuel.id, code: "2", name: "Second", idempotencyKey: "add-location-000001" };
  await addLocation(hub.deps, systemActor, second);
  expect(await statementsOf(hub, partners(4))).toBe(await statementsOf(hub, partners(1)));
});

const parts = "partner { code } cycle { seq }";
const cycles = (first: number) => `{ cycles(first: ${first}) { edges { node {
  seq totals { savedBps } matrix(first: 2) { edges { node { points } } }
  positions(first: 2) { edges { node { ${parts} sections { amount { amount } } } } }
  obligations(first: 2) { edges { node { ${parts} amount { amount } } } }
  statements(first: 2) { edges { node { ${parts} lines { amount { amount } } obligation { state } } } }
} } } }`;

test("so do cycles with all that is cleared in them, and their entries with the lines", async () => {
  const hub = await world({ ana: { points: 100n } });
  await hub.deps.db.contract.updateMany({ data: { feePerCycleE6: 1_000_000n } });
  const spent = { member: { memberId: hub.ana.id }, partnerId: hub.pharmacy.id, points: 40n };
  for (const key of ["ana-spends-part-1", "ana-spends-part-2"]) {
    await redeemPoints(hub.deps, systemActor, { ...spent, idempotencyKey: key });
  }
  hub.clock.set(new Date("2026-07-01T00:00:00Z"));
  await closeDueCycle(hub.deps, systemActor);
  expect(await statementsOf(hub, cycles(5))).toBe(await statementsOf(hub, cycles(2)));

  const entries = (first: number) => `{ cycle(id: "${hub.cycleId}") { entries(first: ${first}) { edges { node {
    kind points partner { code } member { id } redemption { state } lines(first: 4) { edges { node { account partner { code } } } }
  } } } } }`;
  expect(await statementsOf(hub, entries(5))).toBe(await statementsOf(hub, entries(3)));
});
