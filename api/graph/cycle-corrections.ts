import { Approval } from "#api/graph/approval.ts";
import { builder } from "#api/graph/builder.ts";
import { Cycle } from "#api/graph/cycle.ts";
import { moneyE6 } from "#api/graph/money.ts";
import { keyedMutation, mutation } from "#api/graph/mutation.ts";
import { refusal } from "#api/graph/refusals.ts";
import { correctCycle } from "#api/use-cases/cycles/correct-cycle.ts";
import { ApprovalAwaited, CycleNotFound, LaterCycleNetted } from "#api/use-cases/cycles/refusals.ts";
import { renetCycle } from "#api/use-cases/cycles/renet-cycle.ts";
import { reopenCycle } from "#api/use-cases/cycles/reopen-cycle.ts";
import { TransitionRefused } from "#api/use-cases/machine.ts";
import { InvalidValue, PartnerNotFound } from "#api/use-cases/partners/refusals.ts";

keyedMutation("reopenCycle", {
  description:
    "Asks for a cycle in review to be opened for corrections. When a second person agrees, its netting is reversed, its " +
    "statements stay readable as superseded, and a new version begins.",
  input: (t) => ({
    cycleId: t.id({ required: true, description: "Which." }),
    reason: t.string({ required: true, description: "What is wrong; kept with the step." }),
  }),
  refusals: [CycleNotFound, LaterCycleNetted, TransitionRefused],
  resolve: (input, { deps, actor }) => reopenCycle(deps, actor, input),
  success: {
    description: "It waits for a second person.",
    fields: (t) => ({
      cycle: t.expose("cycle", { type: Cycle, description: "As it is now." }),
      approval: t.expose("approval", { type: Approval, description: "What a second person has to decide." }),
    }),
  },
});

const CorrectionAccount = builder.enumType("CorrectionAccount", {
  description: "The operator's account on the other side of a correction.",
  values: {
    MARGIN: { description: "The operator's margin." },
    FEES: { description: "The platform's fees." },
    TAX: { description: "Tax." },
  } as const,
});

const CorrectionInput = builder.inputType("CorrectionInput", {
  description: "What one partner owes in addition, or is owed.",
  fields: (t) => ({
    partnerId: t.id({ required: true, description: "Who." }),
    amount: t.field({
      type: "Decimal",
      required: true,
      description: "How much, not zero; negative: the partner is owed it.",
    }),
  }),
});

keyedMutation("correctCycle", {
  description: "Proposes amounts that a reopened cycle takes in addition; posted when a second person agrees.",
  input: (t) => ({
    cycleId: t.id({ required: true, description: "Which." }),
    against: t.field({ type: CorrectionAccount, required: true, description: "The operator's account." }),
    corrections: t.field({
      type: [CorrectionInput],
      required: true,
      description: "By partner, at most 1000, in one entry.",
    }),
    reason: t.string({ required: true, description: "What it corrects; kept with the entry." }),
  }),
  refusals: [CycleNotFound, TransitionRefused, PartnerNotFound, InvalidValue],
  resolve: ({ corrections, ...input }, { deps, actor }) => {
    const amounts = corrections.map(({ partnerId, amount }) => ({ partnerId, amountE6: moneyE6(amount) }));
    return correctCycle(deps, actor, { ...input, corrections: amounts });
  },
  success: {
    description: "It waits for a second person.",
    fields: (t) => ({
      cycle: t.expose("cycle", { type: Cycle, description: "As it is now." }),
      approval: t.expose("approval", { type: Approval, description: "What a second person has to decide." }),
    }),
  },
});

mutation("renetCycle", {
  description: "Ends the correcting of a reopened cycle: its new version is netted and its statements are published.",
  input: (t) => ({
    cycleId: t.id({ required: true, description: "Which." }),
    reason: t.string({ required: true, description: "Why it is right now; kept with the step." }),
  }),
  refusals: [CycleNotFound, ApprovalAwaited, TransitionRefused],
  resolve: async (input, { deps, actor }) => ({ cycle: await renetCycle(deps, actor, input) }),
  success: {
    description: "It is netted again, or waits for the cycle before.",
    fields: (t) => ({ cycle: t.expose("cycle", { type: Cycle, description: "As it is now." }) }),
  },
});

refusal(LaterCycleNetted, "LATER_CYCLE_NETTED", "The next cycle was netted on top of it and comes first.", (t) => ({
  laterCycleId: t.exposeID("laterCycleId", { description: "The cycle to reopen first." }),
}));
refusal(
  ApprovalAwaited,
  "APPROVAL_AWAITED",
  "A request about the same cycle waits for a second person and has to be decided first.",
  (t) => ({ approvalId: t.exposeID("approvalId", { description: "The request." }) }),
);
