import { expect, test } from "vitest";
import { type Actor, systemActor } from "#api/kernel/actor.ts";
import { at, budget, type Definition, definition, keyed, marketer, reviewer } from "#api/test/campaigns.ts";
import { type World, world } from "#api/test/world.ts";
import { decideApproval } from "#api/use-cases/approvals/decide-approval.ts";
import { listApprovals } from "#api/use-cases/approvals/list-approvals.ts";
import { advanceCampaigns } from "#api/use-cases/campaigns/advance-campaigns.ts";
import { campaignsFor } from "#api/use-cases/campaigns/campaigns-for.ts";
import { draftCampaign } from "#api/use-cases/campaigns/draft-campaign.ts";
import { findCampaignVersions } from "#api/use-cases/campaigns/find-campaigns.ts";
import { findSimulations, findSimulationsOf } from "#api/use-cases/campaigns/find-simulations.ts";
import type { VersionOfCampaign } from "#api/use-cases/campaigns/houses.ts";
import { joinCampaign, leaveCampaign } from "#api/use-cases/campaigns/join-campaign.ts";
import { CampaignSimulationNotFound, CampaignVersionNotFound } from "#api/use-cases/campaigns/refusals.ts";
import { endCampaign, pauseCampaign, resumeCampaign } from "#api/use-cases/campaigns/run-campaign.ts";
import { resumeSimulations, runSimulation, simulate } from "#api/use-cases/campaigns/run-simulation.ts";
import { cancelSimulation, simulateCampaign } from "#api/use-cases/campaigns/simulate-campaign.ts";
import { findSpent } from "#api/use-cases/campaigns/spent.ts";
import { submitCampaign } from "#api/use-cases/campaigns/submit-campaign.ts";
import { TransitionRefused } from "#api/use-cases/machine.ts";
import { InvalidValue } from "#api/use-cases/partners/refusals.ts";
import { recordPurchase } from "#api/use-cases/purchases/record-purchase.ts";

const draft = (w: World, actor: Actor, wish: Partial<Definition> = {}) =>
  draftCampaign(w.deps, actor, { definition: { ...definition, ...wish }, idempotencyKey: keyed() });

/** Agreed on by another, and begun. */
async function live(w: World, writes: Actor, reads: Actor, wish: Partial<Definition> = {}): Promise<VersionOfCampaign> {
  const made = await draft(w, writes, wish);
  await submitCampaign(w.deps, writes, { campaignVersionId: made.id, note: "For spring" });
  const [asked] = (await listApprovals(w.deps, reads, { first: 1, after: null })).rows;
  await decideApproval(w.deps, reads, { approvalId: asked?.id ?? "", decision: "APPROVE" });
  await advanceCampaigns(w.deps, systemActor);
  return made;
}

const grocers = (w: World, wish: Partial<Definition> = {}) => live(w, marketer(w.grocer), reviewer(w.grocer), wish);
const said = ({ id }: VersionOfCampaign) => ({ campaignVersionId: id, reason: "The shelf is empty" });
const servedAt = async (w: World, partnerId: string, when = w.clock.now()) =>
  (await campaignsFor(w.deps, partnerId, when)).campaigns.map(({ campaign }) => `${campaign.id}@${campaign.version}`);

async function buys(w: World, amountE6: bigint, who = w.ana, category = "coffee") {
  const key = keyed();
  return recordPurchase(w.deps, w.grocer.till, {
    member: { memberId: who.id },
    totalE6: amountE6,
    lines: [{ amountE6, category }],
    receiptNumber: key,
    idempotencyKey: key,
  });
}

test("a till is served what is live at its partner, and nothing that is paused, over or another's", async () => {
  const w = await world({ at });
  const { deps, grocer, fuel } = w;
  const made = await grocers(w, { endsAt: "2026-03-20T00:00:00.000Z" });
  const one = `${made.campaignId}@1`;
  expect(await servedAt(w, grocer.id)).toEqual([one]);
  expect(await servedAt(w, fuel.id)).toEqual([]);
  expect(await servedAt(w, grocer.id, new Date("2026-03-20T00:00:00Z"))).toEqual([]);
  expect(await servedAt(w, grocer.id, new Date("2026-02-28T23:59:59Z"))).toEqual([]);
  await pauseCampaign(deps, marketer(grocer), said(made));
  expect(await servedAt(w, grocer.id)).toEqual([]);
  await resumeCampaign(deps, marketer(grocer), said(made));
  expect(await servedAt(w, grocer.id)).toEqual([one]);
  await endCampaign(deps, marketer(grocer), said(made));
  expect(await servedAt(w, grocer.id)).toEqual([]);
});

