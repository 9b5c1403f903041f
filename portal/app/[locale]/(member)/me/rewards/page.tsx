import { getTranslations } from "next-intl/server";
import { read } from "#portal/lib/read.ts";
import { type SearchParams, searchOf } from "#portal/lib/search-params.ts";
import { MemberRewards } from "#portal/views/member/rewards.tsx";
import { memberRewards } from "#schema/documents.ts";

export async function generateMetadata() {
  return { title: (await getTranslations("rewards"))("title") };
}

export default async function Rewards({ searchParams }: { searchParams: SearchParams }) {
  const search = await searchOf(searchParams);
  const asked = { after: search["after"] ?? null, ordersAfter: search["orders"] ?? null };
  return <MemberRewards answer={await read(memberRewards, asked)} search={search} />;
}
