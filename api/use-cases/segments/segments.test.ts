import { expect, test } from "vitest";
import type { Actor } from "#api/kernel/actor.ts";
import { newId } from "#api/kernel/ids.ts";
import { agreeOnLadder } from "#api/test/ladder.ts";
import { agreeOnPlan } from "#api/test/plan.ts";
import { type TestPartner, type World, world } from "#api/test/world.ts";
import { closeClub, createClub } from "#api/use-cases/clubs/create-club.ts";
import { refreshCustomers } from "#api/use-cases/customers/refresh-customers.ts";
import { recordPurchase } from "#api/use-cases/purchases/record-purchase.ts";
import { defineSegment, retireSegment, shareSegment } from "#api/use-cases/segments/define-segment.ts";
import { findSegmentCounts, listSegmentMembers, listSegments } from "#api/use-cases/segments/find-segments.ts";
import { recountSegments } from "#api/use-cases/segments/request-recount.ts";
import { recount, runRecount } from "#api/use-cases/segments/run-recount.ts";
import { lastSegmentEvent, segmentEventsSince } from "#api/use-cases/segments/segment-events.ts";
import { tagMember } from "#api/use-cases/tags/tag-member.ts";

const DAY_MS = 86_400_000;

test("M24 a segment is an expression over facts, counted in one pass, and who enters or leaves is an event", async () => {
  const w = await world({ at: new Date("2026-03-10T12:00:00Z") });
  await buy(w, w.grocer, w.ana.id, { number: "A-1", daysAgo: 20 });
  await buy(w, w.grocer, w.bohdan.id, { number: "B-1", daysAgo: 20 });
  await buy(w, w.fuel, w.bohdan.id, { number: "B-2", daysAgo: 10 });
  await refreshCustomers(w.deps, system);
  const answers = [
    { name: "at", value: "GROCER" },
    { name: "notAt", value: "FUEL" },
    { name: "days", value: "60" },
  ];
  const key = { idempotencyKey: "define-bought-at-not-at" };
  const segment = await defineSegment(w.deps, w.operator, {
    code: "grocer-only",
    template: "BOUGHT_AT_NOT_AT",
    answers,
    ...key,
  });
  expect(segment.expression).toBe('visitsAt("GROCER", 60) > 0 && visitsAt("FUEL", 60) == 0');
  await countAll(w);
  expect(await membersOf(w, w.operator, segment.id)).toEqual([w.ana.id]);
  expect(await eventsOf(w, segment.id)).toEqual([`ENTERED ${w.ana.id}`]);
  const seen = await lastSegmentEvent(w.deps.db);

  await buy(w, w.fuel, w.ana.id, { number: "A-2", daysAgo: 0 });
  const again = await recountSegments(w.deps, w.operator, {
    segmentId: segment.id,
    idempotencyKey: "recount-segment-1",
  });
  const done = await runRecount(w.deps, { segmentRecountId: again.id });
  expect(done).toMatchObject({ state: "DONE", membersDone: 2, membersTotal: 2, entered: 0, left: 1 });
  expect(await membersOf(w, w.operator, segment.id)).toEqual([]);
  const events = await segmentEventsSince(w.deps.db, seen);
  expect(events.map(({ kind, memberId }) => `${kind} ${memberId}`)).toEqual([`LEFT ${w.ana.id}`]);
});

test("M24 silence, birthdays, tags and what was never spent are questions of a form", async () => {
  const w = await world({ at: new Date("2026-03-10T12:00:00Z"), bohdan: { points: 500n } });
  await buy(w, w.grocer, w.ana.id, { number: "A-1", daysAgo: 60 });
  await buy(w, w.grocer, w.bohdan.id, { number: "B-1", daysAgo: 59 });
  const redeem = { redeem: { points: 10n } };
  await buy(w, w.grocer, w.bohdan.id, { number: "B-2", daysAgo: 59, ...redeem });
  await w.deps.db.memberProfile.update({
    where: { memberId: w.bohdan.id },
    data: { birthDate: new Date("1990-03-16") },
  });
  const manager = staffOf(w.grocer, ["MANAGER"]);
  expect(await tagMember(w.deps, manager, { memberId: w.ana.id, tag: "VIP" })).toEqual(["vip"]);
  await refreshCustomers(w.deps, system);
  const of = async (
    template: "INACTIVE" | "NEVER_REDEEMED" | "BIRTHDAY" | "TAGGED",
    ...answers: [string, string][]
  ) => {
    const given = answers.map(([name, value]) => ({ name, value }));
    const code = template.toLowerCase();
    return defineSegment(w.deps, manager, { code, template, answers: given, idempotencyKey: `define-${code}-key` });
  };
  const made = [
    await of("INACTIVE", ["days", "60"]),
    await of("NEVER_REDEEMED"),
    await of("BIRTHDAY", ["days", "7"]),
    await of("TAGGED", ["tag", "vip"]),
  ];
  await countAll(w);
  const counted = await Promise.all(made.map(({ id }) => membersOf(w, manager, id)));
  expect(counted).toEqual([[w.ana.id], [w.ana.id], [w.bohdan.id], [w.ana.id]]);
});

