import { getTranslations } from "next-intl/server";
import { read } from "#portal/lib/read.ts";
import { type SearchParams, searchOf } from "#portal/lib/search-params.ts";
import { RewardDesk } from "#portal/views/shared/rewards/desk.tsx";
import { rewardDesk, rewardOrderByCode } from "#schema/documents.ts";

export async function generateMetadata() {
  return { title: (await getTranslations("rewardDesk"))("title") };
}

export default async function Rewards({ searchParams }: { searchParams: SearchParams }) {
  const { code = "" } = await searchOf(searchParams);
  const [answer, found] = await Promise.all([
    read(rewardDesk, {}),
    code === "" ? null : read(rewardOrderByCode, { code }),
  ]);
  return <RewardDesk answer={answer} code={code} found={found?.rewardOrderByCode ?? null} path="/partner/rewards" />;
}
