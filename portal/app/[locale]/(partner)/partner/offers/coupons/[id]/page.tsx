import { getTranslations } from "next-intl/server";
import { type SearchParams, searchOf } from "#portal/lib/search-params.ts";
import { CouponPoolPage } from "#portal/views/shared/offerings/pages.tsx";

type PoolParams = { params: Promise<{ id: string }>; searchParams: SearchParams };

export async function generateMetadata() {
  return { title: (await getTranslations("offerings"))("codesTitle") };
}

export default async function CouponPool({ params, searchParams }: PoolParams) {
  const { id } = await params;
  return <CouponPoolPage shell="partner" id={id} search={await searchOf(searchParams)} />;
}
