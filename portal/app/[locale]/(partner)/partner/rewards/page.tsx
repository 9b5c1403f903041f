import { getTranslations } from "next-intl/server";
import { ifAllowed } from "#portal/lib/allowed.ts";
import { read } from "#portal/lib/read.ts";
import { type SearchParams, searchOf } from "#portal/lib/search-params.ts";
import { NoPermission } from "#portal/ui/states.tsx";
import { RewardDesk } from "#portal/views/shared/rewards/desk.tsx";
import { rewardDesk, rewardOrderByCode } from "#schema/documents.ts";

export async function generateMetadata() {
  return { title: (await getTranslations("rewardDesk"))("title") };
}

export default async function Rewards({ searchParams }: { searchParams: SearchParams }) {
  const { code = "" } = await searchOf(searchParams);
  const answer = await ifAllowed(read(rewardDesk, {}));
  if (answer === null) return <NoPermission homeHref="/partner" />;
  const found = code === "" ? null : await ifAllowed(read(rewardOrderByCode, { code }));
  return <RewardDesk answer={answer} code={code} found={found?.rewardOrderByCode ?? null} path="/partner/rewards" />;
}
