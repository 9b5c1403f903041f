import { followCompared } from "#api/use-cases/campaigns/follow-compared.ts";
import { followChallenges } from "#api/use-cases/challenges/follow-challenges.ts";
import { followCoupons } from "#api/use-cases/coupons/follow-coupons.ts";
import { followCustomers } from "#api/use-cases/customers/follow-customers.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { followJourneys } from "#api/use-cases/journeys/follow-journeys.ts";
import { followOffers } from "#api/use-cases/offers/follow-offers.ts";
import type { RecordedPurchase, RecordedReturn } from "#api/use-cases/purchases/find-purchases.ts";
import { rewardReferrals } from "#api/use-cases/referral/reward-referrals.ts";
import { followTiers } from "#api/use-cases/tiers/follow-tiers.ts";

/** Goods that came back, and the purchase they came from with all its returns so far. */
export type CameBack = { purchaseReturn: RecordedReturn; purchase: RecordedPurchase };

/** What was recorded, in its order. A purchase may be told together with its return, never after it. */
export type Recorded = { purchases: readonly RecordedPurchase[]; returns: readonly CameBack[] };

/**
 * Does what happens because of receipts beside what their deeds booked. After a death it is told the same again: what it
 * makes bears an id or a key made from the receipt's, so that twice is once. A receipt it cannot serve must not stop the
 * others: it reports and goes on.
 */
export type Follower = (deps: Deps, recorded: Recorded) => Promise<void>;

/** Everybody who is told, in this order. */
export const followers: readonly Follower[] = [
  followTiers,
  followCustomers,
  followCoupons,
  followOffers,
  rewardReferrals,
  followJourneys,
  followChallenges,
  followCompared,
];
