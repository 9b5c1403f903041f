import { getTranslations } from "next-intl/server";
import { ifAllowed } from "#portal/lib/allowed.ts";
import { readOwnPartner } from "#portal/lib/partner.ts";
import { read } from "#portal/lib/read.ts";
import { NoPermission } from "#portal/ui/states.tsx";
import { PartnerOverview } from "#portal/views/partner/overview.tsx";
import { partnerAlerts, partnerOverview } from "#schema/documents.ts";

export async function generateMetadata() {
  return { title: (await getTranslations("partner"))("overviewTitle") };
}

export default async function Overview() {
  const [{ partner, openCycle }, alerts] = await Promise.all([
    readOwnPartner(partnerOverview, {}),
    ifAllowed(read(partnerAlerts, {})),
  ]);
  // The figures are one right together; whoever may not see the position sees none of them.
  if (!partner?.position || !openCycle) return <NoPermission homeHref="/" />;
  return <PartnerOverview partner={partner} cycle={openCycle} alerts={alerts} />;
}
