import { getTranslations } from "next-intl/server";
import { readMember } from "#portal/lib/member.ts";
import { MemberCard } from "#portal/views/member/card.tsx";
import { memberCards } from "#schema/documents.ts";

export async function generateMetadata() {
  return { title: (await getTranslations("member"))("cardTitle") };
}

export default async function Card() {
  return <MemberCard member={await readMember(memberCards, {})} />;
}
