import { beforeAll, expect, test } from "vitest";
import type { Actor } from "#api/kernel/actor.ts";
import { systemActor } from "#api/kernel/actor.ts";
import { newId } from "#api/kernel/ids.ts";
import { type TestPartner, type World, world } from "#api/test/world.ts";
import { setAudiencePolicy } from "#api/use-cases/analytics/audience-policy.ts";
import {
  readCohorts,
  readCustomerFigures,
  readFlows,
  readHours,
  readInactivityByCohort,
  readLeaving,
  readRfmGroups,
} from "#api/use-cases/analytics/read-analytics.ts";
import { findUplifts } from "#api/use-cases/analytics/read-uplift.ts";
import { readPointsUses } from "#api/use-cases/analytics/read-value.ts";
import { findCustomers, type ListCustomers, listCustomers } from "#api/use-cases/customers/find-customers.ts";
import { lookUpMember } from "#api/use-cases/customers/look-up-member.ts";
import { refreshCustomers } from "#api/use-cases/customers/refresh-customers.ts";
import { followReceipts } from "#api/use-cases/following/follow-receipts.ts";
import { mergeMembers } from "#api/use-cases/points/merge-members.ts";
import { recordPurchase } from "#api/use-cases/purchases/record-purchase.ts";
import { returnPurchase } from "#api/use-cases/purchases/return-purchase.ts";
import { findTags, tagMember, untagMember } from "#api/use-cases/tags/tag-member.ts";

/** Receipts of two partners; days are those of March 2026 unless the month is said. */
let w: World;
let manager: Actor;
const page = { first: 10, after: null };

beforeAll(async () => {
  w = await world({ at: new Date("2026-03-20T12:00:00Z") });
  manager = staffOf(w.grocer);
  await buy(w.grocer, w.ana.id, "A-1", "2026-01-10T09:10:00Z", 20n);
  await buy(w.grocer, w.ana.id, "A-2", "2026-01-20T09:10:00Z", 20n);
  await buy(w.grocer, w.ana.id, "A-3", "2026-01-30T18:10:00Z", 50n);
  await buy(w.grocer, w.bohdan.id, "B-1", "2026-03-18T18:10:00Z", 10n);
  await buy(w.fuel, w.ana.id, "A-4", "2026-01-15T18:10:00Z", 70n);
  await refreshCustomers(w.deps, systemActor);
});

test("M28 a partner's customer book holds its own members with visits, average receipt, frequency and tags", async () => {
  const rows = await book({ sort: "SPEND" });
  expect(rows.map(({ memberId }) => memberId)).toEqual([w.ana.id, w.bohdan.id]);
  expect(rows[0]).toMatchObject({
    visits: 3,
    days: 3,
    spendE6: 90_000_000n,
    averageE6: 30_000_000n,
    lastOn: "2026-01-30",
  });
  expect((await book({ sort: "LAST_VISIT" })).map(({ memberId }) => memberId)).toEqual([w.bohdan.id, w.ana.id]);
  expect((await book({ silentDays: 30 })).map(({ memberId }) => memberId)).toEqual([w.ana.id]);
  await tagMember(w.deps, manager, { memberId: w.ana.id, tag: "coffee" });
  expect((await book({ tag: "Coffee" })).map(({ memberId }) => memberId)).toEqual([w.ana.id]);
  expect(await untagMember(w.deps, manager, { memberId: w.ana.id, tag: "coffee" })).toEqual([]);
  const told = await w.deps.db.auditEvent.findMany({ where: { action: "tagMember" }, orderBy: { seq: "asc" } });
  expect(told.map(({ before, after }) => [before, after])).toEqual([
    [{ tags: [] }, { tags: ["coffee"] }],
    [{ tags: ["coffee"] }, { tags: [] }],
  ]);
});

