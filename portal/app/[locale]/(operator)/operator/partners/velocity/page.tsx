import { getTranslations } from "next-intl/server";
import { ifAllowed } from "#portal/lib/allowed.ts";
import { read } from "#portal/lib/read.ts";
import { type SearchParams, searchOf } from "#portal/lib/search-params.ts";
import { requireViewer } from "#portal/lib/viewer.ts";
import { NoPermission } from "#portal/ui/states.tsx";
import { VelocityView } from "#portal/views/operator/velocity/cases.tsx";
import { velocityCaseList } from "#schema/documents.ts";

export async function generateMetadata() {
  return { title: (await getTranslations("velocity"))("title") };
}

export default async function Velocity({ searchParams }: { searchParams: SearchParams }) {
  const search = await searchOf(searchParams);
  const states = search["state"] === "over" ? (["CONFIRMED", "DISMISSED"] as const) : (["OPEN", "TAKEN"] as const);
  const [answer, { roles }] = await Promise.all([
    ifAllowed(
      read(velocityCaseList, {
        first: 50,
        after: search["after"] ?? null,
        states: [...states],
        velocityRuleId: search["rule"] ?? null,
        subjectId: search["subject"] ?? null,
      }),
    ),
    requireViewer("OperatorStaff"),
  ]);
  if (!answer) return <NoPermission homeHref="/operator" />;
  return <VelocityView cases={answer.velocityCases} search={search} roles={roles} />;
}
