import { ApprovalState } from "#api/graph/approval.ts";
import { builder } from "#api/graph/builder.ts";
import { CampaignLimit } from "#api/graph/campaign-limit.ts";
import { CampaignDefinitionType } from "#api/graph/campaign-rules.ts";
import { CampaignSimulation, simulationsOf } from "#api/graph/campaign-simulation.ts";
import { connectionOf } from "#api/graph/connection.ts";
import { byId } from "#api/graph/loaders.ts";
import { Partner, partners } from "#api/graph/partner.ts";
import { Step } from "#api/graph/step.ts";
import { described, usually } from "#api/graph/words.ts";
import type { Campaign as CampaignRow } from "#api/sql/rows.ts";
import { storedDefinition } from "#api/use-cases/campaigns/definition.ts";
import {
  type CampaignJoiningRow,
  findCampaignSteps,
  findCampaigns,
  findCampaignVersions,
  findJoinings,
  findReviews,
  findVersionsOf,
  listCampaigns,
  type CampaignReview as ReviewRow,
} from "#api/use-cases/campaigns/find-campaigns.ts";
import { partnerIdOf, type VersionOfCampaign } from "#api/use-cases/campaigns/houses.ts";
import { findSpent, type SpentLimit as SpentRow } from "#api/use-cases/campaigns/spent.ts";
import { campaignStates } from "#api/use-cases/campaigns/states.ts";

export const campaigns = byId(findCampaigns);
export const campaignVersions = byId(findCampaignVersions);
const versionsOf = byId(findVersionsOf);
const stepsOf = byId(findCampaignSteps);
const reviewsOf = byId(findReviews);
const joiningsOf = byId(findJoinings);
const spentOf = byId(findSpent);

export const CampaignState = builder.enumType("CampaignState", {
  description: "Where a version of a campaign stands.",
  values: described(campaignStates),
});

export const Campaign = builder.objectRef<CampaignRow>("Campaign");
export const CampaignVersion = builder.objectRef<VersionOfCampaign>("CampaignVersion");

builder.node(Campaign, {
  description: "A funded, dated set of rules, through all its versions.",
  id: { resolve: ({ id }) => id, description: "Opaque, global, permanent." },
  loadMany: (ids, context) => campaigns.findMany(context, ids),
  fields: (t) => ({
    partner: t.field({
      type: Partner,
      nullable: true,
      description: "Whose it is. Null: the coalition's.",
      resolve: ({ partnerId }, _args, context) => partners.find(context, partnerId),
    }),
    createdAt: t.expose("createdAt", { type: "DateTime", description: "When it was first drafted." }),
    versions: t.field({
      ...usually(3),
      type: [CampaignVersion],
      description: "As far as the viewer may see them, newest first; bounded by how often people change their minds.",
      resolve: async ({ id }, _args, context) => (await versionsOf.find(context, id)) ?? [],
    }),
    running: t.field({
      type: CampaignVersion,
      nullable: true,
      description: "The one that is live or paused. Null when none is.",
      resolve: async ({ id }, _args, context) =>
        ((await versionsOf.find(context, id)) ?? []).find(({ state }) => state === "LIVE" || state === "PAUSED") ??
        null,
    }),
    latest: t.field({
      type: CampaignVersion,
      nullable: true,
      description: "The newest one that the viewer may see.",
      resolve: async ({ id }, _args, context) => (await versionsOf.find(context, id))?.[0] ?? null,
    }),
  }),
});

const CampaignReview = builder.objectRef<ReviewRow>("CampaignReview").implement({
  description: "A house's answer to a version as it was submitted last.",
  fields: (t) => ({
    partner: t.field({
      type: Partner,
      nullable: true,
      description: "Whose answer. Null: the operator's.",
      resolve: ({ partnerId }, _args, context) => partners.find(context, partnerId),
    }),
    approvalId: t.exposeID("id", { description: "The request that its people decide." }),
    state: t.expose("state", { type: ApprovalState, description: "What it is, if there is one." }),
    decidedAt: t.expose("decidedAt", { type: "DateTime", nullable: true, description: "Null while it waits." }),
    note: t.exposeString("decisionNote", { nullable: true, description: "What was said with it. Null: nothing." }),
  }),
});

const CampaignJoining = builder.objectRef<CampaignJoiningRow>("CampaignJoining").implement({
  description: "A partner's yes to paying its share of a coalition-wide version at its own tills.",
  fields: (t) => ({
    partner: t.field({
      type: Partner,
      description: "Whose.",
      resolve: ({ partnerId }, _args, context) => partners.load(context, partnerId),
    }),
    joinedAt: t.expose("joinedAt", { type: "DateTime", description: "When it last joined." }),
    leftAt: t.expose("leftAt", { type: "DateTime", nullable: true, description: "Null while it is in." }),
  }),
});

