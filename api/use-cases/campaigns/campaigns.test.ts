import { expect, test } from "vitest";
import { Forbidden } from "#api/kernel/access.ts";
import { type Actor, systemActor } from "#api/kernel/actor.ts";
import { newId } from "#api/kernel/ids.ts";
import { at, budget, type Definition, definition, keyed, marketer, reviewer } from "#api/test/campaigns.ts";
import { type World, world } from "#api/test/world.ts";
import { decideApproval } from "#api/use-cases/approvals/decide-approval.ts";
import { listApprovals } from "#api/use-cases/approvals/list-approvals.ts";
import { ApprovalDecided, ApprovalNotFound } from "#api/use-cases/approvals/refusals.ts";
import { advanceCampaigns } from "#api/use-cases/campaigns/advance-campaigns.ts";
import {
  discardCampaignDraft,
  draftCampaign,
  draftCampaignVersion,
  duplicateCampaign,
  editCampaignDraft,
} from "#api/use-cases/campaigns/draft-campaign.ts";
import {
  findCampaignSteps,
  findCampaignVersions,
  findReviews,
  listCampaigns,
} from "#api/use-cases/campaigns/find-campaigns.ts";
import type { VersionOfCampaign } from "#api/use-cases/campaigns/houses.ts";
import { joinCampaign, leaveCampaign } from "#api/use-cases/campaigns/join-campaign.ts";
import { setCampaignPolicy } from "#api/use-cases/campaigns/policy.ts";
import {
  CampaignBudgetRequired,
  CampaignInPreparation,
  CampaignInvalid,
  CampaignNotFound,
  CampaignVersionNotFound,
  PausedByAnotherHouse,
} from "#api/use-cases/campaigns/refusals.ts";
import { endCampaign, pauseCampaign, resumeCampaign } from "#api/use-cases/campaigns/run-campaign.ts";
import { submitCampaign, withdrawCampaign } from "#api/use-cases/campaigns/submit-campaign.ts";
import { SecondPersonRequired } from "#api/use-cases/cycles/refusals.ts";
import { TransitionRefused } from "#api/use-cases/machine.ts";
import { InvalidValue } from "#api/use-cases/partners/refusals.ts";

const first = { first: 10, after: null };
const draft = (w: World, actor: Actor, wish: Partial<Definition> = {}) =>
  draftCampaign(w.deps, actor, { definition: { ...definition, ...wish }, idempotencyKey: keyed() });
const submit = (w: World, actor: Actor, { id }: VersionOfCampaign) =>
  submitCampaign(w.deps, actor, { campaignVersionId: id, note: "For spring" });
const waiting = async (w: World, actor: Actor) =>
  (await listApprovals(w.deps, actor, { ...first, state: "WAITING" })).rows;
const decide = async (w: World, actor: Actor, decision: "APPROVE" | "REFUSE" = "APPROVE", note = "Seen") => {
  const [asked] = await waiting(w, actor);
  return decideApproval(w.deps, actor, { approvalId: asked?.id ?? "", decision, note });
};
const stateOf = async (w: World, { id }: VersionOfCampaign) =>
  (await w.deps.db.campaignVersion.findUniqueOrThrow({ where: { id } })).state;
const tick = (w: World) => advanceCampaigns(w.deps, systemActor);

/** Grocer's own campaign, agreed on and begun. */
async function live(w: World, wish: Partial<Definition> = {}): Promise<VersionOfCampaign> {
  const made = await draft(w, marketer(w.grocer), wish);
  await submit(w, marketer(w.grocer), made);
  await decide(w, reviewer(w.grocer));
  await tick(w);
  return made;
}

const said = ({ id }: VersionOfCampaign, reason = "The shelf is empty") => ({ campaignVersionId: id, reason });

test("a partner's campaign is drafted, edited, agreed on by another of its people, and runs by the clock", async () => {
  const w = await world({ at });
  const made = await draft(w, marketer(w.grocer), {
    startsAt: "2026-03-11T00:00:00.000Z",
    endsAt: "2026-03-12T00:00:00.000Z",
  });
  expect(made).toMatchObject({ version: 1, state: "DRAFT", campaign: { partnerId: w.grocer.id } });
  await editCampaignDraft(w.deps, marketer(w.grocer), {
    campaignVersionId: made.id,
    definition: { ...(made.definition as object), name: { en: "Spring" } },
  });
  await submit(w, marketer(w.grocer), made);
  await decide(w, reviewer(w.grocer));
  expect(await stateOf(w, made)).toBe("SCHEDULED");
  expect(await tick(w)).toBe(0);
  w.clock.set(new Date("2026-03-11T00:00:00Z"));
  expect(await tick(w)).toBe(1);
  expect(await stateOf(w, made)).toBe("LIVE");
  w.clock.set(new Date("2026-03-12T00:00:00Z"));
  expect(await tick(w)).toBe(1);
  const steps = (await findCampaignSteps(w.deps, marketer(w.grocer), [made.id])).get(made.id) ?? [];
  expect(steps.map(({ to }) => to)).toEqual(["DRAFT", "IN_REVIEW", "SCHEDULED", "LIVE", "ENDED"]);
  expect(steps.map(({ reason }) => reason)).toEqual([null, "For spring", "Seen", null, null]);
});

