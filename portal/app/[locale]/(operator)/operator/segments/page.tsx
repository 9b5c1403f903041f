import { getTranslations } from "next-intl/server";
import { type SearchParams, searchOf } from "#portal/lib/search-params.ts";
import { SegmentsPage } from "#portal/views/shared/segments/pages.tsx";

export async function generateMetadata() {
  return { title: (await getTranslations("segments"))("title") };
}

export default async function Segments({ searchParams }: { searchParams: SearchParams }) {
  return <SegmentsPage shell="operator" search={await searchOf(searchParams)} />;
}
