import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { read } from "#portal/lib/read.ts";
import { type SearchParams, searchOf } from "#portal/lib/search-params.ts";
import { requireViewer } from "#portal/lib/viewer.ts";
import { EventView } from "#portal/views/shared/privileges/event.tsx";
import { memberEventPage } from "#schema/documents.ts";

type Props = { params: Promise<{ id: string }>; searchParams: SearchParams };

export async function generateMetadata() {
  return { title: (await getTranslations("privilegeDesk"))("tab_events") };
}

export default async function One({ params, searchParams }: Props) {
  const [{ id }, search] = await Promise.all([params, searchOf(searchParams)]);
  const [answer, { roles }] = await Promise.all([
    read(memberEventPage, { id, first: 100, after: search["after"] ?? null }),
    requireViewer("PartnerStaff"),
  ]);
  if (!answer.memberEvent) return notFound();
  const manages = roles.includes("PARTNER_OWNER") || roles.includes("PARTNER_MANAGER");
  return (
    <EventView
      event={answer.memberEvent}
      search={search}
      shell="partner"
      may={{ manage: manages, checkIn: manages || roles.includes("PARTNER_CASHIER") }}
    />
  );
}
