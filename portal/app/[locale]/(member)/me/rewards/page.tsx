import { getTranslations } from "next-intl/server";
import { read } from "#portal/lib/read.ts";
import { MemberRewards } from "#portal/views/member/rewards.tsx";
import { memberRewards } from "#schema/documents.ts";

export async function generateMetadata() {
  return { title: (await getTranslations("rewards"))("title") };
}

export default async function Rewards() {
  return <MemberRewards answer={await read(memberRewards, {})} />;
}
