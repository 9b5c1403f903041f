import { expect, test } from "vitest";
import { systemActor } from "#api/kernel/actor.ts";
import { newId } from "#api/kernel/ids.ts";
import { agreeOnLadder, ladder } from "#api/test/ladder.ts";
import { ruleOf, runCampaign } from "#api/test/live-campaign.ts";
import { type World, world } from "#api/test/world.ts";
import { followReceipts } from "#api/use-cases/following/follow-receipts.ts";
import { mergeMembers } from "#api/use-cases/points/merge-members.ts";
import { recordPurchase } from "#api/use-cases/purchases/record-purchase.ts";
import { returnPurchase } from "#api/use-cases/purchases/return-purchase.ts";
import { findMemberTiers, findTierSteps } from "./find-tiers.ts";
import { countTiers, previewLadder } from "./preview-ladder.ts";
import { proposeTierLadder } from "./propose-ladder.ts";
import { reviewTiers } from "./review-tiers.ts";

const EUR = 1_000_000n;
let numbers = 0;
const slip = () => {
  const receiptNumber = `T-${++numbers}`;
  return { receiptNumber, idempotencyKey: `${receiptNumber}-0123456789abcdef` };
};

/** The contract gives a point for each unit of money. */
const buy = (w: World, euros: bigint, memberId = w.ana.id) =>
  recordPurchase(w.deps, w.grocer.till, { member: { memberId }, totalE6: euros * EUR, ...slip() });
const bringBack = (w: World, purchaseId: string) =>
  returnPurchase(w.deps, w.grocer.till, { purchase: { purchaseId }, ...slip() });

const tierOf = async ({ deps, operator }: World, memberId: string) =>
  (await findMemberTiers(deps, operator, [memberId])).get(memberId)?.tier.code;
const stepsOf = async ({ deps, operator, ana }: World) =>
  ((await findTierSteps(deps, operator, [ana.id])).get(ana.id) ?? []).map(({ from, to, reason }) => [from, to, reason]);

test("M5 Silver at 1 000 qualifying points a year; drops one step, not two, when the year ends short", async () => {
  const w = await world();
  await agreeOnLadder(w);
  await buy(w, 999n);
  expect(await tierOf(w, w.ana.id)).toBe("bronze");
  await buy(w, 1n);
  expect(await tierOf(w, w.ana.id)).toBe("silver");
  await buy(w, 2_000n);
  await followReceipts(w.deps, systemActor);
  w.clock.set(new Date("2027-06-01T12:00:00Z"));
  expect(await reviewTiers(w.deps, systemActor)).toBe(0);
  expect(await tierOf(w, w.ana.id)).toBe("gold");
  w.clock.set(new Date("2028-01-01T00:30:00Z"));
  expect(await reviewTiers(w.deps, systemActor)).toBe(1);
  expect(await tierOf(w, w.ana.id)).toBe("silver");
  expect(await reviewTiers(w.deps, systemActor)).toBe(0);
  w.clock.set(new Date("2029-01-01T00:30:00Z"));
  await reviewTiers(w.deps, systemActor);
  expect(await stepsOf(w)).toEqual([
    ["bronze", "gold", "reached"],
    ["gold", "silver", "the period ended short"],
    ["silver", "bronze", "the period ended short"],
  ]);
});

test("the receipt that reaches a tier does not have it yet, the next one does, and a return takes both back", async () => {
  const w = await world();
  await agreeOnLadder(w);
  await runCampaign(w, w.grocer, {
    rules: [ruleOf({ kind: "multiply", times: "2" }, 'member.tier == "silver"')],
  });
  const first = (await buy(w, 1_000n)).purchase;
  expect(first.pointsEarned).toBe(1_000n);
  expect((await buy(w, 10n)).purchase.pointsEarned).toBe(20n);
  await followReceipts(w.deps, systemActor);
  await bringBack(w, first.id);
  expect((await buy(w, 10n)).purchase.pointsEarned).toBe(10n);
  await followReceipts(w.deps, systemActor);
  expect(await stepsOf(w)).toEqual([
    ["bronze", "silver", "reached"],
    ["silver", "bronze", "goods came back"],
  ]);
});

