import { getTranslations } from "next-intl/server";
import { ifAllowed } from "#portal/lib/allowed.ts";
import { read } from "#portal/lib/read.ts";
import { type SearchParams, searchOf } from "#portal/lib/search-params.ts";
import { requireViewer } from "#portal/lib/viewer.ts";
import { NoPermission } from "#portal/ui/states.tsx";
import { problems, ReferralDesk } from "#portal/views/operator/community/referrals.tsx";
import { refusedReferralList } from "#schema/documents.ts";

export async function generateMetadata() {
  return { title: (await getTranslations("fraudDesk"))("title") };
}

export default async function Referrals({ searchParams }: { searchParams: SearchParams }) {
  const search = await searchOf(searchParams);
  const { roles } = await requireViewer("OperatorStaff");
  const problem = problems.find((one) => one === search["problem"]) ?? null;
  const asked = { first: 50, after: search["after"] ?? null, problem };
  const answer = await ifAllowed(read(refusedReferralList, asked));
  if (!answer) return <NoPermission homeHref="/operator" />;
  return <ReferralDesk answer={answer} search={search} roles={roles} />;
}
