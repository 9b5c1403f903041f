import { expect, test } from "vitest";
import { type Actor, systemActor } from "#api/kernel/actor.ts";
import { newId } from "#api/kernel/ids.ts";
import { ruleOf, runCampaign } from "#api/test/live-campaign.ts";
import { type World, world } from "#api/test/world.ts";
import { decideApproval } from "#api/use-cases/approvals/decide-approval.ts";
import { draftCampaign } from "#api/use-cases/campaigns/draft-campaign.ts";
import { submitCampaign } from "#api/use-cases/campaigns/submit-campaign.ts";
import { followReceipts } from "#api/use-cases/following/follow-receipts.ts";
import { setConsents } from "#api/use-cases/messages/consents.ts";
import {
  createMessageTemplate,
  editMessageTemplate,
  retireMessageTemplate,
} from "#api/use-cases/messages/manage-templates.ts";
import { listInbox } from "#api/use-cases/messages/read-inbox.ts";
import { MessageTemplateInUse } from "#api/use-cases/messages/refusals.ts";
import { mergeMembers } from "#api/use-cases/points/merge-members.ts";
import { recordPurchase } from "#api/use-cases/purchases/record-purchase.ts";
import { advanceJourneys } from "./advance-journeys.ts";
import { draftJourney, draftJourneyVersion, editJourneyDraft } from "./draft-journey.ts";
import { findJourneyCounts } from "./find-journeys.ts";
import { JourneyInPreparation, type JourneyInvalid, JourneyVersionNotFound } from "./refusals.ts";
import { submitJourney } from "./review-journey.ts";
import { pauseJourney, resumeJourney, stopJourney } from "./run-journey.ts";
import { startJourneys } from "./start-journeys.ts";

const manager = (w: World): Actor => ({
  kind: "partnerStaff",
  id: "usr_manager",
  partnerId: w.grocer.id,
  roles: ["MANAGER"],
});
const owner = (w: World): Actor => ({
  kind: "partnerStaff",
  id: "usr_owner",
  partnerId: w.grocer.id,
  roles: ["OWNER"],
});
const days = (n: number) => n * 24;
const words = (en: string) => ({ en, ru: `${en} (ru)`, be: `${en} (be)` });

let keys = 0;
const key = () => `journeys-test-${String(++keys).padStart(6, "0")}`;

/** A day of the story at noon, so that nothing falls into the night. */
function onDay(w: World, date: string): void {
  w.clock.set(new Date(`${date}T12:00:00Z`));
}

async function buy(w: World, partner: "grocer" | "fuel" = "grocer", member = w.ana): Promise<void> {
  const receipt = { totalE6: 20_000_000n, receiptNumber: key(), idempotencyKey: key() };
  await recordPurchase(w.deps, systemActor, { member: { memberId: member.id }, partnerId: w[partner].id, ...receipt });
  await followReceipts(w.deps, systemActor);
}

const template = (w: World, name: string, body = `${name} for {member}`) =>
  createMessageTemplate(w.deps, manager(w), {
    name,
    purpose: "OFFERS",
    text: { text: { title: words(name), body: words(body) } },
    idempotencyKey: key(),
  });

async function pool(w: World, code: string, count: number): Promise<void> {
  const id = newId("couponPool");
  const at = w.clock.now();
  const named = {
    id,
    code,
    partnerId: w.grocer.id,
    kind: "SINGLE_USE",
    state: "ACTIVE",
    name: words(code),
    terms: words(code),
    symbol: "gift",
  } as const;
  await w.deps.db.couponPool.create({
    data: { ...named, validFrom: at, partnerIds: [], createdBy: "system", createdAt: at },
  });
  const coupons = Array.from({ length: count }, (_, nth) => ({
    id: newId("coupon"),
    poolId: id,
    code: `${code}-${nth}`,
    createdAt: at,
  }));
  await w.deps.db.coupon.createMany({ data: coupons });
}

