import { getTranslations } from "next-intl/server";
import { memberKinds } from "#portal/lib/history-filter.ts";
import { readMember } from "#portal/lib/member.ts";
import { MemberHome } from "#portal/views/member/home.tsx";
import { memberHome } from "#schema/documents.ts";

export async function generateMetadata() {
  return { title: (await getTranslations("sections"))("home") };
}

export default async function Home() {
  return <MemberHome member={await readMember(memberHome, { kinds: memberKinds })} />;
}
