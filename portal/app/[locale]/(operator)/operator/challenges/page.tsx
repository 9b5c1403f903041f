import { getTranslations } from "next-intl/server";
import { read } from "#portal/lib/read.ts";
import { type SearchParams, searchOf } from "#portal/lib/search-params.ts";
import { ChallengeList } from "#portal/views/operator/challenges.tsx";
import { challengeList } from "#schema/documents.ts";

export async function generateMetadata() {
  return { title: (await getTranslations("challengeDesk"))("title") };
}

export default async function Challenges({ searchParams }: { searchParams: SearchParams }) {
  const search = await searchOf(searchParams);
  const answer = await read(challengeList, { after: search["after"] ?? null });
  return <ChallengeList page={answer.challenges} search={search} />;
}
