import type { ExplanationInput, Explanation as Reasons, ExplanationStep as Step } from "#api/engine/explanation.ts";
import { builder } from "#api/graph/builder.ts";

const ExplanationFact = builder.objectRef<ExplanationInput>("ExplanationFact").implement({
  description: "One value that a rule looked at.",
  fields: (t) => ({
    name: t.exposeString("name", { description: "Which: moneyPart, earnRatePercent, pointValue." }),
    value: t.exposeString("value", { description: "As text; money and numbers as exact decimals." }),
  }),
});

const Rounding = builder.enumType("RuleRounding", {
  description: "How a rule comes to whole points.",
  values: { DOWN: { description: "Once per receipt, down." } } as const,
});

const ExplanationStep = builder.objectRef<Step>("ExplanationStep").implement({
  description: "One rule, applied or not.",
  fields: (t) => ({
    rule: t.exposeString("rule", { description: "BASE for the contract's base rate; otherwise a campaign's rule." }),
    applied: t.exposeBoolean("applied", { description: "Did it give its points?" }),
    because: t.exposeString("because", { nullable: true, description: "Why it did not apply. Null when it did." }),
    campaignId: t.id({
      nullable: true,
      description: "Of which campaign. Null for BASE.",
      resolve: ({ campaign }) => campaign?.id ?? null,
    }),
    campaignVersion: t.int({
      nullable: true,
      description: "Which version of it. Null for BASE.",
      resolve: ({ campaign }) => campaign?.version ?? null,
    }),
    condition: t.exposeInt("condition", {
      nullable: true,
      description: "Which condition did not hold, from 0. Null when another reason stood in the way, or none.",
    }),
    facts: t.field({ type: [ExplanationFact], description: "What it looked at.", resolve: ({ inputs }) => inputs }),
    unrounded: t.expose("unrounded", { type: "Decimal", description: "The exact result, cut after six places." }),
    rounding: t.expose("rounding", { type: Rounding, description: "How whole points were made of it." }),
    points: t.field({ type: "Points", description: "What it gave.", resolve: ({ points }) => BigInt(points) }),
  }),
});

export const Explanation = builder.objectRef<Reasons>("Explanation").implement({
  description: "Why a receipt gave these points: the same receipt and terms give the same explanation again.",
  fields: (t) => ({
    engineVersion: t.exposeString("engineVersion", {
      description: "Changes when the same receipt could give other points.",
    }),
    contractVersion: t.exposeInt("contractVersion", {
      description: "The version of the partner's contract that was applied.",
    }),
    points: t.field({ type: "Points", description: "All steps together.", resolve: ({ points }) => BigInt(points) }),
    steps: t.field({
      type: [ExplanationStep],
      description: "Each rule in order; bounded by the partner's campaigns.",
      resolve: ({ steps }) => steps,
    }),
  }),
});
