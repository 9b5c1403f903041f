import { Refusal } from "#api/kernel/refusal.ts";

export class InsufficientPoints extends Refusal {
  readonly code = "INSUFFICIENT_POINTS";
  readonly available: bigint;
  constructor(available: bigint) {
    super(`Only ${available} points are available; ask for no more than that.`);
    this.available = available;
  }
}

export class IdempotencyKeyReused extends Refusal {
  readonly code = "IDEMPOTENCY_KEY_REUSED";
  readonly idempotencyKey: string;
  constructor(idempotencyKey: string) {
    super(`The key ${idempotencyKey} was used with another input; a new deed needs a new key.`);
    this.idempotencyKey = idempotencyKey;
  }
}

export class DuplicateReceipt extends Refusal {
  readonly code = "DUPLICATE_RECEIPT";
  /** The purchase or return that took the receipt number first. */
  readonly firstDeedId: string;
  constructor(firstDeedId: string) {
    super("This receipt number was already recorded at this till on this business date, under another key.");
    this.firstDeedId = firstDeedId;
  }
}

export class ReservationNotFound extends Refusal {
  readonly code = "RESERVATION_NOT_FOUND";
  readonly reservationId: string;
  constructor(reservationId: string) {
    super(`There is no reservation ${reservationId}.`);
    this.reservationId = reservationId;
  }
}

export class ReservationExpired extends Refusal {
  readonly code = "RESERVATION_EXPIRED";
  readonly expiredAt: Date;
  constructor(expiredAt: Date) {
    super(`The reservation expired at ${expiredAt.toISOString()}; reserve the points again.`);
    this.expiredAt = expiredAt;
  }
}

export class ReservationNotOpen extends Refusal {
  readonly code = "RESERVATION_NOT_OPEN";
  readonly state: string;
  constructor(state: string) {
    super(`The reservation is ${state.toLowerCase()}; only a reserved one can be captured or released.`);
    this.state = state;
  }
}

export class ExceedsReservation extends Refusal {
  readonly code = "EXCEEDS_RESERVATION";
  readonly reserved: bigint;
  constructor(reserved: bigint) {
    super(`Only ${reserved} points are reserved; capture no more than that.`);
    this.reserved = reserved;
  }
}

export class ExceedsRedemption extends Refusal {
  readonly code = "EXCEEDS_REDEMPTION";
  readonly returnable: bigint;
  constructor(returnable: bigint) {
    super(`Only ${returnable} points of this redemption can still be given back.`);
    this.returnable = returnable;
  }
}

export class ExposureLimitExceeded extends Refusal {
  readonly code = "EXPOSURE_LIMIT_EXCEEDED";
  readonly issuerId: string;
  constructor(issuerId: string) {
    super(
      "The issuer has reached its exposure limit; points can be issued again after it pays or its limit is raised.",
    );
    this.issuerId = issuerId;
  }
}

/** Something limited has less left than the deed takes: read what is left and decide again. */
export class LimitReached extends Refusal {
  readonly code = "LIMIT_REACHED";
  readonly counterId: string;
  constructor(counterId: string) {
    super("A limit was reached at the same moment by somebody else; send the same key again.");
    this.counterId = counterId;
  }
}

export class PrepaidPointsExhausted extends Refusal {
  readonly code = "PREPAID_POINTS_EXHAUSTED";
  readonly issuerId: string;
  /** Not issued yet; so many must stay. */
  readonly pointsLeft: bigint;
  readonly pointsKept: bigint;
  constructor(issuerId: string, pointsLeft: bigint, pointsKept: bigint) {
    super(
      `The issuer has ${pointsLeft} prepaid points left and keeps ${pointsKept}; it can issue again after buying a pack.`,
    );
    this.issuerId = issuerId;
    this.pointsLeft = pointsLeft;
    this.pointsKept = pointsKept;
  }
}

/** Another return of the same purchase was posted meanwhile: read it again and decide again. */
export class ReturnedMeanwhile extends Refusal {
  readonly code = "RETURNED_MEANWHILE";
  readonly purchaseId: string;
  constructor(purchaseId: string) {
    super("Another return of this purchase was recorded at the same moment; look at the purchase and try again.");
    this.purchaseId = purchaseId;
  }
}

export class LedgerOverloaded extends Refusal {
  readonly code = "OVERLOADED";
  readonly retryAfterMs: number;
  constructor(retryAfterMs: number) {
    super(`The hub is busy; send the same key again after ${retryAfterMs} ms.`);
    this.retryAfterMs = retryAfterMs;
  }
}
