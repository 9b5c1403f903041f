import { getTranslations } from "next-intl/server";
import { ifAllowed } from "#portal/lib/allowed.ts";
import { read } from "#portal/lib/read.ts";
import { type SearchParams, searchOf } from "#portal/lib/search-params.ts";
import { NoPermission } from "#portal/ui/states.tsx";
import { houseIn } from "#portal/views/shared/campaigns/house.ts";
import { mayDo } from "#portal/views/shared/campaigns/types.ts";
import { ClaimDesk, openClaimStates, overClaimStates } from "#portal/views/shared/claim-desk.tsx";
import { claimList } from "#schema/documents.ts";

export async function generateMetadata() {
  return { title: (await getTranslations("claimDesk"))("title") };
}

export default async function Claims({ searchParams }: { searchParams: SearchParams }) {
  const search = await searchOf(searchParams);
  const house = await houseIn("partner");
  const states = [...(search["state"] === "over" ? overClaimStates : openClaimStates)];
  const answer = await ifAllowed(read(claimList, { first: 50, after: search["after"] ?? null, states }));
  if (!answer) return <NoPermission homeHref="/partner" />;
  const decides = mayDo(house, "answerClaims");
  return <ClaimDesk claims={answer.claims} search={search} path="/partner/claims" decides={decides} />;
}