const agree = (w: World, member = w.ana) =>
  setConsents(w.deps, member.actor, {
    memberId: member.id,
    choices: [{ partnerId: w.grocer.id, purpose: "OFFERS", channel: "INBOX", granted: true }],
  });

/** A journey of Grocer's, agreed on by its owner. */
async function live(w: World, definition: object, name = "come-back"): Promise<string> {
  const draft = await draftJourney(w.deps, manager(w), {
    name,
    definition: { title: words(name), ...definition },
    idempotencyKey: key(),
  });
  return letIn(w, draft.id);
}

async function letIn(w: World, journeyVersionId: string): Promise<string> {
  await submitJourney(w.deps, manager(w), { journeyVersionId, note: "To be looked at" });
  const { id: approvalId } = await w.deps.db.approval.findFirstOrThrow({
    where: { subjectId: journeyVersionId, state: "WAITING" },
  });
  await decideApproval(w.deps, owner(w), { approvalId, decision: "APPROVE" });
  return journeyVersionId;
}

const tick = async (w: World) => {
  await startJourneys(w.deps, systemActor);
  return advanceJourneys(w.deps, systemActor);
};
const inbox = async (w: World, member = w.ana) =>
  (await listInbox(w.deps, member.actor, { memberId: member.id, first: 50, after: null })).rows
    .map(({ title, body }) => [title, body])
    .reverse();
const runs = (w: World) => w.deps.db.journeyRun.findMany({ orderBy: { id: "asc" } });
const counts = async (w: World, id: string) => (await findJourneyCounts(w.deps, manager(w), [id])).get(id);

const comeBack = {
  trigger: { on: "SILENCE", days: 60 },
  stopsOnPurchase: true,
  steps: [
    { kind: "MESSAGE", template: "we-miss-you" },
    { kind: "WAIT", hours: days(7) },
    { kind: "CONDITION", label: words("No purchase"), expression: 'visitsAt("GROCER", 7) == 0' },
    { kind: "COUPON", pool: "back" },
    { kind: "WAIT", hours: days(3) },
    { kind: "MESSAGE", template: "reminder", fill: { coupon: null } },
  ],
};

async function silentAna(): Promise<World & { journey: string }> {
  const w = await world({ at: new Date("2026-03-01T12:00:00Z") });
  await agree(w);
  await template(w, "we-miss-you");
  await template(w, "reminder", "Your code is {coupon}");
  await pool(w, "back", 10);
  const journey = await live(w, comeBack);
  await buy(w);
  return { ...w, journey };
}

test("M25 60 days silent -> message -> wait 7 days -> if no purchase: coupon -> wait 3 days -> reminder", async () => {
  const w = await silentAna();
  onDay(w, "2026-04-29");
  expect(await tick(w)).toBe(0);
  onDay(w, "2026-04-30");
  expect(await tick(w)).toBe(1);
  expect(await inbox(w)).toEqual([["we-miss-you", "we-miss-you for Ana"]]);
  onDay(w, "2026-05-06");
  expect(await tick(w)).toBe(0);
  onDay(w, "2026-05-07");
  // The wait is over, the condition holds, the coupon is hers.
  expect(await tick(w)).toBe(3);
  expect(await w.deps.db.coupon.count({ where: { memberId: w.ana.id } })).toBe(1);
  expect(await counts(w, w.journey)).toMatchObject({
    running: 1,
    steps: [
      { step: 0, done: 1 },
      { step: 1, done: 1 },
      { step: 2, done: 1 },
      { step: 3, done: 1 },
      { step: 4, waiting: 1 },
    ],
  });
  onDay(w, "2026-05-10");
  expect(await tick(w)).toBe(2);
  expect((await inbox(w)).at(-1)).toEqual(["reminder", "Your code is back-0"]);
  expect(await runs(w)).toMatchObject([{ state: "FINISHED", reason: null, dueAt: null }]);
  // The same silence begins nothing again.
  onDay(w, "2026-05-11");
  expect(await tick(w)).toBe(0);
});

