import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { entriesBehind } from "#portal/lib/entries-behind.ts";
import { type SearchParams, searchOf } from "#portal/lib/search-params.ts";
import { requireViewer } from "#portal/lib/viewer.ts";
import { EntriesBehind } from "#portal/views/shared/entries-behind.tsx";

export async function generateMetadata() {
  return { title: (await getTranslations("operator"))("behind") };
}

/** The entries behind an amount of a position or a statement. */
export default async function Entries({ searchParams }: { searchParams: SearchParams }) {
  const search = await searchOf(searchParams);
  const { partner } = await requireViewer("PartnerStaff");
  const cycle = await entriesBehind({ ...search, partner: partner.id });
  if (!cycle) notFound();
  return (
    <EntriesBehind
      cycle={cycle}
      search={search}
      path="/partner/entries"
      entryPath="/partner/transactions"
      ofPartner={partner.id}
    />
  );
}