test("M28 nobody of another partner is in it, nor what they did elsewhere", async () => {
  const [ana] = await book({ first: 1, after: null }, staffOf(w.fuel));
  expect(ana).toMatchObject({ memberId: w.ana.id, visits: 1, spendE6: 70_000_000n });
  expect(await book({}, staffOf(w.fuel))).toHaveLength(1);
  expect(await book({}, staffOf(w.pharmacy))).toEqual([]);
  expect(await findCustomers(w.deps, staffOf(w.pharmacy), [w.ana.id])).toEqual(new Map());
  await expect(tagMember(w.deps, staffOf(w.pharmacy), { memberId: w.ana.id, tag: "x" })).rejects.toMatchObject({
    code: "MEMBER_NOT_FOUND",
  });
});

test("pages go on where they stopped, whatever they are sorted by", async () => {
  for (const sort of ["SPEND", "LAST_VISIT", "VISITS", "AVERAGE"] as const) {
    const first = await listCustomers(w.deps, manager, { sort, first: 1, after: null });
    const next = await listCustomers(w.deps, manager, { sort, first: 1, after: first.rows[0]?.cursor ?? null });
    expect([first.hasNextPage, next.hasNextPage]).toEqual([true, false]);
    expect(new Set([...first.rows, ...next.rows].map(({ memberId }) => memberId)).size).toBe(2);
  }
});

test("M30 the inactive, the leaving and the unspent are counted per partner and cohort", async () => {
  const policy = { minimumGroup: 5, inactiveDays: 60, reason: "Short year" };
  await setAudiencePolicy(w.deps, w.operator, policy);
  const figures = await readCustomerFigures(w.deps, w.operator);
  const of = (house: string) => figures.find((one) => one.house === house);
  expect(of("OPERATOR")).toMatchObject({ customers: 2, buyers: 2, active: 2, leaving: 1, neverRedeemed: 2 });
  expect(of(w.fuel.id)).toMatchObject({ buyers: 1, active: 0, leaving: 0 });
  expect(await readCustomerFigures(w.deps, manager)).toEqual([of(w.grocer.id)]);
  expect(await readLeaving(w.deps, manager)).toEqual([{ memberId: w.ana.id }]);
  expect(await readInactivityByCohort(w.deps, staffOf(w.fuel))).toEqual([
    { cohort: "2026-01-01", members: 1, inactive: 1 },
  ]);
  const { byIssuer } = await readPointsUses(w.deps, w.operator);
  expect(byIssuer.find(({ of: id }) => id === w.fuel.id)).toMatchObject({ given: 70n, unspent: 70n, expired: 0n });
  await expect(readPointsUses(w.deps, manager)).rejects.toMatchObject({ code: "FORBIDDEN" });
});

test("cohorts, hours and groups tell of a partner's own receipts", async () => {
  expect(await readCohorts(w.deps, manager)).toMatchObject([
    { cohort: "2026-01-01", month: "2026-01-01", members: 1, visits: 3 },
    { cohort: "2026-03-01", month: "2026-03-01", members: 1, visits: 1 },
  ]);
  expect(await readHours(w.deps, staffOf(w.fuel))).toEqual([
    { weekday: 4, hour: 18, receipts: 1, spendE6: 70_000_000n },
  ]);
  const groups = await readRfmGroups(w.deps, manager);
  expect(groups.reduce((sum, { customers }) => sum + customers, 0)).toBe(2);
});

test("what flows to others is told of months that are over, in whole groups alone", async () => {
  expect((await readFlows(w.deps, w.operator)).filter(({ fromId, toId }) => fromId !== toId)).toHaveLength(2);
  const own = await readFlows(w.deps, manager);
  expect(own.map(({ members }) => members)).toEqual(own.map(() => null));
  await w.deps.db.flowMonth.updateMany({ where: { fromId: w.grocer.id }, data: { members: 14 } });
  expect((await readFlows(w.deps, manager)).map(({ members }) => members)).toEqual(own.map(() => 10));
  expect((await readFlows(w.deps, manager)).every(({ fromId }) => fromId === w.grocer.id)).toBe(true);
  await buy(w.fuel, w.bohdan.id, "B-9", "2026-01-31T10:00:00Z", 10n);
  await refreshCustomers(w.deps, systemActor);
  expect((await readFlows(w.deps, manager)).map(({ members }) => members)).toEqual(own.map(() => 10));
});

