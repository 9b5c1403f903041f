import { getTranslations } from "next-intl/server";
import { ifAllowed } from "#portal/lib/allowed.ts";
import { read } from "#portal/lib/read.ts";
import { dateIn, type SearchParams, searchOf } from "#portal/lib/search-params.ts";
import { readViewer } from "#portal/lib/viewer.ts";
import { startOfDate } from "#portal/lib/zone.ts";
import { PageHead } from "#portal/ui/page.tsx";
import { NoPermission } from "#portal/ui/states.tsx";
import { Trail } from "#portal/ui/trail.tsx";
import { ItemsTable, itemKinds, itemStates } from "#portal/views/partner/reconciliation/items.tsx";
import { RECONCILIATION } from "#portal/views/partner/reconciliation.tsx";
import { partnerBreaks } from "#schema/documents.ts";

export async function generateMetadata() {
  return { title: (await getTranslations("ownFiles"))("breaks") };
}

export default async function Breaks({ searchParams }: { searchParams: SearchParams }) {
  const search = await searchOf(searchParams);
  const { programme } = await readViewer();
  const t = await getTranslations("ownFiles");
  const sections = await getTranslations("sections");
  const before = dateIn(search["before"]);
  const kind = itemKinds.find((one) => one === search["kind"]);
  const state = itemStates.find((one) => one === search["state"]);
  const answer = await ifAllowed(
    read(partnerBreaks, {
      first: 50,
      after: search["after"] ?? null,
      kinds: kind ? [kind] : null,
      states: state ? [state] : ["NEW", "BREAK", "INVESTIGATING"],
      openedBefore: before ? startOfDate(before, programme.timeZone) : null,
    }),
  );
  if (!answer) return <NoPermission homeHref="/partner" />;
  return (
    <>
      <Trail crumbs={[{ name: sections("reconciliation"), href: RECONCILIATION }]} here={t("breaks")} />
      <PageHead title={t("breaks")} lead={t("breaksLead")} />
      <ItemsTable
        items={answer.partnerFileItems}
        path={`${RECONCILIATION}/breaks`}
        search={search}
        title={t("breaks")}
        offer={{ report: "RECON_BREAKS", filters: {}, formats: ["XLSX", "CSV"], filesHref: "/partner/exports" }}
      />
    </>
  );
}
