import type { MoneyE6 } from "#api/kernel/money.ts";
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

/** Not captured, not there, or the claimant has no part in it. */
export class RedemptionNotDisputable extends Refusal {
  readonly code = "REDEMPTION_NOT_DISPUTABLE";
  readonly redemptionId: string;
  constructor(redemptionId: string) {
    super(`There is no redemption ${redemptionId} between the claimant and another partner.`);
    this.redemptionId = redemptionId;
  }
}

export class ExceedsDisputable extends Refusal {
  readonly code = "EXCEEDS_DISPUTABLE";
  readonly disputable: Points;
  constructor(disputable: Points) {
    super(`At most ${disputable} points of this redemption can be disputed or upheld.`);
    this.disputable = disputable;
  }
}

export class ExceedsDisputableMoney extends Refusal {
  readonly code = "EXCEEDS_DISPUTABLE_MONEY";
  readonly disputableE6: MoneyE6;
  constructor(disputableE6: MoneyE6) {
    super(`At most ${disputableE6} millionths of this redemption's money can be disputed or upheld.`);
    this.disputableE6 = disputableE6;
  }
}

/** Some reasons are an issuer's, some a redeemer's. */
export class ReasonNotOfSide extends Refusal {
  readonly code = "REASON_NOT_OF_SIDE";
  readonly reasons: readonly string[];
  constructor(side: string, reasons: readonly string[]) {
    super(`The redemption's ${side} can give the reasons ${reasons.join(", ")}.`);
    this.reasons = reasons;
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

/** The time for this word is over; the clock decides. */
export class DisputeDeadlinePassed extends Refusal {
  readonly code = "DISPUTE_DEADLINE_PASSED";
  readonly deadlineAt: Date;
  constructor(deadlineAt: Date) {
    super(`That had to be said before ${deadlineAt.toISOString()}.`);
    this.deadlineAt = deadlineAt;
  }
}

export class EvidenceRequired extends Refusal {
  readonly code = "EVIDENCE_REQUIRED";
  constructor() {
    super("Bring evidence forward with the response, or before it.");
  }
}

/** The file is too long, of a kind that is not taken, or not what it says it is. */
export class EvidenceNotAcceptable extends Refusal {
  readonly code = "EVIDENCE_NOT_ACCEPTABLE";
  /** The most a file may have. */
  readonly bytesMax: number;
  readonly mediaTypes: readonly string[];
  constructor(problem: string, { bytesMax, mediaTypes }: { bytesMax: number; mediaTypes: readonly string[] }) {
    super(problem);
    this.bytesMax = bytesMax;
    this.mediaTypes = mediaTypes;
  }
}
