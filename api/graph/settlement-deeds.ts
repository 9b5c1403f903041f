import { builder } from "#api/graph/builder.ts";
import { moneyE6 } from "#api/graph/money.ts";
import { keyedMutation } from "#api/graph/mutation.ts";
import { refusal } from "#api/graph/refusals.ts";
import { InvalidValue, PartnerNotFound } from "#api/use-cases/partners/refusals.ts";
import { recordCollateral, recordLossPool } from "#api/use-cases/settlement/record-secured.ts";
import { ObligationNotFound } from "#api/use-cases/settlement/refusals.ts";

refusal(ObligationNotFound, "OBLIGATION_NOT_FOUND", "No obligation has this id, or none the viewer may see.", (t) => ({
  obligationId: t.exposeID("obligationId", { description: "The id that was sent." }),
}));
const CollateralPartInput = builder.inputType("CollateralPartInput", {
  description: "What one partner put up.",
  fields: (t) => ({
    partnerId: t.id({ required: true, description: "Who." }),
    amount: t.field({ type: "Decimal", required: true, description: "How much; greater than zero." }),
  }),
});

const secured = [
  ["recordCollateral", recordCollateral, "Records cash that partners put up as collateral."],
  ["recordLossPool", recordLossPool, "Records cash that partners pay into the loss pool."],
] as const;

for (const [name, record, description] of secured) {
  keyedMutation(name, {
    description,
    input: (t) => ({
      parts: t.field({ type: [CollateralPartInput], required: true, description: "By partner, in one entry." }),
    }),
    refusals: [PartnerNotFound, InvalidValue],
    resolve: async ({ parts, idempotencyKey }, { deps, actor }) => {
      const amounts = parts.map(({ partnerId, amount }) => ({ partnerId, amountE6: moneyE6(amount) }));
      return record(deps, actor, { parts: amounts, idempotencyKey });
    },
    success: {
      description: "It is on the segregated account.",
      fields: (t) => ({
        isReplay: t.boolean({
          description: "Was it recorded by an earlier request with this key?",
          resolve: ({ replayed }) => replayed,
        }),
      }),
    },
  });
}
