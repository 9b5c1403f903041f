import { getTranslations } from "next-intl/server";
import { readOwnPartner } from "#portal/lib/partner.ts";
import { type SearchParams, searchOf } from "#portal/lib/search-params.ts";
import { NoPermission } from "#portal/ui/states.tsx";
import { PartnerStatements } from "#portal/views/partner/statements.tsx";
import { partnerStatements } from "#schema/documents.ts";

export async function generateMetadata() {
  return { title: (await getTranslations("partner"))("statementsTitle") };
}

export default async function Statements({ searchParams }: { searchParams: SearchParams }) {
  const search = await searchOf(searchParams);
  const { partner } = await readOwnPartner(partnerStatements, { first: 25, after: search["after"] ?? null });
  if (!partner) return <NoPermission homeHref="/partner" />;
  return <PartnerStatements statements={partner.statements} search={search} />;
}
