import { expect, test } from "vitest";
import { type Actor, personOf, systemActor } from "#api/kernel/actor.ts";
import { newId } from "#api/kernel/ids.ts";
import { findCounters } from "#api/ledger/counters.ts";
import { type TestPartner, type World, world } from "#api/test/world.ts";
import { decideApproval } from "#api/use-cases/approvals/decide-approval.ts";
import { ticketCounter } from "#api/use-cases/draws/definition.ts";
import { followReceipts } from "#api/use-cases/following/follow-receipts.ts";
import { recordPurchase } from "#api/use-cases/purchases/record-purchase.ts";
import { returnPurchase } from "#api/use-cases/purchases/return-purchase.ts";
import { draftChallenge, editChallengeDraft } from "./author-challenge.ts";
import { endChallenges } from "./end-challenges.ts";
import { findProgress, listChallenges, listOwnAwards } from "./find-challenges.ts";
import { followChallenges } from "./follow-challenges.ts";
import { runsOf, streakOf, turnOf } from "./progress.ts";
import { setChallengeState, submitChallenge } from "./review-challenge.ts";

const EUR = 1_000_000n;
const explorer = {
  name: { en: "Explorer", ru: "Исследователь", be: "Даследчык" },
  description: { en: "Shop at three different partners in a month." },
  goal: { kind: "PARTNERS", most: "3" },
  period: "MONTH",
  startsAt: "2026-03-01T00:00:00Z",
  reward: {
    points: "400",
    badge: { name: { en: "Explorer of the month" }, icon: "COMPASS" },
    tickets: { draw: "spring", count: "2" },
  },
  awardsMost: "100",
};
const olga: Actor = { kind: "operator", id: newId("user"), roles: ["CLERK"] };
const piotr: Actor = { kind: "operator", id: newId("user"), roles: ["FINANCE"] };
let keys = 0;
const idempotencyKey = () => `challenge-test-key-${++keys}`;

async function live(w: World, differs: object = {}): Promise<string> {
  const definition = { ...explorer, ...differs };
  const { id } = await draftChallenge(w.deps, olga, { definition, idempotencyKey: idempotencyKey() });
  await submitChallenge(w.deps, olga, { challengeId: id, note: "For spring" });
  const asked = await w.deps.db.approval.findFirstOrThrow({ where: { subjectId: id, state: "WAITING" } });
  await decideApproval(w.deps, piotr, { approvalId: asked.id, decision: "APPROVE" });
  const phone = { kind: "PHONE" as const, value: "+375291111111", scope: "" };
  const row = { id: newId("identifier"), memberId: w.ana.id, ...phone };
  await w.deps.db.identifier.createMany({ data: [row], skipDuplicates: true });
  return id;
}

async function buy({ deps }: World, at: TestPartner, euros = 10n): Promise<string> {
  const key = idempotencyKey();
  const slip = { receiptNumber: key, idempotencyKey: key, totalE6: euros * EUR };
  return (await recordPurchase(deps, at.till, { member: { kind: "PHONE", value: "+375291111111" }, ...slip })).purchase
    .id;
}

async function bringBack({ deps }: World, at: TestPartner, purchaseId: string): Promise<void> {
  const key = idempotencyKey();
  await returnPurchase(deps, at.till, { purchase: { purchaseId }, receiptNumber: key, idempotencyKey: key });
}

const follow = ({ deps }: World) => followReceipts(deps, systemActor, [followChallenges]);
const progressOf = async ({ deps, ana }: World, id: string) => (await findProgress(deps, ana.actor, [id])).get(id);
const badges = async ({ deps, ana }: World) => (await listOwnAwards(deps, ana.actor, { first: 10, after: null })).rows;
const given = async ({ deps, ana }: World) => {
  const lots = await deps.db.lot.findMany({ where: { memberId: ana.id, purchaseId: { startsWith: "cha_" } } });
  return lots.reduce((sum, { original, clawedBack }) => sum + original - clawedBack, 0n);
};

