import { builder } from "#api/graph/builder.ts";
import { WordsInput } from "#api/graph/campaign-input.ts";
import { CampaignProblem } from "#api/graph/campaign-refusals.ts";
import { JourneyStepKind, JourneyTriggerKind, JourneyVersion } from "#api/graph/journey.ts";
import { keyedMutation, mutation } from "#api/graph/mutation.ts";
import { refusal } from "#api/graph/refusals.ts";
import {
  discardJourneyDraft,
  draftJourney,
  draftJourneyVersion,
  editJourneyDraft,
} from "#api/use-cases/journeys/draft-journey.ts";
import {
  JourneyInPreparation,
  JourneyInvalid,
  JourneyNotFound,
  JourneyVersionNotFound,
} from "#api/use-cases/journeys/refusals.ts";
import { submitJourney, withdrawJourney } from "#api/use-cases/journeys/review-journey.ts";
import { pauseJourney, resumeJourney, stopJourney } from "#api/use-cases/journeys/run-journey.ts";
import { TransitionRefused } from "#api/use-cases/machine.ts";
import { CodeTaken, InvalidValue } from "#api/use-cases/partners/refusals.ts";

refusal(JourneyNotFound, "JOURNEY_NOT_FOUND", "No journey of the viewer's house has this id.", (t) => ({
  journeyId: t.exposeID("journeyId", { description: "The id that was sent." }),
}));
refusal(
  JourneyVersionNotFound,
  "JOURNEY_VERSION_NOT_FOUND",
  "No journey version has this id, or none the viewer may do that with.",
  (t) => ({
    journeyVersionId: t.exposeID("journeyVersionId", { description: "The id that was sent." }),
  }),
);
refusal(JourneyInPreparation, "JOURNEY_IN_PREPARATION", "Another version of the journey is being prepared.", (t) => ({
  journeyVersionId: t.exposeID("journeyVersionId", { description: "That version: change it." }),
}));
refusal(
  JourneyInvalid,
  "JOURNEY_INVALID",
  "Nobody could be led along the journey; each mistake is named with where it is.",
  (t) => ({
    problems: t.field({
      type: [CampaignProblem],
      description: "All of them.",
      resolve: ({ problems }) => [...problems],
    }),
  }),
);

const TriggerInput = builder.inputType("JourneyTriggerInput", {
  description: "What makes a member begin. Fields that its kind does not have are left out.",
  fields: (t) => ({
    on: t.field({ type: JourneyTriggerKind, required: true, description: "On what." }),
    days: t.int({ description: "SILENCE: for how many days." }),
    segment: t.string({ description: "Which segment of the house." }),
    tier: t.string({ description: "TIER_CHANGED: to which; any when absent." }),
    daysBefore: t.int({ description: "BIRTHDAY: so many days before it." }),
  }),
});
const FillInput = builder.inputType("JourneyFillInput", {
  description: "What a variable of a template is filled with.",
  fields: (t) => ({
    name: t.string({ required: true, description: "Which variable." }),
    value: t.string({ description: "With what; with the code of the coupon that a step before gave when absent." }),
  }),
});
const StepInput = builder.inputType("JourneyStepInput", {
  description: "A step of a journey. Fields that its kind does not have are left out.",
  fields: (t) => ({
    kind: t.field({ type: JourneyStepKind, required: true, description: "What happens." }),
    hours: t.int({ description: "WAIT: how long." }),
    label: t.field({ type: WordsInput, description: "CONDITION: in words." }),
    expression: t.string({ description: "CONDITION: CEL over facts about members." }),
    otherwise: t.int({
      description: "CONDITION: the later step, from 0, for whom it does not hold of; they leave when absent.",
    }),
    template: t.string({ description: "MESSAGE: which." }),
    fill: t.field({ type: [FillInput], description: "MESSAGE: what its variables are filled with." }),
    pool: t.string({ description: "COUPON: of which pool." }),
    points: t.field({ type: "Points", description: "POINTS: how many." }),
    tag: t.string({ description: "TAG: which." }),
  }),
});
const DefinitionInput = builder.inputType("JourneyDefinitionInput", {
  description: "Everything about a journey.",
  fields: (t) => ({
    title: t.field({ type: WordsInput, required: true, description: "What it is called." }),
    trigger: t.field({ type: TriggerInput, required: true, description: "What makes a member begin." }),
    stopsOnPurchase: t.boolean({ required: true, description: "Does whoever buys leave it?" }),
    steps: t.field({ type: [StepInput], required: true, description: "In order." }),
  }),
});

type Written = {
  title: object;
  trigger: object;
  stopsOnPurchase: boolean;
  steps: readonly {
    fill?: readonly { name: string; value?: string | null | undefined }[] | null | undefined;
    points?: bigint | null | undefined;
  }[];
};

/** As it is kept: what was left out is absent, and the use case says what is missing. */
function definitionOf({ title, trigger, stopsOnPurchase, steps }: Written) {
  return {
    title: said(title),
    trigger: said(trigger),
    stopsOnPurchase,
    steps: steps.map(({ fill, points, ...step }) => ({
      ...said(step),
      ...("label" in step && step.label ? { label: said(step.label) } : {}),
      ...(fill ? { fill: Object.fromEntries(fill.map(({ name, value = null }) => [name, value])) } : {}),
      ...(points === null || points === undefined ? {} : { points: String(points) }),
    })),
  };
}
const said = (given: object) =>
  Object.fromEntries(Object.entries(given).filter(([, value]) => value !== null && value !== undefined));