test("a partner's segment knows the partner's own members alone", async () => {
  const w = await world();
  await buy(w, w.fuel, w.ana.id, { number: "A-1", daysAgo: 3 });
  await refreshCustomers(w.deps, system);
  const input = {
    name: { en: "All" },
    expression: "member.daysSinceEnrolment >= 0",
    idempotencyKey: "define-everybody",
  };
  const fuel = await defineSegment(w.deps, staffOf(w.fuel, ["OWNER"]), { code: "all", ...input });
  const pharmacy = await defineSegment(w.deps, staffOf(w.pharmacy, ["OWNER"]), { code: "all", ...input });
  await countAll(w);
  expect(await membersOf(w, staffOf(w.fuel, ["OWNER"]), fuel.id)).toEqual([w.ana.id]);
  expect(await membersOf(w, staffOf(w.pharmacy, ["OWNER"]), pharmacy.id)).toEqual([]);
  await expect(membersOf(w, staffOf(w.pharmacy, ["OWNER"]), fuel.id)).rejects.toMatchObject({
    code: "SEGMENT_NOT_FOUND",
  });
});

test.each([
  ['visitsAt("FUEL", 30) > 0', "NOT_YOURS_TO_READ", 1],
  ["member.daysSinceEnrolment > 5 && spend(30) > 5", "NOT_YOURS_TO_READ", 34],
  ["member.balance > 100", "NOT_YOURS_TO_READ", 1],
  ["member.spendThisMonth > 1", "NOT_YOURS_TO_READ", 1],
  ["member.daysSinceVisit > 60", "NOT_YOURS_TO_READ", 1],
  ['daysSinceVisitAt("NOWHERE") > 60', "UNKNOWN_PARTNER", 1],
  ['member.tier == "gold"', "NOT_YOURS_TO_READ", 1],
  ['member.plan == "plus"', "NOT_YOURS_TO_READ", 1],
  ['"roasters" in member.clubs', "NOT_YOURS_TO_READ", 15],
  ["member.wealth > 1", "UNKNOWN_FACT", 8],
  ["member.recency", "WRONG_TYPE", 1],
])("a partner's segment may not say %s", async (expression, code, column) => {
  const input = { code: "x", name: { en: "X" }, expression, idempotencyKey: "define-wrong-one" };
  const refused = await defineSegment(w1.deps, staffOf(w1.grocer, ["OWNER"]), input).catch((error: unknown) => error);
  expect(refused).toMatchObject({ code: "SEGMENT_INVALID" });
  expect((refused as { problems: object[] }).problems[0]).toMatchObject({ code, column, line: 1 });
});
const w1 = await world();

test("a code is never given twice, and a form that looks at several partners is the operator's", async () => {
  const owner = staffOf(w1.grocer, ["OWNER"]);
  const input = { code: "loyal", name: { en: "Loyal" }, expression: "member.frequency >= 4" };
  const made = await defineSegment(w1.deps, owner, { ...input, idempotencyKey: "define-loyal-1" });
  expect(await defineSegment(w1.deps, owner, { ...input, idempotencyKey: "define-loyal-1" })).toEqual(made);
  await retireSegment(w1.deps, owner, { segmentId: made.id, reason: "Nobody used it" });
  await expect(defineSegment(w1.deps, owner, { ...input, idempotencyKey: "define-loyal-2" })).rejects.toMatchObject({
    code: "SEGMENT_CODE_TAKEN",
  });
  const mix = { code: "mix", template: "PARTNER_MIX", answers: [], idempotencyKey: "define-mix-key" } as const;
  await expect(defineSegment(w1.deps, owner, mix)).rejects.toMatchObject({ code: "SEGMENT_INVALID" });
});

