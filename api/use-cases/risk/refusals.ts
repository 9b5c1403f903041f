import { formatMoney, type MoneyE6 } from "#api/kernel/money.ts";
import { Refusal } from "#api/kernel/refusal.ts";

export class LimitOverrideNotFound extends Refusal {
  readonly code = "LIMIT_OVERRIDE_NOT_FOUND";
  readonly limitOverrideId: string;
  constructor(limitOverrideId: string) {
    super(`There is no limit override ${limitOverrideId}.`);
    this.limitOverrideId = limitOverrideId;
  }
}

/** An override ends by itself: it begins with its approval and has to end after it. */
export class OverrideExpired extends Refusal {
  readonly code = "OVERRIDE_EXPIRED";
  readonly expiresAt: Date;
  constructor(expiresAt: Date) {
    super(`The override would have ended on ${expiresAt.toISOString()}, before it began.`);
    this.expiresAt = expiresAt;
  }
}

/** Late money is applied out of what came in without an owner, and only as far as the default reaches. */
export class RecoveryExceeds extends Refusal {
  readonly code = "RECOVERY_EXCEEDS";
  /** The most that can be applied now. */
  readonly mostE6: MoneyE6;
  constructor(mostE6: MoneyE6, why: "RECEIPTS" | "DEFAULT") {
    const reason = why === "RECEIPTS" ? "has come in without an owner" : "of the default is not back yet";
    super(`Only ${formatMoney(mostE6)} ${reason}.`);
    this.mostE6 = mostE6;
  }
}

/** The programme's rule about lots is for issuers that are in default. */
export class PartnerNotInDefault extends Refusal {
  readonly code = "PARTNER_NOT_IN_DEFAULT";
  readonly partnerId: string;
  readonly status: string;
  constructor(partnerId: string, status: string) {
    super(`The partner is ${status.toLowerCase().replaceAll("_", " ")}, not in default.`);
    this.partnerId = partnerId;
    this.status = status;
  }
}

/** Lots are handled once at a time. */
export class LotRunUnderWay extends Refusal {
  readonly code = "LOT_RUN_UNDER_WAY";
  readonly lotRunId: string;
  constructor(lotRunId: string) {
    super("The partner's lots are being handled already; wait until that is done.");
    this.lotRunId = lotRunId;
  }
}

/** Whoever is let back in has paid what it failed to pay. */
export class DefaultNotRecovered extends Refusal {
  readonly code = "DEFAULT_NOT_RECOVERED";
  /** Obligations that are not whole again. */
  readonly obligationIds: readonly string[];
  constructor(obligationIds: readonly string[]) {
    super(`The partner still has ${obligationIds.length} obligations in default; its money has to come back first.`);
    this.obligationIds = obligationIds;
  }
}
