import { getTranslations } from "next-intl/server";
import { type SearchParams, searchOf } from "#portal/lib/search-params.ts";
import { JourneysPage } from "#portal/views/shared/journeys/pages.tsx";

export async function generateMetadata() {
  return { title: (await getTranslations("journeys"))("title") };
}

export default async function Journeys({ searchParams }: { searchParams: SearchParams }) {
  return <JourneysPage shell="partner" search={await searchOf(searchParams)} />;
}
