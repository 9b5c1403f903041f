import { expect, test } from "vitest";
import { groupOf } from "#api/engine/control-group.ts";
import { type Actor, systemActor } from "#api/kernel/actor.ts";
import { newId } from "#api/kernel/ids.ts";
import { ask } from "#api/test/asking.ts";
import { keyed, marketer } from "#api/test/campaigns.ts";
import { ruleOf, runCampaign } from "#api/test/live-campaign.ts";
import { type World, world } from "#api/test/world.ts";
import { setAudiencePolicy } from "#api/use-cases/analytics/audience-policy.ts";
import { findCampaignUplifts } from "#api/use-cases/analytics/read-uplift.ts";
import { runSimulation } from "#api/use-cases/campaigns/run-simulation.ts";
import { simulateCampaign } from "#api/use-cases/campaigns/simulate-campaign.ts";
import { followReceipts } from "#api/use-cases/following/follow-receipts.ts";
import { mergeMembers } from "#api/use-cases/points/merge-members.ts";
import { quotePurchase } from "#api/use-cases/purchases/quote-purchase.ts";
import { recordPurchase } from "#api/use-cases/purchases/record-purchase.ts";
import { returnPurchase } from "#api/use-cases/purchases/return-purchase.ts";

const EUR = 1_000_000n;
const begun = new Date("2026-03-20T12:00:00Z");

/** A hundred points for a receipt with coffee, of nine or more, with every second member held back. */
async function begin(): Promise<{ w: World; campaignId: string; versionId: string }> {
  const w = await world({ at: begun });
  const campaignId = await runCampaign(w, w.grocer, {
    controlBps: 5_000,
    rules: [
      ruleOf(
        { kind: "points", give: { by: "FIXED", number: "100" } },
        'receipt.lines.exists(l, l.category == "coffee")',
        "receipt.total >= 9",
      ),
    ],
  });
  const { id: versionId } = await w.deps.db.campaignVersion.findFirstOrThrow({ where: { campaignId } });
  return { w, campaignId, versionId };
}

/** A new member who is in this group of the campaign. */
async function memberIn(w: World, id: string, group: "TREATED" | "CONTROL"): Promise<string> {
  const memberId = newId("member");
  if (groupOf({ id, memberId, controlBps: 5_000 }) !== group) return memberIn(w, id, group);
  await w.deps.db.member.create({ data: { id: memberId, enrolledAt: begun } });
  await w.deps.db.wallet.create({ data: { memberId } });
  await w.deps.db.identifier.create({ data: { id: newId("identifier"), memberId, ...phoneOf(memberId) } });
  return memberId;
}

/** Tills know strangers by what they show. */
const phoneOf = (memberId: string) => ({
  kind: "PHONE" as const,
  value: `+4${String(BigInt(`0x${Buffer.from(memberId).toString("hex")}`)).slice(-12)}`,
});

type Bought = { category?: string; at?: string };
const receipt = (money: number, { category = "coffee", at = "2026-03-20T10:00:00Z" }: Bought) => {
  const totalE6 = BigInt(money) * EUR;
  return { totalE6, lines: [{ amountE6: totalE6, category }], occurredAt: new Date(at) };
};

async function buy({ deps, grocer }: World, memberId: string, money: number, more: Bought = {}) {
  const key = keyed();
  const what = { ...receipt(money, more), receiptNumber: key, idempotencyKey: key };
  return recordPurchase(deps, grocer.till, { member: phoneOf(memberId), ...what });
}

test("M17 a control group: quote, purchase and return give nothing to whoever is held back, and all to the others", async () => {
  const { w, campaignId } = await begin();
  const bare = { treated: 100n, control: 0n };
  for (const [group, extra] of [["TREATED", bare.treated] as const, ["CONTROL", bare.control] as const]) {
    const memberId = await memberIn(w, campaignId, group);
    const quote = await quotePurchase(w.deps, w.grocer.till, { member: phoneOf(memberId), ...receipt(50, {}) });
    const { purchase, balance } = await buy(w, memberId, 50);
    const base = BigInt(purchase.explanation.steps[0]?.points ?? "0");
    expect(quote.pointsEarned).toBe(base + extra);
    expect(purchase.pointsEarned).toBe(base + extra);
    expect(balance?.available).toBe(base + extra);
    const key = keyed();
    const back = { purchase: { purchaseId: purchase.id }, receiptNumber: key, idempotencyKey: key };
    const { purchaseReturn } = await returnPurchase(w.deps, w.grocer.till, back);
    expect(purchaseReturn.pointsClawed).toBe(base + extra);
  }
});

