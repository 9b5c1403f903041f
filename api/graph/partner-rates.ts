import { builder } from "#api/graph/builder.ts";
import { byId } from "#api/graph/loaders.ts";
import { Partner } from "#api/graph/partner.ts";
import { findRates, type Rates } from "#api/use-cases/partners/find-rates.ts";

const rates = byId(findRates);

const PartnerRates = builder.objectRef<Rates>("PartnerRates").implement({
  description: "What members get and can do at a partner, as its contract says today.",
  fields: (t) => ({
    earnBps: t.exposeInt("earnBps", { description: "Points for spending, basis points; campaigns add to it." }),
    issues: t.exposeBoolean("issues", { description: "Are points given there now?" }),
    accepts: t.exposeBoolean("accepts", { description: "Can points be spent there now?" }),
    redeemShareMaxBps: t.exposeInt("redeemShareMaxBps", {
      description: "How much of a receipt points may pay, basis points.",
    }),
    isCharity: t.exposeBoolean("isCharity", { description: "Does it take points as donations?" }),
  }),
});

builder.objectField(Partner, "rates", (t) =>
  t.field({
    type: PartnerRates,
    nullable: true,
    description: "What members get and can do there. Null when it does not trade now.",
    resolve: ({ id }, _args, context) => rates.find(context, id),
  }),
);
