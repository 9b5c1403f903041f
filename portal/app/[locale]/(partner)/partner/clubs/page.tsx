import { getTranslations } from "next-intl/server";
import { read } from "#portal/lib/read.ts";
import { type SearchParams, searchOf } from "#portal/lib/search-params.ts";
import { requireViewer } from "#portal/lib/viewer.ts";
import { ClubsView } from "#portal/views/shared/privileges/clubs.tsx";
import { clubList } from "#schema/documents.ts";

export async function generateMetadata() {
  return { title: (await getTranslations("privilegeDesk"))("tab_clubs") };
}

export default async function Clubs({ searchParams }: { searchParams: SearchParams }) {
  const search = await searchOf(searchParams);
  const [answer, { roles }] = await Promise.all([
    read(clubList, { first: 50, after: search["after"] ?? null }),
    requireViewer("PartnerStaff"),
  ]);
  const manages = roles.includes("PARTNER_OWNER") || roles.includes("PARTNER_MANAGER");
  return <ClubsView clubs={answer.clubs} search={search} shell="partner" manages={manages} />;
}
