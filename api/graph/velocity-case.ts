import { builder } from "#api/graph/builder.ts";
import { connectionOf } from "#api/graph/connection.ts";
import { entryPages } from "#api/graph/entry.ts";
import { byId } from "#api/graph/loaders.ts";
import { Step } from "#api/graph/step.ts";
import { VelocityRule, velocityRules } from "#api/graph/velocity-rule.ts";
import type { VelocityCase as VelocityCaseRow } from "#api/sql/rows.ts";
import {
  findSubjectNames,
  findVelocityCases,
  findVelocitySteps,
  listCountedEntries,
  listVelocityCases,
} from "#api/use-cases/velocity/find-velocity.ts";
import { velocityCaseStates } from "#api/use-cases/velocity/kinds.ts";

const velocityCases = byId(findVelocityCases);
const subjectNames = byId(findSubjectNames);
const steps = byId(findVelocitySteps);

const VelocityCaseState = builder.enumType("VelocityCaseState", {
  description: "How far a velocity case has come.",
  values: Object.fromEntries(
    Object.entries(velocityCaseStates).map(([state, description]) => [state, { description }]),
  ) as Record<keyof typeof velocityCaseStates, { description: string }>,
});

export const VelocityCase = builder.objectRef<VelocityCaseRow>("VelocityCase");
builder.node(VelocityCase, {
  description: "A member, till, outlet or partner that went over a velocity rule's limit.",
  id: { resolve: ({ id }) => id, description: "Opaque, global, permanent." },
  loadMany: (ids, context) => velocityCases.findMany(context, ids),
  fields: (t) => ({
    rule: t.field({
      type: VelocityRule,
      description: "The rule.",
      resolve: ({ ruleId }, _args, context) => velocityRules.load(context, ruleId),
    }),
    subjectId: t.exposeID("subjectId", { description: "Who or what it was; give it to `node`." }),
    subjectName: t.field({
      type: "String",
      nullable: true,
      description: "What people call it; a member's id. Null when it is gone.",
      resolve: ({ subjectId }, _args, context) => subjectNames.find(context, subjectId),
    }),
    windowFrom: t.expose("windowFrom", { type: "DateTime", description: "First instant that was counted." }),
    windowUntil: t.expose("windowUntil", { type: "DateTime", description: "First instant that no longer was." }),
    value: t.expose("value", {
      type: "Points",
      description: "What was counted when it was found: points, or how many.",
    }),
    state: t.expose("state", { type: VelocityCaseState, description: "How far it has come." }),
    takenBy: t.exposeString("takenBy", {
      nullable: true,
      description: "Who looks into it, as entries name them. Null while nobody does.",
    }),
    openedAt: t.expose("openedAt", { type: "DateTime", description: "When it was found." }),
    closedAt: t.expose("closedAt", { type: "DateTime", nullable: true, description: "When it ended. Null before." }),
    steps: t.field({
      type: [Step],
      description: "How it came to where it stands, oldest first, with the notes.",
      resolve: async ({ id }, _args, context) => (await steps.find(context, id)) ?? [],
    }),
    entries: t.field(
      entryPages({
        description: "What was counted, newest first; kept for about a month, as long as the longest window.",
        resolve: (velocityCase, page, _filters, { deps, actor }) => listCountedEntries(deps, actor, velocityCase, page),
      }),
    ),
  }),
});
const casePages = connectionOf("VelocityCase", VelocityCase, ({ id }) => id);

builder.queryField("velocityCase", (t) =>
  t.field({
    type: VelocityCase,
    nullable: true,
    description: "One velocity case. Null when there is none, or when the viewer may not see it.",
    args: { id: t.arg.id({ required: true, description: "As any `id` field gave it." }) },
    resolve: (_root, { id }, context) => velocityCases.find(context, id),
  }),
);

builder.queryField("velocityCases", (t) =>
  t.field(
    casePages({
      description: "Velocity cases, newest first. Only for the operator.",
      args: {
        states: t.arg({ type: [VelocityCaseState], description: "Only in these states." }),
        velocityRuleId: t.arg.id({ description: "Only of this rule." }),
        subjectId: t.arg.id({ description: "Only of this member, terminal, location or partner." }),
      },
      resolve: (_root, page, filters, { deps, actor }) => listVelocityCases(deps, actor, { ...page, ...filters }),
    }),
  ),
);
