import { getTranslations } from "next-intl/server";
import { read } from "#portal/lib/read.ts";
import { type SearchParams, searchOf } from "#portal/lib/search-params.ts";
import { requireViewer } from "#portal/lib/viewer.ts";
import { EventsView } from "#portal/views/shared/privileges/events.tsx";
import { memberEventList } from "#schema/documents.ts";

export async function generateMetadata() {
  return { title: (await getTranslations("privilegeDesk"))("tab_events") };
}

export default async function Events({ searchParams }: { searchParams: SearchParams }) {
  const search = await searchOf(searchParams);
  const [answer, { roles }] = await Promise.all([
    read(memberEventList, { first: 50, after: search["after"] ?? null }),
    requireViewer("PartnerStaff"),
  ]);
  const manages = roles.includes("PARTNER_OWNER") || roles.includes("PARTNER_MANAGER");
  return <EventsView events={answer.memberEvents} search={search} shell="partner" manages={manages} />;
}
