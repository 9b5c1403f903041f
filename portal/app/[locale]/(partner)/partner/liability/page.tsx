import { getTranslations } from "next-intl/server";
import { ifAllowed } from "#portal/lib/allowed.ts";
import { readOwnPartner } from "#portal/lib/partner.ts";
import { type SearchParams, searchOf } from "#portal/lib/search-params.ts";
import { NoPermission } from "#portal/ui/states.tsx";
import { PartnerLiability } from "#portal/views/partner/liability.tsx";
import { partnerLiability } from "#schema/documents.ts";

export async function generateMetadata() {
  return { title: (await getTranslations("liability"))("title") };
}

export default async function Liability({ searchParams }: { searchParams: SearchParams }) {
  const search = await searchOf(searchParams);
  const answer = await ifAllowed(readOwnPartner(partnerLiability, { cycleId: search["cycle"] ?? null }));
  const liability = answer?.partner?.pointsLiability;
  if (!answer || !liability) return <NoPermission homeHref="/partner" />;
  return <PartnerLiability liability={liability} cycles={answer.cycles.edges.map(({ node }) => node)} />;
}
