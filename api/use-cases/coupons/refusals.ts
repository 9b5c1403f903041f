import { Refusal } from "#api/kernel/refusal.ts";

/** Too many codes that do not exist were shown at a till, with a key or for a member; purchases without a code go on. */
export class TooManyCouponCodes extends Refusal {
  readonly code = "TOO_MANY_COUPON_CODES";
  readonly retryAt: Date;
  constructor(retryAt: Date) {
    super(`Too many codes that do not exist were shown; show the next one after ${retryAt.toISOString()}.`);
    this.retryAt = retryAt;
  }
}

/** A pool has no code left that nobody holds. */
export class NoCouponLeft extends Refusal {
  readonly code = "NO_COUPON_LEFT";
  readonly poolId: string;
  constructor(poolId: string) {
    super(`The pool ${poolId} has no code left to give; have more made.`);
    this.poolId = poolId;
  }
}

/** A pool that is not published, or is over, gives nothing. */
export class CouponPoolClosed extends Refusal {
  readonly code = "COUPON_POOL_CLOSED";
  readonly state: string;
  constructor(state: string) {
    super(`The pool is ${state.toLowerCase()} or out of its time; no coupon of it can be given now.`);
    this.state = state;
  }
}

/** Promo codes are one word for everybody; there is nothing to make or import. */
export class NotSingleUse extends Refusal {
  readonly code = "NOT_SINGLE_USE";
  readonly poolId: string;
  constructor(poolId: string) {
    super(`The pool ${poolId} has one promo code; codes are made for single-use pools only.`);
    this.poolId = poolId;
  }
}

/** A line of a file that is no code, and why. */
export type CodeProblem = { line: number; text: string; message: string };

export class CouponFileRefused extends Refusal {
  readonly code = "COUPON_FILE_REFUSED";
  /** The first hundred. */
  readonly problems: readonly CodeProblem[];
  constructor(count: number, problems: readonly CodeProblem[]) {
    super(count === 0 ? "The file has no codes." : `${count} lines are no codes; nothing was taken.`);
    this.problems = problems;
  }
}

export class CouponRunNotFound extends Refusal {
  readonly code = "COUPON_RUN_NOT_FOUND";
  readonly couponRunId: string;
  constructor(couponRunId: string) {
    super(`There is no making of codes ${couponRunId}.`);
    this.couponRunId = couponRunId;
  }
}
