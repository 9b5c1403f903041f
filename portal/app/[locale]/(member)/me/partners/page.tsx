import { getTranslations } from "next-intl/server";
import { readMember } from "#portal/lib/member.ts";
import { read } from "#portal/lib/read.ts";
import { type SearchParams, searchOf } from "#portal/lib/search-params.ts";
import { PartnersPage } from "#portal/views/member/partners.tsx";
import { memberCards, memberPartners } from "#schema/documents.ts";

export async function generateMetadata() {
  return { title: (await getTranslations("partnerGuide"))("title") };
}

export default async function Partners({ searchParams }: { searchParams: SearchParams }) {
  const search = await searchOf(searchParams);
  const [{ partners }, member] = await Promise.all([
    read(memberPartners, { first: 50, after: search["after"] ?? null, search: search["q"] ?? null, category: null }),
    readMember(memberCards, {}),
  ]);
  const trading = partners.edges.map(({ node }) => node).filter(({ rates }) => rates !== null);
  const { hasNextPage, endCursor } = partners.pageInfo;
  const next = hasNextPage ? endCursor : null;
  return <PartnersPage partners={trading} guard={member.spendGuard} search={search} next={next} />;
}
