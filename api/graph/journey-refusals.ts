import { CampaignProblem } from "#api/graph/campaign-refusals.ts";
import { refusal } from "#api/graph/refusals.ts";
import {
  JourneyInPreparation,
  JourneyInvalid,
  JourneyNotFound,
  JourneyVersionNotFound,
} from "#api/use-cases/journeys/refusals.ts";

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