test("the book follows receipts and what comes back, without waiting for the night", async () => {
  const { id } = await buy(w.pharmacy, w.bohdan.id, "B-5", "2026-03-20T11:00:00Z", 30n);
  await followReceipts(w.deps, systemActor);
  expect((await book({}, staffOf(w.pharmacy)))[0]).toMatchObject({ memberId: w.bohdan.id, visits: 1 });
  const back = { purchase: { purchaseId: id }, receiptNumber: "B-5-back", idempotencyKey: "customers-test-back" };
  await returnPurchase(w.deps, w.pharmacy.till, back);
  await followReceipts(w.deps, systemActor);
  expect((await book({}, staffOf(w.pharmacy)))[0]).toMatchObject({ visits: 0, spendE6: 0n, lastOn: null });
});

test("M16 the report of an offer shows the difference to its control group with its uncertainty", async () => {
  const spends: Record<"TREATED" | "CONTROL", number[]> = {
    TREATED: [30, 40, 50, 60, 70],
    CONTROL: [10, 20, 30, 40, 50],
  };
  const offer = {
    id: newId("offer"),
    code: "uplift",
    title: {},
    terms: {},
    symbol: "gift",
    audience: "MEMBERS" as const,
  };
  const from = new Date("2026-03-01T00:00:00Z");
  // What is bought at this very instant and later is not its doing any more.
  const expiresAt = new Date("2026-03-06T00:00:00Z");
  const by = { controlBps: 5_000, validFrom: from, createdBy: "x", createdAt: from, state: "ACTIVE" as const };
  await w.deps.db.offer.create({ data: { ...offer, ...by, partnerId: w.fuel.id } });
  for (const group of ["TREATED", "CONTROL"] as const) {
    for (const [nth, spend] of spends[group].entries()) {
      const memberId = newId("member");
      await w.deps.db.member.create({ data: { id: memberId, enrolledAt: from } });
      await w.deps.db.wallet.create({ data: { memberId } });
      await w.deps.db.personalOffer.create({
        data: { id: newId("personalOffer"), offerId: offer.id, memberId, group, madeAt: from, expiresAt },
      });
      await buy(w.fuel, memberId, `U-${group}-${nth}`, "2026-03-05T10:00:00Z", BigInt(spend));
      await buy(w.fuel, memberId, `L-${group}-${nth}`, expiresAt.toISOString(), 300n);
      await buy(w.grocer, memberId, `V-${group}-${nth}`, "2026-03-05T10:00:00Z", 500n);
    }
  }
  const uplift = (await findUplifts(w.deps, staffOf(w.fuel), [offer.id])).get(offer.id);
  expect(uplift).toMatchObject({ treated: { members: 5, meanE6: 50e6 }, control: { members: 5, meanE6: 30e6 } });
  // 20 ± 2.306 · √(250/5 + 250/5), with eight degrees of freedom.
  expect(uplift?.difference).toMatchObject({ mean: 20e6, degrees: 8, isCertain: false });
  expect(uplift?.difference?.low).toBeCloseTo(-3_060_041, -3);
  expect(uplift?.difference?.high).toBeCloseTo(43_060_041, -3);
  expect(await findUplifts(w.deps, staffOf(w.pharmacy), [offer.id])).toEqual(new Map());
});