test("M20 three different partners in a month give a badge and 400 points, and the way there is visible", async () => {
  const w = await world();
  const id = await live(w);
  await buy(w, w.grocer);
  await buy(w, w.grocer);
  await buy(w, w.fuel);
  await follow(w);
  expect(await progressOf(w, id)).toMatchObject({ reached: 2n, of: 3n, met: false, period: "2026-03", award: null });
  expect(await given(w)).toBe(0n);
  const last = await buy(w, w.pharmacy);
  await follow(w);
  await buy(w, w.pharmacy);
  await follow(w);
  expect(await progressOf(w, id)).toMatchObject({ reached: 3n, met: true, award: { points: 400n } });
  expect(await given(w)).toBe(400n);
  expect(await badges(w)).toMatchObject([{ challengeId: id, period: "2026-03", round: 1 }]);
  const tickets = ticketCounter("spring", w.ana.id);
  expect((await findCounters(w.deps.db, [tickets])).get(tickets)).toBe(2n);

  await bringBack(w, w.pharmacy, last);
  await follow(w);
  expect(await given(w)).toBe(400n);
  w.clock.set(new Date("2026-04-05T12:00:00Z"));
  expect(await progressOf(w, id)).toMatchObject({ reached: 0n, period: "2026-04", award: null });
});

test("a return takes it back when the goal is met no longer, and reaching it again gives it again", async () => {
  const w = await world();
  const id = await live(w);
  await buy(w, w.grocer);
  await buy(w, w.fuel);
  const last = await buy(w, w.pharmacy);
  await follow(w);
  expect(await given(w)).toBe(400n);
  await bringBack(w, w.pharmacy, last);
  await follow(w);
  expect(await given(w)).toBe(0n);
  expect(await badges(w)).toEqual([]);
  const tickets = ticketCounter("spring", w.ana.id);
  expect((await findCounters(w.deps.db, [tickets])).get(tickets)).toBe(0n);
  await buy(w, w.pharmacy);
  await follow(w);
  expect(await given(w)).toBe(400n);
  expect(await badges(w)).toMatchObject([{ challengeId: id, round: 2 }]);
});

test("whoever dies between the award and its points is made up for when it is told again", async () => {
  const w = await world();
  await live(w);
  for (const partner of [w.grocer, w.fuel, w.pharmacy]) await buy(w, partner);
  const reach = (point: string) => {
    if (point === "challenge: award laid") throw new Error("died");
  };
  await expect(follow({ ...w, deps: { ...w.deps, reach } })).rejects.toThrow("died");
  expect(await badges(w)).toEqual([]);
  await follow(w);
  expect(await given(w)).toBe(400n);
  expect(await w.deps.db.challengeAward.count()).toBe(1);
});

test("no more is given than was budgeted, nothing while it is paused, and it ends by the clock", async () => {
  const w = await world();
  const spent = { goal: { kind: "SPEND", most: "25.50" }, period: "WEEK", endsAt: "2026-03-31T00:00:00Z" };
  const id = await live(w, { ...spent, awardsMost: "1", partnerIds: [w.grocer.id] });
  await buy(w, w.grocer, 20n);
  await buy(w, w.fuel, 20n);
  await follow(w);
  expect(await progressOf(w, id)).toMatchObject({ reached: 20n * EUR, of: 25_500_000n, period: "2026-03-09" });
  await setChallengeState(w.deps, olga, { challengeId: id, to: "PAUSED", reason: "Stocktaking" });
  await buy(w, w.grocer, 6n);
  await follow(w);
  expect(await given(w)).toBe(0n);
  expect(await progressOf(w, id)).toBeUndefined();
  await setChallengeState(w.deps, olga, { challengeId: id, to: "LIVE", reason: "Done" });
  await buy(w, w.grocer, 1n);
  await follow(w);
  expect(await given(w)).toBe(400n);
  w.clock.set(new Date("2026-03-17T12:00:00Z"));
  await buy(w, w.grocer, 30n);
  await follow(w);
  expect(await given(w)).toBe(400n);
  w.clock.set(new Date("2026-04-02T12:00:00Z"));
  expect(await endChallenges(w.deps, systemActor)).toBe(1);
  const again = setChallengeState(w.deps, olga, { challengeId: id, to: "LIVE", reason: "Once more" });
  await expect(again).rejects.toMatchObject({ code: "TRANSITION_REFUSED" });
});

