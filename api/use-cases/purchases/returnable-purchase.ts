import type { Deps } from "#api/use-cases/deps.ts";
import { termsAt } from "./context.ts";
import { purchaseOf, type RecordedPurchase, withReturns } from "./find-purchases.ts";
import { AmbiguousReceipt, PurchaseNotFound } from "./refusals.ts";

/** A purchase by its id, or by what its receipt says. */
export type PurchaseRef =
  | { purchaseId: string }
  | {
      receiptNumber: string;
      /** Where it was bought; where it comes back when absent. */
      partnerId?: string | null | undefined;
      /** YYYY-MM-DD; needed only where numbers repeat. */
      businessDate?: string | null | undefined;
    };

type Counter = { partnerId: string; at: Date };

/** The purchase, if its goods may come back here: a partner takes back its own, others' where its contract says so. */
export async function returnablePurchase(deps: Deps, ref: PurchaseRef, here: Counter): Promise<RecordedPurchase> {
  const named = "purchaseId" in ref ? ref.purchaseId : ref.receiptNumber;
  const rows = await deps.db.purchase.findMany({ where: matching(ref, here), include: withReturns, take: 2 });
  const [row, other] = rows;
  if (!row || !(await takenHere(deps, row.partnerId, here))) throw new PurchaseNotFound(named);
  if (other) throw new AmbiguousReceipt(named);
  return purchaseOf(row);
}

function matching(ref: PurchaseRef, here: Counter) {
  if ("purchaseId" in ref) return { id: ref.purchaseId };
  const { receiptNumber, partnerId, businessDate } = ref;
  const onDay = businessDate ? { businessDate: new Date(`${businessDate}T00:00:00Z`) } : {};
  return { partnerId: partnerId ?? here.partnerId, receiptNumber, ...onDay };
}

async function takenHere(deps: Deps, boughtAt: string, { partnerId, at }: Counter): Promise<boolean> {
  if (boughtAt === partnerId) return true;
  const { contract } = await termsAt(deps, partnerId, at);
  return contract.takesForeignReturns;
}
