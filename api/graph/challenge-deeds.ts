import { builder, type GraphTypes } from "#api/graph/builder.ts";
import { WordsInput } from "#api/graph/campaign-input.ts";
import { BadgeIcon, Challenge, ChallengeGoalKind, ChallengePeriod, ChallengeState } from "#api/graph/challenge.ts";
import { keyedMutation, mutation } from "#api/graph/mutation.ts";
import { saidWords } from "#api/graph/offering.ts";
import { refusal } from "#api/graph/refusals.ts";
import type { Challenge as ChallengeRow } from "#api/sql/rows.ts";
import { draftChallenge, editChallengeDraft } from "#api/use-cases/challenges/author-challenge.ts";
import { ChallengeNotFound } from "#api/use-cases/challenges/refusals.ts";
import { setChallengeState, submitChallenge } from "#api/use-cases/challenges/review-challenge.ts";
import { TransitionRefused } from "#api/use-cases/machine.ts";
import { InvalidValue, PartnerNotFound } from "#api/use-cases/partners/refusals.ts";

refusal(ChallengeNotFound, "CHALLENGE_NOT_FOUND", "No challenge has this id, or none of the viewer's house.", (t) => ({
  challengeId: t.exposeID("challengeId", { description: "The id that was sent." }),
}));

const ChallengeDefinitionInput = builder.inputType("ChallengeDefinitionInput", {
  description: "Everything a person writes about a challenge. The house that writes it pays.",
  fields: (t) => ({
    name: t.field({ type: WordsInput, required: true, description: "What it is called." }),
    description: t.field({ type: WordsInput, required: true, description: "What to do." }),
    goalKind: t.field({ type: ChallengeGoalKind, required: true, description: "What it asks for." }),
    goal: t.field({ type: "Decimal", required: true, description: "How much: a whole number, or money for SPEND." }),
    partnerIds: t.idList({ description: "Whose receipts count; everybody's when absent, a partner's own always." }),
    period: t.field({ type: ChallengePeriod, required: true, description: "How often it can be reached." }),
    startsAt: t.field({ type: "DateTime", required: true, description: "Its first instant." }),
    endsAt: t.field({ type: "DateTime", description: "First instant without it; open when absent." }),
    points: t.field({ type: "Points", required: true, description: "What it gives; zero where a badge is all." }),
    badgeName: t.field({ type: WordsInput, description: "What its badge says; none when absent." }),
    badgeIcon: t.field({ type: BadgeIcon, description: "The badge's picture." }),
    couponPool: t.string({ description: "The code of a coupon pool of the house, of which it gives one." }),
    draw: t.string({ description: "The code of a draw of which it gives tickets." }),
    tickets: t.field({ type: "Points", description: "How many of them." }),
    awardsMost: t.field({ type: "Points", required: true, description: "How often it is given at most." }),
  }),
});

function definitionOf(input: typeof ChallengeDefinitionInput.$inferInput): object {
  const { goalKind, goal, points, badgeName, badgeIcon, draw, tickets, couponPool, awardsMost, ...rest } = input;
  return {
    name: saidWords(rest.name),
    description: saidWords(rest.description),
    goal: { kind: goalKind, most: goal },
    partnerIds: [...(rest.partnerIds ?? [])],
    period: rest.period,
    startsAt: rest.startsAt.toISOString(),
    endsAt: rest.endsAt?.toISOString() ?? null,
    reward: {
      points: String(points),
      badge: badgeName ? { name: saidWords(badgeName), icon: badgeIcon ?? "STAR" } : null,
      tickets: draw ? { draw, count: String(tickets ?? 1n) } : null,
      coupon: couponPool ?? null,
    },
    awardsMost: String(awardsMost),
  };
}

type One = PothosSchemaTypes.ObjectFieldBuilder<GraphTypes, { challenge: ChallengeRow }>;
const challengeField = (t: One) => ({
  challenge: t.expose("challenge", { type: Challenge, description: "As it is now." }),
});

keyedMutation("draftChallenge", {
  description: "Begins a challenge: the coalition's, or a partner's over its own receipts.",
  input: (t) => ({
    definition: t.field({ type: ChallengeDefinitionInput, required: true, description: "What it asks and gives." }),
  }),
  refusals: [InvalidValue, PartnerNotFound],
  resolve: async ({ definition, idempotencyKey }, { deps, actor }) => ({
    challenge: await draftChallenge(deps, actor, { definition: definitionOf(definition), idempotencyKey }),
  }),
  success: { description: "There is a draft.", fields: challengeField },
});

mutation("editChallengeDraft", {
  description: "Writes a draft of a challenge anew.",
  input: (t) => ({
    challengeId: t.id({ required: true, description: "Which." }),
    definition: t.field({ type: ChallengeDefinitionInput, required: true, description: "What it asks and gives now." }),
  }),
  refusals: [ChallengeNotFound, InvalidValue, PartnerNotFound, TransitionRefused],
  resolve: async ({ challengeId, definition }, { deps, actor }) => ({
    challenge: await editChallengeDraft(deps, actor, { challengeId, definition: definitionOf(definition) }),
  }),
  success: { description: "The draft says it.", fields: challengeField },
});

mutation("submitChallenge", {
  description: "Lays a draft before somebody else of the house; their yes makes it live.",
  input: (t) => ({
    challengeId: t.id({ required: true, description: "Which." }),
    note: t.string({ required: true, description: "What it is for; they read it." }),
  }),
  refusals: [ChallengeNotFound, InvalidValue, TransitionRefused],
  resolve: async (input, { deps, actor }) => ({ challenge: await submitChallenge(deps, actor, input) }),
  success: { description: "It waits for their answer.", fields: challengeField },
});

mutation("setChallengeState", {
  description: "Takes a challenge back into a draft, pauses it, lets it go on or ends it.",
  input: (t) => ({
    challengeId: t.id({ required: true, description: "Which." }),
    to: t.field({ type: ChallengeState, required: true, description: "DRAFT, PAUSED, LIVE or ENDED." }),
    reason: t.string({ required: true, description: "Why; kept with the step." }),
  }),
  refusals: [ChallengeNotFound, InvalidValue, TransitionRefused],
  resolve: async ({ to, ...input }, { deps, actor }) => {
    if (to === "IN_REVIEW") throw new InvalidValue("to", to, "DRAFT, PAUSED, LIVE or ENDED");
    return { challenge: await setChallengeState(deps, actor, { ...input, to }) };
  },
  success: { description: "It is so.", fields: challengeField },
});
