import { getTranslations } from "next-intl/server";
import { everyNode } from "#portal/lib/pages.ts";
import { read } from "#portal/lib/read.ts";
import { type SearchParams, searchOf } from "#portal/lib/search-params.ts";
import { ClaimsPage } from "#portal/views/member/claims/claims.tsx";
import { memberClaims, memberPartners } from "#schema/documents.ts";

export async function generateMetadata() {
  return { title: (await getTranslations("receiptClaims"))("title") };
}

const everyPartner = () =>
  everyNode(async (after) => {
    const { partners } = await read(memberPartners, { first: 50, after, search: null, category: null });
    return partners;
  });

export default async function Claims({ searchParams }: { searchParams: SearchParams }) {
  const search = await searchOf(searchParams);
  const [{ claims }, partners] = await Promise.all([read(memberClaims, { first: 50, after: null }), everyPartner()]);
  const shops = partners.filter(({ rates }) => rates?.issues);
  return <ClaimsPage claims={claims} partners={shops} search={search} />;
}
