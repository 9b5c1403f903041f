import { Approval } from "#api/graph/approval.ts";
import { builder } from "#api/graph/builder.ts";
import { connectionOf } from "#api/graph/connection.ts";
import { Cycle, cycles } from "#api/graph/cycle.ts";
import { DisputeOutcome, DisputeReason, DisputeState } from "#api/graph/dispute-enums.ts";
import { DisputeEvidence, evidenceOf } from "#api/graph/dispute-evidence.ts";
import { byId } from "#api/graph/loaders.ts";
import { Money } from "#api/graph/money.ts";
import { Partner, partners } from "#api/graph/partner.ts";
import { Redemption, redemptions } from "#api/graph/redemption.ts";
import { Step } from "#api/graph/step.ts";
import type { Dispute as DisputeRow } from "#api/sql/rows.ts";
import { findDisputes, listDisputes } from "#api/use-cases/disputes/find-disputes.ts";
import { findProposals } from "#api/use-cases/disputes/find-proposals.ts";
import { findRedeemed } from "#api/use-cases/disputes/find-redeemed.ts";
import { findDisputeSteps } from "#api/use-cases/disputes/find-steps.ts";
import { EVIDENCE_MAX } from "#api/use-cases/disputes/keep-evidence.ts";
import type { DisputeReason as Reason } from "#api/use-cases/disputes/reasons.ts";

export const disputes = byId(findDisputes);
const redeemed = byId(findRedeemed);
const proposals = byId(findProposals);
const steps = byId(findDisputeSteps);

const pointsOnly = (dispute: DisputeRow, points: bigint | null) => (dispute.points === 0n ? null : points);

export const Dispute = builder.objectRef<DisputeRow>("Dispute");
builder.node(Dispute, {
  description: "A partner's formal challenge of one redemption. Both sides see it, and the operator.",
  id: { resolve: ({ id }) => id, description: "Opaque, global, permanent." },
  loadMany: (ids, context) => disputes.findMany(context, ids),
  fields: (t) => ({
    redemption: t.field({
      type: Redemption,
      nullable: true,
      description: "What is challenged. Null when the viewer may not see all of it.",
      resolve: ({ burnId }, _args, context) => redemptions.find(context, burnId),
    }),
    redeemedAt: t.field({
      type: "DateTime",
      nullable: true,
      description: "When the points were taken.",
      resolve: async ({ id }, _args, context) => (await redeemed.find(context, id))?.redeemedAt,
    }),
    originCycle: t.field({
      type: Cycle,
      nullable: true,
      description:
        "The cycle the redemption was cleared in; the dispute posts into the open one. Null when not the viewer's.",
      resolve: async ({ id }, _args, context) => cycles.find(context, (await redeemed.find(context, id))?.cycleId),
    }),
    claimant: t.field({
      type: Partner,
      description: "Who challenges it.",
      resolve: ({ claimantId }, _args, context) => partners.load(context, claimantId),
    }),
    respondent: t.field({
      type: Partner,
      description: "Who answers for it: the redeemer, or an issuer that a redeemer wants money of.",
      resolve: ({ respondentId }, _args, context) => partners.load(context, respondentId),
    }),
    reason: t.field({
      type: DisputeReason,
      description: "What is wrong, says the claimant.",
      resolve: ({ reasonCode }) => reasonCode as Reason,
    }),
    state: t.expose("state", { type: DisputeState, description: "How far it has come." }),
    deadlineAt: t.expose("deadlineAt", {
      type: "DateTime",
      nullable: true,
      description: "When the next word is due: the answer, the escalation, the decision. Null when it is over.",
    }),
    points: t.field({
      type: "Points",
      nullable: true,
      description: "How many points are disputed. Null when money is.",
      resolve: (dispute) => pointsOnly(dispute, dispute.points),
    }),
    returnedPoints: t.expose("returnedPoints", {
      type: "Points",
      description: "How many of them came back with goods since, and are held no longer.",
    }),
    held: t.field({
      type: Money,
      description: "What is held of the respondent's money until it is decided; what was, when it is over.",
      resolve: ({ heldE6 }) => heldE6,
    }),
    outcome: t.expose("outcome", {
      type: DisputeOutcome,
      nullable: true,
      description: "How it ended. Null before, and when it was withdrawn.",
    }),
    lapsed: t.exposeBoolean("lapsed", { description: "Nobody answered in time; the clock decided." }),
    upheldPoints: t.field({
      type: "Points",
      nullable: true,
      description: "How many the claimant got back by it. Null until it is over, and when money is disputed.",
      resolve: (dispute) => pointsOnly(dispute, dispute.upheldPoints),
    }),
    upheld: t.field({
      type: Money,
      nullable: true,
      description: "What it took of the held money. Null until it is over.",
      resolve: ({ upheldE6 }) => upheldE6,
    }),
    evidence: t.field({
      type: [DisputeEvidence],
      description: `What was brought forward, oldest first; at most ${EVIDENCE_MAX} pieces.`,
      resolve: async ({ id }, _args, context) => (await evidenceOf.find(context, id)) ?? [],
    }),
    proposal: t.field({
      type: Approval,
      nullable: true,
      description: "The decision that waits for finance. Null when none does, and for partners.",
      resolve: ({ id }, _args, context) => proposals.find(context, id),
    }),
    steps: t.field({
      type: [Step],
      description: "How it came to where it stands, oldest first. Both sides read the reasons.",
      resolve: async ({ id }, _args, context) => (await steps.find(context, id)) ?? [],
    }),
    reconItemId: t.exposeID("reconItemId", {
      nullable: true,
      description: "The reconciliation item it came from, if from one.",
    }),
    openedAt: t.expose("openedAt", { type: "DateTime", description: "When it was opened." }),
    decidedAt: t.expose("decidedAt", { type: "DateTime", nullable: true, description: "When it ended. Null before." }),
  }),
});
const disputePages = connectionOf("Dispute", Dispute, ({ id }) => id);

builder.queryField("disputes", (t) =>
  t.field(
    disputePages({
      description: "Disputes, newest first. A partner has those it takes part in.",
      args: {
        states: t.arg({ type: [DisputeState], description: "Only in these states." }),
        claimantId: t.arg.id({ description: "Only those that this partner opened." }),
        respondentId: t.arg.id({ description: "Only those that this partner has to answer." }),
        dueBefore: t.arg({ type: "DateTime", description: "Only those whose next word is due before then." }),
      },
      resolve: (_root, page, filters, { deps, actor }) => listDisputes(deps, actor, { ...page, ...filters }),
    }),
  ),
);
