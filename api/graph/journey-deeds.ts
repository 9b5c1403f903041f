import { JourneyVersion } from "#api/graph/journey.ts";
import { JourneyDefinitionInput, journeyOf } from "#api/graph/journey-input.ts";
import "#api/graph/journey-refusals.ts";
import { keyedMutation, mutation } from "#api/graph/mutation.ts";
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

const version = { type: JourneyVersion, description: "As it is now." } as const;
const versionId = { required: true, description: "Which version." } as const;
const because = { required: true, description: "Why; kept with the step." } as const;

keyedMutation("draftJourney", {
  description: "Begins a journey of the viewer's house.",
  input: (t) => ({
    name: t.string({ required: true, description: "By which campaigns name it; never changed." }),
    definition: t.field({ type: JourneyDefinitionInput, required: true, description: "What it is to do." }),
  }),
  refusals: [JourneyInvalid, CodeTaken, InvalidValue],
  resolve: async ({ definition, ...input }, { deps, actor }) => ({
    version: await draftJourney(deps, actor, { ...input, definition: journeyOf(definition) }),
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
    definition: t.field({ type: JourneyDefinitionInput, required: true, description: "What it is to do now." }),
  }),
  refusals: [JourneyVersionNotFound, JourneyInvalid, TransitionRefused],
  resolve: async ({ journeyVersionId, definition }, { deps, actor }) => ({
    version: await editJourneyDraft(deps, actor, { journeyVersionId, definition: journeyOf(definition) }),
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
