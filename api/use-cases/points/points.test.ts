import { expect, test } from "vitest";
import type { Actor } from "#api/kernel/actor.ts";
import { type World, world } from "#api/test/world.ts";
import { decideApproval } from "#api/use-cases/approvals/decide-approval.ts";
import { resolveMember } from "#api/use-cases/members/resolve-members.ts";
import { adjustPoints } from "./adjust-points.ts";
import { capturePoints } from "./capture-points.ts";
import { mergeMembers } from "./merge-members.ts";
import { redeemPoints } from "./redeem-points.ts";
import { releasePoints } from "./release-points.ts";
import { reservePoints } from "./reserve-points.ts";
import { transferPoints } from "./transfer-points.ts";

let keys = 0;
const newKey = () => `points-test-${String(++keys).padStart(8, "0")}`;

test("reserved points can be spent nowhere else, and capture takes a part and gives back the rest", async () => {
  const { deps, grocer, ana } = await world({ ana: { points: 100n } });
  const held = await reservePoints(deps, grocer.till, { ...hold(ana.id), points: 80n });
  expect(held).toMatchObject({ redemption: { state: "RESERVED", reserved: 80n }, balance: { available: 20n } });
  await refuses(redeemPoints(deps, grocer.till, { ...hold(ana.id), points: 21n }), "INSUFFICIENT_POINTS");
  const taken = await capturePoints(deps, grocer.till, { ...keyed(), reservationId: held.redemption.id, points: 50n });
  expect(taken).toMatchObject({ redemption: { state: "CAPTURED", captured: 50n }, balance: { available: 50n } });
});

test("a capture without a number takes all that is reserved", async () => {
  const { deps, grocer, reservationId } = await held();
  const { redemption } = await capturePoints(deps, grocer.till, { ...keyed(), reservationId });
  expect(redemption.captured).toBe(60n);
});

test("released points are the member's again, also when the partner is suspended", async () => {
  const { deps, grocer, reservationId } = await held();
  await deps.db.partner.update({ where: { id: grocer.id }, data: { status: "SUSPENDED" } });
  const { redemption, balance } = await releasePoints(deps, grocer.till, { ...keyed(), reservationId });
  expect(redemption.state).toBe("RELEASED");
  expect(balance.available).toBe(100n);
});

test("a reservation holds as long as asked, and not longer", async () => {
  const { deps, grocer, clock, reservationId } = await held({ holdSeconds: 60 });
  clock.set(new Date(clock.now().getTime() + 60_000));
  await refuses(capturePoints(deps, grocer.till, { ...keyed(), reservationId }), "RESERVATION_EXPIRED");
});

test("what is captured or released is done: neither can be done again under another key", async () => {
  const { deps, grocer, reservationId } = await held();
  await capturePoints(deps, grocer.till, { ...keyed(), reservationId });
  await refuses(capturePoints(deps, grocer.till, { ...keyed(), reservationId }), "RESERVATION_NOT_OPEN");
  await refuses(releasePoints(deps, grocer.till, { ...keyed(), reservationId }), "RESERVATION_NOT_OPEN");
});

test("every step may be retried: the answer is the first one", async () => {
  const { deps, grocer, ana } = await world({ ana: { points: 100n } });
  const reserve = { ...hold(ana.id), points: 80n };
  const first = await reservePoints(deps, grocer.till, reserve);
  expect(await reservePoints(deps, grocer.till, reserve)).toEqual({ ...first, replayed: true });
  await refuses(reservePoints(deps, grocer.till, { ...reserve, points: 81n }), "IDEMPOTENCY_KEY_REUSED");
  const capture = { ...keyed(), reservationId: first.redemption.id };
  const taken = await capturePoints(deps, grocer.till, capture);
  expect(await capturePoints(deps, grocer.till, capture)).toEqual({ ...taken, replayed: true });
});

test("another partner's reservation answers like one that does not exist", async () => {
  const { deps, fuel, reservationId } = await held();
  await refuses(capturePoints(deps, fuel.till, { ...keyed(), reservationId }), "RESERVATION_NOT_FOUND");
  await refuses(releasePoints(deps, fuel.till, { ...keyed(), reservationId }), "RESERVATION_NOT_FOUND");
});

test("more than was reserved cannot be captured", async () => {
  const { deps, grocer, reservationId } = await held();
  await refuses(capturePoints(deps, grocer.till, { ...keyed(), reservationId, points: 61n }), "EXCEEDS_RESERVATION");
});