test("M25 stops when the member buys, also when the receipt has not been followed yet", async () => {
  const w = await silentAna();
  onDay(w, "2026-04-30");
  await tick(w);
  onDay(w, "2026-05-02");
  await buy(w);
  expect(await runs(w)).toMatchObject([{ state: "STOPPED", reason: "BOUGHT" }]);
  onDay(w, "2026-05-07");
  expect(await tick(w)).toBe(0);
  expect(await inbox(w)).toHaveLength(1);

  // Sixty days later it begins anew; this time nobody has told the followers when the step is due.
  onDay(w, "2026-07-01");
  await tick(w);
  onDay(w, "2026-07-04");
  await recordPurchase(w.deps, w.grocer.till, {
    member: { memberId: w.ana.id },
    totalE6: 1_000_000n,
    receiptNumber: "late",
    idempotencyKey: key(),
  });
  onDay(w, "2026-07-09");
  expect(await tick(w)).toBe(0);
  expect((await runs(w)).map(({ state }) => state)).toEqual(["STOPPED", "STOPPED"]);
});

test("what somebody buys stops what they had begun before two memberships of theirs became one", async () => {
  const w = await silentAna();
  onDay(w, "2026-04-30");
  await tick(w);
  const pair = { fromMemberId: w.ana.id, intoMemberId: w.bohdan.id, reason: "One person, enrolled twice" };
  await mergeMembers(w.deps, w.operator, { ...pair, idempotencyKey: key() });
  onDay(w, "2026-05-02");
  await buy(w, "grocer", w.bohdan);
  onDay(w, "2026-05-07");
  await tick(w);
  expect(await w.deps.db.journeyRun.findMany({ where: { memberId: w.ana.id } })).toMatchObject([
    { state: "STOPPED", reason: "BOUGHT" },
  ]);
});

test("a purchase elsewhere stops no partner's journey", async () => {
  const w = await silentAna();
  onDay(w, "2026-04-30");
  await tick(w);
  onDay(w, "2026-05-02");
  await buy(w, "fuel");
  expect(await runs(w)).toMatchObject([{ state: "RUNNING" }]);
});

test("whoever dies between the steps goes on where it was: each is taken once", async () => {
  const w = await silentAna();
  onDay(w, "2026-04-30");
  await startJourneys(w.deps, systemActor);
  const reach = (point: string) => {
    if (point === "journeys: step done") throw new Error("died");
  };
  await expect(advanceJourneys({ ...w.deps, reach }, systemActor)).rejects.toThrow("died");
  expect(await advanceJourneys(w.deps, systemActor)).toBe(0);
  expect(await inbox(w)).toHaveLength(1);
  onDay(w, "2026-05-07");
  for (let death = 0; death < 3; death += 1)
    await expect(advanceJourneys({ ...w.deps, reach }, systemActor)).rejects.toThrow("died");
  expect(await advanceJourneys(w.deps, systemActor)).toBe(0);
  expect(await w.deps.db.coupon.count({ where: { memberId: w.ana.id } })).toBe(1);
});

test("points are given once, whoever dies after them, and Grocer pays", async () => {
  const w = await world({ at: new Date("2026-03-01T12:00:00Z") });
  await live(w, {
    trigger: { on: "FIRST_PURCHASE" },
    stopsOnPurchase: false,
    steps: [{ kind: "POINTS", points: "50" }],
  });
  await buy(w);
  const reach = (point: string) => {
    if (point === "journeys: points given") throw new Error("died");
  };
  await expect(advanceJourneys({ ...w.deps, reach }, systemActor)).rejects.toThrow("died");
  expect(await advanceJourneys(w.deps, systemActor)).toBe(1);
  const lots = await w.deps.db.lot.findMany({ where: { memberId: w.ana.id }, orderBy: { id: "asc" } });
  expect(lots.map(({ original, issuerId }) => [original, issuerId])).toEqual([
    [20n, w.grocer.id],
    [50n, w.grocer.id],
  ]);
});

