import { Dispute, DisputeReason } from "#api/graph/dispute.ts";
import { keyedMutation, mutation } from "#api/graph/mutation.ts";
import { refusal } from "#api/graph/refusals.ts";
import { SecondPersonRequired } from "#api/use-cases/cycles/refusals.ts";
import { concedeDispute } from "#api/use-cases/disputes/concede-dispute.ts";
import { decideDispute } from "#api/use-cases/disputes/decide-dispute.ts";
import { escalateDispute } from "#api/use-cases/disputes/escalate-dispute.ts";
import { openDispute } from "#api/use-cases/disputes/open-dispute.ts";
import {
  DisputedTooLate,
  DisputeExists,
  DisputeNotFound,
  ExceedsDisputable,
  RedemptionNotDisputable,
} from "#api/use-cases/disputes/refusals.ts";
import { respondToDispute } from "#api/use-cases/disputes/respond-to-dispute.ts";
import { withdrawDispute } from "#api/use-cases/disputes/withdraw-dispute.ts";
import { TransitionRefused } from "#api/use-cases/machine.ts";
import { PartnerNotFound } from "#api/use-cases/partners/refusals.ts";

refusal(DisputeNotFound, "DISPUTE_NOT_FOUND", "No dispute has this id, or none the viewer may answer.", (t) => ({
  disputeId: t.exposeID("disputeId", { description: "The id that was sent." }),
}));
refusal(
  RedemptionNotDisputable,
  "REDEMPTION_NOT_DISPUTABLE",
  "There is no redemption with this id, at another partner, that the claimant's points paid for.",
  (t) => ({ redemptionId: t.exposeID("redemptionId", { description: "The id that was sent." }) }),
);
refusal(
  ExceedsDisputable,
  "EXCEEDS_DISPUTABLE",
  "Not a number of points that can be disputed or upheld here.",
  (t) => ({
    disputable: t.expose("disputable", { type: "Points", description: "The most it can be." }),
  }),
);
refusal(DisputeExists, "DISPUTE_EXISTS", "Another dispute is open on the redemption.", (t) => ({
  disputeId: t.exposeID("disputeId", { description: "The open one." }),
}));
refusal(DisputedTooLate, "DISPUTED_TOO_LATE", "The redemption was too long ago.", (t) => ({
  endedAt: t.expose("endedAt", { type: "DateTime", description: "Until when it could be disputed." }),
}));

keyedMutation("openDispute", {
  description: "Challenges points that an issuer was charged for: what the redeemer was paid for them is held.",
  input: (t) => ({
    redemptionId: t.id({ required: true, description: "Which redemption." }),
    points: t.field({ type: "Points", required: true, description: "How many of its points." }),
    reasonCode: t.field({ type: DisputeReason, required: true, description: "What is wrong." }),
    claimantId: t.id({ description: "For which issuer the operator opens it; partners open their own." }),
  }),
  refusals: [PartnerNotFound, RedemptionNotDisputable, ExceedsDisputable, DisputeExists, DisputedTooLate],
  resolve: async (input, { deps, actor }) => ({ dispute: await openDispute(deps, actor, input) }),
  success: {
    description: "The money is held until it is decided.",
    fields: (t) => ({ dispute: t.expose("dispute", { type: Dispute, description: "As it is now." }) }),
  },
});

const answers = [
  ["respondToDispute", respondToDispute, "The respondent stands by the redemption and says why."],
  ["concedeDispute", concedeDispute, "The respondent gives in: all disputed points go back."],
  ["escalateDispute", escalateDispute, "The claimant does not accept the answer: the operator decides."],
  ["withdrawDispute", withdrawDispute, "The claimant takes the challenge back: the money is released."],
] as const;

for (const [name, answer, description] of answers) {
  mutation(name, {
    description,
    input: (t) => ({
      disputeId: t.id({ required: true, description: "Which." }),
      reason: t.string({ description: "Why; kept with the transition." }),
    }),
    refusals: [DisputeNotFound, TransitionRefused],
    resolve: async (input, { deps, actor }) => ({ dispute: await answer(deps, actor, input) }),
    success: {
      description: "It is said.",
      fields: (t) => ({ dispute: t.expose("dispute", { type: Dispute, description: "As it is now." }) }),
    },
  });
}

keyedMutation("decideDispute", {
  description: "The operator's word in an arbitration: how many of the disputed points go back, the rest is rejected.",
  input: (t) => ({
    disputeId: t.id({ required: true, description: "Which." }),
    upheldPoints: t.field({ type: "Points", required: true, description: "From none to all of them." }),
    reason: t.string({ required: true, description: "Why; both sides read it." }),
  }),
  refusals: [DisputeNotFound, ExceedsDisputable, SecondPersonRequired, TransitionRefused],
  resolve: async (input, { deps, actor }) => ({ dispute: await decideDispute(deps, actor, input) }),
  success: {
    description: "It is decided, and the money has moved.",
    fields: (t) => ({ dispute: t.expose("dispute", { type: Dispute, description: "As it is now." }) }),
  },
});