test("whoever is merged into another takes along what houses know and call them", async () => {
  const twice = newId("member");
  await w.deps.db.member.create({ data: { id: twice, enrolledAt: w.clock.now() } });
  await w.deps.db.wallet.create({ data: { memberId: twice } });
  await buy(w.pharmacy, twice, "T-1", "2026-03-19T10:00:00Z", 30n);
  await followReceipts(w.deps, systemActor);
  await tagMember(w.deps, staffOf(w.pharmacy), { memberId: twice, tag: "twin" });
  const pair = { fromMemberId: twice, intoMemberId: w.ana.id, reason: "One person, enrolled twice" };
  await mergeMembers(w.deps, w.operator, { ...pair, idempotencyKey: "customers-test-merge" });
  const known = await book({}, staffOf(w.pharmacy));
  expect(known.find(({ memberId }) => memberId === w.ana.id)).toMatchObject({ visits: 1, spendE6: 30_000_000n });
  expect(known.some(({ memberId }) => memberId === twice)).toBe(false);
  expect((await findTags(w.deps, staffOf(w.pharmacy), [w.ana.id])).get(w.ana.id)).toEqual(["twin"]);
});

test("nobody bears more tags than people read, and a tag is a plain word", async () => {
  for (let nth = 0; nth < 20; nth++) await tagMember(w.deps, manager, { memberId: w.bohdan.id, tag: `t${nth}` });
  const more = { memberId: w.bohdan.id, tag: "one-more" };
  await expect(tagMember(w.deps, manager, more)).rejects.toMatchObject({ code: "TOO_MANY_TAGS", most: 20 });
  const wrong = { memberId: w.ana.id, tag: "coalition:vip" };
  await expect(tagMember(w.deps, manager, wrong)).rejects.toMatchObject({ code: "INVALID_VALUE", field: "tag" });
});

test("a member is looked up by one field, for a reason that is kept", async () => {
  const value = phoneOf(w.ana.id);
  const found = await lookUpMember(w.deps, manager, { value, reason: "Lost the card at the till" });
  expect(found).toMatchObject({ id: w.ana.id, name: "A••", person: null });
  const kept = await w.deps.db.auditEvent.findFirstOrThrow({ where: { action: "lookUpMember" } });
  expect(kept).toMatchObject({ objectId: w.ana.id, reason: "Lost the card at the till", partnerId: w.grocer.id });
  await expect(lookUpMember(w.deps, manager, { value, reason: " " })).rejects.toMatchObject({ code: "INVALID_VALUE" });
  await expect(lookUpMember(w.deps, manager, { value: "+999", reason: "Curious" })).rejects.toMatchObject({
    code: "UNKNOWN_MEMBER",
  });
});

test("the policy is the operator's, and keeps groups from being families", async () => {
  const policy = { minimumGroup: 4, inactiveDays: 60, reason: "Smaller" };
  await expect(setAudiencePolicy(w.deps, w.operator, policy)).rejects.toMatchObject({ field: "minimumGroup" });
  await expect(setAudiencePolicy(w.deps, manager, policy)).rejects.toMatchObject({ code: "FORBIDDEN" });
});

async function book(input: Partial<ListCustomers>, actor: Actor = manager) {
  return (await listCustomers(w.deps, actor, { ...page, ...input })).rows;
}

function staffOf({ id }: TestPartner): Actor {
  return { kind: "partnerStaff", id: newId("user"), partnerId: id, roles: ["MANAGER"] };
}

const phones = new Map<string, string>();

function phoneOf(memberId: string): string {
  const phone = phones.get(memberId) ?? `+375290000${100 + phones.size}`;
  phones.set(memberId, phone);
  return phone;
}

async function buy(at: TestPartner, memberId: string, receiptNumber: string, when: string, money: bigint) {
  const phone = { kind: "PHONE", value: phoneOf(memberId) } as const;
  await w.deps.db.identifier.createMany({
    data: [{ id: `idn_${memberId}`, memberId, ...phone }],
    skipDuplicates: true,
  });
  const receipt = { totalE6: money * 1_000_000n, receiptNumber, occurredAt: new Date(when) };
  const key = { idempotencyKey: `customers-test-${receiptNumber}` };
  return (await recordPurchase(w.deps, at.till, { member: phone, ...receipt, ...key })).purchase;
}
