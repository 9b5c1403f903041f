import type { Limit, limitPeriods, limitScopes, limitUnits } from "#api/engine/campaign.ts";
import { builder } from "#api/graph/builder.ts";
import { described } from "#api/graph/words.ts";

export const LimitUnit = builder.enumType("CampaignLimitUnit", {
  description: "What a campaign's limit counts.",
  values: described<(typeof limitUnits)[number]>({
    POINTS: "Points.",
    MONEY: "Discounts, gifts and the worth of points together: what the campaign costs.",
    TIMES: "Receipts that got something.",
  }),
});
export const LimitScope = builder.enumType("CampaignLimitScope", {
  description: "For whom a campaign's limit counts.",
  values: described<(typeof limitScopes)[number]>({ CAMPAIGN: "Everybody together.", MEMBER: "Each member." }),
});
export const LimitPeriod = builder.enumType("CampaignLimitPeriod", {
  description: "In how long a campaign's limit counts.",
  values: described<(typeof limitPeriods)[number]>({
    EVER: "From beginning to end, through all versions.",
    DAY: "A local day.",
    WEEK: "A local week, from Monday.",
    MONTH: "A local month.",
  }),
});
export const LimitOver = builder.enumType("CampaignLimitOver", {
  description: "What a receipt gets that would go over a campaign's limit.",
  values: described({ NOTHING: "Nothing of the campaign.", REST: "What is left." }),
});

export const CampaignLimit = builder.objectRef<Limit>("CampaignLimit").implement({
  description: "The most that a campaign gives.",
  fields: (t) => ({
    unit: t.field({ type: LimitUnit, description: "Of what.", resolve: ({ unit }) => unit }),
    most: t.expose("most", { type: "Decimal", description: "How much: whole points or times, or money." }),
    scope: t.field({ type: LimitScope, description: "For whom.", resolve: ({ scope }) => scope }),
    period: t.field({ type: LimitPeriod, description: "In how long.", resolve: ({ period }) => period }),
    rule: t.exposeInt("rule", { nullable: true, description: "Of this rule alone, from 0. Null: of all together." }),
    over: t.field({ type: LimitOver, description: "What happens at it.", resolve: ({ over }) => over }),
  }),
});