test("nothing, or less, cannot be moved, and no hold lasts longer than a day", async () => {
  const { deps, grocer, ana, bohdan } = await world({ ana: { points: 100n } });
  await refuses(reservePoints(deps, grocer.till, { ...hold(ana.id), points: 0n }), "INVALID_POINTS");
  await refuses(reservePoints(deps, grocer.till, { ...hold(ana.id), points: 1_000_000_001n }), "INVALID_POINTS");
  await refuses(redeemPoints(deps, grocer.till, { ...hold(ana.id), points: -5n }), "INVALID_POINTS");
  const gift = { to: { memberId: bohdan.id }, points: -5n, ...keyed() };
  await refuses(transferPoints(deps, ana.actor, gift), "INVALID_POINTS");
  await refuses(reservePoints(deps, grocer.till, { ...hold(ana.id), holdSeconds: 86_401 }), "INVALID_VALUE");
});

test("a suspended partner takes no points, one whose issuing is blocked does", async () => {
  const { deps, grocer, ana } = await world({ ana: { points: 100n } });
  await deps.db.partner.update({ where: { id: grocer.id }, data: { status: "SUSPENDED" } });
  await refuses(reservePoints(deps, grocer.till, hold(ana.id)), "PARTNER_NOT_ACTIVE");
  await refuses(redeemPoints(deps, grocer.till, hold(ana.id)), "PARTNER_NOT_ACTIVE");
  await deps.db.partner.update({ where: { id: grocer.id }, data: { status: "ISSUE_BLOCKED" } });
  expect((await redeemPoints(deps, grocer.till, hold(ana.id))).redemption.captured).toBe(10n);
});

test("a gift keeps issuer, price and expiry, and nobody gives more than they have", async () => {
  const { deps, ana, bohdan } = await world({ ana: { points: 100n } });
  const gift = { to: { memberId: bohdan.id }, points: 40n, ...keyed() };
  const given = await transferPoints(deps, ana.actor, gift);
  expect(given).toMatchObject({ memberId: ana.id, otherMemberId: bohdan.id, balance: { available: 60n } });
  expect(await transferPoints(deps, ana.actor, gift)).toEqual({ ...given, replayed: true });
  const [mother, child] = await deps.db.lot.findMany({ orderBy: { id: "asc" } });
  expect(child).toMatchObject({ memberId: bohdan.id, issuerId: mother?.issuerId, issueRateE6: mother?.issueRateE6 });
  await refuses(transferPoints(deps, ana.actor, { ...gift, points: 61n, ...keyed() }), "INSUFFICIENT_POINTS");
});

test("a member gives only their own points, and not to themselves", async () => {
  const { deps, grocer, ana, bohdan } = await world({ bohdan: { points: 100n } });
  const theirs = { fromMemberId: bohdan.id, to: { memberId: ana.id }, points: 1n, ...keyed() };
  await refuses(transferPoints(deps, ana.actor, theirs), "MEMBER_NOT_FOUND");
  await refuses(transferPoints(deps, grocer.till, theirs), "FORBIDDEN");
  const round = { to: { memberId: bohdan.id }, points: 1n, ...keyed() };
  await refuses(transferPoints(deps, bohdan.actor, round), "SAME_MEMBER");
});

test("the operator may move points between members for support", async () => {
  const { deps, operator, ana, bohdan } = await world({ bohdan: { points: 100n } });
  const move = { fromMemberId: bohdan.id, to: { memberId: ana.id }, points: 30n, reason: "case 7", ...keyed() };
  expect(await transferPoints(deps, operator, move)).toMatchObject({ balance: { available: 70n } });
});

