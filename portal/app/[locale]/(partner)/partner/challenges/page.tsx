import { getTranslations } from "next-intl/server";
import { type SearchParams, searchOf } from "#portal/lib/search-params.ts";
import { ChallengesPage } from "#portal/views/shared/challenges/pages.tsx";

export async function generateMetadata() {
  return { title: (await getTranslations("challengeDesk"))("title") };
}

export default async function Challenges({ searchParams }: { searchParams: SearchParams }) {
  return <ChallengesPage shell="partner" search={await searchOf(searchParams)} />;
}
