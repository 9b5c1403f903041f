import { getTranslations } from "next-intl/server";
import { type SearchParams, searchOf } from "#portal/lib/search-params.ts";
import { RewardActivityPage } from "#portal/views/shared/activities/pages.tsx";

export async function generateMetadata() {
  return { title: (await getTranslations("activities"))("reward") };
}

export default async function RewardAnActivity({ searchParams }: { searchParams: SearchParams }) {
  return <RewardActivityPage shell="partner" search={await searchOf(searchParams)} />;
}
