import { getTranslations } from "next-intl/server";
import { type SearchParams, searchOf } from "#portal/lib/search-params.ts";
import { OfferingsPage } from "#portal/views/shared/offerings/pages.tsx";

export async function generateMetadata() {
  return { title: (await getTranslations("offerings"))("title") };
}

export default async function Offerings({ searchParams }: { searchParams: SearchParams }) {
  return <OfferingsPage shell="operator" search={await searchOf(searchParams)} />;
}
