import { getTranslations } from "next-intl/server";
import { type SearchParams, searchOf } from "#portal/lib/search-params.ts";
import { CampaignPage } from "#portal/views/shared/campaigns/pages.tsx";

export async function generateMetadata() {
  return { title: (await getTranslations("campaigns"))("campaign") };
}

type CampaignProps = { params: Promise<{ id: string }>; searchParams: SearchParams };

export default async function Campaign({ params, searchParams }: CampaignProps) {
  return <CampaignPage shell="partner" id={(await params).id} search={await searchOf(searchParams)} />;
}
