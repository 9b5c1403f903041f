import { getTranslations } from "next-intl/server";
import { readMember } from "#portal/lib/member.ts";
import type { AnswerOf } from "#portal/lib/partner.ts";
import { read } from "#portal/lib/read.ts";
import { type SearchParams, searchOf } from "#portal/lib/search-params.ts";
import { PartnersPage } from "#portal/views/member/partners.tsx";
import { memberCards, memberPartners } from "#schema/documents.ts";

export async function generateMetadata() {
  return { title: (await getTranslations("partnerGuide"))("title") };
}

export default async function Partners({ searchParams }: { searchParams: SearchParams }) {
  const search = await searchOf(searchParams);
  const { after = null, q = null, category = null } = search;
  const [{ partners, myOfferCounts }, all, member] = await Promise.all([
    read(memberPartners, { first: 50, after, search: q, category }),
    read(memberPartners, { first: 100, after: null, search: null, category: null }),
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

const tradingOf = ({ edges }: AnswerOf<typeof memberPartners>["partners"]) =>
  edges.map(({ node }) => node).filter(({ rates }) => rates !== null);
