import { Refusal } from "#api/kernel/refusal.ts";

/** No such claim, or none this viewer may see. */
export class ClaimNotFound extends Refusal {
  readonly code = "CLAIM_NOT_FOUND";
  readonly claimId: string;
  constructor(claimId: string) {
    super(`There is no claim ${claimId}.`);
    this.claimId = claimId;
  }
}

/** The receipt gave its points already, or somebody claims them. */
export class ReceiptNotClaimable extends Refusal {
  readonly code = "RECEIPT_NOT_CLAIMABLE";
  readonly problem: "RECORDED" | "CLAIMED" | "TOO_OLD" | "UNKNOWN";
  constructor(problem: ReceiptNotClaimable["problem"]) {
    super(problems[problem]);
    this.problem = problem;
  }
}

const problems = {
  RECORDED: "The receipt is recorded already; look for it in the history.",
  CLAIMED: "The receipt is claimed already.",
  TOO_OLD: "The receipt is too old to be claimed, or of a day to come.",
  UNKNOWN: "The receipt whose points are wrong is none of the member's.",
} as const;
