import { getTranslations } from "next-intl/server";
import { ifAllowed } from "#portal/lib/allowed.ts";
import { read } from "#portal/lib/read.ts";
import { type SearchParams, searchOf } from "#portal/lib/search-params.ts";
import { requireViewer } from "#portal/lib/viewer.ts";
import { RulesView } from "#portal/views/operator/rules.tsx";
import { approvals, programmeRulesPage, taxRuleList } from "#schema/documents.ts";

export async function generateMetadata() {
  return { title: (await getTranslations("ruleBook"))("title") };
}

export default async function Rules({ searchParams }: { searchParams: SearchParams }) {
  const search = await searchOf(searchParams);
  const [{ programme, partners }, { taxRules }, waiting, { roles }] = await Promise.all([
    read(programmeRulesPage, { first: 50, after: search["after"] ?? null }),
    read(taxRuleList, { first: 50, after: null }),
    ifAllowed(read(approvals, { first: 100, state: "WAITING" })),
    requireViewer("OperatorStaff"),
  ]);
  const asked = waiting?.approvals.edges
    .filter(({ node }) => node.action === "changeProgrammeRules")
    .flatMap(({ node }) => node.asked.map(({ field }) => field.replace(/E6$/, "")));
  return (
    <RulesView
      programme={programme}
      partners={partners}
      taxes={taxRules}
      search={search}
      roles={roles}
      waiting={new Set(asked)}
    />
  );
}
