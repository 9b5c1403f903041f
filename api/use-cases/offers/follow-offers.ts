import type { Effect } from "#api/engine/effects.ts";
import { isWholeBack } from "#api/use-cases/coupons/follow-coupons.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import type { Follower } from "#api/use-cases/following/followers.ts";
import { everyIdOfPerson } from "#api/use-cases/members/one-person.ts";
import type { RecordedPurchase } from "#api/use-cases/purchases/find-purchases.ts";

/** Writes down which activated offers receipts used first, and takes that back with the whole receipt. */
export const followOffers: Follower = async (deps, { purchases, returns }) => {
  const told = purchases.filter((purchase) => !isWholeBack(purchase) && campaignsOf(purchase).length > 0);
  const codes = await offersOf(deps, told.flatMap(campaignsOf));
  for (const purchase of told) {
    const offerIds = campaignsOf(purchase).flatMap((id) => codes.get(id) ?? []);
    if (offerIds.length === 0) continue;
    const { id: usedPurchaseId, occurredAt: usedAt } = purchase;
    const memberId = { in: await everyIdOfPerson(deps.db, purchase.memberId) };
    await deps.db.personalOffer.updateMany({
      where: { offerId: { in: offerIds }, memberId, activatedAt: { not: null }, usedAt: null },
      data: { usedAt, usedPurchaseId },
    });
  }
  const back = returns.flatMap(({ purchase }) => (isWholeBack(purchase) ? [purchase.id] : []));
  if (back.length === 0) return;
  const where = { usedPurchaseId: { in: back } };
  await deps.db.personalOffer.updateMany({ where, data: { usedAt: null, usedPurchaseId: null } });
};

/** The campaigns that gave something. */
const campaignsOf = ({ granted }: RecordedPurchase): string[] => [
  ...new Set(granted.effects.flatMap(({ source }: Effect) => (source ? [source.campaignId] : []))),
];

async function offersOf({ db }: Deps, campaignIds: readonly string[]): Promise<Map<string, string[]>> {
  if (campaignIds.length === 0) return new Map();
  const rows = await db.offer.findMany({
    where: { campaignId: { in: [...new Set(campaignIds)] } },
    select: { id: true, campaignId: true },
  });
  const byCampaign = Map.groupBy(rows, ({ campaignId }) => campaignId ?? "");
  return new Map([...byCampaign].map(([campaignId, offers]) => [campaignId, offers.map(({ id }) => id)]));
}
