import { expect, test } from "vitest";
import { type Actor, systemActor } from "#api/kernel/actor.ts";
import { newId } from "#api/kernel/ids.ts";
import { errorsOf, findBrokenRules } from "#api/ledger/verify.ts";
import type { PoolLeaving } from "#api/sql/rows.ts";
import { agreeOnLadder } from "#api/test/ladder.ts";
import { agree } from "#api/test/second-person.ts";
import { type World, world } from "#api/test/world.ts";
import { closeClub, createClub } from "#api/use-cases/clubs/create-club.ts";
import { listMemberships } from "#api/use-cases/clubs/find-clubs.ts";
import { joinClub, leaveClub, removeFromClub } from "#api/use-cases/clubs/join-club.ts";
import { reviewClubs } from "#api/use-cases/clubs/review-clubs.ts";
import { mergeMembers } from "#api/use-cases/points/merge-members.ts";
import { redeemPoints } from "#api/use-cases/points/redeem-points.ts";
import { recordPurchase } from "#api/use-cases/purchases/record-purchase.ts";
import { returnPurchase } from "#api/use-cases/purchases/return-purchase.ts";
import { proposeSpendPolicy } from "#api/use-cases/spending/policy.ts";
import { findPlacesOf, findPoolShares, findPools, findPoolsOf, findPoolsOfClubs } from "./find-pools.ts";
import { giveBackFromPools } from "./give-back.ts";
import { leavePool } from "./leave-pool.ts";
import { putIntoPool, takeFromPool } from "./move-pool-points.ts";
import { openClubPool } from "./open-club-pool.ts";
import { setPoolShare } from "./set-share.ts";

let numbers = 0;
const key = () => ({ idempotencyKey: `club-pools-test-${String(++numbers).padStart(10, "0")}` });
const words = { name: { en: "Roasters" }, about: { en: "For those who grind their own" } };
const code = "BEANS-2026";
const pointsOf = async ({ deps }: World, id: string) =>
  (await deps.db.wallet.findUniqueOrThrow({ where: { memberId: id } })).available;
const shareLeft = async ({ deps }: World, actor: Actor, poolId: string) =>
  (await findPoolShares(deps, actor, [poolId])).get(poolId);
const refuses = (attempt: Promise<unknown>, refusal: string, facts: object = {}) =>
  expect(attempt).rejects.toMatchObject({ code: refusal, ...facts });
const put = (w: World, actor: Actor, poolId: string, points: bigint) =>
  putIntoPool(w.deps, actor, { poolId, points, ...key() });
const take = (w: World, actor: Actor, poolId: string, points: bigint) =>
  takeFromPool(w.deps, actor, { poolId, points, ...key() });

type Filled = World & { clubId: string; poolId: string };

/** Ana and Bohdan in the grocer's club; Ana put 200 of her 300 points into its pool, Bohdan 50 of his 100. */
async function filled(onLeaving: PoolLeaving, monthMost: bigint | null = 100n): Promise<Filled> {
  const w = await world({ ana: { points: 300n }, bohdan: { points: 100n } });
  const { id: clubId } = await createClub(w.deps, w.grocer.finance, {
    ...{ code: "roasters", ...words, entry: "CODE", entryCode: code },
    ...key(),
  });
  await joinClub(w.deps, w.ana.actor, { entryCode: code });
  const { id: poolId } = await openClubPool(w.deps, w.grocer.finance, { clubId, monthMost, onLeaving, ...key() });
  await joinClub(w.deps, w.bohdan.actor, { entryCode: code });
  await put(w, w.ana.actor, poolId, 200n);
  await put(w, w.bohdan.actor, poolId, 50n);
  return { ...w, clubId, poolId };
}

const total = async (w: Filled) =>
  (await pointsOf(w, w.ana.id)) + (await pointsOf(w, w.bohdan.id)) + (await pointsOf(w, w.poolId));

test("M21 a club's members fill one pool, whose lots keep issuer, price and expiry, and take what their share allows", async () => {
  const w = await filled("STAYS");
  const lots = await w.deps.db.lot.findMany({ where: { memberId: w.poolId } });
  for (const { parentLotId, issuerId, issueRateE6, fundedRateE6, funding, expiresAt } of lots) {
    const parent = await w.deps.db.lot.findUniqueOrThrow({ where: { id: parentLotId ?? "" } });
    expect(parent).toMatchObject({ issuerId, issueRateE6, fundedRateE6, funding, expiresAt });
  }
  await take(w, w.bohdan.actor, w.poolId, 60n);
  expect(await shareLeft(w, w.bohdan.actor, w.poolId)).toBe(40n);
  await refuses(take(w, w.bohdan.actor, w.poolId, 41n), "POOL_SHARE_REACHED", { most: 100n });
  expect([await pointsOf(w, w.poolId), await total(w)]).toEqual([190n, 400n]);
  expect(errorsOf(await findBrokenRules(w.database.pool))).toEqual([]);
});

