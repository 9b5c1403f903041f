import { systemActor } from "#api/kernel/actor.ts";
import { newId } from "#api/kernel/ids.ts";
import type { TestPartner, World } from "#api/test/world.ts";

type House = { issuer: TestPartner; redeemer: TestPartner; mark: string };

/** What clearing knows of each house: a redemption of the first cycle that comes back in the second, and how it is taxed. */
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
    const rule = { section: "FEE", code: `${mark}-tax`, rateBps: 2_077, basis: "ON_TOP", createdBy: "system" } as const;
    const validFrom = new Date("2026-09-09T00:00:00Z");
    await deps.db.taxRule.create({ data: { id: newId("taxRule"), partnerId: issuer.id, ...rule, validFrom } });
  }
}
