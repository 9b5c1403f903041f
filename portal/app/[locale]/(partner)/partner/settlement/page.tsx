import { getTranslations } from "next-intl/server";
import { ifAllowed } from "#portal/lib/allowed.ts";
import { readOwnPartner } from "#portal/lib/partner.ts";
import { type SearchParams, searchOf } from "#portal/lib/search-params.ts";
import { requireViewer } from "#portal/lib/viewer.ts";
import { NoPermission } from "#portal/ui/states.tsx";
import { openPayments, overPayments, PartnerSettlement } from "#portal/views/partner/settlement.tsx";
import { partnerPayments } from "#schema/documents.ts";

export async function generateMetadata() {
  return { title: (await getTranslations("ownSettlement"))("title") };
}

export default async function Settlement({ searchParams }: { searchParams: SearchParams }) {
  const search = await searchOf(searchParams);
  const states = search["state"] === "open" ? openPayments : search["state"] === "over" ? overPayments : null;
  const [answer, { roles }] = await Promise.all([
    ifAllowed(
      readOwnPartner(partnerPayments, {
        first: 25,
        after: search["after"] ?? null,
        states: states ? [...states] : null,
      }),
    ),
    requireViewer("PartnerStaff"),
  ]);
  if (!answer?.partner?.exposure) return <NoPermission homeHref="/partner" />;
  return (
    <PartnerSettlement
      answer={answer}
      partner={answer.partner}
      exposure={answer.partner.exposure}
      search={search}
      roles={roles}
    />
  );
}
