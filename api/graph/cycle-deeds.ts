import { Approval } from "#api/graph/approval.ts";
import { builder } from "#api/graph/builder.ts";
import { Cycle, cycles } from "#api/graph/cycle.ts";
import { Doorbell } from "#api/graph/live.ts";
import { keyedMutation, mutation } from "#api/graph/mutation.ts";
import { refusal } from "#api/graph/refusals.ts";
import { rings } from "#api/graph/rings.ts";
import { approveCycle } from "#api/use-cases/cycles/approve-cycle.ts";
import { closeCycle } from "#api/use-cases/cycles/close-cycle.ts";
import {
  ApprovalAwaited,
  BooksBroken,
  CycleNotFound,
  EarlierCycleUnfinished,
  ReviewNotOver,
  SecondPersonRequired,
} from "#api/use-cases/cycles/refusals.ts";
import { TransitionRefused } from "#api/use-cases/machine.ts";

keyedMutation("closeCycle", {
  description:
    "Ends the open cycle and opens the next: at the cut-off at once, before it when a second person approves. " +
    "On a cycle that is past OPEN it takes the steps that are still missing up to the review.",
  input: (t) => ({
    cycleId: t.id({ required: true, description: "Which." }),
    reason: t.string({ required: true, description: "Why; kept with the transition." }),
  }),
  refusals: [CycleNotFound, BooksBroken, TransitionRefused],
  resolve: (input, { deps, actor }) => closeCycle(deps, actor, input),
  success: {
    description: "It is closed, or waits for a second person.",
    fields: (t) => ({
      cycle: t.expose("cycle", { type: Cycle, description: "As it is now." }),
      approval: t.expose("approval", {
        type: Approval,
        nullable: true,
        description: "What a second person has to decide. Null when it was closed at once.",
      }),
    }),
  },
});

mutation("approveCycle", {
  description: "Finance's yes to a cycle in review: its obligations become binding and fall due.",
  input: (t) => ({
    cycleId: t.id({ required: true, description: "Which." }),
    reason: t.string({ description: "What was looked at; kept with the transition." }),
  }),
  refusals: [
    CycleNotFound,
    EarlierCycleUnfinished,
    TransitionRefused,
    SecondPersonRequired,
    ReviewNotOver,
    ApprovalAwaited,
    BooksBroken,
  ],
  resolve: async (input, { deps, actor }) => ({ cycle: await approveCycle(deps, actor, input) }),
  success: {
    description: "It is approved.",
    fields: (t) => ({ cycle: t.expose("cycle", { type: Cycle, description: "As it is now." }) }),
  },
});

builder.subscriptionField("cycleChanged", (t) =>
  t.field({
    type: Doorbell,
    description: "Rings after a cycle changed its state.",
    args: { cycleId: t.arg.id({ required: true, description: "Which." }) },
    subscribe: (_root, { cycleId }, context) => rings(context, "cycle", cycleId, cycles),
    resolve: (ring) => ring,
  }),
);

refusal(
  ReviewNotOver,
  "REVIEW_NOT_OVER",
  "Partners still have time to look at their statements, and not all have confirmed theirs.",
  (t) => ({
    reviewEndsAt: t.expose("reviewEndsAt", { type: "DateTime", description: "When their time is over." }),
    unconfirmedCount: t.exposeInt("unconfirmedCount", { description: "How many have not confirmed yet." }),
  }),
);
