import { getTranslations } from "next-intl/server";
import { read } from "#portal/lib/read.ts";
import { type SearchParams, searchOf } from "#portal/lib/search-params.ts";
import { couponTabOf, MemberCoupons } from "#portal/views/member/coupons.tsx";
import { myCoupons, myCouponTransfers } from "#schema/documents.ts";

export async function generateMetadata() {
  return { title: (await getTranslations("coupons"))("title") };
}

export default async function Coupons({ searchParams }: { searchParams: SearchParams }) {
  const search = await searchOf(searchParams);
  const tab = couponTabOf(search);
  const after = search["after"] ?? null;
  const shown =
    tab === "GIFTS"
      ? { tab, page: (await read(myCouponTransfers, { first: 24, after })).myCouponTransfers }
      : { tab, page: (await read(myCoupons, { first: 12, after, state: tab })).myCoupons };
  return <MemberCoupons shown={shown} search={search} />;
}
