import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { read } from "#portal/lib/read.ts";
import { type SearchParams, searchOf } from "#portal/lib/search-params.ts";
import { requireViewer } from "#portal/lib/viewer.ts";
import { ClubView } from "#portal/views/shared/privileges/club.tsx";
import { clubPage } from "#schema/documents.ts";

type Props = { params: Promise<{ id: string }>; searchParams: SearchParams };

export async function generateMetadata() {
  return { title: (await getTranslations("privilegeDesk"))("tab_clubs") };
}

export default async function One({ params, searchParams }: Props) {
  const [{ id }, search] = await Promise.all([params, searchOf(searchParams)]);
  const [answer, { roles }] = await Promise.all([
    read(clubPage, { id, first: 100, after: search["after"] ?? null }),
    requireViewer("PartnerStaff"),
  ]);
  if (!answer.club) return notFound();
  const manages = roles.includes("PARTNER_OWNER") || roles.includes("PARTNER_MANAGER");
  return <ClubView club={answer.club} search={search} shell="partner" manages={manages} />;
}
