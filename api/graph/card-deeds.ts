import { Card, CardForm } from "#api/graph/card.ts";
import { keyedMutation, mutation } from "#api/graph/mutation.ts";
import { blockCard } from "#api/use-cases/members/block-card.ts";
import { issueCard } from "#api/use-cases/members/issue-card.ts";
import {
  CardNotFound,
  CardReplaced,
  IdentifierMalformed,
  IdentifierTaken,
  MemberNotActive,
  MemberNotFound,
  TooManyCards,
} from "#api/use-cases/members/refusals.ts";
import { replaceCard } from "#api/use-cases/members/replace-card.ts";

keyedMutation("issueCard", {
  description: "One more card to the same wallet.",
  input: (t) => ({
    memberId: t.id({ required: true, description: "To whom." }),
    form: t.field({ type: CardForm, required: true, description: "What it is made of." }),
    number: t.string({ description: "Of a card already printed; a new number when absent." }),
  }),
  refusals: [MemberNotFound, MemberNotActive, TooManyCards, IdentifierTaken, IdentifierMalformed],
  resolve: async (input, { deps, actor }) => ({ card: await issueCard(deps, actor, input) }),
  success: {
    description: "The card finds the member.",
    fields: (t) => ({ card: t.expose("card", { type: Card, description: "The new card." }) }),
  },
});

mutation("blockCard", {
  description: "Lost or stolen: the card finds nobody from now on. The points stay where they are.",
  input: (t) => ({
    cardId: t.id({ required: true, description: "Which card." }),
    reason: t.string({ required: true, description: "Why; kept with the transition." }),
  }),
  refusals: [CardNotFound, CardReplaced],
  resolve: async (input, { deps, actor }) => ({ card: await blockCard(deps, actor, input) }),
  success: {
    description: "The card is blocked.",
    fields: (t) => ({ card: t.expose("card", { type: Card, description: "As it is now." }) }),
  },
});

keyedMutation("replaceCard", {
  description: "A new card for an old one, blocked or not; the old number finds nobody from now on.",
  input: (t) => ({
    cardId: t.id({ required: true, description: "Which card." }),
    form: t.field({ type: CardForm, description: "What the new one is made of; as the old one when absent." }),
    number: t.string({ description: "Of a card already printed; a new number when absent." }),
    reason: t.string({ required: true, description: "Why; kept with the transition." }),
  }),
  refusals: [CardNotFound, CardReplaced, IdentifierTaken, IdentifierMalformed],
  resolve: async (input, { deps, actor }) => ({ card: await replaceCard(deps, actor, input) }),
  success: {
    description: "The new card finds the member.",
    fields: (t) => ({ card: t.expose("card", { type: Card, description: "The new card." }) }),
  },
});
