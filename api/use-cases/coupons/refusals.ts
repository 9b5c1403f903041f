import { Refusal } from "#api/kernel/refusal.ts";
import type { CouponState } from "#api/use-cases/coupons/my-coupons.ts";

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

/** No coupon of the member has this id: told in the same words as of one that another member holds. */
export class CouponNotFound extends Refusal {
  readonly code = "COUPON_NOT_FOUND";
  readonly couponId: string;
  constructor(couponId: string) {
    super(`The member holds no coupon ${couponId}.`);
    this.couponId = couponId;
  }
}

/** A coupon that was used, or whose time is over, is good for nobody. */
export class CouponNotActive extends Refusal {
  readonly code = "COUPON_NOT_ACTIVE";
  readonly state: CouponState;
  constructor(state: CouponState) {
    super(`The coupon is ${state.toLowerCase()}.`);
    this.state = state;
  }
}

/** Whoever gave the coupon out meant it for its member alone. */
export class CouponNotTransferable extends Refusal {
  readonly code = "COUPON_NOT_TRANSFERABLE";
  readonly couponId: string;
  constructor(couponId: string) {
    super(`The coupon ${couponId} is for its member alone.`);
    this.couponId = couponId;
  }
}

/** The other has, with those that were used, as many coupons of the pool as one member may use. */
export class CouponLimitReached extends Refusal {
  readonly code = "COUPON_LIMIT_REACHED";
  readonly most: bigint;
  constructor(most: bigint) {
    super(`A member uses at most ${most} of these coupons, and this one has them.`);
    this.most = most;
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
