import type { Offer, Tx } from "#api/sql/rows.ts";
import { storedDefinition } from "#api/use-cases/campaigns/definition.ts";
import { OfferCampaignNotReady, OfferNotAsked } from "#api/use-cases/offers/refusals.ts";

/** What a rule asks so that only those who activated an offer get what it gives. */
export const askedFor = (code: string) => `"${code}" in member.offers`;

/** An offer goes out when its campaign is agreed on, and gives nothing to anybody else. */
export async function requireReady(tx: Tx, { code, campaignId }: Offer): Promise<void> {
  if (campaignId === null) return;
  const versions = await tx.campaignVersion.findMany({
    where: { campaignId, state: { in: ["SCHEDULED", "LIVE"] } },
    orderBy: { version: "desc" },
  });
  if (versions.length === 0) throw new OfferCampaignNotReady(campaignId);
  for (const version of versions) {
    const isAsked = storedDefinition(version).rules.every(({ conditions }) =>
      conditions.some(({ expression }) => expression.trim() === askedFor(code)),
    );
    if (!isAsked) throw new OfferNotAsked(askedFor(code));
  }
}