test("nobody agrees to what they wrote, in whatever role, nor to what they submitted", async () => {
  const w = await world({ at });
  const both = marketer(w.grocer, "OWNER", "FINANCE");
  const made = await draft(w, both);
  await submit(w, reviewer(w.grocer, "MANAGER"), made);
  await expect(decide(w, reviewer(w.grocer, "FINANCE"))).rejects.toThrow(SecondPersonRequired);
  await expect(decide(w, both)).rejects.toThrow(SecondPersonRequired);
  expect(await stateOf(w, made)).toBe("IN_REVIEW");
  expect(await waiting(w, both)).toHaveLength(1);
});

test("a no needs a note, and brings the draft back with it", async () => {
  const w = await world({ at });
  const made = await draft(w, marketer(w.grocer));
  await submit(w, marketer(w.grocer), made);
  await expect(decide(w, reviewer(w.grocer), "REFUSE", " ")).rejects.toThrow(InvalidValue);
  await decide(w, reviewer(w.grocer), "REFUSE", "Too generous");
  expect(await stateOf(w, made)).toBe("DRAFT");
  const steps = (await findCampaignSteps(w.deps, marketer(w.grocer), [made.id])).get(made.id) ?? [];
  expect(steps.at(-1)).toMatchObject({ from: "IN_REVIEW", to: "DRAFT", reason: "Too generous" });
  await submit(w, marketer(w.grocer), made);
  expect(await waiting(w, reviewer(w.grocer))).toHaveLength(1);
});

test("whoever pays a share by name has to agree too, and one no is enough", async () => {
  const w = await world({ at });
  const shared = {
    funding: [
      { funder: "ISSUER", bps: 6000 },
      { funder: w.fuel.id, bps: 3000 },
      { funder: "OPERATOR", bps: 1000 },
    ],
    limits: [budget],
  };
  const made = await draft(w, marketer(w.grocer), shared);
  await submit(w, marketer(w.grocer), made);
  await decide(w, reviewer(w.grocer));
  await decide(w, reviewer(w.fuel));
  expect(await stateOf(w, made)).toBe("IN_REVIEW");
  await decide(w, w.operator, "REFUSE", "No money for it");
  expect(await stateOf(w, made)).toBe("DRAFT");
  await submit(w, marketer(w.grocer), made);
  await decide(w, reviewer(w.fuel), "REFUSE", "Nor we");
  expect(await waiting(w, w.operator)).toEqual([]);
  const reviews = (await findReviews(w.deps, w.operator, [made.id])).get(made.id) ?? [];
  expect(reviews).toEqual([]);
  await submit(w, marketer(w.grocer), made);
  for (const house of [reviewer(w.fuel), w.operator, reviewer(w.grocer)]) await decide(w, house);
  expect(await stateOf(w, made)).toBe("SCHEDULED");
});

test("a yes that comes after the draft was taken back does nothing", async () => {
  const w = await world({ at });
  const made = await draft(w, marketer(w.grocer));
  await submit(w, marketer(w.grocer), made);
  const [asked] = await waiting(w, reviewer(w.grocer));
  await withdrawCampaign(w.deps, marketer(w.grocer), said(made, "One more thing"));
  const late = decideApproval(w.deps, reviewer(w.grocer), { approvalId: asked?.id ?? "", decision: "APPROVE" });
  await expect(late).rejects.toThrow(new ApprovalDecided("WITHDRAWN"));
  expect(await stateOf(w, made)).toBe("DRAFT");
});

