import { getTranslations } from "next-intl/server";
import { type SearchParams, searchOf } from "#portal/lib/search-params.ts";
import { CampaignsPage } from "#portal/views/shared/campaigns/pages.tsx";

export async function generateMetadata() {
  return { title: (await getTranslations("campaigns"))("title") };
}

export default async function Campaigns({ searchParams }: { searchParams: SearchParams }) {
  return <CampaignsPage shell="partner" search={await searchOf(searchParams)} />;
}
