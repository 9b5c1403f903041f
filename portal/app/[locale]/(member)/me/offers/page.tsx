import { getTranslations } from "next-intl/server";
import { read } from "#portal/lib/read.ts";
import { type SearchParams, searchOf } from "#portal/lib/search-params.ts";
import { MemberOffers } from "#portal/views/member/offers.tsx";
import { myOffers } from "#schema/documents.ts";

export async function generateMetadata() {
  return { title: (await getTranslations("offers"))("title") };
}

export default async function Offers({ searchParams }: { searchParams: SearchParams }) {
  const search = await searchOf(searchParams);
  const asked = {
    first: 24,
    after: search["after"] ?? null,
    activated: search["tab"] === "activated",
    category: search["category"] ?? null,
    partnerId: search["partner"] ?? null,
    search: search["search"] ?? null,
  };
  return <MemberOffers answer={await read(myOffers, asked)} search={search} />;
}
