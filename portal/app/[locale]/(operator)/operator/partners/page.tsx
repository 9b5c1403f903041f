import { getTranslations } from "next-intl/server";
import { read } from "#portal/lib/read.ts";
import { type SearchParams, searchOf } from "#portal/lib/search-params.ts";
import { PartnersView, partnerStates } from "#portal/views/operator/partners.tsx";
import { partnerList } from "#schema/documents.ts";

export async function generateMetadata() {
  return { title: (await getTranslations("operator"))("partnersTitle") };
}

export default async function Partners({ searchParams }: { searchParams: SearchParams }) {
  const search = await searchOf(searchParams);
  const { partners } = await read(partnerList, {
    first: 50,
    after: search["after"] ?? null,
    search: search["q"] ?? null,
    status: partnerStates.find((state) => state === search["status"]) ?? null,
  });
  return <PartnersView partners={partners} search={search} />;
}