test("support reads that a member was held back; the member and the till do not", async () => {
  const { w, campaignId } = await begin();
  const memberId = await memberIn(w, campaignId, "CONTROL");
  const { purchase } = await buy(w, memberId, 50);
  const reasons = `{ node(id: "${purchase.id}") { ... on Purchase { explanation { steps { because } } } } }`;
  const told = async (actor: Actor) => {
    const { data, errors } = await ask(w.deps, actor, reasons);
    expect(errors).toEqual([]);
    return JSON.stringify(data).includes("CONTROL_GROUP");
  };
  const cashier = marketer(w.grocer, "CASHIER");
  const member = { kind: "member" as const, id: newId("user"), memberId };
  expect(await told(w.operator)).toBe(true);
  expect(await told(marketer(w.grocer))).toBe(true);
  expect(await told(w.grocer.till)).toBe(false);
  expect(await told(cashier)).toBe(false);
  expect(await told(member)).toBe(false);
});

test("M17 the report of a campaign: from their first such receipt both groups are compared, with the difference's uncertainty", async () => {
  const { w, campaignId, versionId } = await begin();
  await setAudiencePolicy(w.deps, w.operator, { minimumGroup: 5, inactiveDays: 60, reason: "A small town" });
  const spends = { TREATED: [30, 40, 50, 60, 70], CONTROL: [10, 20, 30, 40, 50] };
  for (const group of ["TREATED", "CONTROL"] as const) {
    for (const money of spends[group]) {
      const memberId = await memberIn(w, campaignId, group);
      await buy(w, memberId, 500, { category: "books", at: "2026-03-10T10:00:00Z" });
      await buy(w, memberId, 8, { at: "2026-03-11T10:00:00Z" });
      await buy(w, memberId, money, { at: "2026-03-12T10:00:00Z" });
    }
    // Bought, and never what the campaign is about.
    await buy(w, await memberIn(w, campaignId, group), 900, { category: "books", at: "2026-03-12T10:00:00Z" });
  }
  await followReceipts(w.deps, systemActor);
  const reports = (actor = marketer(w.grocer)) => findCampaignUplifts(w.deps, actor, [versionId]);
  const report = (await reports()).get(versionId);
  expect(report).toMatchObject({
    treated: { members: 5, buyers: 5, meanE6: 50e6, meanVisits: 1 },
    control: { members: 5, buyers: 5, meanE6: 30e6, meanVisits: 1 },
  });
  // 20 ± 2.306 · √(250/5 + 250/5), with eight degrees of freedom.
  expect(report?.difference).toMatchObject({ mean: 20e6, degrees: 8, isCertain: false });
  expect(report?.difference?.low).toBeCloseTo(-3_060_041, -3);
  expect(report?.visitsDifference).toMatchObject({ mean: 0, isCertain: false });
  expect((await reports(w.operator)).size).toBe(1);
  expect(await reports(marketer(w.fuel))).toEqual(new Map());
  const counted = await w.deps.db.comparedMember.count();
  await w.deps.db.followedReceipts.update({ where: { id: 1 }, data: { purchaseOrd: 0n } });
  await followReceipts(w.deps, systemActor);
  expect(await w.deps.db.comparedMember.count()).toBe(counted);
});

test("fewer than may be told of are counted, and no difference is told", async () => {
  const { w, campaignId, versionId } = await begin();
  for (const group of ["TREATED", "CONTROL"] as const) {
    for (const money of [40, 60]) await buy(w, await memberIn(w, campaignId, group), money);
  }
  await followReceipts(w.deps, systemActor);
  const report = (await findCampaignUplifts(w.deps, marketer(w.grocer), [versionId])).get(versionId);
  expect(report).toMatchObject({ treated: { members: 2 }, control: { members: 2 }, difference: null });
});

