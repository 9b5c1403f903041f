import { getTranslations } from "next-intl/server";
import { ifAllowed } from "#portal/lib/allowed.ts";
import { read } from "#portal/lib/read.ts";
import { type SearchParams, searchOf } from "#portal/lib/search-params.ts";
import { requireViewer } from "#portal/lib/viewer.ts";
import { NoPermission } from "#portal/ui/states.tsx";
import { ClaimDesk, openClaimStates, overClaimStates } from "#portal/views/shared/claim-desk.tsx";
import { claimList } from "#schema/documents.ts";

export async function generateMetadata() {
  return { title: (await getTranslations("claimDesk"))("title") };
}

const deciders: readonly string[] = ["OPERATOR_CLERK", "OPERATOR_ADMIN"];

export default async function Claims({ searchParams }: { searchParams: SearchParams }) {
  const search = await searchOf(searchParams);
  const { roles } = await requireViewer("OperatorStaff");
  const states = [...(search["state"] === "over" ? overClaimStates : openClaimStates)];
  const answer = await ifAllowed(read(claimList, { first: 50, after: search["after"] ?? null, states }));
  if (!answer) return <NoPermission homeHref="/operator" />;
  const decides = roles.some((role) => deciders.includes(role));
  return <ClaimDesk claims={answer.claims} search={search} path="/operator/claims" decides={decides} />;
}
