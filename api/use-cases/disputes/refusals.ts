import type { Points } from "#api/kernel/points.ts";
import { Refusal } from "#api/kernel/refusal.ts";

/** No such dispute, or none this viewer may see: the two are told in the same words. */
export class DisputeNotFound extends Refusal {
  readonly code = "DISPUTE_NOT_FOUND";
  readonly disputeId: string;
  constructor(disputeId: string) {
    super(`There is no dispute ${disputeId}.`);
    this.disputeId = disputeId;
  }
}

/** Not captured, not there, or not paid for by the claimant. */
export class RedemptionNotDisputable extends Refusal {
  readonly code = "REDEMPTION_NOT_DISPUTABLE";
  readonly redemptionId: string;
  constructor(redemptionId: string) {
    super(`There is no redemption ${redemptionId} at another partner that the claimant's points paid for.`);
    this.redemptionId = redemptionId;
  }
}

export class ExceedsDisputable extends Refusal {
  readonly code = "EXCEEDS_DISPUTABLE";
  readonly disputable: Points;
  constructor(disputable: Points) {
    super(`Between 1 and ${disputable} points of this redemption can be disputed.`);
    this.disputable = disputable;
  }
}

export class DisputeExists extends Refusal {
  readonly code = "DISPUTE_EXISTS";
  /** The dispute that is open on this redemption. */
  readonly disputeId: string;
  constructor(disputeId: string) {
    super("A dispute is open on this redemption; wait until it is decided.");
    this.disputeId = disputeId;
  }
}

export class DisputedTooLate extends Refusal {
  readonly code = "DISPUTED_TOO_LATE";
  readonly endedAt: Date;
  constructor(endedAt: Date) {
    super(`Redemptions can be disputed for a limited time; for this one it ended at ${endedAt.toISOString()}.`);
    this.endedAt = endedAt;
  }
}
