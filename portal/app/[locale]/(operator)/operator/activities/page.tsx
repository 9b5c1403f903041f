import { getTranslations } from "next-intl/server";
import { type SearchParams, searchOf } from "#portal/lib/search-params.ts";
import { ActivitiesPage } from "#portal/views/shared/activities/pages.tsx";

export async function generateMetadata() {
  return { title: (await getTranslations("activities"))("title") };
}

export default async function Activities({ searchParams }: { searchParams: SearchParams }) {
  return <ActivitiesPage shell="operator" search={await searchOf(searchParams)} />;
}
