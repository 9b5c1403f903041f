import { getTranslations } from "next-intl/server";
import { read } from "#portal/lib/read.ts";
import { type SearchParams, searchOf } from "#portal/lib/search-params.ts";
import { couponTabOf, MemberCoupons } from "#portal/views/member/coupons.tsx";
import { myCoupons } from "#schema/documents.ts";

export async function generateMetadata() {
  return { title: (await getTranslations("coupons"))("title") };
}

export default async function Coupons({ searchParams }: { searchParams: SearchParams }) {
  const search = await searchOf(searchParams);
  const asked = { first: 12, after: search["after"] ?? null, state: couponTabOf(search) };
  return <MemberCoupons page={(await read(myCoupons, asked)).myCoupons} search={search} />;
}
