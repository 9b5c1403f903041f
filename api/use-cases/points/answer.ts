import type { Points } from "#api/kernel/points.ts";
import type { BalanceAfter, Posted } from "#api/ledger/movements.ts";
import type { Redemption } from "#api/ledger/read/redemptions.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { effectsOf, redemptionOf } from "#api/use-cases/purchases/answer.ts";
import { InvalidPoints, POINTS_MOVED_MAX } from "./refusals.ts";

/** What a deed on a redemption did; a retry is answered like the first attempt, from what that left. */
export type RedemptionAnswer = { redemption: Redemption; balance: BalanceAfter; replayed: boolean };

export async function redemptionAnswer(deps: Deps, posted: Posted): Promise<RedemptionAnswer> {
  const { deedId, replayed } = posted;
  const { burnIds, balances } = await effectsOf(deps, posted);
  const [burnId] = burnIds;
  if (!burnId) throw new Error(`deed ${deedId} left no redemption`);
  const redemption = await redemptionOf(deps, burnId);
  // A household's pool may have been touched before the member's own wallet.
  const balance = balances.find(({ memberId }) => memberId === redemption.memberId) ?? balances[0];
  if (!balance) throw new Error(`deed ${deedId} touched no wallet`);
  return { redemption, balance, replayed };
}

/** What a deed between two wallets did, or inside one. */
export type WalletAnswer = {
  memberId: string;
  /** Null when the deed touched no other wallet. */
  otherMemberId: string | null;
  balance: BalanceAfter;
  replayed: boolean;
};

export async function walletAnswer(deps: Deps, posted: Posted): Promise<WalletAnswer> {
  const { deedId, replayed } = posted;
  const { memberId, balances } = await effectsOf(deps, posted);
  const balance = balances.find((candidate) => candidate.memberId === memberId);
  if (!balance) throw new Error(`deed ${deedId} touched no wallet`);
  const other = balances.find((candidate) => candidate.memberId !== memberId);
  return { memberId: balance.memberId, otherMemberId: other?.memberId ?? null, balance, replayed };
}

export function checkPoints(points: Points): void {
  if (points <= 0n || points > POINTS_MOVED_MAX) throw new InvalidPoints(points);
}
