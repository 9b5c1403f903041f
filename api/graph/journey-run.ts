import { builder } from "#api/graph/builder.ts";
import { connectionOf } from "#api/graph/connection.ts";
import { Member, members } from "#api/graph/member.ts";
import { described, usually } from "#api/graph/words.ts";
import type { JourneyRun as RunRow } from "#api/sql/rows.ts";
import {
  type JourneyCounts as CountsRow,
  listJourneyRuns,
  type StepCounts as StepCountsRow,
} from "#api/use-cases/journeys/find-journeys.ts";
import { runStates } from "#api/use-cases/journeys/states.ts";

const JourneyRunState = builder.enumType("JourneyRunState", {
  description: "How far a member is on a journey.",
  values: described(runStates),
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
export const JourneyCounts = builder.objectRef<CountsRow>("JourneyCounts").implement({
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
