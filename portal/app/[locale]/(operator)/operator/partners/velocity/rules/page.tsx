import { getTranslations } from "next-intl/server";
import { ifAllowed } from "#portal/lib/allowed.ts";
import { namesOf } from "#portal/lib/names.ts";
import { read } from "#portal/lib/read.ts";
import { type SearchParams, searchOf } from "#portal/lib/search-params.ts";
import { requireViewer } from "#portal/lib/viewer.ts";
import { NoPermission } from "#portal/ui/states.tsx";
import { ReferralCaps } from "#portal/views/operator/velocity/referral-caps.tsx";
import { VelocityRules } from "#portal/views/operator/velocity/rules.tsx";
import { velocityRuleList } from "#schema/documents.ts";

export async function generateMetadata() {
  return { title: (await getTranslations("velocityDesk"))("rulesTitle") };
}

export default async function Rules({ searchParams }: { searchParams: SearchParams }) {
  const search = await searchOf(searchParams);
  const [answer, { roles }] = await Promise.all([
    ifAllowed(read(velocityRuleList, { first: 50, after: search["after"] ?? null, inForce: null })),
    requireViewer("OperatorStaff"),
  ]);
  if (!answer) return <NoPermission homeHref="/operator" />;
  const people = answer.velocityRules.edges.flatMap(({ node: { approval } }) =>
    approval ? [approval.requestedBy, approval.decidedBy] : [],
  );
  return (
    <VelocityRules
      rules={answer.velocityRules}
      caps={<ReferralCaps {...answer} />}
      search={search}
      roles={roles}
      names={await namesOf(people)}
    />
  );
}
