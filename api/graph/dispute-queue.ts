import { builder } from "#api/graph/builder.ts";
import { DisputeReason, DisputeSide } from "#api/graph/dispute-enums.ts";
import { Money } from "#api/graph/money.ts";
import { Partner, partners } from "#api/graph/partner.ts";
import { countOpenDisputes, type DisputeQueue as Queue } from "#api/use-cases/disputes/count-disputes.ts";
import { type DisputableMoney, type DisputableView, readDisputable } from "#api/use-cases/disputes/read-disputable.ts";

const DisputeQueue = builder.objectRef<Queue>("DisputeQueue").implement({
  description: "Open disputes by whose word is due, and how soon.",
  fields: (t) => ({
    waitsForRespondent: t.exposeInt("waitsForRespondent", { description: "Wait for the respondent's answer." }),
    waitsForClaimant: t.exposeInt("waitsForClaimant", { description: "Wait for the claimant to accept or escalate." }),
    waitsForOperator: t.exposeInt("waitsForOperator", { description: "Wait for the operator's decision." }),
    waitsForViewer: t.exposeInt("waitsForViewer", {
      description: "Of all these, the ones it is the viewer's turn in.",
    }),
    overdue: t.exposeInt("overdue", { description: "Past their deadline; only arbitrations stay so for long." }),
    dueSoon: t.exposeInt("dueSoon", { description: "Due within three days." }),
    nextDeadlineAt: t.expose("nextDeadlineAt", {
      type: "DateTime",
      nullable: true,
      description: "The first deadline of all, passed or to come. Null when no dispute is open.",
    }),
  }),
});

builder.queryField("disputeQueue", (t) =>
  t.field({
    type: DisputeQueue,
    description: "Open disputes in numbers: everybody's for the operator, its own for a partner.",
    resolve: (_root, _args, { deps, actor }) => countOpenDisputes(deps, actor),
  }),
);

const DisputableMoneyRef = builder.objectRef<DisputableMoney>("DisputeMoneyLimit").implement({
  description: "How much of its money a redeemer can dispute with one issuer.",
  fields: (t) => ({
    respondent: t.field({
      type: Partner,
      description: "The issuer.",
      resolve: ({ respondentId }, _args, context) => partners.load(context, respondentId),
    }),
    amount: t.field({ type: Money, description: "For any reason but a return.", resolve: ({ amountE6 }) => amountE6 }),
    returned: t.field({
      type: Money,
      description: "For a return that was credited wrongly (D40).",
      resolve: ({ returnedE6 }) => returnedE6,
    }),
  }),
});

const DisputeLimits = builder.objectRef<DisputableView>("DisputeLimits").implement({
  description: "What a partner could dispute of a redemption now.",
  fields: (t) => ({
    side: t.expose("side", { type: DisputeSide, description: "Its part in the redemption." }),
    reasons: t.expose("reasons", { type: [DisputeReason], description: "Those that are this side's." }),
    points: t.expose("points", { type: "Points", description: "The most an issuer can dispute; 0 for a redeemer." }),
    money: t.expose("money", {
      type: [DisputableMoneyRef],
      description: "By issuer, what a redeemer can dispute; empty for an issuer.",
    }),
    until: t.expose("until", { type: "DateTime", description: "The first instant at which it no longer can." }),
    openDisputeId: t.exposeID("openDisputeId", {
      nullable: true,
      description: "The dispute that has to end first, if one is open.",
    }),
  }),
});

builder.queryField("disputeLimits", (t) =>
  t.field({
    type: DisputeLimits,
    nullable: true,
    description: "What could be disputed of a redemption. Null when the partner has no part in it.",
    args: {
      redemptionId: t.arg.id({ required: true, description: "Which redemption." }),
      claimantId: t.arg.id({ description: "For which partner the operator asks; partners ask for themselves." }),
    },
    resolve: (_root, about, { deps, actor }) => readDisputable(deps, actor, about),
  }),
);
