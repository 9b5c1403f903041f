import { getTranslations } from "next-intl/server";
import { read } from "#portal/lib/read.ts";
import { type SearchParams, searchOf } from "#portal/lib/search-params.ts";
import { ClaimsPage } from "#portal/views/member/claims/claims.tsx";
import { memberClaims, memberPartners } from "#schema/documents.ts";

export async function generateMetadata() {
  return { title: (await getTranslations("receiptClaims"))("title") };
}

export default async function Claims({ searchParams }: { searchParams: SearchParams }) {
  const search = await searchOf(searchParams);
  const [{ claims }, { partners }] = await Promise.all([
    read(memberClaims, { first: 50, after: null }),
    read(memberPartners, { first: 100, after: null, search: null, category: null }),
  ]);
  const shops = partners.edges.map(({ node }) => node).filter(({ rates }) => rates?.issues);
  return <ClaimsPage claims={claims} partners={shops} search={search} />;
}
