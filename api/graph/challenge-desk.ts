import { Approval } from "#api/graph/approval.ts";
import { builder } from "#api/graph/builder.ts";
import { Challenge, challenges } from "#api/graph/challenge.ts";
import { byId } from "#api/graph/loaders.ts";
import { Step } from "#api/graph/step.ts";
import { CampaignWords, usually } from "#api/graph/words.ts";
import { challengeTermsOf } from "#api/use-cases/challenges/definition.ts";
import { findCouponNames } from "#api/use-cases/challenges/find-challenges.ts";
import {
  findChallengeRequests,
  findChallengeSteps,
  findStanding,
  type Standing,
} from "#api/use-cases/challenges/find-standing.ts";

const couponNames = byId(findCouponNames);
const standingOf = byId(findStanding);
const requestsOf = byId(findChallengeRequests);
const stepsOf = byId(findChallengeSteps);

const ChallengeStanding = builder.objectRef<Standing>("ChallengeStanding").implement({
  description: "How far everybody is in the present turn of a challenge: how many members, by their share of the goal.",
  fields: (t) => ({
    startsOn: t.field({ type: "Date", description: "The turn's first day.", resolve: ({ from }) => from }),
    endsOn: t.field({ type: "Date", description: "Its last day.", resolve: ({ to }) => to }),
    quarters: t.field({
      type: ["Points"],
      description: "Five counts: up to a quarter of the goal, a half, three quarters, nearly all, and all of it.",
      resolve: ({ quarters }) => [...quarters],
    }),
  }),
});

builder.objectFields(Challenge, (t) => ({
  couponPool: t.string({
    nullable: true,
    description: "The code of the pool of which it gives a coupon. Null: none.",
    resolve: (row) => challengeTermsOf(row).reward.coupon,
  }),
  couponName: t.field({
    type: CampaignWords,
    nullable: true,
    description: "What that coupon is called. Null: it gives none.",
    resolve: ({ id }, _args, context) => couponNames.find(context, id),
  }),
  standing: t.field({
    type: ChallengeStanding,
    nullable: true,
    description: "How far members are. Null before it ran, and for everybody but its house and the operator.",
    complexity: { field: 20, multiplier: 1 },
    resolve: ({ id }, _args, context) => standingOf.find(context, id),
  }),
  request: t.field({
    type: Approval,
    nullable: true,
    description: "What waits for a second person of the house. Null: nothing, or not the viewer's to see.",
    resolve: ({ id }, _args, context) => requestsOf.find(context, id),
  }),
  steps: t.field({
    ...usually(6),
    type: [Step],
    description: "How it came to where it stands, oldest first; for its house and the operator. Bounded by its states.",
    resolve: async ({ id }, _args, context) => (await stepsOf.find(context, id)) ?? [],
  }),
}));

builder.queryField("challenge", (t) =>
  t.field({
    type: Challenge,
    nullable: true,
    description: "One challenge. Null when there is none, or none that the viewer may see.",
    args: { id: t.arg.id({ required: true, description: "Which." }) },
    resolve: (_root, { id }, context) => challenges.find(context, id),
  }),
);
