import type { Written } from "#portal/views/shared/campaigns/words.ts";

/** What a form asks about rewarding a kind of activity; amounts and counts as they were typed. */
export type Rewarding = {
  points: number;
  atLeast?: string;
  timesAMonth?: string;
  budget: string;
  startsAt: string;
  endsAt?: string;
};

export type Rewarded = { code: string; name: Written; payer: "ISSUER" | "OPERATOR" };

/** The campaign that says so: one rule, fixed points, and the limits that keep it affordable. */
export function rewardDefinition(filled: Rewarding, { code, name, payer }: Rewarded) {
  const { points, atLeast, timesAMonth, budget, startsAt, endsAt } = filled;
  const isKind = { label: name, expression: `activity.kind == "${code}"` };
  const isEnough = atLeast
    ? [{ label: atLeastWords(atLeast), expression: `activity.amount >= ${Number(atLeast)}` }]
    : [];
  const often = timesAMonth ? [{ unit: "TIMES", most: timesAMonth, scope: "MEMBER", period: "MONTH" }] : [];
  return {
    name,
    occasion: "ACTIVITY",
    startsAt,
    ...(endsAt ? { endsAt } : {}),
    funding: [{ kind: payer, bps: 10_000 }],
    rules: [
      {
        label: name,
        conditions: [isKind, ...isEnough],
        effects: [{ kind: "POINTS", give: { by: "FIXED", number: points } }],
      },
    ],
    limits: [...often, { unit: "POINTS", most: budget, scope: "CAMPAIGN", period: "EVER" }],
  };
}

const atLeastWords = (amount: string): Written => ({
  en: `${amount} or more`,
  ru: `От ${amount}`,
  be: `Ад ${amount}`,
});
