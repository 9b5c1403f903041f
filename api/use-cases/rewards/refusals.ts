import { Refusal } from "#api/kernel/refusal.ts";

/** No such reward, or none this viewer may see or do that with: they are told in the same words. */
export class RewardNotFound extends Refusal {
  readonly code = "REWARD_NOT_FOUND";
  readonly rewardId: string;
  constructor(rewardId: string) {
    super(`There is no reward ${rewardId}.`);
    this.rewardId = rewardId;
  }
}

export class RewardNotOffered extends Refusal {
  readonly code = "REWARD_NOT_OFFERED";
  constructor() {
    super("The reward is not offered at present.");
  }
}

/** Others were quicker. */
export class RewardSoldOut extends Refusal {
  readonly code = "REWARD_SOLD_OUT";
  constructor() {
    super("No piece of the reward is left.");
  }
}

/** No such order, or none at this counter. */
export class RewardOrderNotFound extends Refusal {
  readonly code = "REWARD_ORDER_NOT_FOUND";
  constructor() {
    super("There is no such order here.");
  }
}

/** Fewer pieces than orders hold already. */
export class StockTaken extends Refusal {
  readonly code = "STOCK_TAKEN";
  readonly taken: bigint;
  constructor(taken: bigint) {
    super(`${taken} pieces are ordered already; the stock in all cannot be less.`);
    this.taken = taken;
  }
}