test("only the first purchase begins, and nobody is on a journey twice", async () => {
  const w = await world({ at: new Date("2026-03-01T12:00:00Z") });
  await agree(w);
  await template(w, "welcome");
  await live(w, {
    trigger: { on: "FIRST_PURCHASE" },
    stopsOnPurchase: false,
    steps: [
      { kind: "WAIT", hours: 1 },
      { kind: "MESSAGE", template: "welcome" },
    ],
  });
  await buy(w, "fuel");
  expect(await runs(w)).toHaveLength(0);
  await buy(w);
  await buy(w);
  await followReceipts(w.deps, systemActor);
  expect(await runs(w)).toHaveLength(1);
});

test("who did not agree is led along without a word, and the step says so", async () => {
  const w = await world({ at: new Date("2026-03-01T12:00:00Z") });
  await template(w, "welcome");
  const id = await live(w, {
    trigger: { on: "FIRST_PURCHASE" },
    stopsOnPurchase: false,
    steps: [{ kind: "MESSAGE", template: "welcome" }],
  });
  await buy(w);
  await tick(w);
  expect(await inbox(w)).toEqual([]);
  expect(await counts(w, id)).toMatchObject({ finished: 1, steps: [{ step: 0, done: 0, notMet: 1 }] });
});

test("a condition that does not hold leads to a later step, or out", async () => {
  const w = await world({ at: new Date("2026-03-01T12:00:00Z") });
  const often = { kind: "CONDITION", label: words("Often"), expression: 'visitsAt("GROCER", 30) >= 5' };
  const steps = [
    { ...often, otherwise: 2 },
    { kind: "TAG", tag: "regular" },
    { kind: "TAG", tag: "Newcomer" },
    often,
    { kind: "TAG", tag: "never" },
  ];
  await live(w, { trigger: { on: "FIRST_PURCHASE" }, stopsOnPurchase: false, steps });
  await buy(w);
  await tick(w);
  expect(
    (await w.deps.db.memberTag.findMany({ where: { memberId: w.ana.id } })).map(({ tag, house }) => [tag, house]),
  ).toEqual([["newcomer", w.grocer.id]]);
  expect(await runs(w)).toMatchObject([{ state: "FINISHED", reason: "CONDITION" }]);
});

test("while it is paused nobody moves; stopped, everybody leaves", async () => {
  const w = await silentAna();
  onDay(w, "2026-04-30");
  await tick(w);
  await pauseJourney(w.deps, manager(w), { journeyVersionId: w.journey, reason: "The shop is shut" });
  onDay(w, "2026-05-07");
  expect(await tick(w)).toBe(0);
  await resumeJourney(w.deps, manager(w), { journeyVersionId: w.journey, reason: "Open again" });
  expect(await tick(w)).toBe(3);
  await stopJourney(w.deps, manager(w), { journeyVersionId: w.journey, reason: "Enough" });
  expect(await runs(w)).toMatchObject([{ state: "STOPPED", reason: "JOURNEY_STOPPED" }]);
});

test("whoever wrote a journey does not let it go, and another house's is not there", async () => {
  const w = await silentAna();
  const draft = await draftJourneyVersion(w.deps, manager(w), {
    journeyId: (await runsJourney(w)).id,
    idempotencyKey: key(),
  });
  await expect(
    draftJourneyVersion(w.deps, manager(w), { journeyId: draft.journeyId, idempotencyKey: key() }),
  ).rejects.toThrow(JourneyInPreparation);
  await editJourneyDraft(w.deps, owner(w), {
    journeyVersionId: draft.id,
    definition: { ...comeBack, title: words("Other") },
  });
  await submitJourney(w.deps, manager(w), { journeyVersionId: draft.id, note: "Please" });
  const { id: approvalId } = await w.deps.db.approval.findFirstOrThrow({ where: { subjectId: draft.id } });
  await expect(decideApproval(w.deps, owner(w), { approvalId, decision: "APPROVE" })).rejects.toMatchObject({
    code: "SECOND_PERSON_REQUIRED",
  });
  const stranger: Actor = { kind: "partnerStaff", id: "usr_fuel", partnerId: w.fuel.id, roles: ["OWNER"] };
  await expect(pauseJourney(w.deps, stranger, { journeyVersionId: draft.id, reason: "Mine now" })).rejects.toThrow(
    JourneyVersionNotFound,
  );
});