test("M24 the coalition's segments read the tier as it was told, the plan that is paid for and open clubs", async () => {
  const w = await world({ at: new Date("2026-03-10T12:00:00Z") });
  const { db } = w.deps;
  await agreeOnLadder(w);
  const planId = await agreeOnPlan(w);
  const told = { since: w.clock.now(), keptTier: "gold", keptUntil: "", countedFrom: "2026-01" };
  await db.memberTier.create({ data: { memberId: w.ana.id, tier: "gold", ...told } });
  for (const [memberId, until] of [
    [w.ana.id, "2026-04-10T00:00:00Z"],
    [w.bohdan.id, "2026-03-10T12:00:00Z"],
  ] as const) {
    const paid = { id: newId("subscription"), planId, memberId, state: "ACTIVE" as const, startedAt: w.clock.now() };
    await db.subscription.create({ data: { ...paid, paidUntil: new Date(until) } });
  }
  const club = { name: { en: "Roasters" }, about: { en: "Coffee" }, entry: "INVITATION" as const };
  const { id: clubId } = await createClub(w.deps, w.operator, {
    code: "roasters",
    ...club,
    idempotencyKey: "club-0001-key-key",
  });
  const inside = { id: newId("clubMembership"), clubId, memberId: w.bohdan.id, state: "IN" as const };
  await db.clubMembership.create({ data: inside });
  const define = async (code: string, expression: string) => {
    const input = { code, name: { en: code }, expression, idempotencyKey: `define-${code}-segment-key` };
    return (await defineSegment(w.deps, w.operator, input)).id;
  };
  const made = [
    await define("gold", 'member.tier == "gold"'),
    await define("lowest", 'member.tier == "bronze"'),
    await define("plus", 'member.plan == "plus"'),
    await define("roasting", '"roasters" in member.clubs'),
  ];
  await countAll(w);
  const counted = await Promise.all(made.map((id) => membersOf(w, w.operator, id)));
  expect(counted).toEqual([[w.ana.id], [w.bohdan.id], [w.ana.id], [w.bohdan.id]]);
  await closeClub(w.deps, w.operator, { clubId, reason: "Nobody roasts any more" });
  const again = { segmentId: made[3] ?? "", idempotencyKey: "recount-roasting-key" };
  await runRecount(w.deps, { segmentRecountId: (await recountSegments(w.deps, w.operator, again)).id });
  expect(await membersOf(w, w.operator, made[3] ?? "")).toEqual([]);
});

test("a segment over clubs opens no club, whichever of both comes first", async () => {
  const w = await world();
  const byRule = { name: { en: "Circle" }, about: { en: "Circle" }, entry: "RULE" as const };
  const found = (code: string, segment: string) =>
    createClub(w.deps, w.operator, {
      code,
      ...byRule,
      segments: [segment],
      idempotencyKey: `club-${code}-key-key-key`,
    });
  const define = (code: string, expression: string) =>
    defineSegment(w.deps, w.operator, {
      code,
      name: { en: code },
      expression,
      idempotencyKey: `define-${code}-key-key`,
    });
  await found("first", "coalition:later");
  await expect(define("later", '!("first" in member.clubs)')).rejects.toMatchObject({
    code: "SEGMENT_INVALID",
    problems: [{ code: "CIRCULAR" }],
  });
  await define("later", "member.balance > 5");
  await define("over", "member.clubs.size() == 0");
  await expect(found("second", "coalition:over")).rejects.toMatchObject({ code: "INVALID_VALUE", field: "segments" });
});

test("what is retired is empty for good", async () => {
  const w = await world();
  const input = { code: "all", name: { en: "All" }, expression: "true", idempotencyKey: "define-everybody" };
  const segment = await defineSegment(w.deps, w.operator, input);
  await countAll(w);
  await retireSegment(w.deps, w.operator, { segmentId: segment.id, reason: "Not needed" });
  await countAll(w);
  const left = await eventsOf(w, segment.id);
  expect(left.filter((event) => event.startsWith("LEFT"))).toHaveLength(2);
  expect(await w.deps.db.segmentMember.count({ where: { segmentId: segment.id, leftAt: null } })).toBe(0);
});