test("a live campaign is never edited: another version takes its place when that starts", async () => {
  const w = await world({ at });
  const running = await live(w);
  const edit = { campaignVersionId: running.id, definition };
  await expect(editCampaignDraft(w.deps, marketer(w.grocer), edit)).rejects.toThrow(TransitionRefused);
  const rewrite = w.deps.db.campaignVersion.update({ where: { id: running.id }, data: { definition: {} } });
  await expect(rewrite).rejects.toThrow("only a draft");
  const { campaignId } = running;
  const next = await draftCampaignVersion(w.deps, marketer(w.grocer), { campaignId, idempotencyKey: keyed() });
  expect(next).toMatchObject({ version: 2, state: "DRAFT", definition: running.definition });
  const again = draftCampaignVersion(w.deps, marketer(w.grocer), { campaignId, idempotencyKey: keyed() });
  await expect(again).rejects.toThrow(new CampaignInPreparation(next.id));
  await submit(w, marketer(w.grocer), next);
  await decide(w, reviewer(w.grocer));
  expect(await stateOf(w, running)).toBe("LIVE");
  await tick(w);
  expect([await stateOf(w, running), await stateOf(w, next)]).toEqual(["ENDED", "LIVE"]);
});

test("what takes the place of a paused campaign is paused too", async () => {
  const w = await world({ at });
  const running = await live(w);
  const next = await draftCampaignVersion(w.deps, marketer(w.grocer), {
    campaignId: running.campaignId,
    idempotencyKey: keyed(),
  });
  await submit(w, marketer(w.grocer), next);
  await decide(w, reviewer(w.grocer));
  await pauseCampaign(w.deps, marketer(w.grocer), said(running));
  await tick(w);
  expect([await stateOf(w, running), await stateOf(w, next)]).toEqual(["ENDED", "PAUSED"]);
});

test("whoever pays or answers for it pauses it, and only they or the operator let it go on", async () => {
  const w = await world({ at });
  const running = await live(w);
  expect(await pauseCampaign(w.deps, w.operator, said(running))).toMatchObject({ state: "PAUSED" });
  await pauseCampaign(w.deps, marketer(w.grocer), said(running));
  await expect(resumeCampaign(w.deps, marketer(w.grocer), said(running))).rejects.toThrow(PausedByAnotherHouse);
  await resumeCampaign(w.deps, w.operator, said(running));
  await pauseCampaign(w.deps, marketer(w.grocer), said(running));
  expect(await resumeCampaign(w.deps, marketer(w.grocer), said(running))).toMatchObject({
    state: "LIVE",
    pausedBy: null,
  });
  await expect(pauseCampaign(w.deps, marketer(w.fuel), said(running))).rejects.toThrow(CampaignVersionNotFound);
  await endCampaign(w.deps, marketer(w.grocer), said(running));
  await expect(resumeCampaign(w.deps, marketer(w.grocer), said(running))).rejects.toThrow(TransitionRefused);
});

test("what cannot be run is refused when it is saved, with where it is wrong", async () => {
  const w = await world({ at });
  const problemsOf = async (wish: Partial<Definition>) => {
    const refused = await draft(w, marketer(w.grocer), wish).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(CampaignInvalid);
    return refused instanceof CampaignInvalid ? refused.problems : [];
  };
  const rule = { label: { en: "Ten points" }, effects: definition.rules.flatMap(({ effects }) => effects) };
  const conditions = [{ label: { en: "Weather" }, expression: "true &&\n  weather == 'rain'" }];
  expect(await problemsOf({ rules: [{ ...rule, conditions }] })).toMatchObject([
    { path: "rules.0.conditions.0.expression", line: 2, column: 3 },
  ]);
  expect(
    await problemsOf({
      funding: [
        { funder: "ISSUER", bps: 6000 },
        { funder: "OPERATOR", bps: 3000 },
      ],
    }),
  ).toMatchObject([{ path: "funding", message: "The shares sum to 100 %." }]);
  const stranger = [
    { funder: "ISSUER", bps: 6000 },
    { funder: newId("partner"), bps: 4000 },
  ];
  expect(await problemsOf({ funding: stranger })).toMatchObject([{ path: "funding.1.funder", code: "UNKNOWN_FUNDER" }]);
});

test("no campaign without a budget where the house asks for one, or others pay", async () => {
  const w = await world({ at });
  const made = await draft(w, marketer(w.grocer));
  await setCampaignPolicy(w.deps, w.grocer.finance, { budgetRequired: true, reason: "Careful" });
  await expect(submit(w, marketer(w.grocer), made)).rejects.toThrow(new CampaignBudgetRequired("OWN_RULE"));
  const perDay = { ...budget, period: "DAY" as const };
  const shared = await draft(w, marketer(w.fuel), { funding: [{ funder: "OPERATOR", bps: 10_000 }], limits: [perDay] });
  await expect(submit(w, marketer(w.fuel), shared)).rejects.toThrow(new CampaignBudgetRequired("OTHERS_PAY"));
  await editCampaignDraft(w.deps, marketer(w.grocer), {
    campaignVersionId: made.id,
    definition: { ...definition, limits: [budget] },
  });
  expect(await submit(w, marketer(w.grocer), made)).toMatchObject({ state: "IN_REVIEW" });
});