test("twenty who take at the same moment take no more than their share, and no more than is there", async () => {
  const w = await filled("STAYS");
  const takes = Array.from({ length: 20 }, () => take(w, w.bohdan.actor, w.poolId, 30n));
  const outcomes = await Promise.allSettled(takes);
  expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(3);
  await setPoolShare(w.deps, w.grocer.finance, { poolId: w.poolId, monthMost: null });
  const both = [w.ana.actor, w.bohdan.actor].map((actor) => take(w, actor, w.poolId, 160n));
  expect((await Promise.allSettled(both)).map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  expect([await pointsOf(w, w.poolId), await total(w)]).toEqual([0n, 400n]);
});

test("whoever runs the club says who takes how much: nobody, one of them, or each another share", async () => {
  const w = await filled("STAYS", 0n);
  const { deps, poolId, clubId } = w;
  await refuses(take(w, w.ana.actor, poolId, 1n), "POOL_SHARE_REACHED", { most: 0n });
  const inside = await listMemberships(deps, w.grocer.finance, clubId, { first: 10, after: null });
  const bohdan = inside.rows.find(({ memberId }) => memberId === w.bohdan.id)?.id ?? "";
  const place = (await findPlacesOf(deps, w.grocer.finance, [bohdan])).get(bohdan);
  const share = { poolId, poolPlaceId: place?.id ?? "", monthMost: 70n };
  await refuses(setPoolShare(deps, w.fuel.finance, share), "POOL_NOT_FOUND");
  await refuses(setPoolShare(deps, w.ana.actor, share), "POOL_NOT_FOUND");
  await refuses(setPoolShare(deps, w.grocer.till, share), "FORBIDDEN");
  await refuses(setPoolShare(deps, w.grocer.finance, { ...share, monthMost: -1n }), "INVALID_VALUE");
  await setPoolShare(deps, w.grocer.finance, share);
  await take(w, w.bohdan.actor, poolId, 70n);
  await refuses(take(w, w.ana.actor, poolId, 1n), "POOL_SHARE_REACHED");
  const audited = await deps.db.auditEvent.findMany({ where: { action: "poolMember.share" } });
  expect(audited).toMatchObject([{ partnerId: w.grocer.id, after: { monthMost: "70" } }]);
});

test("what a leaver put in goes back to them where the pool says so, and stays where it does not", async () => {
  for (const [onLeaving, back] of [
    ["RETURNS", 200n],
    ["STAYS", 0n],
  ] as const) {
    const w = await filled(onLeaving);
    const [before] = await w.deps.db.lot.findMany({ where: { memberId: w.ana.id }, orderBy: { id: "asc" } });
    await leaveClub(w.deps, w.ana.actor, { clubId: w.clubId });
    expect([await pointsOf(w, w.ana.id), await pointsOf(w, w.poolId)]).toEqual([100n + back, 250n - back]);
    const lots = await w.deps.db.lot.findMany({ where: { memberId: w.ana.id } });
    const { issuerId, issueRateE6, expiresAt } = before ?? {};
    for (const lot of lots) expect(lot).toMatchObject({ issuerId, issueRateE6, expiresAt });
    await refuses(take(w, w.ana.actor, w.poolId, 1n), "POOL_NOT_FOUND");
    await refuses(put(w, w.ana.actor, w.poolId, 1n), "POOL_NOT_FOUND");
    expect((await findPools(w.deps, w.ana.actor, [w.poolId])).size).toBe(0);
    expect(errorsOf(await findBrokenRules(w.database.pool))).toEqual([]);
  }
});

test("only what is left of it goes back, once, however often it is asked for", async () => {
  const w = await filled("RETURNS", null);
  await take(w, w.bohdan.actor, w.poolId, 120n);
  const leaving = [1, 2, 3].map(() => leaveClub(w.deps, w.ana.actor, { clubId: w.clubId }));
  await Promise.allSettled([...leaving, giveBackFromPools(w.deps), giveBackFromPools(w.deps)]);
  expect([await total(w), await giveBackFromPools(w.deps)]).toEqual([400n, 0n]);
  expect(await pointsOf(w, w.poolId)).toBeLessThanOrEqual(50n);
  const steps = await w.deps.db.transition.findMany({ where: { object: "poolMember", to: "LEFT" } });
  expect(steps).toHaveLength(1);
});

test("leaving, putting in and taking out at the same moment lose no point and leave none behind", async () => {
  const w = await filled("RETURNS", null);
  await Promise.allSettled([
    put(w, w.ana.actor, w.poolId, 50n),
    take(w, w.bohdan.actor, w.poolId, 30n),
    leaveClub(w.deps, w.ana.actor, { clubId: w.clubId }),
    put(w, w.ana.actor, w.poolId, 50n),
  ]);
  await giveBackFromPools(w.deps);
  expect(await total(w)).toBe(400n);
  const left = await w.deps.db.lot.findMany({ where: { memberId: w.poolId, available: { gt: 0n } } });
  const parents = await w.deps.db.lot.findMany({ where: { id: { in: left.map((lot) => lot.parentLotId ?? "") } } });
  expect(parents.filter(({ memberId }) => memberId === w.ana.id)).toEqual([]);
});

test("whoever is shown the door, or whom the rule lets go, loses the pool with the club", async () => {
  const w = await filled("RETURNS");
  const page = { first: 10, after: null };
  const [bohdan] = (await listMemberships(w.deps, w.grocer.finance, w.clubId, page)).rows;
  const out = { clubMembershipId: bohdan?.id ?? "", reason: "Sold the samples" };
  await removeFromClub(w.deps, w.grocer.finance, out);
  expect([await pointsOf(w, w.bohdan.id), await pointsOf(w, w.poolId)]).toEqual([100n, 200n]);

  await agreeOnLadder(w);
  const ruled = { code: "silvers", ...words, entry: "RULE" as const, tiers: ["silver"], ...key() };
  const { id: clubId } = await createClub(w.deps, w.grocer.finance, ruled);
  const rule = { monthMost: null, onLeaving: "RETURNS" as const };
  const { id: poolId } = await openClubPool(w.deps, w.grocer.finance, { clubId, ...rule, ...key() });
  const receipt = { member: { memberId: w.ana.id }, totalE6: 1_000_000_000n, receiptNumber: "R-1", ...key() };
  const { purchase } = await recordPurchase(w.deps, w.grocer.till, receipt);
  await joinClub(w.deps, w.ana.actor, { clubId });
  await put(w, w.ana.actor, poolId, 40n);
  const back = { purchase: { purchaseId: purchase.id }, receiptNumber: "R-2", ...key() };
  await returnPurchase(w.deps, w.grocer.till, back);
  expect(await reviewClubs(w.deps, systemActor)).toBe(1);
  expect(await pointsOf(w, poolId)).toBe(0n);
  await refuses(put(w, w.ana.actor, poolId, 1n), "POOL_NOT_FOUND");
});

test("a club that closes gives everything back to whoever put it there, and a merged member's to the survivor", async () => {
  const w = await filled("STAYS");
  await put(w, w.bohdan.actor, w.poolId, 50n);
  const { id: third } = await w.deps.db.member.create({ data: { id: newId("member"), enrolledAt: w.clock.now() } });
  await w.deps.db.wallet.create({ data: { memberId: third } });
  const merge = { fromMemberId: w.bohdan.id, intoMemberId: third, reason: "one person", ...key() };
  await mergeMembers(w.deps, w.operator, merge);
  const handed: [string, object][] = [];
  const enqueue = async (_tx: unknown, task: string, payload: object) => void handed.push([task, payload]);
  await closeClub({ ...w.deps, enqueue }, w.grocer.finance, { clubId: w.clubId, reason: "Nobody came" });
  // Nobody waits for what goes back to so many.
  expect(handed).toEqual([["giveBackFromPools", { clubId: w.clubId }]]);
  expect(await giveBackFromPools(w.deps, w.clubId)).toBe(300n);
  expect([await pointsOf(w, w.ana.id), await pointsOf(w, third), await pointsOf(w, w.poolId)]).toEqual([
    300n,
    100n,
    0n,
  ]);
  await refuses(put(w, w.ana.actor, w.poolId, 1n), "POOL_NOT_FOUND");
  expect((await findPoolsOf(w.deps, w.ana.actor, [w.ana.id])).get(w.ana.id)).toEqual([]);
  const pools = await w.deps.db.transition.findMany({ where: { object: "pool" }, orderBy: { id: "asc" } });
  expect(pools.map(({ to }) => to)).toEqual(["OPEN", "CLOSED"]);
});

test("while a merge goes on, the points of somebody who is still in the club stay in its pool", async () => {
  const w = await filled("RETURNS");
  const { id: third } = await w.deps.db.member.create({ data: { id: newId("member"), enrolledAt: w.clock.now() } });
  await w.deps.db.wallet.create({ data: { memberId: third } });
  const post = () => Promise.reject(new Error("died"));
  const merge = { fromMemberId: w.bohdan.id, intoMemberId: third, reason: "one person", ...key() };
  const dying = mergeMembers({ ...w.deps, ledger: { ...w.deps.ledger, post } }, w.operator, merge);
  await expect(dying).rejects.toThrow("died");
  expect([await giveBackFromPools(w.deps, w.clubId), await pointsOf(w, w.poolId)]).toEqual([0n, 250n]);
  const survivor = { kind: "member", id: newId("user"), memberId: third } as const;
  await leaveClub(w.deps, survivor, { clubId: w.clubId });
  expect([await pointsOf(w, third), await pointsOf(w, w.poolId)]).toEqual([50n, 200n]);
  await mergeMembers(w.deps, w.operator, merge);
  expect([await pointsOf(w, third), await total({ ...w, bohdan: { ...w.bohdan, id: third } })]).toEqual([100n, 400n]);
});

test("of two who were both in the club, merged into one, one place is left", async () => {
  const w = await filled("RETURNS");
  const merge = { fromMemberId: w.bohdan.id, intoMemberId: w.ana.id, reason: "one person", ...key() };
  await mergeMembers(w.deps, w.operator, merge);
  const inside = await w.deps.db.poolMember.findMany({ where: { poolId: w.poolId, state: "JOINED" } });
  expect(inside).toMatchObject([{ memberId: w.ana.id }]);
  const steps = await w.deps.db.transition.findMany({ where: { object: "poolMember", to: "LEFT" } });
  expect(steps).toMatchObject([{ from: "JOINED", reason: "The memberships were merged" }]);
  expect([await giveBackFromPools(w.deps), await pointsOf(w, w.poolId)]).toEqual([0n, 250n]);
});

test("what goes into a club's pool counts as a gift of the day", async () => {
  const w = await filled("STAYS");
  const risk: Actor = { kind: "operator", id: "usr_risk", roles: ["RISK"] };
  const policy = { needsCode: false, confirmAbove: null, confirmNewPlaces: false, giftDayMost: 50n };
  await agree(w.deps, await proposeSpendPolicy(w.deps, risk, { ...policy, reason: "thefts elsewhere", ...key() }));
  await put(w, w.ana.actor, w.poolId, 30n);
  await refuses(put(w, w.ana.actor, w.poolId, 21n), "SPEND_LIMIT_REACHED", { most: 50n });
  await put(w, w.ana.actor, w.poolId, 20n);
});

test("a club has one pool, of its own house, for as long as it is open; and members see nobody else in it", async () => {
  const w = await filled("STAYS");
  const { deps, clubId, poolId } = w;
  const ask = { clubId, onLeaving: "STAYS" as const };
  await refuses(openClubPool(deps, w.grocer.finance, { ...ask, ...key() }), "CLUB_HAS_POOL", { poolId });
  await refuses(openClubPool(deps, w.fuel.finance, { ...ask, ...key() }), "CLUB_NOT_FOUND");
  await refuses(openClubPool(deps, w.ana.actor, { ...ask, ...key() }), "FORBIDDEN");
  await refuses(openClubPool(deps, w.grocer.finance, { ...ask, monthMost: -1n, ...key() }), "INVALID_VALUE");
  await refuses(leavePool(deps, w.ana.actor, { poolId }), "POOL_NOT_FOUND");
  expect((await findPools(deps, w.ana.actor, [poolId])).get(poolId)?.people).toMatchObject([{ isViewer: true }]);
  expect((await findPoolsOfClubs(deps, w.grocer.finance, [clubId])).get(clubId)).toMatchObject({
    points: 250n,
    people: [],
  });
  expect((await findPoolsOfClubs(deps, w.fuel.finance, [clubId])).size).toBe(0);
  const redeem = { member: { memberId: w.bohdan.id }, points: 51n, ...key() };
  await refuses(redeemPoints(deps, w.grocer.till, redeem), "INSUFFICIENT_POINTS");
  await closeClub(deps, w.grocer.finance, { clubId, reason: "Over" });
  await refuses(openClubPool(deps, w.grocer.finance, { ...ask, ...key() }), "TRANSITION_REFUSED");
});