test("a partner learns how many it could reach, in whole groups, and never who", async () => {
  const w = await world();
  await crowd(w, 23);
  const input = { code: "all", name: { en: "All" }, expression: "true", idempotencyKey: "define-everybody" };
  const segment = await defineSegment(w.deps, w.operator, input);
  await countAll(w);
  const owner = staffOf(w.fuel, ["OWNER"]);
  const seenBy = async (actor: Actor) => (await findSegmentCounts(w.deps, actor, [segment.id])).get(segment.id);
  expect(await seenBy(owner)).toBeUndefined();
  await shareSegment(w.deps, w.operator, { segmentId: segment.id, shared: true });
  expect(await seenBy(owner)).toBe(20);
  expect(await seenBy(w.operator)).toBe(25);
  expect((await listSegments(w.deps, owner, { first: 5, after: null })).rows.map(({ id }) => id)).toEqual([segment.id]);
  await expect(membersOf(w, owner, segment.id)).rejects.toMatchObject({ code: "SEGMENT_NOT_FOUND" });
});

test("a recount whose process died goes on after the last chunk, and moves nobody twice", async () => {
  const w = await world();
  const input = { code: "all", name: { en: "All" }, expression: "true", idempotencyKey: "define-everybody" };
  const segment = await defineSegment(w.deps, w.operator, input);
  const [queued] = await w.deps.db.segmentRecount.findMany();
  const id = queued?.id ?? "";
  const reach = (point: string) => {
    if (point === "segments: chunk counted") throw new Error("died");
  };
  await expect(recount({ ...w.deps, reach }, id)).rejects.toThrow("died");
  expect(await recount(w.deps, id)).toMatchObject({ state: "DONE", membersDone: 2, entered: 2, attempt: 2 });
  expect(await eventsOf(w, segment.id)).toHaveLength(2);
});

const system = { kind: "system", id: "system" } as const;

function staffOf({ id }: TestPartner, roles: readonly ("OWNER" | "MANAGER")[]): Actor {
  return { kind: "partnerStaff", id: newId("user"), partnerId: id, roles };
}

type Bought = { number: string; daysAgo: number; redeem?: { points: bigint } };

const phones = new Map<string, string>();

function phoneOf(memberId: string): string {
  const phone = phones.get(memberId) ?? `+375290000${100 + phones.size}`;
  phones.set(memberId, phone);
  return phone;
}

async function buy({ deps, clock }: World, at: TestPartner, memberId: string, bought: Bought): Promise<void> {
  const { number: receiptNumber, daysAgo, redeem } = bought;
  const occurredAt = new Date(clock.now().getTime() - daysAgo * DAY_MS);
  const key = { idempotencyKey: `segments-test-${receiptNumber}` };
  const phone = { kind: "PHONE", value: phoneOf(memberId) } as const;
  const known = { id: `idn_${memberId}`, memberId, ...phone };
  await deps.db.identifier.createMany({ data: [known], skipDuplicates: true });
  await recordPurchase(deps, at.till, {
    member: phone,
    totalE6: 20_000_000n,
    receiptNumber,
    occurredAt,
    redeem,
    ...key,
  });
}

async function countAll({ deps }: World): Promise<void> {
  const queued = await deps.db.segmentRecount.findMany({ where: { state: "QUEUED" } });
  for (const { id } of queued) await runRecount(deps, { segmentRecountId: id });
}

async function membersOf({ deps }: World, actor: Actor, segmentId: string): Promise<string[]> {
  const page = await listSegmentMembers(deps, actor, segmentId, { first: 50, after: null });
  return page.rows.map(({ memberId }) => memberId);
}

async function eventsOf({ deps }: World, segmentId: string): Promise<string[]> {
  const events = await segmentEventsSince(deps.db, 0n);
  return events.filter((event) => event.segmentId === segmentId).map(({ kind, memberId }) => `${kind} ${memberId}`);
}

async function crowd({ deps: { db } }: World, count: number): Promise<void> {
  const enrolledAt = new Date("2025-01-01T00:00:00Z");
  await db.member.createMany({ data: Array.from({ length: count }, () => ({ id: newId("member"), enrolledAt })) });
}
