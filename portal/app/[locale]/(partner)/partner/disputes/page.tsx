import { getTranslations } from "next-intl/server";
import { ifAllowed } from "#portal/lib/allowed.ts";
import { read } from "#portal/lib/read.ts";
import { type SearchParams, searchOf } from "#portal/lib/search-params.ts";
import { requireViewer } from "#portal/lib/viewer.ts";
import { NoPermission } from "#portal/ui/states.tsx";
import { openStates, overStates, PartnerDisputes } from "#portal/views/partner/disputes.tsx";
import { partnerDisputes } from "#schema/documents.ts";

export async function generateMetadata() {
  return { title: (await getTranslations("disputes"))("title") };
}

export default async function Disputes({ searchParams }: { searchParams: SearchParams }) {
  const search = await searchOf(searchParams);
  const { partner } = await requireViewer("PartnerStaff");
  const answer = await ifAllowed(
    read(partnerDisputes, {
      first: 50,
      after: search["after"] ?? null,
      states: [...(search["state"] === "over" ? overStates : openStates)],
      claimantId: search["side"] === "ours" ? partner.id : null,
      respondentId: search["side"] === "against" ? partner.id : null,
      dueBefore: null,
    }),
  );
  if (!answer) return <NoPermission homeHref="/partner" />;
  return <PartnerDisputes answer={answer} ownId={partner.id} search={search} />;
}
