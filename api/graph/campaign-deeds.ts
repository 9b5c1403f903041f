import { CampaignVersion } from "#api/graph/campaign.ts";
import { CampaignDefinitionInput, definitionOf } from "#api/graph/campaign-input.ts";
import "#api/graph/campaign-refusals.ts";
import { CampaignSimulation } from "#api/graph/campaign-simulation.ts";
import { CampaignPolicy } from "#api/graph/campaign-templates.ts";
import { keyedMutation, mutation } from "#api/graph/mutation.ts";
import {
  discardCampaignDraft,
  draftCampaign,
  draftCampaignVersion,
  duplicateCampaign,
  editCampaignDraft,
} from "#api/use-cases/campaigns/draft-campaign.ts";
import { joinCampaign, leaveCampaign } from "#api/use-cases/campaigns/join-campaign.ts";
import { setCampaignPolicy } from "#api/use-cases/campaigns/policy.ts";
import {
  CampaignBudgetRequired,
  CampaignInPreparation,
  CampaignInvalid,
  CampaignNotFound,
  CampaignSimulationNotFound,
  CampaignVersionNotFound,
  PausedByAnotherHouse,
} from "#api/use-cases/campaigns/refusals.ts";
import { endCampaign, pauseCampaign, resumeCampaign } from "#api/use-cases/campaigns/run-campaign.ts";
import { cancelSimulation, simulateCampaign } from "#api/use-cases/campaigns/simulate-campaign.ts";
import { submitCampaign, withdrawCampaign } from "#api/use-cases/campaigns/submit-campaign.ts";
import { TransitionRefused } from "#api/use-cases/machine.ts";
import { InvalidValue } from "#api/use-cases/partners/refusals.ts";

keyedMutation("draftCampaign", {
  description: "Begins a campaign: a partner's own, or the coalition's when the operator does it.",
  input: (t) => ({
    definition: t.field({ type: CampaignDefinitionInput, required: true, description: "What it is to do." }),
  }),
  refusals: [CampaignInvalid],
  resolve: async ({ definition, idempotencyKey }, { deps, actor }) => ({
    version: await draftCampaign(deps, actor, { definition: definitionOf(definition), idempotencyKey }),
  }),
  success: {
    description: "There is a draft.",
    fields: (t) => ({ version: t.expose("version", { type: CampaignVersion, description: "Its first version." }) }),
  },
});

keyedMutation("draftCampaignVersion", {
  description: "Drafts what shall take the place of a campaign's newest version; that one goes on until then.",
  input: (t) => ({ campaignId: t.id({ required: true, description: "Of which campaign." }) }),
  refusals: [CampaignNotFound, CampaignInPreparation, CampaignInvalid],
  resolve: async (input, { deps, actor }) => ({ version: await draftCampaignVersion(deps, actor, input) }),
  success: {
    description: "There is a draft that says what the newest version says.",
    fields: (t) => ({ version: t.expose("version", { type: CampaignVersion, description: "The draft." }) }),
  },
});

keyedMutation("duplicateCampaign", {
  description: "Begins a campaign that says what a version of another says.",
  input: (t) => ({ campaignVersionId: t.id({ required: true, description: "Which version." }) }),
  refusals: [CampaignVersionNotFound, CampaignInvalid],
  resolve: async (input, { deps, actor }) => ({ version: await duplicateCampaign(deps, actor, input) }),
  success: {
    description: "There is a draft of another campaign, of which nothing is spent.",
    fields: (t) => ({ version: t.expose("version", { type: CampaignVersion, description: "Its first version." }) }),
  },
});

mutation("editCampaignDraft", {
  description: "Writes a draft anew. A live campaign is not edited: draft a version of it.",
  input: (t) => ({
    campaignVersionId: t.id({ required: true, description: "Which version." }),
    definition: t.field({ type: CampaignDefinitionInput, required: true, description: "What it is to do now." }),
  }),
  refusals: [CampaignVersionNotFound, CampaignInvalid, TransitionRefused],
  resolve: async ({ campaignVersionId, definition }, { deps, actor }) => ({
    version: await editCampaignDraft(deps, actor, { campaignVersionId, definition: definitionOf(definition) }),
  }),
  success: {
    description: "The draft says it.",
    fields: (t) => ({ version: t.expose("version", { type: CampaignVersion, description: "As it is now." }) }),
  },
});

mutation("discardCampaignDraft", {
  description: "Throws a draft away.",
  input: (t) => ({
    campaignVersionId: t.id({ required: true, description: "Which version." }),
    reason: t.string({ required: true, description: "Why; kept with the step." }),
  }),
  refusals: [CampaignVersionNotFound, InvalidValue, TransitionRefused],
  resolve: async (input, { deps, actor }) => ({ version: await discardCampaignDraft(deps, actor, input) }),
  success: {
    description: "It is over.",
    fields: (t) => ({ version: t.expose("version", { type: CampaignVersion, description: "As it is now." }) }),
  },
});

mutation("submitCampaign", {
  description: "Lays a draft before somebody else of the house, and before every house that pays a share by name.",
  input: (t) => ({
    campaignVersionId: t.id({ required: true, description: "Which version." }),
    note: t.string({ required: true, description: "What it is for; they read it." }),
  }),
  refusals: [CampaignVersionNotFound, CampaignInvalid, CampaignBudgetRequired, InvalidValue, TransitionRefused],
  resolve: async (input, { deps, actor }) => ({ version: await submitCampaign(deps, actor, input) }),
  success: {
    description: "It waits for their answers.",
    fields: (t) => ({ version: t.expose("version", { type: CampaignVersion, description: "As it is now." }) }),
  },
});

