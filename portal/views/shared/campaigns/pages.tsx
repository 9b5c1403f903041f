import { notFound } from "next/navigation";
import { ifAllowed } from "#portal/lib/allowed.ts";
import { namesOf } from "#portal/lib/names.ts";
import { read } from "#portal/lib/read.ts";
import type { Search } from "#portal/lib/search-params.ts";
import { NoPermission } from "#portal/ui/states.tsx";
import { CampaignView } from "#portal/views/shared/campaigns/campaign.tsx";
import { houseIn } from "#portal/views/shared/campaigns/house.ts";
import { CampaignList, campaignTabs, tabOf } from "#portal/views/shared/campaigns/list.tsx";
import type { House } from "#portal/views/shared/campaigns/types.ts";
import { campaignList, campaignPage, campaignTrials, campaignWizard } from "#schema/documents.ts";

/** What both shells show at their campaigns' addresses. */
export async function CampaignsPage({ shell, search }: { shell: House["shell"]; search: Search }) {
  const house = await houseIn(shell);
  const states = [...campaignTabs[tabOf(search)]];
  const asked = { first: 25, after: search["after"] ?? null, states, partnerId: null, coalitionWide: null };
  const answer = await ifAllowed(Promise.all([read(campaignList, asked), read(campaignWizard, {})]));
  if (!answer) return <NoPermission homeHref={`/${shell}`} />;
  const [{ campaigns }, { campaignPolicy }] = answer;
  return (
    <CampaignList
      rows={campaigns.edges.map(({ node }) => node)}
      pageInfo={campaigns.pageInfo}
      house={house}
      search={search}
      budgetRequired={campaignPolicy.budgetRequired}
    />
  );
}

export async function CampaignPage({ shell, id, search }: { shell: House["shell"]; id: string; search: Search }) {
  const [house, { campaign }, tried] = await Promise.all([
    houseIn(shell),
    read(campaignPage, { id }),
    read(campaignTrials, { id }),
  ]);
  if (!campaign) notFound();
  const trials = new Map(tried.campaign?.versions.map((version) => [version.id, version]));
  const names = await namesOf(campaign.versions.flatMap(({ steps }) => steps.map(({ by }) => by)));
  return <CampaignView campaign={campaign} trials={trials} house={house} names={names} search={search} />;
}
