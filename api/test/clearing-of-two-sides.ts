import { newId } from "#api/kernel/ids.ts";
import type { TestPartner, World } from "#api/test/world.ts";
import { returnPurchase } from "#api/use-cases/purchases/return-purchase.ts";

/** What clearing knows of each house: goods of the first cycle that come back in the second, and how it is taxed. */
export async function clearingOfBoth(
  w: World,
  houses: readonly { issuer: TestPartner; mark: string }[],
): Promise<void> {
  const { deps } = w;
  for (const { issuer, mark } of houses) {
    const { id: purchaseId } = await deps.db.purchase.findFirstOrThrow({
      where: { receiptNumber: `${mark}-receipt-1` },
    });
    const slip = { receiptNumber: `${mark}-slip-late`, idempotencyKey: `${mark}-late-${issuer.id}`.slice(0, 64) };
    await returnPurchase(deps, issuer.till, {
      purchase: { purchaseId },
      lines: [{ seq: 1, quantityMilli: 100n }],
      ...slip,
    });
    const rule = { section: "FEE", code: `${mark}-tax`, rateBps: 2_077, basis: "ON_TOP", createdBy: "system" } as const;
    const validFrom = new Date("2026-09-09T00:00:00Z");
    await deps.db.taxRule.create({ data: { id: newId("taxRule"), partnerId: issuer.id, ...rule, validFrom } });
  }
}
