import { builder } from "#api/graph/builder.ts";
import { connectionOf } from "#api/graph/connection.ts";
import { byId } from "#api/graph/loaders.ts";
import { Money } from "#api/graph/money.ts";
import { Partner, partners } from "#api/graph/partner.ts";
import { Redemption, redemptions } from "#api/graph/redemption.ts";
import type { Dispute as DisputeRow } from "#api/sql/rows.ts";
import { findDisputes, listDisputes } from "#api/use-cases/disputes/find-disputes.ts";
import { disputeReasons, type DisputeReason as Reason } from "#api/use-cases/disputes/open-dispute.ts";

const disputes = byId(findDisputes);

export const DisputeState = builder.enumType("DisputeState", {
  description: "How far a dispute has come.",
  values: {
    OPEN: { description: "Waits for the respondent." },
    RESPONDED: { description: "The respondent stands by the redemption; waits for the claimant." },
    ARBITRATION: { description: "Waits for the operator." },
    RESOLVED: { description: "Decided: upheld, rejected, or a part of each." },
    WITHDRAWN: { description: "Taken back by the claimant." },
  } as const,
});

export const DisputeReason = builder.enumType("DisputeReason", {
  description: "What is wrong with a redemption.",
  values: Object.fromEntries(
    Object.entries(disputeReasons).map(([code, meaning]) => [code, { description: `${meaning}.` }]),
  ) as Record<Reason, { description: string }>,
});

export const Dispute = builder.objectRef<DisputeRow>("Dispute");
builder.node(Dispute, {
  description: "A partner's formal challenge of one redemption. Both sides see it, and the operator.",
  id: { resolve: ({ id }) => id, description: "Opaque, global, permanent." },
  loadMany: (ids, context) => disputes.findMany(context, ids),
  fields: (t) => ({
    redemption: t.field({
      type: Redemption,
      nullable: true,
      description: "What is challenged. Null when the viewer may not see it.",
      resolve: ({ burnId }, _args, context) => redemptions.find(context, burnId),
    }),
    claimant: t.field({
      type: Partner,
      description: "Who was charged and challenges it.",
      resolve: ({ claimantId }, _args, context) => partners.load(context, claimantId),
    }),
    respondent: t.field({
      type: Partner,
      description: "Who was paid and answers for it.",
      resolve: ({ respondentId }, _args, context) => partners.load(context, respondentId),
    }),
    reason: t.field({
      type: DisputeReason,
      description: "What is wrong, says the claimant.",
      resolve: ({ reasonCode }) => reasonCode as Reason,
    }),
    state: t.expose("state", { type: DisputeState, description: "How far it has come." }),
    points: t.expose("points", { type: "Points", description: "How many points are disputed." }),
    held: t.field({
      type: Money,
      description: "What is held of the respondent's money until it is decided.",
      resolve: ({ heldE6 }) => heldE6,
    }),
    upheldPoints: t.expose("upheldPoints", {
      type: "Points",
      nullable: true,
      description: "How many the claimant got back. Null until it is decided.",
    }),
    openedAt: t.expose("openedAt", { type: "DateTime", description: "When it was opened." }),
    decidedAt: t.expose("decidedAt", {
      type: "DateTime",
      nullable: true,
      description: "When it was decided. Null before.",
    }),
  }),
});
const disputePages = connectionOf("Dispute", Dispute, ({ id }) => id);

builder.queryField("disputes", (t) =>
  t.field(
    disputePages({
      description: "Disputes, newest first. A partner has those it takes part in.",
      resolve: (_root, page, _filters, { deps, actor }) => listDisputes(deps, actor, page),
    }),
  ),
);