test("many tills at once cost one look at what runs, and what does not change is made ready once", async () => {
  const w = await world({ at });
  await grocers(w);
  const asked = Array.from({ length: 50 }, () => campaignsFor(w.deps, w.grocer.id, at));
  expect(new Set(await Promise.all(asked)).size).toBe(1);
  expect(await campaignsFor(w.deps, w.grocer.id, at)).toBe(await asked[0]);
});

test("what the coalition runs at everybody's cost is served where somebody joined it, until they leave", async () => {
  const w = await world({ at });
  const second = { ...w.operator, id: "usr_SECOND" } as Actor;
  const made = await live(w, w.operator, second, { limits: [budget] });
  const served = [`${made.campaignId}@1`];
  expect(await servedAt(w, w.fuel.id)).toEqual([]);
  await joinCampaign(w.deps, w.fuel.finance, { campaignVersionId: made.id });
  expect(await servedAt(w, w.fuel.id)).toEqual(served);
  expect(await servedAt(w, w.pharmacy.id)).toEqual([]);
  await leaveCampaign(w.deps, w.fuel.finance, { campaignVersionId: made.id });
  expect(await servedAt(w, w.fuel.id)).toEqual([]);
  const own = await live(w, w.operator, second, { funding: [{ funder: "OPERATOR", bps: 10_000 }] });
  expect(await servedAt(w, w.pharmacy.id)).toEqual([`${own.campaignId}@1`]);
});

test("a draft is tried on real receipts: what it would cost, whom it reaches, and where its budget ends", async () => {
  const w = await world({ at: new Date("2026-03-05T12:00:00Z") });
  for (const amountE6 of [5_000_000n, 15_000_000n, 25_000_000n]) await buys(w, amountE6);
  await buys(w, 30_000_000n, w.bohdan);
  await buys(w, 40_000_000n, w.bohdan, "tea");
  w.clock.set(at);
  const coffee = [{ label: { en: "Coffee" }, expression: 'receipt.lines.exists(l, l.category == "coffee")' }];
  const rules = [{ label: { en: "Ten" }, conditions: coffee, effects: definition.rules.flatMap((one) => one.effects) }];
  const limits = [{ ...budget, most: "30" }];
  const made = await draft(w, marketer(w.grocer), { rules, limits, startsAt: "2027-01-01T00:00:00.000Z" });
  const asked = { campaignVersionId: made.id, days: 10, idempotencyKey: keyed() };
  const { id } = await simulateCampaign(w.deps, marketer(w.grocer), asked);
  expect((await simulateCampaign(w.deps, marketer(w.grocer), asked)).id).toBe(id);
  const done = await runSimulation(w.deps, { campaignSimulationId: id });
  expect(done).toMatchObject({ state: "DONE", receiptsDone: 5, receiptsTotal: 5 });
  const bar = { from: "100000", until: "200000" };
  expect(done.figures).toEqual({
    receipts: 5,
    receiptsHit: 3,
    members: 2,
    membersReached: 1,
    points: "30",
    pointsE6: "300000",
    discountE6: "0",
    giftsE6: "0",
    limited: 1,
    perReceipt: [{ ...bar, count: 3 }],
    perMember: [{ from: "200000", until: "500000", count: 1 }],
    actual: { receiptsHit: 0, points: "0", pointsE6: "0", discountE6: "0", giftsE6: "0" },
  });
  expect(await w.deps.db.simulationCount.count()).toBe(0);
  const told = await w.deps.db.notice.findMany({ where: { kind: "SIMULATION_DONE" } });
  expect(told).toMatchObject([{ facts: { campaign: { en: "Ten more" } } }]);
});

test("discounts and levels are tried as of the day of each receipt", async () => {
  const w = await world({ at: new Date("2026-03-01T12:00:00Z") });
  await buys(w, 100_000_000n);
  for (const day of ["02", "03"]) {
    w.clock.set(new Date(`2026-03-${day}T12:00:00Z`));
    await buys(w, 50_000_000n);
  }
  w.clock.set(at);
  const spent = [{ label: { en: "Spent" }, expression: "spend(365) >= 150 || member.firstPurchase" }];
  const tenth = [{ kind: "discount", take: { by: "PERCENT", bps: 1000 } }] as const;
  const made = await draft(w, marketer(w.grocer), {
    rules: [{ label: { en: "Off" }, conditions: spent, effects: [...tenth] }],
  });
  const wish = { campaignVersionId: made.id, days: 30, idempotencyKey: keyed() };
  const { id } = await simulateCampaign(w.deps, marketer(w.grocer), wish);
  const { figures } = await runSimulation(w.deps, { campaignSimulationId: id });
  expect(figures).toMatchObject({ receiptsHit: 2, discountE6: "15000000", membersReached: 1 });
});

