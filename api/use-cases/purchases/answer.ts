import type { Posted } from "#api/ledger/movements.ts";
import {
  type BalanceAfter,
  type Effects,
  findEffects,
  findRedemptions,
  type Redemption,
} from "#api/ledger/read/redemptions.ts";
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

/** What a recorded purchase did. Read from its effect, so that a retry is answered like the first attempt. */
export type PurchaseAnswer = {
  purchase: RecordedPurchase;
  redemption: Redemption | null;
  /** The member's points right after it; null when it moved none. */
  balance: BalanceAfter | null;
  replayed: boolean;
};

export async function purchaseAnswer(deps: Deps, { deedId, replayed }: Posted): Promise<PurchaseAnswer> {
  const [[purchase], effects] = await Promise.all([recordedBy(deps, [deedId]), effectsOf(deps, deedId)]);
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

export async function returnAnswer(deps: Deps, { deedId, replayed }: Posted): Promise<ReturnAnswer> {
  const [[found], effects] = await Promise.all([returnsOfDeeds(deps, [deedId]), effectsOf(deps, deedId)]);
  if (!found) throw new Error(`deed ${deedId} left no return`);
  return { ...found, balance: effects.balances[0] ?? null, replayed };
}

const NOTHING: Effects = { burnIds: [], memberId: null, balances: [] };

export async function effectsOf(deps: Deps, deedId: string): Promise<Effects> {
  const [effects] = await effectsOfDeeds(deps, [deedId]);
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