const runsJourney = (w: World) => w.deps.db.journey.findFirstOrThrow();

test("whoever asked for a yes to a journey is led back to it", async () => {
  const w = await silentAna();
  expect(await w.deps.db.notice.findMany({ where: { kind: "APPROVAL_DECIDED" } })).toMatchObject([
    { userId: "usr_manager", href: `/partner/journeys/${(await runsJourney(w)).id}` },
  ]);
});

test("a new version takes members in; who began with the old one ends with it", async () => {
  const w = await silentAna();
  onDay(w, "2026-04-30");
  await tick(w);
  const draft = await draftJourneyVersion(w.deps, manager(w), {
    journeyId: (await runsJourney(w)).id,
    idempotencyKey: key(),
  });
  await letIn(w, draft.id);
  onDay(w, "2026-05-07");
  expect(await tick(w)).toBe(3);
  expect(await runs(w)).toMatchObject([{ versionId: w.journey, step: 4 }]);
});

test("a journey is refused that nobody could be led along, each mistake with its place", async () => {
  const w = await world();
  await template(w, "reminder", "Your code is {coupon}");
  const problems = async (definition: object) => {
    const draft = draftJourney(w.deps, manager(w), {
      name: "x",
      definition: { title: words("x"), ...definition },
      idempotencyKey: key(),
    });
    const refused = await draft.then(
      () => [],
      (refusal: JourneyInvalid) => refusal.problems,
    );
    return refused.map(({ path, code }) => [path, code]);
  };
  const first = { trigger: { on: "FIRST_PURCHASE" } };
  expect(await problems({ ...first, steps: [{ kind: "MESSAGE", template: "none" }] })).toEqual([
    ["steps.0.template", "UNKNOWN_TEMPLATE"],
  ]);
  expect(await problems({ ...first, steps: [{ kind: "MESSAGE", template: "reminder" }] })).toEqual([
    ["steps.0.fill", "VARIABLE_UNFILLED"],
  ]);
  expect(
    await problems({ ...first, steps: [{ kind: "MESSAGE", template: "reminder", fill: { coupon: null } }] }),
  ).toEqual([["steps.0.fill", "NO_COUPON"]]);
  expect(await problems({ ...first, steps: [{ kind: "COUPON", pool: "none" }] })).toEqual([
    ["steps.0.pool", "UNKNOWN_POOL"],
  ]);
  const condition = (expression: string, otherwise: number | null = null) => ({
    kind: "CONDITION",
    label: words("x"),
    expression,
    otherwise,
  });
  expect(await problems({ ...first, steps: [condition("member.shoeSize > 40")] })).toEqual([
    ["steps.0.expression", "UNKNOWN_FACT"],
  ]);
  expect(await problems({ ...first, steps: [condition('visitsAt("FUEL", 30) > 1')] })).toEqual([
    ["steps.0.expression", "NOT_YOURS_TO_READ"],
  ]);
  expect(await problems({ ...first, steps: [condition("true", 0)] })).toEqual([["steps.0.otherwise", "SHAPE_CUSTOM"]]);
  expect(
    await problems({ trigger: { on: "SEGMENT_ENTERED", segment: "none" }, steps: [{ kind: "TAG", tag: "x" }] }),
  ).toEqual([["trigger.segment", "UNKNOWN_SEGMENT"]]);
});

