import { builder } from "#api/graph/builder.ts";
import { connectionOf } from "#api/graph/connection.ts";
import { JourneyDefinition } from "#api/graph/journey-definition.ts";
import { JourneyCounts } from "#api/graph/journey-run.ts";
import { byId } from "#api/graph/loaders.ts";
import { Partner, partners } from "#api/graph/partner.ts";
import { Step } from "#api/graph/step.ts";
import { described, usually } from "#api/graph/words.ts";
import type { Journey as JourneyRow } from "#api/sql/rows.ts";
import { partnerIdOf } from "#api/use-cases/campaigns/houses.ts";
import { storedJourney } from "#api/use-cases/journeys/definition.ts";
import {
  findJourneyCounts,
  findJourneySteps,
  findJourneys,
  findJourneyVersions,
  findVersionsOf,
  findWaitingReviews,
  listJourneys,
} from "#api/use-cases/journeys/find-journeys.ts";
import type { VersionOfJourney } from "#api/use-cases/journeys/lock-version.ts";
import { journeyStates } from "#api/use-cases/journeys/states.ts";

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
