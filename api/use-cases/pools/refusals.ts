import { Refusal } from "#api/kernel/refusal.ts";

/** No such pool, or none the viewer takes part in. */
export class PoolNotFound extends Refusal {
  readonly code = "POOL_NOT_FOUND";
  readonly poolId: string;
  constructor(poolId: string) {
    super(`There is no pool ${poolId}.`);
    this.poolId = poolId;
  }
}

/** Nobody lives in two households. */
export class AlreadyInHousehold extends Refusal {
  readonly code = "ALREADY_IN_HOUSEHOLD";
  readonly poolId: string;
  constructor(poolId: string) {
    super("The member is in a household already; they leave it first.");
    this.poolId = poolId;
  }
}

export class PoolFull extends Refusal {
  readonly code = "POOL_FULL";
  readonly most: number;
  constructor(most: number) {
    super(`A household has at most ${most} people, invited ones counted.`);
    this.most = most;
  }
}

/** Whoever goes last takes what is there with them, or nobody could. */
export class PoolNotEmpty extends Refusal {
  readonly code = "POOL_NOT_EMPTY";
  readonly points: bigint;
  constructor(points: bigint) {
    super(`${points} points are left in the pool; take them out before the last one leaves.`);
    this.points = points;
  }
}

/** A member's share of the pool's points for this month is taken. */
export class PoolShareReached extends Refusal {
  readonly code = "POOL_SHARE_REACHED";
  readonly most: bigint;
  constructor(most: bigint) {
    super(`The member takes at most ${most} points a month out of this pool.`);
    this.most = most;
  }
}

/** A club has one pool. */
export class ClubHasPool extends Refusal {
  readonly code = "CLUB_HAS_POOL";
  readonly poolId: string;
  constructor(poolId: string) {
    super("The club has a pool already.");
    this.poolId = poolId;
  }
}
