import { builder } from "#api/graph/builder.ts";
import { refusal } from "#api/graph/refusals.ts";
import { described } from "#api/graph/words.ts";
import {
  budgetReasons,
  CampaignBudgetRequired,
  CampaignInPreparation,
  CampaignInvalid,
  CampaignNotFound,
  CampaignSimulationNotFound,
  CampaignVersionNotFound,
  PausedByAnotherHouse,
  type CampaignProblem as ProblemRow,
} from "#api/use-cases/campaigns/refusals.ts";

export const CampaignProblem = builder.objectRef<ProblemRow>("CampaignProblem").implement({
  description: "Where in a campaign's definition something is wrong, and what.",
  fields: (t) => ({
    path: t.exposeString("path", {
      description: "The way to it: `rules.0.conditions.1.expression`. Empty: all of it.",
    }),
    line: t.exposeInt("line", { nullable: true, description: "Of an expression, from 1. Null elsewhere." }),
    column: t.exposeInt("column", { nullable: true, description: "In that line, from 1. Null elsewhere." }),
    code: t.exposeString("code", { description: "What kind of mistake it is." }),
    message: t.exposeString("message", { description: "In English: what would be right." }),
  }),
});

refusal(
  CampaignNotFound,
  "CAMPAIGN_NOT_FOUND",
  "No campaign has this id, or none that the viewer may do that with.",
  (t) => ({
    campaignId: t.exposeID("campaignId", { description: "The id that was sent." }),
  }),
);
refusal(
  CampaignVersionNotFound,
  "CAMPAIGN_VERSION_NOT_FOUND",
  "No campaign version has this id, or none that the viewer may do that with.",
  (t) => ({ campaignVersionId: t.exposeID("campaignVersionId", { description: "The id that was sent." }) }),
);
refusal(
  CampaignInPreparation,
  "CAMPAIGN_IN_PREPARATION",
  "Another version of the campaign is being prepared.",
  (t) => ({
    campaignVersionId: t.exposeID("campaignVersionId", { description: "That version: change it." }),
  }),
);
refusal(
  CampaignInvalid,
  "CAMPAIGN_INVALID",
  "The definition cannot be run; each mistake is named with where it is.",
  (t) => ({
    problems: t.field({
      type: [CampaignProblem],
      description: "All of them.",
      resolve: ({ problems }) => [...problems],
    }),
  }),
);

const CampaignBudgetReason = builder.enumType("CampaignBudgetReason", {
  description: "Why a campaign needs a budget.",
  values: described(budgetReasons),
});
refusal(CampaignBudgetRequired, "CAMPAIGN_BUDGET_REQUIRED", "The campaign needs a budget and has none.", (t) => ({
  because: t.expose("because", { type: CampaignBudgetReason, description: "Why." }),
}));
refusal(
  PausedByAnotherHouse,
  "PAUSED_BY_ANOTHER_HOUSE",
  "Somebody of another house paused it; they have to resume it.",
);
refusal(
  CampaignSimulationNotFound,
  "CAMPAIGN_SIMULATION_NOT_FOUND",
  "No campaign simulation has this id, or none that the viewer may do that with.",
  (t) => ({ campaignSimulationId: t.exposeID("campaignSimulationId", { description: "The id that was sent." }) }),
);
