import { expect, test } from "vitest";
import { type Actor, systemActor } from "#api/kernel/actor.ts";
import { newId } from "#api/kernel/ids.ts";
import { type TestPartner, type World, world } from "#api/test/world.ts";
import { decideApproval } from "#api/use-cases/approvals/decide-approval.ts";
import { followReceipts } from "#api/use-cases/following/follow-receipts.ts";
import { recordPurchase } from "#api/use-cases/purchases/record-purchase.ts";
import { returnPurchase } from "#api/use-cases/purchases/return-purchase.ts";
import { draftChallenge } from "./author-challenge.ts";
import { findCouponNames } from "./find-challenges.ts";
import { findChallengeRequests, findChallengeSteps, findStanding } from "./find-standing.ts";
import { followChallenges } from "./follow-challenges.ts";
import { setChallengeState, submitChallenge } from "./review-challenge.ts";

const EUR = 1_000_000n;
let keys = 0;
const idempotencyKey = () => `given-and-taken-key-${++keys}`;
const staffOf = (house: TestPartner | null, role: "MANAGER" | "OWNER" | "CLERK" | "FINANCE"): Actor =>
  house
    ? { kind: "partnerStaff", id: newId("user"), partnerId: house.id, roles: [role as "MANAGER"] }
    : { kind: "operator", id: newId("user"), roles: [role as "CLERK"] };

const threeVisits = {
  name: { en: "Three coffees" },
  description: { en: "Come three times." },
  goal: { kind: "VISITS", most: "2" },
  period: "MONTH",
  startsAt: "2026-03-01T00:00:00Z",
  reward: { points: "0", coupon: "free-coffee" },
  awardsMost: "100",
};

/** Grocer's pool of `codes` coupons, and its challenge that gives one, agreed on by its owner. */
async function live(w: World, { codes = 3, ...differs }: { codes?: number } & Record<string, unknown> = {}) {
  await poolOf(w, w.grocer, "free-coffee", codes);
  const manager = staffOf(w.grocer, "MANAGER");
  const definition = { ...threeVisits, ...differs };
  const { id } = await draftChallenge(w.deps, manager, { definition, idempotencyKey: idempotencyKey() });
  await submitChallenge(w.deps, manager, { challengeId: id, note: "For spring" });
  const asked = await w.deps.db.approval.findFirstOrThrow({ where: { subjectId: id, state: "WAITING" } });
  await decideApproval(w.deps, staffOf(w.grocer, "OWNER"), { approvalId: asked.id, decision: "APPROVE" });
  return id;
}

async function poolOf({ deps: { db, clock } }: World, house: TestPartner | null, code: string, codes: number) {
  const at = clock.now();
  const said = { name: { en: "A free coffee" }, terms: { en: "Any size." }, symbol: "COFFEE" };
  const pool = { id: newId("couponPool"), code, partnerId: house?.id ?? null, state: "ACTIVE" as const, ...said };
  const times = { validFrom: at, createdBy: "system", createdAt: at };
  await db.couponPool.create({ data: { ...pool, kind: "SINGLE_USE", ...times } });
  const rows = Array.from({ length: codes }, (_none, nth) => ({
    id: newId("coupon"),
    poolId: pool.id,
    code: `${code.toUpperCase()}-${nth}`,
    createdAt: at,
  }));
  await db.coupon.createMany({ data: rows });
}

async function buy({ deps, ana, grocer }: World, memberId = ana.id): Promise<string> {
  const key = idempotencyKey();
  const slip = { receiptNumber: key, idempotencyKey: key, totalE6: 10n * EUR };
  return (await recordPurchase(deps, grocer.till, { member: { memberId }, ...slip })).purchase.id;
}

async function bringBack({ deps, grocer }: World, purchaseId: string): Promise<void> {
  const key = idempotencyKey();
  await returnPurchase(deps, grocer.till, { purchase: { purchaseId }, receiptNumber: key, idempotencyKey: key });
}

const follow = ({ deps }: World) => followReceipts(deps, systemActor, [followChallenges]);
const couponsOf = ({ deps, ana }: World) =>
  deps.db.coupon.findMany({ where: { memberId: ana.id }, orderBy: { givenFor: "asc" } });