const SpentLimit = builder.objectRef<SpentRow>("CampaignSpentLimit").implement({
  description: "How much of a limit for the whole campaign is used up.",
  fields: (t) => ({
    limit: t.expose("limit", { type: CampaignLimit, description: "Which." }),
    spent: t.expose("spent", {
      type: "Decimal",
      description: "In what the limit counts, in its present period, by all versions together.",
    }),
  }),
});

builder.node(CampaignVersion, {
  description: "A campaign as it was, or is to be, reviewed. Another version takes its place.",
  id: { resolve: ({ id }) => id, description: "Opaque, global, permanent." },
  loadMany: (ids, context) => campaignVersions.findMany(context, ids),
  fields: (t) => ({
    campaign: t.expose("campaign", { type: Campaign, description: "Of which campaign." }),
    version: t.exposeInt("version", { description: "1, 2, 3 … within the campaign." }),
    state: t.expose("state", { type: CampaignState, description: "Where it stands." }),
    definition: t.field({
      type: CampaignDefinitionType,
      description: "What its author wrote.",
      resolve: storedDefinition,
    }),
    startsAt: t.expose("startsAt", { type: "DateTime", description: "First instant it may give anything." }),
    endsAt: t.expose("endsAt", {
      type: "DateTime",
      nullable: true,
      description: "First instant it no longer does. Null: until somebody ends it.",
    }),
    startedAt: t.expose("startedAt", { type: "DateTime", nullable: true, description: "Null before it was live." }),
    endedAt: t.expose("endedAt", { type: "DateTime", nullable: true, description: "Null before it ended." }),
    pausedByOperator: t.boolean({
      description: "Did the operator pause it? Only the operator lets it go on then.",
      resolve: ({ pausedBy }) => pausedBy !== null && partnerIdOf(pausedBy) === null,
    }),
    pausedBy: t.field({
      type: Partner,
      nullable: true,
      description: "The partner that paused it. Null when none did.",
      resolve: ({ pausedBy }, _args, context) => partners.find(context, pausedBy && partnerIdOf(pausedBy)),
    }),
    needsJoining: t.exposeBoolean("needsJoining", {
      description: "Does whoever's till it is pay, so that it runs only where a partner joined?",
    }),
    reviews: t.field({
      ...usually(2),
      type: [CampaignReview],
      description: "What each house that has a say answered; empty before it was submitted.",
      resolve: async ({ id }, _args, context) => (await reviewsOf.find(context, id)) ?? [],
    }),
    joinings: t.field({
      ...usually(3),
      type: [CampaignJoining],
      description: "Where it runs, by partner; a partner sees its own only. Bounded by the number of partners.",
      resolve: async ({ id }, _args, context) => (await joiningsOf.find(context, id)) ?? [],
    }),
    spent: t.field({
      ...usually(2),
      type: [SpentLimit],
      nullable: true,
      description: "How much of its limits is used up. Null for whoever does not pay for it by name.",
      resolve: ({ id }, _args, context) => spentOf.find(context, id),
    }),
    simulations: t.field({
      ...usually(3),
      type: [CampaignSimulation],
      description: "The last ten, newest first; empty for whoever does not pay for it by name.",
      resolve: async ({ id }, _args, context) => (await simulationsOf.find(context, id)) ?? [],
    }),
    steps: t.field({
      type: [Step],
      description: "How it came to where it stands, oldest first, with the notes.",
      resolve: async ({ id }, _args, context) => (await stepsOf.find(context, id)) ?? [],
    }),
  }),
});
const campaignPages = connectionOf("Campaign", Campaign, ({ id }) => id);

builder.queryField("campaigns", (t) =>
  t.field(
    campaignPages({
      description: "Campaigns the viewer may see, newest first.",
      args: {
        states: t.arg({ type: [CampaignState], description: "Only with a version in one of these states." }),
        partnerId: t.arg.id({ description: "Only of this partner." }),
        coalitionWide: t.arg.boolean({ description: "Only the coalition's own." }),
      },
      resolve: (_root, page, filters, { deps, actor }) => listCampaigns(deps, actor, { ...page, ...filters }),
    }),
  ),
);

builder.queryField("campaign", (t) =>
  t.field({
    type: Campaign,
    nullable: true,
    description: "A campaign by its id. Null when there is none that the viewer may see.",
    args: { id: t.arg.id({ required: true, description: "Which." }) },
    resolve: (_root, { id }, context) => campaigns.find(context, id),
  }),
);
