import { systemActor } from "#api/kernel/actor.ts";
import { newId } from "#api/kernel/ids.ts";
import type { TestPartner, World } from "#api/test/world.ts";
import { returnPurchase } from "#api/use-cases/purchases/return-purchase.ts";

type House = { issuer: TestPartner; redeemer: TestPartner; mark: string };

/** What clearing knows of each house: what comes back in the second cycle of the first one, and how it is taxed. */
export async function clearingOfBoth(w: World, houses: readonly House[]): Promise<void> {
  const { deps, cycleId } = w;
  for (const { issuer, redeemer, mark } of houses) {
    const { id: burnId } = await deps.db.burn.findFirstOrThrow({ where: { redeemerId: redeemer.id, cycleId } });
    await deps.ledger.post({
      kind: "returnLate",
      actor: systemActor,
      owner: redeemer.id,
      key: `${mark} late`,
      fingerprint: "",
      occurredAt: deps.clock.now(),
      place: { partnerId: redeemer.id, locationId: redeemer.locationId, terminalId: redeemer.terminalId },
      movements: [{ kind: "returnRedemption", burnId, points: 1n, graceExpiresAt: null }],
    });
    // Points that are not there any more free the cash that Pharmacy is paid with.
    await returnPurchase(deps, issuer.till, {
      purchase: { receiptNumber: `${mark}-receipt-1` },
      lines: [{ seq: 1, quantityMilli: 100n }],
      receiptNumber: `${mark}-slip-late`,
      idempotencyKey: `${mark}-late-${issuer.id}`.slice(0, 64),
    });
    const pack = { packId: newId("prepaidPack"), partnerId: issuer.id, points: mark === "Ours" ? 10n : 313n };
    await deps.ledger.post({
      kind: "buyPointsPack",
      actor: systemActor,
      owner: issuer.id,
      key: `${mark} pack`,
      fingerprint: "",
      occurredAt: deps.clock.now(),
      place: null,
      movements: [{ kind: "buyPack", ...pack, priceE6: 10_000n }],
    });
    const rule = { section: "FEE", code: `${mark}-tax`, rateBps: 2_077, basis: "ON_TOP", createdBy: "system" } as const;
    const validFrom = new Date("2026-09-09T00:00:00Z");
    await deps.db.taxRule.create({ data: { id: newId("taxRule"), partnerId: issuer.id, ...rule, validFrom } });
  }
}