const asPerson = async (w: World) => {
  await w.deps.db.user.create({ data: { id: "usr_ana", name: "Ana", email: "ana@example.org" } });
  await w.deps.db.member.update({ where: { id: w.ana.id }, data: { userId: "usr_ana" } });
};

test("M20 a partner's own challenge gives its coupon; a return takes it back unless it was used", async () => {
  const w = await world();
  const id = await live(w);
  await buy(w);
  const second = await buy(w);
  await follow(w);
  const [given] = await couponsOf(w);
  expect(given).toMatchObject({ code: "FREE-COFFEE-0", usedAt: null, revokedAt: null });
  expect((await findCouponNames(w.deps, w.ana.actor, [id])).get(id)).toEqual({ en: "A free coffee" });
  await bringBack(w, second);
  await follow(w);
  expect(await couponsOf(w)).toMatchObject([{ id: given?.id, revokedAt: w.clock.now() }]);
  const third = await buy(w);
  await follow(w);
  const again = (await couponsOf(w)).find((coupon) => coupon.revokedAt === null);
  expect(again?.id).not.toBe(given?.id);
  await w.deps.db.coupon.update({ where: { id: again?.id ?? "" }, data: { usedAt: w.clock.now() } });
  await bringBack(w, third);
  await follow(w);
  expect(await w.deps.db.coupon.findUnique({ where: { id: again?.id ?? "" } })).toMatchObject({ revokedAt: null });
  expect(await w.deps.db.challengeAward.count({ where: { state: "AWARDED" } })).toBe(0);
});

test("an award whose coupon nobody has left is none, also of its points", async () => {
  const w = await world();
  await live(w, { codes: 0, reward: { points: "40", coupon: "free-coffee" } });
  await buy(w);
  await buy(w);
  await follow(w);
  expect(await w.deps.db.challengeAward.findMany()).toMatchObject([{ state: "TAKEN_BACK", booked: false }]);
  expect(await w.deps.db.lot.count({ where: { purchaseId: { startsWith: "cha_" } } })).toBe(0);
});

test("whoever dies after the coupon gives no second one when it is told again", async () => {
  const w = await world();
  await live(w);
  await buy(w);
  await buy(w);
  const reach = (point: string) => {
    if (point === "challenge: coupon given") throw new Error("died");
  };
  await expect(follow({ ...w, deps: { ...w.deps, reach } })).rejects.toThrow("died");
  await follow(w);
  expect(await couponsOf(w)).toHaveLength(1);
  expect(await w.deps.db.challengeAward.findMany()).toMatchObject([{ state: "AWARDED", booked: true }]);
});

test("a house gives its own coupons only", async () => {
  const w = await world();
  await poolOf(w, w.fuel, "free-wash", 1);
  await poolOf(w, null, "free-bus", 1);
  const foreign = (actor: Actor, coupon: string) =>
    draftChallenge(w.deps, actor, {
      definition: { ...threeVisits, reward: { points: "0", coupon } },
      idempotencyKey: idempotencyKey(),
    });
  const refused = { code: "INVALID_VALUE", field: "reward.coupon" };
  await expect(foreign(staffOf(w.grocer, "MANAGER"), "free-wash")).rejects.toMatchObject(refused);
  await expect(foreign(staffOf(w.grocer, "MANAGER"), "free-bus")).rejects.toMatchObject(refused);
  await expect(foreign(staffOf(null, "CLERK"), "free-wash")).rejects.toMatchObject(refused);
  expect(await foreign(staffOf(null, "CLERK"), "free-bus")).toMatchObject({ state: "DRAFT" });
});

test("who reached a challenge is told once, and with where to look", async () => {
  const w = await world();
  await asPerson(w);
  await live(w);
  await buy(w);
  await follow(w);
  expect(await w.deps.db.notice.count({ where: { userId: "usr_ana" } })).toBe(0);
  await buy(w);
  await follow(w);
  await buy(w);
  await follow(w);
  expect(await w.deps.db.notice.findMany({ where: { userId: "usr_ana" } })).toMatchObject([
    { kind: "CHALLENGE_REACHED", facts: { challenge: { en: "Three coffees" } }, href: "/me/challenges" },
  ]);
});

