import { getTranslations } from "next-intl/server";
import { readOwnPartner } from "#portal/lib/partner.ts";
import { placeFilter } from "#portal/lib/place-filter.ts";
import { type SearchParams, searchOf } from "#portal/lib/search-params.ts";
import { NoPermission } from "#portal/ui/states.tsx";
import { PartnerTransactions } from "#portal/views/partner/transactions.tsx";
import { partnerEntries } from "#schema/documents.ts";

export async function generateMetadata() {
  return { title: (await getTranslations("partner"))("transactionsTitle") };
}

export default async function Transactions({ searchParams }: { searchParams: SearchParams }) {
  const search = await searchOf(searchParams);
  const filter = await placeFilter(search);
  const { partner } = await readOwnPartner(partnerEntries, { ...filter, first: 50, after: search["after"] ?? null });
  if (!partner?.entryTotals) return <NoPermission homeHref="/partner" />;
  return <PartnerTransactions partner={partner} search={search} />;
}