test("twenty gifts of everything at once: one arrives", async () => {
  const { deps, ana, bohdan } = await world({ ana: { points: 100n } });
  const gifts = Array.from({ length: 20 }, () => ({ to: { memberId: bohdan.id }, points: 100n, ...keyed() }));
  const answers = await Promise.allSettled(gifts.map((gift) => transferPoints(deps, ana.actor, gift)));
  expect(answers.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  expect(await walletOf(deps, bohdan.id)).toMatchObject({ available: 100n });
});

test("merging moves points, debts, cards and numbers to the survivor, once", async () => {
  const { deps, operator, grocer, ana, bohdan } = await world({ ana: { points: 100n }, bohdan: { points: 7n } });
  await deps.db.identifier.create({ data: { id: "idn_1", memberId: ana.id, kind: "PHONE", value: "+375291112233" } });
  const merge = { fromMemberId: ana.id, intoMemberId: bohdan.id, reason: "one person", ...keyed() };
  expect(await mergeMembers(deps, operator, merge)).toMatchObject({ replayed: false });
  expect(await mergeMembers(deps, operator, merge)).toMatchObject({ replayed: true });
  expect(await walletOf(deps, bohdan.id)).toMatchObject({ available: 107n });
  expect(await walletOf(deps, ana.id)).toMatchObject({ available: 0n });
  const byPhone = await resolveMember(deps, grocer.till, { kind: "PHONE", value: "+375 29 111-22-33" });
  expect(byPhone.memberId).toBe(bohdan.id);
  expect((await resolveMember(deps, operator, { memberId: ana.id })).memberId).toBe(bohdan.id);
});

test("only two living memberships merge, only the operator merges them, and nobody into themselves", async () => {
  const { deps, operator, grocer, ana, bohdan } = await world();
  const merge = (fromMemberId: string, intoMemberId: string) => ({
    fromMemberId,
    intoMemberId,
    reason: "r",
    ...keyed(),
  });
  await refuses(mergeMembers(deps, operator, merge(ana.id, ana.id)), "SAME_MEMBER");
  await refuses(mergeMembers(deps, operator, merge("mem_none", ana.id)), "MEMBER_NOT_FOUND");
  await refuses(mergeMembers(deps, grocer.finance, merge(ana.id, bohdan.id)), "FORBIDDEN");
  await mergeMembers(deps, operator, merge(ana.id, bohdan.id));
  await refuses(mergeMembers(deps, operator, merge(bohdan.id, ana.id)), "MEMBER_NOT_ACTIVE");
});

test("goodwill comes at once and is paid for by the operator", async () => {
  const { deps, operator, ana } = await world();
  const kind = { memberId: ana.id, points: 300n, reason: "late delivery", ...keyed() };
  const { done, approval } = await adjustPoints(deps, operator, kind);
  expect(done?.balance).toMatchObject({ available: 300n });
  expect(approval).toBeNull();
  const cost = await deps.db.line.findMany({ where: { account: "OP_POINTS_COST" } });
  expect(cost.map(({ amount }) => amount)).toEqual([3_000_000n]);
});

test("points are taken from a member only when a second person agrees, and then once", async () => {
  const { deps, operator, ana } = await world({ ana: { points: 100n } });
  const correction = { ...(await against(deps, ana.id)), points: 80n };
  const { approval, done } = await adjustPoints(deps, operator, correction);
  expect(done).toBeNull();
  expect(await walletOf(deps, ana.id)).toMatchObject({ available: 100n });
  const yes = { approvalId: approval?.id ?? "", decision: "APPROVE" as const };
  await refuses(decideApproval(deps, operator, yes), "SECOND_PERSON_REQUIRED");
  await decideApproval(deps, second, yes);
  await decideApproval(deps, second, yes);
  expect(await walletOf(deps, ana.id)).toMatchObject({ available: 20n });
  expect((await adjustPoints(deps, operator, correction)).approval?.id).toBe(approval?.id);
});

test("a correction names a lot of that member, and no more than it holds", async () => {
  const { deps, operator, grocer, ana, bohdan } = await world({ ana: { points: 100n } });
  const wrong = await against(deps, ana.id);
  await refuses(adjustPoints(deps, operator, { ...wrong, memberId: bohdan.id }), "LOT_NOT_FOUND");
  await refuses(adjustPoints(deps, operator, { ...wrong, points: 101n }), "INSUFFICIENT_POINTS");
  await refuses(adjustPoints(deps, grocer.finance, wrong), "FORBIDDEN");
});

const second: Actor = { kind: "operator", id: "usr_second", roles: ["FINANCE"] };

const keyed = () => ({ idempotencyKey: newKey() });
const hold = (memberId: string) => ({ member: { memberId }, points: 10n, ...keyed() });

async function held(change: object = {}): Promise<World & { reservationId: string }> {
  const small = await world({ ana: { points: 100n } });
  const input = { ...hold(small.ana.id), points: 60n, ...change };
  const { redemption } = await reservePoints(small.deps, small.grocer.till, input);
  return { ...small, reservationId: redemption.id };
}

async function against(deps: World["deps"], memberId: string) {
  const lot = await deps.db.lot.findFirstOrThrow({ where: { memberId } });
  return { memberId, points: 10n, takeFromLotId: lot.id, reason: "booked twice", ...keyed() };
}

const walletOf = (deps: World["deps"], memberId: string) => deps.db.wallet.findUnique({ where: { memberId } });

async function refuses(attempt: Promise<unknown>, code: string): Promise<void> {
  await expect(attempt).rejects.toMatchObject({ code });
}
