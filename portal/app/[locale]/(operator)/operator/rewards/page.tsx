import { getTranslations } from "next-intl/server";
import { type SearchParams, searchOf } from "#portal/lib/search-params.ts";
import { RewardsPage } from "#portal/views/shared/rewards/pages.tsx";

export async function generateMetadata() {
  return { title: (await getTranslations("rewardDesk"))("title") };
}

export default async function Rewards({ searchParams }: { searchParams: SearchParams }) {
  return <RewardsPage shell="operator" search={await searchOf(searchParams)} />;
}
