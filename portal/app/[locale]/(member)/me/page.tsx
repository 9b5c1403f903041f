import { getTranslations } from "next-intl/server";
import { memberKinds } from "#portal/lib/history-filter.ts";
import { readMember } from "#portal/lib/member.ts";
import { read } from "#portal/lib/read.ts";
import { MemberHome } from "#portal/views/member/home.tsx";
import { bestOffers, memberHome } from "#schema/documents.ts";

export async function generateMetadata() {
  return { title: (await getTranslations("sections"))("home") };
}

export default async function Home() {
  const [member, best] = await Promise.all([readMember(memberHome, { kinds: memberKinds }), read(bestOffers, {})]);
  return <MemberHome member={member} best={best} />;
}
