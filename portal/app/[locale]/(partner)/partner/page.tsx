import { getTranslations } from "next-intl/server";
import { ifAllowed } from "#portal/lib/allowed.ts";
import { readOwnPartner } from "#portal/lib/partner.ts";
import { read } from "#portal/lib/read.ts";
import { PartnerOverview } from "#portal/views/partner/overview.tsx";
import { TradeHome } from "#portal/views/partner/trade-home.tsx";
import { readWaiting } from "#portal/views/partner/waiting.ts";
import { houseIn } from "#portal/views/shared/campaigns/house.ts";
import { campaignTabs } from "#portal/views/shared/campaigns/list.tsx";
import { campaignList, offerDays, partnerOverview } from "#schema/documents.ts";

/** So many campaigns are taken in at a glance. */
const CAMPAIGNS = 6;

export async function generateMetadata() {
  return { title: (await getTranslations("partner"))("overviewTitle") };
}

export default async function Overview() {
  const house = await houseIn("partner");
  const [money, waiting] = await Promise.all([ifAllowed(readOwnPartner(partnerOverview, {})), readWaiting(house)]);
  // The figures are one right together; whoever may not see the position sees none of them.
  if (money?.partner?.position && money.openCycle)
    return <PartnerOverview partner={money.partner} cycle={money.openCycle} waiting={waiting} />;
  const asked = { first: CAMPAIGNS, after: null, partnerId: null, coalitionWide: null };
  const trade = await ifAllowed(
    Promise.all([read(campaignList, { ...asked, states: [...campaignTabs.running] }), read(offerDays, { days: 31 })]),
  );
  const [running, uses] = trade ?? [null, null];
  return (
    <TradeHome
      house={house}
      waiting={waiting}
      campaigns={running?.campaigns.edges.map(({ node }) => node) ?? null}
      days={uses?.offerDays ?? []}
    />
  );
}
