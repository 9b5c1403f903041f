import { Refusal } from "#api/kernel/refusal.ts";
import type { ReferralFraud } from "#api/sql/rows.ts";

/** Nobody invites with this code. */
export class ReferralCodeUnknown extends Refusal {
  readonly code = "REFERRAL_CODE_UNKNOWN";
  readonly referralCode: string;
  constructor(referralCode: string) {
    super("Nobody invites with this code; check it for typing errors.");
    this.referralCode = referralCode;
  }
}

const problems: Record<ReferralFraud, string> = {
  SAME_PERSON: "Nobody brings themselves.",
  SAME_DEVICE: "Both use the same device.",
  RING: "The one who is brought has brought the other before, directly or through friends.",
  TOO_MANY: "The advocate has brought as many friends as may be brought in this time.",
  NOT_NEW: "Only who has just joined and bought nothing yet can be brought.",
};

/** Refused, and listed for the operator to look at. */
export class ReferralRefused extends Refusal {
  readonly code = "REFERRAL_REFUSED";
  readonly problem: ReferralFraud;
  constructor(problem: ReferralFraud) {
    super(problems[problem]);
    this.problem = problem;
  }
}

/** The coalition rewards nobody for bringing friends at present. */
export class ReferralClosed extends Refusal {
  readonly code = "REFERRAL_CLOSED";
  constructor() {
    super("The coalition has no referral terms in force.");
  }
}