const version = { type: JourneyVersion, description: "As it is now." } as const;
const versionId = { required: true, description: "Which version." } as const;
const because = { required: true, description: "Why; kept with the step." } as const;

keyedMutation("draftJourney", {
  description: "Begins a journey of the viewer's house.",
  input: (t) => ({
    name: t.string({ required: true, description: "By which campaigns name it; never changed." }),
    definition: t.field({ type: DefinitionInput, required: true, description: "What it is to do." }),
  }),
  refusals: [JourneyInvalid, CodeTaken, InvalidValue],
  resolve: async ({ definition, ...input }, { deps, actor }) => ({
    version: await draftJourney(deps, actor, { ...input, definition: definitionOf(definition) }),
  }),
  success: { description: "There is a draft.", fields: (t) => ({ version: t.expose("version", version) }) },
});
keyedMutation("draftJourneyVersion", {
  description: "Drafts what shall take the place of a journey's newest version; that one goes on until then.",
  input: (t) => ({ journeyId: t.id({ required: true, description: "Of which journey." }) }),
  refusals: [JourneyNotFound, JourneyInPreparation, JourneyInvalid],
  resolve: async (input, { deps, actor }) => ({ version: await draftJourneyVersion(deps, actor, input) }),
  success: {
    description: "There is a draft that says what the newest version says.",
    fields: (t) => ({ version: t.expose("version", version) }),
  },
});
mutation("editJourneyDraft", {
  description: "Writes a draft anew.",
  input: (t) => ({
    journeyVersionId: t.id(versionId),
    definition: t.field({ type: DefinitionInput, required: true, description: "What it is to do now." }),
  }),
  refusals: [JourneyVersionNotFound, JourneyInvalid, TransitionRefused],
  resolve: async ({ journeyVersionId, definition }, { deps, actor }) => ({
    version: await editJourneyDraft(deps, actor, { journeyVersionId, definition: definitionOf(definition) }),
  }),
  success: { description: "The draft says it.", fields: (t) => ({ version: t.expose("version", version) }) },
});
mutation("discardJourneyDraft", {
  description: "Throws a draft away.",
  input: (t) => ({ journeyVersionId: t.id(versionId), reason: t.string(because) }),
  refusals: [JourneyVersionNotFound, InvalidValue, TransitionRefused],
  resolve: async (input, { deps, actor }) => ({ version: await discardJourneyDraft(deps, actor, input) }),
  success: { description: "It is over.", fields: (t) => ({ version: t.expose("version", version) }) },
});
mutation("submitJourney", {
  description: "Lays a draft before somebody else of the house.",
  input: (t) => ({
    journeyVersionId: t.id(versionId),
    note: t.string({ required: true, description: "What it is for; they read it." }),
  }),
  refusals: [JourneyVersionNotFound, JourneyInvalid, InvalidValue, TransitionRefused],
  resolve: async (input, { deps, actor }) => ({ version: await submitJourney(deps, actor, input) }),
  success: { description: "It waits for an answer.", fields: (t) => ({ version: t.expose("version", version) }) },
});
mutation("withdrawJourney", {
  description: "Takes back what was submitted: a draft again.",
  input: (t) => ({ journeyVersionId: t.id(versionId), reason: t.string(because) }),
  refusals: [JourneyVersionNotFound, InvalidValue, TransitionRefused],
  resolve: async (input, { deps, actor }) => ({ version: await withdrawJourney(deps, actor, input) }),
  success: { description: "It is a draft again.", fields: (t) => ({ version: t.expose("version", version) }) },
});
mutation("pauseJourney", {
  description: "Lets everybody on a journey stay where they are, and nobody begin.",
  input: (t) => ({ journeyVersionId: t.id(versionId), reason: t.string(because) }),
  refusals: [JourneyVersionNotFound, InvalidValue, TransitionRefused],
  resolve: async (input, { deps, actor }) => ({ version: await pauseJourney(deps, actor, input) }),
  success: { description: "It is paused.", fields: (t) => ({ version: t.expose("version", version) }) },
});
mutation("resumeJourney", {
  description: "Lets a journey go on.",
  input: (t) => ({ journeyVersionId: t.id(versionId), reason: t.string(because) }),
  refusals: [JourneyVersionNotFound, InvalidValue, TransitionRefused],
  resolve: async (input, { deps, actor }) => ({ version: await resumeJourney(deps, actor, input) }),
  success: { description: "It goes on.", fields: (t) => ({ version: t.expose("version", version) }) },
});
mutation("stopJourney", {
  description: "Ends a journey for good, for all who are on their way.",
  input: (t) => ({ journeyVersionId: t.id(versionId), reason: t.string(because) }),
  refusals: [JourneyVersionNotFound, InvalidValue, TransitionRefused],
  resolve: async (input, { deps, actor }) => ({ version: await stopJourney(deps, actor, input) }),
  success: { description: "It is over.", fields: (t) => ({ version: t.expose("version", version) }) },
});