test("after it ran, a simulation shows what it really gave beside what it would have", async () => {
  const w = await world({ at });
  const made = await grocers(w, { limits: [budget] });
  await buys(w, 5_000_000n);
  await buys(w, 5_000_000n, w.bohdan);
  const spent = (await findSpent(w.deps, marketer(w.grocer), [made.id])).get(made.id);
  expect(spent).toMatchObject([{ limit: { most: "100" }, spent: "20" }]);
  w.clock.set(new Date("2026-03-11T12:00:00Z"));
  const wish = { campaignVersionId: made.id, days: 5, idempotencyKey: keyed() };
  const { id } = await simulateCampaign(w.deps, marketer(w.grocer), wish);
  const { figures } = await runSimulation(w.deps, { campaignSimulationId: id });
  expect(figures).toMatchObject({ points: "20", receiptsHit: 2, actual: { receiptsHit: 2, points: "20" } });
});

test("a simulation that died begins again with nothing counted; one that was ended stays so", async () => {
  const w = await world({ at: new Date("2026-03-09T12:00:00Z") });
  await buys(w, 5_000_000n);
  w.clock.set(at);
  const made = await draft(w, marketer(w.grocer), { limits: [budget] });
  const ask = () =>
    simulateCampaign(w.deps, marketer(w.grocer), { campaignVersionId: made.id, days: 3, idempotencyKey: keyed() });
  const { id } = await ask();
  await w.deps.db.campaignSimulation.update({ where: { id }, data: { state: "RUNNING", progressAt: at, attempt: 1 } });
  await w.deps.db.simulationCount.create({ data: { simulationId: id, name: "member left behind", value: 5n } });
  expect(await resumeSimulations(w.deps, systemActor)).toBe(0);
  w.clock.set(new Date(at.getTime() + 10 * 60_000));
  expect(await resumeSimulations(w.deps, systemActor)).toBe(1);
  const [again] = [...(await findSimulations(w.deps, marketer(w.grocer), [id])).values()];
  expect(again).toMatchObject({ state: "DONE", attempt: 2, figures: { points: "10", membersReached: 1 } });
  const other = await ask();
  await cancelSimulation(w.deps, marketer(w.grocer), { campaignSimulationId: other.id });
  expect(await runSimulation(w.deps, { campaignSimulationId: other.id })).toMatchObject({ state: "CANCELLED" });
  await expect(simulate(w.deps, other.id)).rejects.toThrow();
  const late = cancelSimulation(w.deps, marketer(w.grocer), { campaignSimulationId: id });
  await expect(late).rejects.toThrow(TransitionRefused);
});

test("a simulation that cannot be done says so to whoever asked", async () => {
  const w = await world({ at });
  const made = await draft(w, marketer(w.grocer));
  const wish = { campaignVersionId: made.id, days: 3, idempotencyKey: keyed() };
  const { id } = await simulateCampaign(w.deps, marketer(w.grocer), wish);
  await w.deps.db.campaignSimulation.update({ where: { id }, data: { definition: { name: { en: "Ten more" } } } });
  const bugs: unknown[] = [];
  const failed = await runSimulation({ ...w.deps, report: (bug) => bugs.push(bug) }, { campaignSimulationId: id });
  expect(failed).toMatchObject({ state: "FAILED", error: "ZodError" });
  expect(bugs).toHaveLength(1);
  expect(await w.deps.db.notice.count({ where: { kind: "SIMULATION_FAILED" } })).toBe(1);
});

test("nobody tries another's campaign, nor sees what trying it told", async () => {
  const w = await world({ at });
  const made = await grocers(w);
  const wish = { campaignVersionId: made.id, days: 3, idempotencyKey: keyed() };
  const { id } = await simulateCampaign(w.deps, marketer(w.grocer), wish);
  await expect(simulateCampaign(w.deps, marketer(w.grocer), { ...wish, days: 0 })).rejects.toThrow(InvalidValue);
  const strange = simulateCampaign(w.deps, marketer(w.fuel), { ...wish, idempotencyKey: keyed() });
  await expect(strange).rejects.toThrow(CampaignVersionNotFound);
  for (const actor of [marketer(w.fuel), w.ana.actor, w.grocer.till]) {
    expect((await findSimulations(w.deps, actor, [id])).size).toBe(0);
    expect((await findSimulationsOf(w.deps, actor, [made.id])).size).toBe(0);
    expect((await findCampaignVersions(w.deps, actor, [made.id])).size).toBe(0);
    expect((await findSpent(w.deps, actor, [made.id])).size).toBe(0);
  }
  const ended = cancelSimulation(w.deps, marketer(w.fuel), { campaignSimulationId: id });
  await expect(ended).rejects.toThrow(CampaignSimulationNotFound);
});
