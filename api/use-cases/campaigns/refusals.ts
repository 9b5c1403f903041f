import { Refusal } from "#api/kernel/refusal.ts";

/** No such campaign, or none this viewer may see or do that with: they are told in the same words. */
export class CampaignNotFound extends Refusal {
  readonly code = "CAMPAIGN_NOT_FOUND";
  readonly campaignId: string;
  constructor(campaignId: string) {
    super(`There is no campaign ${campaignId}.`);
    this.campaignId = campaignId;
  }
}

export class CampaignVersionNotFound extends Refusal {
  readonly code = "CAMPAIGN_VERSION_NOT_FOUND";
  readonly campaignVersionId: string;
  constructor(campaignVersionId: string) {
    super(`There is no campaign version ${campaignVersionId}.`);
    this.campaignVersionId = campaignVersionId;
  }
}

/** Another version of the campaign is being prepared; edit or discard that one. */
export class CampaignInPreparation extends Refusal {
  readonly code = "CAMPAIGN_IN_PREPARATION";
  readonly campaignVersionId: string;
  constructor(campaignVersionId: string) {
    super(`The version ${campaignVersionId} is being prepared already; change that one.`);
    this.campaignVersionId = campaignVersionId;
  }
}

/** Whoever pays for the campaign said that none runs without a budget. */
export class CampaignBudgetRequired extends Refusal {
  readonly code = "CAMPAIGN_BUDGET_REQUIRED";
  readonly because: BudgetReason;
  constructor(because: BudgetReason) {
    super("The campaign needs a budget: a limit for the whole campaign and for ever, in points or money.");
    this.because = because;
  }
}
export const budgetReasons = {
  OWN_RULE: "Whoever's campaign it is asks for a budget in each.",
  OTHERS_PAY: "Somebody else pays a share.",
} as const;
export type BudgetReason = keyof typeof budgetReasons;

/** Somebody of another house stopped it; only that house, or the operator, lets it go on. */
export class PausedByAnotherHouse extends Refusal {
  readonly code = "PAUSED_BY_ANOTHER_HOUSE";
  constructor() {
    super("Somebody who pays for the campaign, or the operator, paused it; they have to resume it.");
  }
}

export class CampaignSimulationNotFound extends Refusal {
  readonly code = "CAMPAIGN_SIMULATION_NOT_FOUND";
  readonly campaignSimulationId: string;
  constructor(campaignSimulationId: string) {
    super(`There is no campaign simulation ${campaignSimulationId}.`);
    this.campaignSimulationId = campaignSimulationId;
  }
}

/** Where in a definition something is wrong, and what. */
export type CampaignProblem = {
  /** The field, e.g. rules.0.conditions.1.expression. */
  path: string;
  /** In an expression, counted from 1; null elsewhere. */
  line: number | null;
  column: number | null;
  code: string;
  message: string;
};

export class CampaignInvalid extends Refusal {
  readonly code = "CAMPAIGN_INVALID";
  readonly problems: readonly CampaignProblem[];
  constructor(problems: readonly CampaignProblem[]) {
    super(problems.map(({ path, message }) => `${path}: ${message}`).join(" "));
    this.problems = problems;
  }
}
