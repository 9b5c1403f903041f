import "#api/graph/dispute-refusals.ts";
import { Approval } from "#api/graph/approval.ts";
import { builder } from "#api/graph/builder.ts";
import { Dispute } from "#api/graph/dispute.ts";
import { DisputeReason } from "#api/graph/dispute-enums.ts";
import { DisputeEvidenceInput } from "#api/graph/dispute-evidence.ts";
import { optionalMoneyE6 } from "#api/graph/money.ts";
import { keyedMutation, mutation } from "#api/graph/mutation.ts";
import { acceptAnswer } from "#api/use-cases/disputes/accept-answer.ts";
import { addEvidence } from "#api/use-cases/disputes/add-evidence.ts";
import { concedeDispute } from "#api/use-cases/disputes/concede-dispute.ts";
import { escalateDispute } from "#api/use-cases/disputes/escalate-dispute.ts";
import { openDispute } from "#api/use-cases/disputes/open-dispute.ts";
import { proposeDecision } from "#api/use-cases/disputes/propose-decision.ts";
import {
  DisputeDeadlinePassed,
  DisputedTooLate,
  DisputeExists,
  DisputeNotFound,
  EvidenceNotAcceptable,
  EvidenceRequired,
  ExceedsDisputable,
  ExceedsDisputableMoney,
  ReasonNotOfSide,
  RedemptionNotDisputable,
} from "#api/use-cases/disputes/refusals.ts";
import { respondToDispute } from "#api/use-cases/disputes/respond-to-dispute.ts";
import { withdrawDispute } from "#api/use-cases/disputes/withdraw-dispute.ts";
import { TransitionRefused } from "#api/use-cases/machine.ts";
import { ReconItemNotFound } from "#api/use-cases/partner-files/refusals.ts";
import { InvalidValue, PartnerNotFound } from "#api/use-cases/partners/refusals.ts";

keyedMutation("openDispute", {
  description:
    "Challenges a redemption: an issuer points it was charged for, a redeemer money it was not paid. What the other side has of it is held.",
  input: (t) => ({
    redemptionId: t.id({ required: true, description: "Which redemption." }),
    points: t.field({ type: "Points", description: "How many of its points; an issuer's." }),
    amount: t.field({ type: "Decimal", description: "How much money; a redeemer's." }),
    respondentId: t.id({ description: "Of which issuer; needed where the points were of several." }),
    reasonCode: t.field({ type: DisputeReason, required: true, description: "What is wrong." }),
    claimantId: t.id({ description: "For which partner the operator opens it; partners open their own." }),
    evidence: t.field({ type: DisputeEvidenceInput, description: "What shows it; more can be added." }),
    reconItemId: t.id({ description: "The break of a partner's file it comes from; it is resolved by this." }),
  }),
  refusals: [
    PartnerNotFound,
    RedemptionNotDisputable,
    ReasonNotOfSide,
    ExceedsDisputable,
    ExceedsDisputableMoney,
    InvalidValue,
    DisputeExists,
    DisputedTooLate,
    EvidenceNotAcceptable,
    ReconItemNotFound,
    TransitionRefused,
  ],
  resolve: async ({ amount, ...input }, { deps, actor }) => ({
    dispute: await openDispute(deps, actor, { ...input, amountE6: optionalMoneyE6(amount) }),
  }),
  success: {
    description: "The money is held until it is decided.",
    fields: (t) => ({ dispute: t.expose("dispute", { type: Dispute, description: "As it is now." }) }),
  },
});

mutation("respondToDispute", {
  description: "The respondent stands by the redemption and shows why.",
  input: (t) => ({
    disputeId: t.id({ required: true, description: "Which." }),
    reason: t.string({ description: "Why; kept with the transition." }),
    evidence: t.field({
      type: DisputeEvidenceInput,
      description: "What shows it; needed unless the respondent brought some before.",
    }),
  }),
  refusals: [DisputeNotFound, TransitionRefused, DisputeDeadlinePassed, EvidenceRequired, EvidenceNotAcceptable],
  resolve: async (input, { deps, actor }) => ({ dispute: await respondToDispute(deps, actor, input) }),
  success: {
    description: "It is said; the claimant's turn.",
    fields: (t) => ({ dispute: t.expose("dispute", { type: Dispute, description: "As it is now." }) }),
  },
});

const answers = [
  ["concedeDispute", concedeDispute, "The respondent gives in: the claimant gets all that is disputed."],
  ["acceptDisputeAnswer", acceptAnswer, "The claimant accepts the answer: the money is released."],
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
    refusals: [DisputeNotFound, TransitionRefused, DisputeDeadlinePassed],
    resolve: async (input, { deps, actor }) => ({ dispute: await answer(deps, actor, input) }),
    success: {
      description: "It is said.",
      fields: (t) => ({ dispute: t.expose("dispute", { type: Dispute, description: "As it is now." }) }),
    },
  });
}

keyedMutation("addDisputeEvidence", {
  description: "Brings something forward, for both sides and the operator to see. It stays as it is.",
  input: (t) => ({
    disputeId: t.id({ required: true, description: "Which dispute." }),
    evidence: t.field({ type: DisputeEvidenceInput, required: true, description: "What." }),
  }),
  refusals: [DisputeNotFound, TransitionRefused, EvidenceNotAcceptable],
  resolve: async (input, { deps, actor }) => ({ dispute: await addEvidence(deps, actor, input) }),
  success: {
    description: "Everybody concerned sees it.",
    fields: (t) => ({ dispute: t.expose("dispute", { type: Dispute, description: "With the evidence." }) }),
  },
});

const DisputeDecision = builder.enumType("DisputeDecision", {
  description: "The operator's word in an arbitration.",
  values: {
    UPHOLD: { description: "The claimant gets all that is disputed." },
    REJECT: { description: "The claimant gets nothing." },
    SPLIT: { description: "The claimant gets a part." },
  } as const,
});

keyedMutation("proposeDisputeDecision", {
  description: "A clerk's proposal how to decide an arbitration; it is done when finance approves it.",
  input: (t) => ({
    disputeId: t.id({ required: true, description: "Which dispute." }),
    decision: t.field({ type: DisputeDecision, required: true, description: "How." }),
    upheldPoints: t.field({ type: "Points", description: "SPLIT: the claimant's part of disputed points." }),
    upheldAmount: t.field({ type: "Decimal", description: "SPLIT: the claimant's part of disputed money." }),
    reason: t.string({ required: true, description: "Why; both sides read it." }),
  }),
  refusals: [DisputeNotFound, ExceedsDisputable, ExceedsDisputableMoney, InvalidValue, TransitionRefused],
  resolve: async ({ upheldAmount, ...input }, { deps, actor }) => ({
    approval: await proposeDecision(deps, actor, { ...input, upheldE6: optionalMoneyE6(upheldAmount) }),
  }),
  success: {
    description: "It waits for a second person.",
    fields: (t) => ({ approval: t.expose("approval", { type: Approval, description: "The request." }) }),
  },
});
