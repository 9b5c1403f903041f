import { Refusal } from "#api/kernel/refusal.ts";
import type { CampaignProblem } from "#api/use-cases/campaigns/refusals.ts";

/** No such journey, or another house's: they are told in the same words. */
export class JourneyNotFound extends Refusal {
  readonly code = "JOURNEY_NOT_FOUND";
  readonly journeyId: string;
  constructor(journeyId: string) {
    super(`There is no journey ${journeyId}.`);
    this.journeyId = journeyId;
  }
}

export class JourneyVersionNotFound extends Refusal {
  readonly code = "JOURNEY_VERSION_NOT_FOUND";
  readonly journeyVersionId: string;
  constructor(journeyVersionId: string) {
    super(`There is no journey version ${journeyVersionId}.`);
    this.journeyVersionId = journeyVersionId;
  }
}

/** Another version of the journey is being prepared; edit or discard that one. */
export class JourneyInPreparation extends Refusal {
  readonly code = "JOURNEY_IN_PREPARATION";
  readonly journeyVersionId: string;
  constructor(journeyVersionId: string) {
    super(`The version ${journeyVersionId} is being prepared already; change that one.`);
    this.journeyVersionId = journeyVersionId;
  }
}

/** It could not be led along as it is written: each mistake with where it is. */
export class JourneyInvalid extends Refusal {
  readonly code = "JOURNEY_INVALID";
  readonly problems: readonly CampaignProblem[];
  constructor(problems: readonly CampaignProblem[]) {
    super(problems.map(({ path, message }) => `${path}: ${message}`).join(" "));
    this.problems = problems;
  }
}