test("weeks in a row are counted through the turn of a year, and a week may still be to come", () => {
  const weeks = ["2026-12-21", "2026-12-28", "2027-01-04", "2026-11-30"];
  expect(runsOf(weeks).map((run) => run.length)).toEqual([1, 3]);
  expect([streakOf(weeks, "2027-01-12"), streakOf(weeks, "2027-01-18"), streakOf([], "2027-01-18")]).toEqual([3, 0, 0]);
  const span = { first: "2026-12-10", last: "2027-01-02" };
  const terms = { ...explorer, partnerIds: [], endsAt: null } as unknown as Parameters<typeof turnOf>[0];
  expect(turnOf(terms, "2026-12-31", span)).toEqual({ period: "2026-12", from: "2026-12-10", to: "2026-12-31" });
  expect(turnOf({ ...terms, period: "WEEK" }, "2027-01-01", span)).toEqual({
    period: "2026-12-28",
    from: "2026-12-28",
    to: "2027-01-02",
  });
});

test("a challenge is reviewed by somebody else of its house, and another house sees no draft of it", async () => {
  const w = await world();
  const manager: Actor = { kind: "partnerStaff", id: newId("user"), partnerId: w.grocer.id, roles: ["MANAGER"] };
  const asked = { definition: explorer, idempotencyKey: idempotencyKey() };
  const drafted = await draftChallenge(w.deps, manager, asked);
  expect(await draftChallenge(w.deps, manager, asked)).toMatchObject({ id: drafted.id });
  expect(drafted).toMatchObject({ partnerId: w.grocer.id, definition: { partnerIds: [w.grocer.id] } });
  const challengeId = drafted.id;
  const page = { first: 10, after: null };
  for (const other of [w.fuel.finance, w.ana.actor]) {
    expect((await listChallenges(w.deps, other, page)).rows).toEqual([]);
  }
  const theirs = editChallengeDraft(w.deps, olga, { challengeId, definition: explorer });
  await expect(theirs).rejects.toMatchObject({ code: "CHALLENGE_NOT_FOUND", challengeId });
  await submitChallenge(w.deps, manager, { challengeId, note: "Please" });
  const { id: approvalId } = await w.deps.db.approval.findFirstOrThrow({ where: { subjectId: challengeId } });
  const own = decideApproval(w.deps, manager, { approvalId, decision: "APPROVE" });
  await expect(own).rejects.toMatchObject({ code: "SECOND_PERSON_REQUIRED" });
  await decideApproval(w.deps, w.grocer.finance, { approvalId, decision: "REFUSE", note: "Too dear" });
  expect(await w.deps.db.challenge.findFirstOrThrow()).toMatchObject({ state: "DRAFT" });
  expect(await w.deps.db.notice.findMany()).toMatchObject([
    { kind: "APPROVAL_DECIDED", userId: personOf(manager)?.id, href: `/partner/challenges/${challengeId}` },
  ]);
  for (const [wrong, field] of [
    [{ goal: { kind: "VISITS", most: "2.50" } }, "goal.most"],
    [{ goal: { kind: "WEEKS", most: "3" } }, "period"],
    [{ reward: { points: "0" } }, "reward"],
    [{ endsAt: "2026-02-01T00:00:00Z" }, "endsAt"],
  ] as const) {
    const draft = { definition: { ...explorer, ...wrong }, idempotencyKey: idempotencyKey() };
    await expect(draftChallenge(w.deps, manager, draft)).rejects.toMatchObject({ code: "INVALID_VALUE", field });
  }
});