test("what rules give towards tiers counts in the month of the receipt, and goes with the goods", async () => {
  const w = await world();
  await agreeOnLadder(w, { counts: ["TIER_POINTS"] });
  await runCampaign(w, w.grocer, {
    rules: [ruleOf({ kind: "tierPoints", give: { by: "PER_AMOUNT", number: "10", per: "1" } })],
  });
  const { purchase } = await buy(w, 100n);
  expect(await tierOf(w, w.ana.id)).toBe("silver");
  const counters = await w.deps.db.counter.findMany({ where: { id: { startsWith: "tier:" } } });
  expect(counters).toMatchObject([{ id: `tier:${w.ana.id}:2026-03`, value: 1_000n }]);
  await bringBack(w, purchase.id);
  expect(await tierOf(w, w.ana.id)).toBe("bronze");
});

test("a ladder needs a second person, and another one takes nobody's tier away before the year ends", async () => {
  const w = await world();
  await agreeOnLadder(w);
  await buy(w, 1_200n);
  await buy(w, 50n, w.bohdan.id);
  await followReceipts(w.deps, systemActor);
  const steeper = ladder({
    tiers: ladder().tiers.map((tier) => (tier.code === "silver" ? { ...tier, from: "1500" } : tier)),
  });
  expect(await previewLadder(w.deps, w.operator, steeper)).toMatchObject([
    { tier: { code: "bronze" }, members: 1 },
    { tier: { code: "silver" }, members: 1 },
    { tier: { code: "gold" }, members: 0 },
  ]);
  await agreeOnLadder(w, steeper);
  await reviewTiers(w.deps, systemActor);
  expect(await tierOf(w, w.ana.id)).toBe("silver");
  expect((await countTiers(w.deps, w.operator)).map(({ members }) => members)).toEqual([1, 1, 0]);
  const leaving = async () => (await countTiers(w.deps, w.operator)).map((count) => count.leaving);
  expect(await leaving()).toEqual([0, 0, 0]);
  w.clock.set(new Date("2026-12-10T12:00:00Z"));
  expect(await leaving()).toEqual([0, 1, 0]);
  w.clock.set(new Date("2027-01-01T12:00:00Z"));
  await reviewTiers(w.deps, systemActor);
  expect(await tierOf(w, w.ana.id)).toBe("bronze");
  expect(await leaving()).toEqual([0, 0, 0]);
});

test("an easier ladder raises whoever has enough already, without another receipt", async () => {
  const w = await world();
  await agreeOnLadder(w);
  await buy(w, 600n);
  const easier = { tiers: ladder().tiers.map((tier) => (tier.code === "silver" ? { ...tier, from: "500" } : tier)) };
  await agreeOnLadder(w, easier);
  expect(await reviewTiers(w.deps, systemActor)).toBe(1);
  expect((await countTiers(w.deps, w.operator)).map(({ members }) => members)).toEqual([1, 1, 0]);
  expect(await reviewTiers(w.deps, systemActor)).toBe(0);
});

test("what is no ladder is refused with the place of the mistake, and a cashier writes none", async () => {
  const w = await world();
  const refused = (definition: unknown) =>
    proposeTierLadder(w.deps, w.operator, { definition, reason: "Why not", idempotencyKey: newId("approval") });
  const [bronze, silver, gold] = ladder().tiers;
  await expect(refused(ladder({ tiers: [bronze, gold, silver].flatMap((tier) => tier ?? []) }))).rejects.toMatchObject({
    code: "INVALID_VALUE",
    field: "tiers.2.from",
  });
  await expect(refused({ ...ladder(), period: "WEEK" })).rejects.toMatchObject({ field: "period" });
  await expect(refused(ladder({ tiers: [silver, gold].flatMap((tier) => tier ?? []) }))).rejects.toMatchObject({
    field: "tiers.0.from",
  });
  const asked = { definition: ladder(), reason: "Why not", idempotencyKey: newId("approval") };
  await expect(proposeTierLadder(w.deps, w.grocer.finance, asked)).rejects.toMatchObject({ code: "FORBIDDEN" });
});

test("two memberships of one person count together, and keep the higher tier", async () => {
  const w = await world();
  await agreeOnLadder(w);
  await buy(w, 600n);
  await buy(w, 500n, w.bohdan.id);
  const merge = { fromMemberId: w.bohdan.id, intoMemberId: w.ana.id, reason: "The same person" };
  await mergeMembers(w.deps, w.operator, { ...merge, idempotencyKey: newId("deed") });
  expect(await tierOf(w, w.ana.id)).toBe("silver");
});
