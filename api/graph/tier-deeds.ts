import { Approval } from "#api/graph/approval.ts";
import { builder } from "#api/graph/builder.ts";
import { definitionOf, WordsInput } from "#api/graph/campaign-input.ts";
import { keyedMutation } from "#api/graph/mutation.ts";
import { LadderCount, LadderDowngrade, LadderPeriod, TierCount } from "#api/graph/tier.ts";
import { usually } from "#api/graph/words.ts";
import { InvalidValue } from "#api/use-cases/partners/refusals.ts";
import { previewLadder } from "#api/use-cases/tiers/preview-ladder.ts";
import { proposeTierLadder } from "#api/use-cases/tiers/propose-ladder.ts";

const TierBenefitInput = builder.inputType("TierBenefitInput", {
  description: "What a tier opens that is no points.",
  fields: (t) => ({
    code: t.string({ required: true, description: "As events will name it: small letters, digits, dashes." }),
    name: t.field({ type: WordsInput, required: true, description: "What it is." }),
  }),
});
const TierInput = builder.inputType("TierInput", {
  description: "A step of the ladder.",
  fields: (t) => ({
    code: t.string({ required: true, description: "As rules will name it: small letters, digits, dashes." }),
    name: t.field({ type: WordsInput, required: true, description: "What it is called." }),
    from: t.field({ type: "Points", required: true, description: "Qualifying points that reach it; 0 for the first." }),
    benefits: t.field({ type: [TierBenefitInput], description: "What it opens; ten at most." }),
  }),
});
const TierLadderInput = builder.inputType("TierLadderInput", {
  description: "The programme's tiers as somebody wants them.",
  fields: (t) => ({
    counts: t.field({ type: [LadderCount], required: true, description: "What counts." }),
    period: t.field({ type: LadderPeriod, required: true, description: "In how long." }),
    protectionMonths: t.int({ required: true, description: "0 to 12 months after a period that ended short." }),
    downgrade: t.field({ type: LadderDowngrade, required: true, description: "Where somebody falls to then." }),
    tiers: t.field({ type: [TierInput], required: true, description: "The lowest first; two to eight." }),
  }),
});

builder.queryField("tierLadderPreview", (t) =>
  t.field({
    ...usually(4),
    type: [TierCount],
    nullable: true,
    description: "How many would stand on each of these tiers. Null for what is no ladder; proposing says why.",
    args: { ladder: t.arg({ type: TierLadderInput, required: true, description: "The ladder that is thought of." }) },
    resolve: (_root, { ladder }, { deps, actor }) =>
      previewLadder(deps, actor, definitionOf(ladder)).catch((refusal: unknown) => {
        if (refusal instanceof InvalidValue) return null;
        throw refusal;
      }),
  }),
);

keyedMutation("proposeTierLadder", {
  description: "Asks a second person for other tiers; in force from the yes on. What members reached they keep.",
  input: (t) => ({
    ladder: t.field({ type: TierLadderInput, required: true, description: "As it shall be." }),
    reason: t.string({ required: true, description: "Why; kept with it." }),
  }),
  refusals: [InvalidValue],
  resolve: async ({ ladder, ...input }, { deps, actor }) => ({
    approval: await proposeTierLadder(deps, actor, { ...input, definition: definitionOf(ladder) }),
  }),
  success: {
    description: "It waits for a second person.",
    fields: (t) => ({ approval: t.expose("approval", { type: Approval, description: "What they have to decide." }) }),
  },
});
