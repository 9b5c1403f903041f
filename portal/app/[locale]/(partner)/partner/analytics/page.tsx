import { getTranslations } from "next-intl/server";
import { ifAllowed } from "#portal/lib/allowed.ts";
import { read } from "#portal/lib/read.ts";
import { requireViewer } from "#portal/lib/viewer.ts";
import { NoPermission } from "#portal/ui/states.tsx";
import { PartnerAnalytics } from "#portal/views/partner/analytics.tsx";
import { partnerAnalytics } from "#schema/documents.ts";

export async function generateMetadata() {
  return { title: (await getTranslations("analytics"))("title") };
}

export default async function Analytics() {
  await requireViewer("PartnerStaff");
  const answer = await ifAllowed(read(partnerAnalytics, {}));
  return answer ? <PartnerAnalytics answer={answer} /> : <NoPermission homeHref="/partner" />;
}