test("two memberships that became one are one member of the comparison, in the group of the one that stayed", async () => {
  const { w, campaignId, versionId } = await begin();
  const [fromMemberId, intoMemberId] = [
    await memberIn(w, campaignId, "TREATED"),
    await memberIn(w, campaignId, "CONTROL"),
  ];
  for (const memberId of [fromMemberId, intoMemberId]) await buy(w, memberId, 40);
  await followReceipts(w.deps, systemActor);
  const pair = { fromMemberId, intoMemberId, reason: "One person, enrolled twice" };
  await mergeMembers(w.deps, w.operator, { ...pair, idempotencyKey: keyed() });
  const report = (await findCampaignUplifts(w.deps, marketer(w.grocer), [versionId])).get(versionId);
  expect(report).toMatchObject({
    treated: { members: 0 },
    control: { members: 1, buyers: 1, meanE6: 80e6, meanVisits: 2 },
  });
});

test("what is bought from the instant on at which a campaign is over is not its doing", async () => {
  const { w, campaignId, versionId } = await begin();
  const memberId = await memberIn(w, campaignId, "TREATED");
  await buy(w, memberId, 40, { at: "2026-03-12T23:59:59Z" });
  await buy(w, memberId, 70, { at: "2026-03-13T00:00:00Z" });
  await followReceipts(w.deps, systemActor);
  const ended = { state: "ENDED" as const, endedAt: new Date("2026-03-13T00:00:00Z") };
  await w.deps.db.campaignVersion.update({ where: { id: versionId }, data: ended });
  const report = (await findCampaignUplifts(w.deps, marketer(w.grocer), [versionId])).get(versionId);
  expect(report).toMatchObject({ treated: { members: 1, meanE6: 40e6, meanVisits: 1 } });
});

test("what the coalition's campaign brought is the operator's to know, not a partner's who may see it run", async () => {
  const { w } = await begin();
  const campaignId = await runCampaign(w, null, {
    controlBps: 5_000,
    rules: [ruleOf({ kind: "points", give: { by: "FIXED", number: "10" } })],
  });
  const { id } = await w.deps.db.campaignVersion.findFirstOrThrow({ where: { campaignId } });
  await buy(w, await memberIn(w, campaignId, "TREATED"), 40);
  await followReceipts(w.deps, systemActor);
  expect((await findCampaignUplifts(w.deps, w.operator, [id])).get(id)).toMatchObject({ treated: { members: 1 } });
  expect(await findCampaignUplifts(w.deps, marketer(w.grocer), [id])).toEqual(new Map());
});

test("a receipt that comes late moves a member's beginning back", async () => {
  const { w, campaignId } = await begin();
  const memberId = await memberIn(w, campaignId, "TREATED");
  await buy(w, memberId, 40);
  await followReceipts(w.deps, systemActor);
  await buy(w, memberId, 40, { at: "2026-03-18T10:00:00Z" });
  await followReceipts(w.deps, systemActor);
  const [kept] = await w.deps.db.comparedMember.findMany();
  expect(kept).toMatchObject({ memberId, group: "TREATED", since: new Date("2026-03-18T10:00:00Z") });
});

test("a simulation expects what it costs for those who are not held back", async () => {
  const { w, campaignId, versionId } = await begin();
  for (const group of ["TREATED", "TREATED", "CONTROL"] as const)
    await buy(w, await memberIn(w, campaignId, group), 40);
  w.clock.set(new Date("2026-03-21T12:00:00Z"));
  const { id } = await simulateCampaign(w.deps, marketer(w.grocer), {
    campaignVersionId: versionId,
    days: 3,
    idempotencyKey: keyed(),
  });
  const { figures } = await runSimulation(w.deps, { campaignSimulationId: id });
  expect(figures).toMatchObject({ receipts: 3, receiptsHit: 2, membersReached: 2, points: "200" });
});