test("the house sees how far its members are, what waits and what was said; nobody else does", async () => {
  const w = await world();
  const id = await live(w, { goal: { kind: "VISITS", most: "4" } });
  await buy(w);
  for (let nth = 0; nth < 4; nth += 1) await buy(w, w.bohdan.id);
  const quarters = [0n, 1n, 0n, 0n, 1n];
  const manager = staffOf(w.grocer, "MANAGER");
  expect((await findStanding(w.deps, manager, [id])).get(id)).toMatchObject({ period: "2026-03", quarters });
  expect((await findStanding(w.deps, w.operator, [id])).get(id)).toMatchObject({ quarters });
  expect((await findChallengeSteps(w.deps, manager, [id])).get(id)).toMatchObject([
    { to: "DRAFT" },
    { to: "IN_REVIEW", reason: "For spring", by: null },
    { to: "LIVE" },
  ]);
  for (const stranger of [staffOf(w.fuel, "MANAGER"), w.ana.actor]) {
    expect((await findStanding(w.deps, stranger, [id])).size).toBe(0);
    expect((await findChallengeSteps(w.deps, stranger, [id])).size).toBe(0);
  }
  const draft = { definition: threeVisits, idempotencyKey: idempotencyKey() };
  const { id: next } = await draftChallenge(w.deps, manager, draft);
  await submitChallenge(w.deps, manager, { challengeId: next, note: "Again" });
  expect((await findChallengeRequests(w.deps, manager, [next])).get(next)).toMatchObject({ subjectId: next });
  expect((await findChallengeRequests(w.deps, w.operator, [next])).size).toBe(0);
});

test.each([
  ["SPEND", "40", [0n, 1n, 0n, 0n, 1n]],
  ["PARTNERS", "1", [0n, 0n, 0n, 0n, 2n]],
  ["WEEKS", "2", [0n, 0n, 1n, 0n, 1n]],
] as const)("members stand by the goal's own measure: %s", async (kind, most, quarters) => {
  const w = await world();
  const period = kind === "WEEKS" ? "EVER" : "MONTH";
  const id = await live(w, { goal: { kind, most }, period });
  await buy(w);
  for (let nth = 0; nth < 3; nth += 1) await buy(w, w.bohdan.id);
  w.clock.set(new Date("2026-03-17T12:00:00Z"));
  await buy(w, w.bohdan.id);
  const standing = (await findStanding(w.deps, staffOf(w.grocer, "MANAGER"), [id])).get(id);
  expect(standing?.quarters).toEqual(quarters);
});

test("a challenge that is over is not submitted, a yes to an earlier text is worth nothing, strangers are refused", async () => {
  const w = await world();
  const { deps } = w;
  const manager = staffOf(w.grocer, "MANAGER");
  const definition = { ...threeVisits, reward: { points: "5" }, endsAt: "2026-03-20T00:00:00Z" };
  const { id: challengeId } = await draftChallenge(deps, manager, { definition, idempotencyKey: idempotencyKey() });
  await submitChallenge(deps, manager, { challengeId, note: "First" });
  const earlier = await deps.db.approval.findFirstOrThrow({ where: { subjectId: challengeId } });
  await setChallengeState(deps, manager, { challengeId, to: "DRAFT", reason: "Again" });
  await submitChallenge(deps, manager, { challengeId, note: "Second" });
  // As if the first request had been decided at the very moment it was taken back.
  await deps.db.approval.update({ where: { id: earlier.id }, data: { state: "WAITING" } });
  await decideApproval(deps, staffOf(w.grocer, "OWNER"), { approvalId: earlier.id, decision: "APPROVE" });
  expect(await deps.db.challenge.findFirstOrThrow()).toMatchObject({ state: "IN_REVIEW", startedAt: null });
  await setChallengeState(deps, manager, { challengeId, to: "DRAFT", reason: "Too late" });
  w.clock.set(new Date("2026-03-20T00:00:00Z"));
  const over = submitChallenge(deps, manager, { challengeId, note: "Third" });
  await expect(over).rejects.toMatchObject({ code: "INVALID_VALUE", field: "endsAt" });
  const strangers = { definition: { ...definition, partnerIds: ["ptn_nobody"] }, idempotencyKey: idempotencyKey() };
  await expect(draftChallenge(deps, staffOf(null, "CLERK"), strangers)).rejects.toMatchObject({
    code: "PARTNER_NOT_FOUND",
  });
});
