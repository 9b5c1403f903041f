import { getTranslations } from "next-intl/server";
import { readMember } from "#portal/lib/member.ts";
import { read } from "#portal/lib/read.ts";
import { GiftsPage } from "#portal/views/member/friends/gifts.tsx";
import { memberPools } from "#schema/documents.ts";

export async function generateMetadata() {
  return { title: (await getTranslations("sharing"))("title") };
}

export default async function Gifts() {
  const [member, { spendPolicy }] = await Promise.all([readMember(memberPools, {}), read(memberPools, {})]);
  return <GiftsPage member={member} policy={spendPolicy} />;
}
