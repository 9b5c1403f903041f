import { builder } from "#api/graph/builder.ts";
import { CampaignWords, described, usually } from "#api/graph/campaign-rules.ts";
import { connectionOf } from "#api/graph/connection.ts";
import { byId } from "#api/graph/loaders.ts";
import { Member, members } from "#api/graph/member.ts";
import { Partner, partners } from "#api/graph/partner.ts";
import { Step } from "#api/graph/step.ts";
import type { Journey as JourneyRow, JourneyRun as RunRow } from "#api/sql/rows.ts";
import { partnerIdOf } from "#api/use-cases/campaigns/houses.ts";
import {
  type JourneyDefinition as DefinitionRow,
  type JourneyStep as StepRow,
  storedJourney,
  type Trigger,
} from "#api/use-cases/journeys/definition.ts";
import {
  type JourneyCounts as CountsRow,
  findJourneyCounts,
  findJourneySteps,
  findJourneys,
  findJourneyVersions,
  findVersionsOf,
  findWaitingReviews,
  listJourneyRuns,
  listJourneys,
  type StepCounts as StepCountsRow,
} from "#api/use-cases/journeys/find-journeys.ts";
import type { VersionOfJourney } from "#api/use-cases/journeys/lock-version.ts";
import { journeyStates, runStates } from "#api/use-cases/journeys/states.ts";

const journeys = byId(findJourneys);
const journeyVersions = byId(findJourneyVersions);
const versionsOf = byId(findVersionsOf);
const countsOf = byId(findJourneyCounts);
const stepsOf = byId(findJourneySteps);
const reviewsOf = byId(findWaitingReviews);

export const JourneyState = builder.enumType("JourneyState", {
  description: "Where a version of a journey stands.",
  values: described(journeyStates),
});
const JourneyRunState = builder.enumType("JourneyRunState", {
  description: "How far a member is on a journey.",
  values: described(runStates),
});

export const JourneyTriggerKind = builder.enumType("JourneyTriggerKind", {
  description: "What makes a member begin a journey.",
  values: described({
    SILENCE: "Nothing bought for so many days.",
    SEGMENT_ENTERED: "The member came into a segment.",
    SEGMENT_LEFT: "The member left a segment.",
    FIRST_PURCHASE: "The first purchase.",
    TIER_CHANGED: "The member's tier changed.",
    BIRTHDAY: "The birthday, or so many days before it.",
    CAMPAIGN: "A campaign's rule names the journey.",
  } satisfies Record<Trigger["on"], string>),
});
export const JourneyStepKind = builder.enumType("JourneyStepKind", {
  description: "What happens in a step of a journey.",
  values: described({
    WAIT: "Nothing, for a while.",
    CONDITION: "Only whom it holds of goes on.",
    MESSAGE: "A template is sent.",
    COUPON: "A coupon of a pool is given.",
    POINTS: "Points are given; the house pays.",
    TAG: "The member gets a tag of the house.",
  } satisfies Record<StepRow["kind"], string>),
});

const JourneyTrigger = builder.objectRef<Trigger>("JourneyTrigger").implement({
  description: "What makes a member begin. Fields that its kind does not have are null.",
  fields: (t) => ({
    on: t.field({ type: JourneyTriggerKind, description: "On what.", resolve: ({ on }) => on }),
    days: t.int({
      nullable: true,
      description: "SILENCE: for how many days.",
      resolve: (one) => (one.on === "SILENCE" ? one.days : null),
    }),
    segment: t.string({
      nullable: true,
      description: "Which segment of the house.",
      resolve: (one) => ("segment" in one ? one.segment : null),
    }),
    tier: t.string({
      nullable: true,
      description: "TIER_CHANGED: to which; null: to any.",
      resolve: (one) => (one.on === "TIER_CHANGED" ? one.tier : null),
    }),
    daysBefore: t.int({
      nullable: true,
      description: "BIRTHDAY: so many days before it.",
      resolve: (one) => (one.on === "BIRTHDAY" ? one.daysBefore : null),
    }),
  }),
});

type Fill = { name: string; value: string | null };
const JourneyFill = builder.objectRef<Fill>("JourneyFill").implement({
  description: "What a variable of a template is filled with.",
  fields: (t) => ({
    name: t.exposeString("name", { description: "Which variable." }),
    value: t.exposeString("value", {
      nullable: true,
      description: "With what. Null: the code of the coupon that a step before gave.",
    }),
  }),
});