test("a template keeps the variables that a running journey fills", async () => {
  const w = await silentAna();
  const found = await w.deps.db.messageTemplate.findFirstOrThrow({ where: { name: "reminder" } });
  const edit = (body: string) =>
    editMessageTemplate(w.deps, manager(w), {
      messageTemplateId: found.id,
      text: { text: { title: words("x"), body: words(body) } },
    });
  await expect(edit("No code here")).rejects.toThrow(MessageTemplateInUse);
  await expect(edit("{coupon} and {days}")).rejects.toThrow(MessageTemplateInUse);
  await expect(
    retireMessageTemplate(w.deps, manager(w), { messageTemplateId: found.id, reason: "Old" }),
  ).rejects.toThrow(MessageTemplateInUse);
  expect(await edit("Still {coupon}")).toMatchObject({ revision: 2 });
});

test("a journey whose template lost a variable all the same ends for the member, and is reported", async () => {
  const w = await silentAna();
  onDay(w, "2026-04-30");
  await tick(w);
  await w.deps.db.messageTemplate.updateMany({
    where: { name: "reminder" },
    data: { text: { text: { title: words("x"), body: words("No code") } } },
  });
  onDay(w, "2026-05-07");
  await tick(w);
  onDay(w, "2026-05-10");
  const reported: unknown[] = [];
  await advanceJourneys({ ...w.deps, report: (bug) => void reported.push(String(bug)) }, systemActor);
  expect(await runs(w)).toMatchObject([{ state: "FAILED", reason: "STEP_BROKEN" }]);
  expect(reported.join()).toContain("coupon");
  expect(await inbox(w)).toHaveLength(1);
});

test("a campaign's receipt sends its message and begins its journey, once each, however often it is told", async () => {
  const w = await world({ at: new Date("2026-03-01T12:00:00Z") });
  await agree(w);
  await template(w, "thanks", "{points} points for {amount} at {partner}");
  await template(w, "later");
  await live(w, {
    trigger: { on: "CAMPAIGN" },
    stopsOnPurchase: false,
    steps: [{ kind: "MESSAGE", template: "later" }],
  });
  const effects = [
    { kind: "message" as const, template: "thanks" },
    { kind: "startJourney" as const, journey: "come-back" },
  ];
  await runCampaign(w, w.grocer, { rules: [{ label: { en: "Thanks" }, effects }] });
  await buy(w);
  await w.deps.db.followedReceipts.deleteMany();
  await followReceipts(w.deps, systemActor);
  await tick(w);
  expect(await inbox(w)).toEqual([
    ["thanks", "20 points for 20.00 at Grocer"],
    ["later", "later for Ana"],
  ]);
});

test("a campaign is not submitted that sends what is not there, or begins what is not live", async () => {
  const w = await world();
  await template(w, "with-code", "{coupon}");
  const submit = async (effect: Parameters<typeof ruleOf>[0]) => {
    const definition = { name: { en: "Letters" }, startsAt: "2026-03-11T00:00:00Z", rules: [ruleOf(effect)] };
    const { id } = await draftCampaign(w.deps, manager(w), { definition, idempotencyKey: key() });
    return submitCampaign(w.deps, manager(w), { campaignVersionId: id, note: "Please" });
  };
  const refused = (path: string, code: string) => ({ problems: [{ path: `rules.0.effects.0.${path}`, code }] });
  await expect(submit({ kind: "message", template: "none" })).rejects.toMatchObject(
    refused("template", "UNKNOWN_TEMPLATE"),
  );
  await expect(submit({ kind: "message", template: "with-code" })).rejects.toMatchObject(
    refused("template", "VARIABLE_UNFILLED"),
  );
  await expect(submit({ kind: "startJourney", journey: "none" })).rejects.toMatchObject(
    refused("journey", "UNKNOWN_JOURNEY"),
  );
});