test("drafts are their house's alone, and what is not submitted no funder sees", async () => {
  const w = await world({ at });
  const named = {
    funding: [
      { funder: "ISSUER", bps: 5000 },
      { funder: w.fuel.id, bps: 5000 },
    ],
    limits: [budget],
  };
  const made = await draft(w, marketer(w.grocer), named);
  const sees = async (actor: Actor) => (await findCampaignVersions(w.deps, actor, [made.id])).has(made.id);
  const others = [w.operator, marketer(w.fuel), marketer(w.pharmacy), w.ana.actor, w.grocer.till];
  for (const actor of others) expect(await sees(actor)).toBe(false);
  await submit(w, marketer(w.grocer), made);
  expect(await Promise.all(others.map(sees))).toEqual([true, true, false, false, false]);
  const asked = (await waiting(w, reviewer(w.grocer)))[0]?.id ?? "";
  const strange = decideApproval(w.deps, reviewer(w.fuel), { approvalId: asked, decision: "APPROVE" });
  await expect(strange).rejects.toThrow(ApprovalNotFound);
  expect((await listCampaigns(w.deps, marketer(w.fuel), first)).rows).toHaveLength(1);
  expect((await listCampaigns(w.deps, marketer(w.pharmacy), first)).rows).toEqual([]);
  const cashier: Actor = { ...marketer(w.grocer), roles: ["CASHIER"] } as Actor;
  await expect(listCampaigns(w.deps, cashier, first)).rejects.toThrow(Forbidden);
  for (const deed of [discardCampaignDraft, withdrawCampaign])
    await expect(deed(w.deps, marketer(w.fuel), said(made))).rejects.toThrow(CampaignVersionNotFound);
  const { campaignId } = made;
  const taken = draftCampaignVersion(w.deps, marketer(w.fuel), { campaignId, idempotencyKey: keyed() });
  await expect(taken).rejects.toThrow(CampaignNotFound);
});

test("a coalition-wide campaign that tills' partners pay runs where they joined, until they leave", async () => {
  const w = await world({ at });
  const made = await draft(w, w.operator, { limits: [budget] });
  await submit(w, w.operator, made);
  await expect(joinCampaign(w.deps, w.fuel.finance, { campaignVersionId: made.id })).rejects.toThrow(
    CampaignVersionNotFound,
  );
  await decide(w, { ...w.operator, id: "usr_SECOND" } as Actor);
  await tick(w);
  await joinCampaign(w.deps, w.fuel.finance, { campaignVersionId: made.id });
  await joinCampaign(w.deps, w.fuel.finance, { campaignVersionId: made.id });
  await leaveCampaign(w.deps, w.fuel.finance, { campaignVersionId: made.id });
  const audited = await w.deps.db.auditEvent.findMany({ where: { objectId: made.id, partnerId: w.fuel.id } });
  expect(audited.map(({ action }) => action)).toEqual(["joinCampaign", "leaveCampaign"]);
  await endCampaign(w.deps, w.operator, said(made));
  await expect(joinCampaign(w.deps, w.fuel.finance, { campaignVersionId: made.id })).rejects.toThrow(TransitionRefused);
});

test("a retried request is one campaign; a duplicate is another, with nothing agreed", async () => {
  const w = await world({ at });
  const input = { definition, idempotencyKey: keyed() };
  const one = await draftCampaign(w.deps, marketer(w.grocer), input);
  expect((await draftCampaign(w.deps, marketer(w.grocer), input)).id).toBe(one.id);
  const running = await live(w);
  const again = { campaignVersionId: running.id, idempotencyKey: keyed() };
  const copy = await duplicateCampaign(w.deps, marketer(w.grocer), again);
  expect(copy).toMatchObject({ version: 1, state: "DRAFT", definition: running.definition });
  expect(copy.campaignId).not.toBe(running.campaignId);
  await expect(duplicateCampaign(w.deps, marketer(w.fuel), again)).rejects.toThrow(CampaignVersionNotFound);
  await discardCampaignDraft(w.deps, marketer(w.grocer), said(copy));
  expect(await stateOf(w, copy)).toBe("ENDED");
});
