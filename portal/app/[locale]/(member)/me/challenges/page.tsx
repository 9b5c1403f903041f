import { getTranslations } from "next-intl/server";
import { read } from "#portal/lib/read.ts";
import { MemberChallenges } from "#portal/views/member/challenges.tsx";
import { memberChallenges } from "#schema/documents.ts";

export async function generateMetadata() {
  return { title: (await getTranslations("challenges"))("title") };
}

export default async function Challenges() {
  return <MemberChallenges answer={await read(memberChallenges, {})} />;
}