const JourneyStep = builder.objectRef<StepRow>("JourneyStep").implement({
  description: "A step of a journey. Fields that its kind does not have are null.",
  fields: (t) => ({
    kind: t.field({ type: JourneyStepKind, description: "What happens.", resolve: ({ kind }) => kind }),
    hours: t.int({
      nullable: true,
      description: "WAIT: how long.",
      resolve: (one) => (one.kind === "WAIT" ? one.hours : null),
    }),
    label: t.field({
      type: CampaignWords,
      nullable: true,
      description: "CONDITION: in words.",
      resolve: (one) => (one.kind === "CONDITION" ? one.label : null),
    }),
    expression: t.string({
      nullable: true,
      description: "CONDITION: CEL over facts about members.",
      resolve: (one) => (one.kind === "CONDITION" ? one.expression : null),
    }),
    otherwise: t.int({
      nullable: true,
      description: "CONDITION: the later step, from 0, for whom it does not hold of. Null: they leave.",
      resolve: (one) => (one.kind === "CONDITION" ? one.otherwise : null),
    }),
    template: t.string({
      nullable: true,
      description: "MESSAGE: which.",
      resolve: (one) => (one.kind === "MESSAGE" ? one.template : null),
    }),
    fill: t.field({
      ...usually(1),
      type: [JourneyFill],
      description: "MESSAGE: what its variables are filled with; bounded by the template.",
      resolve: (one): Fill[] =>
        one.kind === "MESSAGE" ? Object.entries(one.fill).map(([name, value]) => ({ name, value })) : [],
    }),
    pool: t.string({
      nullable: true,
      description: "COUPON: of which pool.",
      resolve: (one) => (one.kind === "COUPON" ? one.pool : null),
    }),
    points: t.field({
      type: "Points",
      nullable: true,
      description: "POINTS: how many.",
      resolve: (one) => (one.kind === "POINTS" ? BigInt(one.points) : null),
    }),
    tag: t.string({
      nullable: true,
      description: "TAG: which.",
      resolve: (one) => (one.kind === "TAG" ? one.tag : null),
    }),
  }),
});

const JourneyDefinition = builder.objectRef<DefinitionRow>("JourneyDefinition").implement({
  description: "Everything an author wrote about a journey.",
  fields: (t) => ({
    title: t.expose("title", { type: CampaignWords, description: "What it is called." }),
    trigger: t.expose("trigger", { type: JourneyTrigger, description: "What makes a member begin." }),
    stopsOnPurchase: t.exposeBoolean("stopsOnPurchase", { description: "Does whoever buys leave it?" }),
    steps: t.field({
      ...usually(6),
      type: [JourneyStep],
      description: "In order; at most thirty.",
      resolve: ({ steps }) => steps,
    }),
  }),
});

const JourneyStepCounts = builder.objectRef<StepCountsRow>("JourneyStepCounts").implement({
  description: "How many members did what at one step.",
  fields: (t) => ({
    step: t.exposeInt("step", { description: "Which, from 0." }),
    waiting: t.exposeInt("waiting", { description: "Stand before it, or wait in it." }),
    done: t.exposeInt("done", { description: "It was done for." }),
    notMet: t.exposeInt("notMet", { description: "The condition did not hold of, or could not be served." }),
  }),
});
const JourneyCounts = builder.objectRef<CountsRow>("JourneyCounts").implement({
  description: "How many members are how far.",
  fields: (t) => ({
    running: t.exposeInt("running", { description: "On their way." }),
    finished: t.exposeInt("finished", { description: "Went to the end." }),
    stopped: t.exposeInt("stopped", { description: "Left before: bought, or the journey was stopped." }),
    failed: t.exposeInt("failed", { description: "Met a step that could not be done." }),
    steps: t.field({
      ...usually(6),
      type: [JourneyStepCounts],
      description: "Step by step, where anybody was; at most thirty.",
      resolve: ({ steps }) => steps,
    }),
  }),
});

const JourneyRun = builder.objectRef<RunRow>("JourneyRun").implement({
  description: "One member on one journey.",
  fields: (t) => ({
    id: t.exposeID("id", { description: "Its own id." }),
    member: t.field({
      type: Member,
      nullable: true,
      description: "Who. Null when the viewer may not see the member.",
      resolve: ({ memberId }, _args, context) => members.find(context, memberId),
    }),
    state: t.expose("state", { type: JourneyRunState, description: "How far." }),
    step: t.exposeInt("step", { description: "The step that comes next, from 0." }),
    dueAt: t.expose("dueAt", { type: "DateTime", nullable: true, description: "When it comes. Null when it is over." }),
    enteredAt: t.expose("enteredAt", { type: "DateTime", description: "When it began." }),
    endedAt: t.expose("endedAt", { type: "DateTime", nullable: true, description: "Null while it goes on." }),
    reason: t.exposeString("reason", {
      nullable: true,
      description:
        "Why it ended: BOUGHT, CONDITION, JOURNEY_STOPPED, STEP_BROKEN. Null: it went to the end, or goes on.",
    }),
  }),
});
const runPages = connectionOf("JourneyRun", JourneyRun, ({ id }) => id);

