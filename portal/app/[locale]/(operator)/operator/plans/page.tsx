import { getTranslations } from "next-intl/server";
import { read } from "#portal/lib/read.ts";
import { type SearchParams, searchOf } from "#portal/lib/search-params.ts";
import { requireViewer } from "#portal/lib/viewer.ts";
import { PlansView } from "#portal/views/operator/programme/plans.tsx";
import { planDesk } from "#schema/documents.ts";

export async function generateMetadata() {
  return { title: (await getTranslations("privilegeDesk"))("tab_plans") };
}

export default async function Plans({ searchParams }: { searchParams: SearchParams }) {
  const search = await searchOf(searchParams);
  const [desk, { roles }] = await Promise.all([
    read(planDesk, { first: 50, after: search["after"] ?? null }),
    requireViewer("OperatorStaff"),
  ]);
  return <PlansView desk={desk} search={search} roles={roles} />;
}
