import { Approval } from "#api/graph/approval.ts";
import { LimitOverride } from "#api/graph/exposure.ts";
import { moneyE6 } from "#api/graph/money.ts";
import { keyedMutation, mutation } from "#api/graph/mutation.ts";
import { InvalidValue, PartnerNotFound } from "#api/use-cases/partners/refusals.ts";
import { overrideLimit, revokeLimitOverride } from "#api/use-cases/risk/override-limit.ts";
import { LimitOverrideNotFound, OverrideExpired } from "#api/use-cases/risk/refusals.ts";

keyedMutation("overrideLimit", {
  description: "Asks finance for a higher exposure limit for a while. In force, it takes the place of one before it.",
  input: (t) => ({
    partnerId: t.id({ required: true, description: "Whose limit." }),
    limit: t.field({ type: "Decimal", required: true, description: "More than the contract's." }),
    expiresAt: t.field({ type: "DateTime", required: true, description: "When it lapses by itself." }),
    reason: t.string({ required: true, description: "Why; kept with the override." }),
  }),
  refusals: [PartnerNotFound, InvalidValue, OverrideExpired],
  resolve: async ({ limit, ...input }, { deps, actor }) => ({
    approval: await overrideLimit(deps, actor, { ...input, limitE6: moneyE6(limit) }),
  }),
  success: {
    description: "It waits for finance.",
    fields: (t) => ({ approval: t.expose("approval", { type: Approval, description: "What finance has to decide." }) }),
  },
});

mutation("revokeLimitOverride", {
  description: "Ends an override before its time; the contract's limit counts again.",
  input: (t) => ({
    limitOverrideId: t.id({ required: true, description: "Which." }),
    reason: t.string({ required: true, description: "Why; kept with the step." }),
  }),
  refusals: [LimitOverrideNotFound],
  resolve: async (input, { deps, actor }) => ({ limitOverride: await revokeLimitOverride(deps, actor, input) }),
  success: {
    description: "It is no longer in force.",
    fields: (t) => ({
      limitOverride: t.expose("limitOverride", { type: LimitOverride, description: "As it is now." }),
    }),
  },
});
