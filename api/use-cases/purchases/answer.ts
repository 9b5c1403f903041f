import type { BalanceAfter, Effects, Posted } from "#api/ledger/movements.ts";
import { findEffects, findRedemptions, type Redemption } from "#api/ledger/read/redemptions.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { together } from "#api/use-cases/together.ts";
import {
  purchaseOf,
  purchasesOfDeeds,
  type RecordedPurchase,
  type RecordedReturn,
  returnOf,
  withReturns,
} from "./find-purchases.ts";

/** What a recorded purchase did. A retry is answered like the first attempt, from what that left. */
export type PurchaseAnswer = {
  purchase: RecordedPurchase;
  redemption: Redemption | null;
  /** The member's points right after it; null when it moved none. */
  balance: BalanceAfter | null;
  replayed: boolean;
};

/** A purchase as it was decided on, before it was recorded. */
export type DecidedPurchase = Omit<RecordedPurchase, "deedId" | "recordedAt" | "returns">;

/** `decided`: what was posted; it is as good as what could be read of it, and costs nothing. */
export async function purchaseAnswer(
  deps: Deps,
  posted: Posted,
  decided: DecidedPurchase | null,
): Promise<PurchaseAnswer> {
  const { deedId, replayed } = posted;
  const [purchase, effects] = await Promise.all([
    decided && !replayed
      ? { ...decided, deedId, recordedAt: posted.postedAt, returns: [] }
      : recordedBy(deps, [deedId]).then(([recorded]) => recorded),
    effectsOf(deps, posted),
  ]);
  if (!purchase) throw new Error(`deed ${deedId} left no purchase`);
  const [burnId] = effects.burnIds;
  const redemption = burnId ? await redemptionOf(deps, burnId) : null;
  const own = effects.balances.find(({ memberId }) => memberId === purchase.memberId);
  return { purchase, redemption, balance: own ?? effects.balances[0] ?? null, replayed };
}

export type ReturnAnswer = {
  purchaseReturn: RecordedReturn;
  /** With this return among its returns. */
  purchase: RecordedPurchase;
  balance: BalanceAfter | null;
  replayed: boolean;
};

export async function returnAnswer(deps: Deps, posted: Posted): Promise<ReturnAnswer> {
  const { deedId, replayed } = posted;
  const [[found], effects] = await Promise.all([returnsOfDeeds(deps, [deedId]), effectsOf(deps, posted)]);
  if (!found) throw new Error(`deed ${deedId} left no return`);
  return { ...found, balance: effects.balances[0] ?? null, replayed };
}

const NOTHING: Effects = { burnIds: [], memberId: null, balances: [] };

/** What a deed did: told by its posting, or read where it was posted before. */
export async function effectsOf(deps: Deps, deed: Posted | { deedId: string }): Promise<Effects> {
  if ("effects" in deed) return deed.effects;
  const [effects] = await effectsOfDeeds(deps, [deed.deedId]);
  return effects ?? NOTHING;
}

export async function redemptionOf(deps: Deps, id: string): Promise<Redemption> {
  const [redemption] = await redemptions(deps, [id]);
  if (!redemption) throw new Error(`redemption ${id} is gone`);
  return redemption;
}

const effectsOfDeeds = together(({ db }, deedIds) => findEffects(db, deedIds));
const redemptions = together(({ db }, ids) => findRedemptions(db, ids));

const recordedBy = together(purchasesOfDeeds);

const returnsOfDeeds = together(async ({ db }, deedIds) => {
  const rows = await db.purchaseReturn.findMany({
    where: { deedId: { in: [...deedIds] } },
    include: { purchase: { include: withReturns } },
  });
  return new Map(
    rows.map(({ purchase, ...row }) => [row.deedId, { purchaseReturn: returnOf(row), purchase: purchaseOf(purchase) }]),
  );
});
