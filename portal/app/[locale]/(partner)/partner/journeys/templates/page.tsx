import { getTranslations } from "next-intl/server";
import { type SearchParams, searchOf } from "#portal/lib/search-params.ts";
import { TemplatesPage } from "#portal/views/shared/journeys/pages.tsx";

export async function generateMetadata() {
  return { title: (await getTranslations("journeys"))("templates") };
}

export default async function Templates({ searchParams }: { searchParams: SearchParams }) {
  return <TemplatesPage shell="partner" search={await searchOf(searchParams)} />;
}
