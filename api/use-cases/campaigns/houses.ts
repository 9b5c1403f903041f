import { type Actor, partnerOf } from "#api/kernel/actor.ts";
import type { Campaign, CampaignVersion } from "#api/sql/rows.ts";

/** A house that has a say in a campaign: a partner's id, or the operator. */
export const OPERATOR = "OPERATOR";

export const houseOf = (actor: Actor): string => partnerOf(actor) ?? OPERATOR;

export const ownerOf = ({ partnerId }: Pick<Campaign, "partnerId">): string => partnerId ?? OPERATOR;

/** Null stands for the operator in tables that name partners. */
export const partnerIdOf = (house: string): string | null => (house === OPERATOR ? null : house);

export type VersionOfCampaign = CampaignVersion & { campaign: Campaign };

/** Whoever must agree before a version is scheduled: whose it is first, then everybody else who pays by name. */
export function housesOf({ campaign, funderIds }: VersionOfCampaign): string[] {
  return [...new Set([ownerOf(campaign), ...funderIds])];
}

/** Where people of a house see a campaign in the portal. */
export function campaignPath(house: string, { campaignId }: Pick<CampaignVersion, "campaignId">): string {
  return house === OPERATOR ? `/operator/campaigns/${campaignId}` : `/partner/campaigns/${campaignId}`;
}
