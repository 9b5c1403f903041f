import { Approval } from "#api/graph/approval.ts";
import { keyedMutation, mutation } from "#api/graph/mutation.ts";
import { refusal } from "#api/graph/refusals.ts";
import { VelocityCase } from "#api/graph/velocity-case.ts";
import { VelocityConsequence, VelocityKind, VelocitySubject } from "#api/graph/velocity-rule.ts";
import { TransitionRefused } from "#api/use-cases/machine.ts";
import { InvalidValue } from "#api/use-cases/partners/refusals.ts";
import { proposeVelocityRule } from "#api/use-cases/velocity/propose-rule.ts";
import { VelocityCaseNotFound, VelocityRuleNotFound } from "#api/use-cases/velocity/refusals.ts";
import { confirmVelocityCase, dismissVelocityCase, takeVelocityCase } from "#api/use-cases/velocity/work-case.ts";

refusal(
  VelocityRuleNotFound,
  "VELOCITY_RULE_NOT_FOUND",
  "No velocity rule has this id, or none the viewer may see.",
  (t) => ({ velocityRuleId: t.exposeID("velocityRuleId", { description: "The id that was sent." }) }),
);
refusal(
  VelocityCaseNotFound,
  "VELOCITY_CASE_NOT_FOUND",
  "No velocity case has this id, or none the viewer may see.",
  (t) => ({ velocityCaseId: t.exposeID("velocityCaseId", { description: "The id that was sent." }) }),
);

keyedMutation("proposeVelocityRule", {
  description: "Asks finance for a velocity rule; in force from its yes on. The rule it replaces ends there.",
  input: (t) => ({
    kind: t.field({ type: VelocityKind, required: true, description: "What is counted." }),
    subject: t.field({ type: VelocitySubject, required: true, description: "Whose." }),
    windowHours: t.int({ description: "How long the window is, 1 to 744. Absent: the business day." }),
    limit: t.field({ type: "Points", required: true, description: "The most that opens no case." }),
    action: t.field({
      type: VelocityConsequence,
      required: true,
      description: "What it does; only members are blocked.",
    }),
    validUntil: t.field({ type: "DateTime", description: "When it ends by itself. Absent: until it is replaced." }),
    earnedAtId: t.id({ description: "EXCLUDED_PAIR: the partner where points are earned first." }),
    redeemedAtId: t.id({ description: "EXCLUDED_PAIR: the partner where points are redeemed then." }),
    replacesId: t.id({ description: "The velocity rule that ends when this one begins." }),
    reason: t.string({ required: true, description: "Why; kept with the rule." }),
  }),
  refusals: [InvalidValue, TransitionRefused, VelocityRuleNotFound],
  resolve: async (input, { deps, actor }) => ({ approval: await proposeVelocityRule(deps, actor, input) }),
  success: {
    description: "It waits for finance.",
    fields: (t) => ({ approval: t.expose("approval", { type: Approval, description: "What finance has to decide." }) }),
  },
});

const caseRefusals = [InvalidValue, TransitionRefused, VelocityCaseNotFound];

mutation("takeVelocityCase", {
  description: "Looks into a velocity case.",
  input: (t) => ({
    velocityCaseId: t.id({ required: true, description: "Which." }),
    note: t.string({ required: true, description: "What was found or meant; kept with the step." }),
  }),
  refusals: caseRefusals,
  resolve: async (input, { deps, actor }) => ({ velocityCase: await takeVelocityCase(deps, actor, input) }),
  success: {
    description: "The viewer has it.",
    fields: (t) => ({ velocityCase: t.expose("velocityCase", { type: VelocityCase, description: "As it is now." }) }),
  },
});

mutation("confirmVelocityCase", {
  description: "It was fraud, or misuse.",
  input: (t) => ({
    velocityCaseId: t.id({ required: true, description: "Which." }),
    note: t.string({ required: true, description: "What was found or meant; kept with the step." }),
  }),
  refusals: caseRefusals,
  resolve: async (input, { deps, actor }) => ({ velocityCase: await confirmVelocityCase(deps, actor, input) }),
  success: {
    description: "It is over, confirmed.",
    fields: (t) => ({ velocityCase: t.expose("velocityCase", { type: VelocityCase, description: "As it is now." }) }),
  },
});

mutation("dismissVelocityCase", {
  description: "There was nothing wrong.",
  input: (t) => ({
    velocityCaseId: t.id({ required: true, description: "Which." }),
    note: t.string({ required: true, description: "What was found or meant; kept with the step." }),
  }),
  refusals: caseRefusals,
  resolve: async (input, { deps, actor }) => ({ velocityCase: await dismissVelocityCase(deps, actor, input) }),
  success: {
    description: "It is over, dismissed.",
    fields: (t) => ({ velocityCase: t.expose("velocityCase", { type: VelocityCase, description: "As it is now." }) }),
  },
});
