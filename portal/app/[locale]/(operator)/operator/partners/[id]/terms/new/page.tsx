import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ifAllowed } from "#portal/lib/allowed.ts";
import { proposedIn, replayable, textsOf } from "#portal/lib/proposed-terms.ts";
import { read } from "#portal/lib/read.ts";
import { type SearchParams, searchOf } from "#portal/lib/search-params.ts";
import { ProposeTermsView } from "#portal/views/operator/partner/propose-terms.tsx";
import { partnerTerms, whatIf } from "#schema/documents.ts";

export async function generateMetadata() {
  return { title: (await getTranslations("terms"))("propose") };
}

const closedStates = ["IN_REVIEW", "APPROVED", "SETTLING", "SETTLED", "SETTLED_WITH_DEFAULT"];

type Props = { params: Promise<{ id: string }>; searchParams: SearchParams };

/** Other terms, filled in, replayed on a closed cycle, and then laid before a second person. */
export default async function ProposeTerms({ params, searchParams }: Props) {
  const { id } = await params;
  const search = await searchOf(searchParams);
  const { partner, cycles } = await read(partnerTerms, { id });
  const [newest] = partner?.contracts ?? [];
  if (!partner || !newest) notFound();
  const inForce = textsOf(newest);
  const proposed = proposedIn(search, inForce);
  const closed = cycles.edges.map(({ node }) => node).filter(({ state }) => closedStates.includes(state));
  const cycle = closed.find((one) => one.id === search["cycle"]) ?? closed[0] ?? null;
  const asked = Object.keys(search).length > 0;
  const replay =
    asked && cycle
      ? await ifAllowed(
          read(whatIf, { cycleId: cycle.id, terms: [{ partnerId: id, ...replayable(inForce, proposed) }] }),
        )
      : null;
  return (
    <ProposeTermsView
      partner={partner}
      inForce={inForce}
      proposed={proposed}
      cycles={closed}
      cycle={cycle}
      replay={replay?.whatIf ?? null}
      asked={asked}
    />
  );
}
