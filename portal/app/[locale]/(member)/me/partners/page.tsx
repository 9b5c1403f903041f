import { getTranslations } from "next-intl/server";
import { readMember } from "#portal/lib/member.ts";
import { read } from "#portal/lib/read.ts";
import { type SearchParams, searchOf } from "#portal/lib/search-params.ts";
import { PartnersPage } from "#portal/views/member/partners.tsx";
import { memberCards, memberPartners, partnerTrades } from "#schema/documents.ts";

export async function generateMetadata() {
  return { title: (await getTranslations("partnerGuide"))("title") };
}

export default async function Partners({ searchParams }: { searchParams: SearchParams }) {
  const search = await searchOf(searchParams);
  const { after = null, q = null, category = null } = search;
  const [{ partners, myOfferCounts }, all, member] = await Promise.all([
    read(memberPartners, { first: 50, after, search: q, category }),
    read(partnerTrades, { first: 100 }),
    readMember(memberCards, {}),
  ]);
  const trading = tradingOf(partners);
  const categories = [...new Set(tradingOf(all.partners).map((partner) => partner.category))].toSorted();
  const offers = new Map<string, number>();
  for (const { partner, offers: count } of myOfferCounts) {
    if (partner) offers.set(partner.id, (offers.get(partner.id) ?? 0) + count);
  }
  const { hasNextPage, endCursor } = partners.pageInfo;
  const next = hasNextPage ? endCursor : null;
  const shown = { partners: trading, categories, offers, guard: member.spendGuard, search, next };
  return <PartnersPage {...shown} />;
}

const tradingOf = <Partner extends { rates: unknown }>({ edges }: { edges: readonly { node: Partner }[] }): Partner[] =>
  edges.map(({ node }) => node).filter(({ rates }) => rates !== null);
