import { getTranslations } from "next-intl/server";
import { ifAllowed } from "#portal/lib/allowed.ts";
import { read } from "#portal/lib/read.ts";
import { type SearchParams, searchOf } from "#portal/lib/search-params.ts";
import { NoPermission } from "#portal/ui/states.tsx";
import { PartnerReconciliation } from "#portal/views/partner/reconciliation.tsx";
import { partnerFileList } from "#schema/documents.ts";

export async function generateMetadata() {
  return { title: (await getTranslations("ownFiles"))("title") };
}

export default async function Reconciliation({ searchParams }: { searchParams: SearchParams }) {
  const search = await searchOf(searchParams);
  const answer = await ifAllowed(read(partnerFileList, { first: 25, after: search["after"] ?? null }));
  if (!answer) return <NoPermission homeHref="/partner" />;
  return <PartnerReconciliation answer={answer} search={search} />;
}