export const Journey = builder.objectRef<JourneyRow>("Journey");
export const JourneyVersion = builder.objectRef<VersionOfJourney>("JourneyVersion");

builder.node(Journey, {
  description: "A chain of messages, gifts and waits that members go through, through all its versions.",
  id: { resolve: ({ id }) => id, description: "Opaque, global, permanent." },
  loadMany: (ids, context) => journeys.findMany(context, ids),
  fields: (t) => ({
    name: t.exposeString("name", { description: "As campaigns name it." }),
    partner: t.field({
      type: Partner,
      nullable: true,
      description: "Whose it is. Null: the coalition's.",
      resolve: ({ house }, _args, context) => partners.find(context, partnerIdOf(house)),
    }),
    createdAt: t.expose("createdAt", { type: "DateTime", description: "When it was first drafted." }),
    versions: t.field({
      ...usually(2),
      type: [JourneyVersion],
      description: "As far as the viewer may see them, newest first; bounded by how often people change their minds.",
      resolve: async ({ id }, _args, context) => (await versionsOf.find(context, id)) ?? [],
    }),
    running: t.field({
      type: JourneyVersion,
      nullable: true,
      description: "The one that is live or paused. Null when none is.",
      resolve: async ({ id }, _args, context) =>
        ((await versionsOf.find(context, id)) ?? []).find(({ state }) => state === "LIVE" || state === "PAUSED") ??
        null,
    }),
    latest: t.field({
      type: JourneyVersion,
      nullable: true,
      description: "The newest one that the viewer may see.",
      resolve: async ({ id }, _args, context) => (await versionsOf.find(context, id))?.[0] ?? null,
    }),
  }),
});

builder.node(JourneyVersion, {
  description: "A journey as it was, or is to be, reviewed. Whoever began with it ends with it.",
  id: { resolve: ({ id }) => id, description: "Opaque, global, permanent." },
  loadMany: (ids, context) => journeyVersions.findMany(context, ids),
  fields: (t) => ({
    journey: t.expose("journey", { type: Journey, description: "Of which journey." }),
    version: t.exposeInt("version", { description: "1, 2, 3 … within the journey." }),
    state: t.expose("state", { type: JourneyState, description: "Where it stands." }),
    definition: t.field({ type: JourneyDefinition, description: "What its author wrote.", resolve: storedJourney }),
    startedAt: t.expose("startedAt", { type: "DateTime", nullable: true, description: "Null before it was live." }),
    endedAt: t.expose("endedAt", { type: "DateTime", nullable: true, description: "Null before it was over." }),
    reviewId: t.id({
      nullable: true,
      description: "The approval that waits for an answer. Null when none does, or the viewer may not give it.",
      resolve: ({ id }, _args, context) => reviewsOf.find(context, id),
    }),
    counts: t.field({
      type: JourneyCounts,
      description: "How many members are how far.",
      resolve: ({ id }, _args, context) => countsOf.load(context, id),
    }),
    steps: t.field({
      type: [Step],
      description: "How it came to where it stands, oldest first.",
      resolve: async ({ id }, _args, context) => (await stepsOf.find(context, id)) ?? [],
    }),
  }),
});
const journeyPages = connectionOf("Journey", Journey, ({ id }) => id);

builder.queryField("journeys", (t) =>
  t.field(
    journeyPages({
      description: "Journeys the viewer may see, newest first.",
      args: { states: t.arg({ type: [JourneyState], description: "Only with a version in one of these states." }) },
      resolve: (_root, page, { states }, { deps, actor }) => listJourneys(deps, actor, { ...page, states }),
    }),
  ),
);
builder.queryField("journey", (t) =>
  t.field({
    type: Journey,
    nullable: true,
    description: "A journey by its id. Null when there is none that the viewer may see.",
    args: { id: t.arg.id({ required: true, description: "Which." }) },
    resolve: (_root, { id }, context) => journeys.find(context, id),
  }),
);
builder.queryField("journeyRuns", (t) =>
  t.field(
    runPages({
      description:
        "The members on a version of a journey, the last who began first; none where the viewer sees no such version.",
      args: {
        journeyVersionId: t.arg.id({ required: true, description: "Which version." }),
        states: t.arg({ type: [JourneyRunState], description: "Only in one of these states." }),
      },
      resolve: (_root, page, filters, { deps, actor }) => listJourneyRuns(deps, actor, { ...page, ...filters }),
    }),
  ),
);