mutation("withdrawCampaign", {
  description: "Takes back what was submitted, or what was agreed on and has not begun: a draft again.",
  input: (t) => ({
    campaignVersionId: t.id({ required: true, description: "Which version." }),
    reason: t.string({ required: true, description: "Why; kept with the step." }),
  }),
  refusals: [CampaignVersionNotFound, InvalidValue, TransitionRefused],
  resolve: async (input, { deps, actor }) => ({ version: await withdrawCampaign(deps, actor, input) }),
  success: {
    description: "It is a draft.",
    fields: (t) => ({ version: t.expose("version", { type: CampaignVersion, description: "As it is now." }) }),
  },
});

mutation("pauseCampaign", {
  description: "Stops a live campaign at once. Whoever pays for it by name may, and the operator.",
  input: (t) => ({
    campaignVersionId: t.id({ required: true, description: "Which version." }),
    reason: t.string({ required: true, description: "Why; kept with the step." }),
  }),
  refusals: [CampaignVersionNotFound, InvalidValue, TransitionRefused],
  resolve: async (input, { deps, actor }) => ({ version: await pauseCampaign(deps, actor, input) }),
  success: {
    description: "No till gives anything of it.",
    fields: (t) => ({ version: t.expose("version", { type: CampaignVersion, description: "As it is now." }) }),
  },
});

mutation("resumeCampaign", {
  description: "Lets a paused campaign go on. The house that paused it may, and the operator.",
  input: (t) => ({
    campaignVersionId: t.id({ required: true, description: "Which version." }),
    reason: t.string({ required: true, description: "Why; kept with the step." }),
  }),
  refusals: [CampaignVersionNotFound, PausedByAnotherHouse, InvalidValue, TransitionRefused],
  resolve: async (input, { deps, actor }) => ({ version: await resumeCampaign(deps, actor, input) }),
  success: {
    description: "Tills give what it says.",
    fields: (t) => ({ version: t.expose("version", { type: CampaignVersion, description: "As it is now." }) }),
  },
});

mutation("endCampaign", {
  description: "Ends a campaign for good. Whoever pays for it by name may, and the operator.",
  input: (t) => ({
    campaignVersionId: t.id({ required: true, description: "Which version." }),
    reason: t.string({ required: true, description: "Why; kept with the step." }),
  }),
  refusals: [CampaignVersionNotFound, InvalidValue, TransitionRefused],
  resolve: async (input, { deps, actor }) => ({ version: await endCampaign(deps, actor, input) }),
  success: {
    description: "It is over.",
    fields: (t) => ({ version: t.expose("version", { type: CampaignVersion, description: "As it is now." }) }),
  },
});

mutation("joinCampaign", {
  description: "The viewer's partner pays its share of a coalition-wide campaign at its own tills.",
  input: (t) => ({ campaignVersionId: t.id({ required: true, description: "Which version." }) }),
  refusals: [CampaignVersionNotFound, TransitionRefused],
  resolve: async (input, { deps, actor }) => ({ version: await joinCampaign(deps, actor, input) }),
  success: {
    description: "It runs there, when it is live.",
    fields: (t) => ({ version: t.expose("version", { type: CampaignVersion, description: "As it is now." }) }),
  },
});

mutation("leaveCampaign", {
  description: "From now on a coalition-wide campaign does not run at the viewer's partner's tills.",
  input: (t) => ({ campaignVersionId: t.id({ required: true, description: "Which version." }) }),
  refusals: [CampaignVersionNotFound, TransitionRefused],
  resolve: async (input, { deps, actor }) => ({ version: await leaveCampaign(deps, actor, input) }),
  success: {
    description: "It does not run there.",
    fields: (t) => ({ version: t.expose("version", { type: CampaignVersion, description: "As it is now." }) }),
  },
});

mutation("setCampaignPolicy", {
  description: "Says what the viewer's house asks of its own campaigns before they are submitted.",
  input: (t) => ({
    budgetRequired: t.boolean({ required: true, description: "Is none submitted that may cost without end?" }),
    reason: t.string({ required: true, description: "Why; kept in the audit log." }),
  }),
  refusals: [InvalidValue],
  resolve: async (input, { deps, actor }) => ({ policy: await setCampaignPolicy(deps, actor, input) }),
  success: {
    description: "It holds for what is submitted from now on.",
    fields: (t) => ({ policy: t.expose("policy", { type: CampaignPolicy, description: "As it is now." }) }),
  },
});

keyedMutation("simulateCampaign", {
  description: "Tries a version, as it is written now, on the receipts of the last days, in the background.",
  input: (t) => ({
    campaignVersionId: t.id({ required: true, description: "Which version." }),
    days: t.int({ required: true, description: "How many days, 1 to 731." }),
  }),
  refusals: [CampaignVersionNotFound, InvalidValue],
  resolve: async (input, { deps, actor }) => ({ simulation: await simulateCampaign(deps, actor, input) }),
  success: {
    description: "It waits for its turn.",
    fields: (t) => ({
      simulation: t.expose("simulation", { type: CampaignSimulation, description: "As it is now." }),
    }),
  },
});

mutation("cancelSimulation", {
  description: "Ends a simulation before it is done; whoever asked for it may.",
  input: (t) => ({ campaignSimulationId: t.id({ required: true, description: "Which." }) }),
  refusals: [CampaignSimulationNotFound, TransitionRefused],
  resolve: async (input, { deps, actor }) => ({ simulation: await cancelSimulation(deps, actor, input) }),
  success: {
    description: "It is not done.",
    fields: (t) => ({
      simulation: t.expose("simulation", { type: CampaignSimulation, description: "As it is now." }),
    }),
  },
});
