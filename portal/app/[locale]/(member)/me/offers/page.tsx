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
    category: null,
    partnerId: search["partner"] ?? null,
    search: search["search"] ?? null,
  };
  const answer = await read(myOffers, asked);
  const partners = answer.myOffers.edges.flatMap(({ node }) => (node.offer.partner ? [node.offer.partner] : []));
  const each = [...new Map(partners.map((partner) => [partner.id, partner])).values()];
  return <MemberOffers answer={answer} search={search} partners={each} />;
}
