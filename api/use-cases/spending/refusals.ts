import { Refusal } from "#api/kernel/refusal.ts";

/** The member locked their points; they go on collecting. */
export class SpendLocked extends Refusal {
  readonly code = "SPEND_LOCKED";
  readonly memberId: string;
  constructor(memberId: string) {
    super("The member has locked their points; only they can unlock them, and earning goes on.");
    this.memberId = memberId;
  }
}

/** The member spends points only at partners they named. */
export class SpendPlaceNotAllowed extends Refusal {
  readonly code = "SPEND_PLACE_NOT_ALLOWED";
  readonly partnerId: string;
  constructor(partnerId: string) {
    super("The member does not let their points be spent at this partner.");
    this.partnerId = partnerId;
  }
}

export class SpendLimitReached extends Refusal {
  readonly code = "SPEND_LIMIT_REACHED";
  readonly most: bigint;
  constructor(most: bigint) {
    super(`The most for this span is ${most} points; try fewer, or later.`);
    this.most = most;
  }
}

export type SpendCodeProblem = "MISSING" | "WRONG" | "USED" | "TOO_MANY";

const problems: Record<SpendCodeProblem, string> = {
  MISSING: "Spending needs the rotating code; ask the member to open their card.",
  WRONG: "The rotating code is not right, or its time is over; read it again.",
  USED: "The rotating code was used already; wait for the next one.",
  TOO_MANY: "Too many wrong codes were said; try again in some minutes.",
};

export class SpendCodeRefused extends Refusal {
  readonly code = "SPEND_CODE_REFUSED";
  readonly problem: SpendCodeProblem;
  constructor(problem: SpendCodeProblem) {
    super(problems[problem]);
    this.problem = problem;
  }
}

/** The member was asked: the same request goes through once they have agreed. */
export class SpendNotConfirmed extends Refusal {
  readonly code = "SPEND_NOT_CONFIRMED";
  readonly spendRequestId: string;
  readonly expiresAt: Date;
  constructor(spendRequestId: string, expiresAt: Date) {
    super("The member was asked to confirm; send the same again, or with the code they were shown.");
    this.spendRequestId = spendRequestId;
    this.expiresAt = expiresAt;
  }
}

export class SpendRefused extends Refusal {
  readonly code = "SPEND_REFUSED";
  readonly spendRequestId: string;
  constructor(spendRequestId: string) {
    super("The member said no.");
    this.spendRequestId = spendRequestId;
  }
}

export class SpendRequestNotFound extends Refusal {
  readonly code = "SPEND_REQUEST_NOT_FOUND";
  readonly spendRequestId: string;
  constructor(spendRequestId: string) {
    super(`Nobody asks for confirmation ${spendRequestId}, or not any more.`);
    this.spendRequestId = spendRequestId;
  }
}
