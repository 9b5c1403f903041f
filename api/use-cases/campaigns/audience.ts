import type { CampaignDefinition, Condition } from "#api/engine/campaign.ts";

/** A definition whose every rule asks for what its audience says; what asks already is left as it is. */
export function withAudience(definition: CampaignDefinition): CampaignDefinition {
  const asked = conditionsOf(definition.audience);
  if (asked.length === 0) return definition;
  const rules = definition.rules.map((rule) => {
    const said = new Set(rule.conditions.map(({ expression }) => expression));
    return { ...rule, conditions: [...asked.filter(({ expression }) => !said.has(expression)), ...rule.conditions] };
  });
  return { ...definition, rules };
}

function conditionsOf({ club, plan }: CampaignDefinition["audience"]): Condition[] {
  const ofClub: Condition = {
    label: { en: "For members of the club", ru: "Для участников клуба", be: "Для ўдзельнікаў клуба" },
    expression: `${JSON.stringify(club)} in member.clubs`,
  };
  const ofPlan: Condition = {
    label: { en: "With the plan", ru: "С подпиской", be: "З падпіскай" },
    expression: `member.plan == ${JSON.stringify(plan)}`,
  };
  return [...(club === null ? [] : [ofClub]), ...(plan === null ? [] : [ofPlan])];
}

type Belongs = { clubs: readonly string[]; plan: string };

/** May somebody who belongs to these be shown it? */
export const isFor = ({ audience: { club, plan } }: CampaignDefinition, belongs: Belongs): boolean =>
  (club === null || belongs.clubs.includes(club)) && (plan === null || plan === belongs.plan);
