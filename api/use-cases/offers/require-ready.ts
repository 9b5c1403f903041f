import type { Offer, Tx } from "#api/sql/rows.ts";
import { storedDefinition } from "#api/use-cases/campaigns/definition.ts";
import { OfferCampaignNotReady, OfferNotAsked } from "#api/use-cases/offers/refusals.ts";
import { InvalidValue } from "#api/use-cases/partners/refusals.ts";

/** What a rule asks so that only those who activated an offer get what it gives. */
export const askedFor = (code: string) => `"${code}" in member.offers`;

/** What a rule asks besides where an offer holds at some partners alone: tills elsewhere say that they are not of them. */
export const askedAt = (codes: readonly string[]) =>
  `receipt.partner in [${codes.map((code) => `"${code}"`).join(", ")}]`;

/** An offer goes out when its campaign is agreed on, and gives nothing to anybody else, nor anywhere else. */
export async function requireReady(tx: Tx, offer: Offer): Promise<void> {
  await requirePoolThere(tx, offer);
  const { code, campaignId } = offer;
  if (campaignId === null) return;
  const versions = await tx.campaignVersion.findMany({
    where: { campaignId, state: { in: ["SCHEDULED", "LIVE"] } },
    orderBy: { version: "desc" },
  });
  if (versions.length === 0) throw new OfferCampaignNotReady(campaignId);
  const codes = await codesOf(tx, offer.partnerIds);
  const wanted = [askedFor(code), ...(codes.length > 0 ? [askedAt(codes)] : [])];
  for (const version of versions) {
    const { rules } = storedDefinition(version);
    const missing = wanted.find((one) => !rules.every(({ conditions }) => conditions.some(asks(one))));
    if (missing) throw new OfferNotAsked(missing);
  }
}

const asks =
  (wanted: string) =>
  ({ expression }: { expression: string }) =>
    expression.trim() === wanted;

/** In the order of their codes, so that there is one way to ask. */
export async function codesOf(tx: Tx, partnerIds: readonly string[]): Promise<string[]> {
  if (partnerIds.length === 0) return [];
  const rows = await tx.partner.findMany({ where: { id: { in: [...partnerIds] } }, select: { code: true } });
  return rows.map(({ code }) => code).sort();
}

/** A coupon that is good in more places would say something else than its offer. */
async function requirePoolThere(tx: Tx, { partnerIds, poolId }: Offer): Promise<void> {
  if (partnerIds.length === 0 || poolId === null) return;
  const pool = await tx.couponPool.findUniqueOrThrow({ where: { id: poolId } });
  const good = pool.partnerIds.length > 0 ? pool.partnerIds : pool.partnerId === null ? null : [pool.partnerId];
  if (good?.every((id) => partnerIds.includes(id))) return;
  throw new InvalidValue("couponPoolId", pool.code, "a pool whose coupons are good nowhere else than the offer");
}
