import { getTranslations } from "next-intl/server";
import { type SearchParams, searchOf } from "#portal/lib/search-params.ts";
import { LogPage } from "#portal/views/shared/journeys/pages.tsx";

export async function generateMetadata() {
  return { title: (await getTranslations("journeys"))("log") };
}

export default async function Messages({ searchParams }: { searchParams: SearchParams }) {
  return <LogPage shell="partner" search={await searchOf(searchParams)} />;
}
