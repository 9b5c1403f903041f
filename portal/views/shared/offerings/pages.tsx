import { notFound } from "next/navigation";
import { ifAllowed } from "#portal/lib/allowed.ts";
import { read } from "#portal/lib/read.ts";
import type { Search } from "#portal/lib/search-params.ts";
import { getTexts } from "#portal/lib/texts.ts";
import { NoPermission } from "#portal/ui/states.tsx";
import { houseIn } from "#portal/views/shared/campaigns/house.ts";
import { said } from "#portal/views/shared/campaigns/words.ts";
import { OfferingList } from "#portal/views/shared/offerings/list.tsx";
import { CouponPoolView } from "#portal/views/shared/offerings/pool.tsx";
import type { House } from "#portal/views/shared/offerings/types.ts";
import { couponPoolPage, offeringList, segmentList } from "#schema/documents.ts";

/** What both shells show at their offerings' addresses. */
export async function OfferingsPage({ shell, search }: { shell: House["shell"]; search: Search }) {
  const house = await houseIn(shell);
  const [answer, segments] = await Promise.all([
    ifAllowed(read(offeringList, { first: 30, days: 31 })),
    ifAllowed(read(segmentList, { first: 50, after: null, states: ["ACTIVE"] })),
  ]);
  if (!answer) return <NoPermission homeHref={`/${shell}`} />;
  const { locale } = await getTexts();
  const named = segments?.segments.edges.map(({ node }): [string, string] => [node.id, said(node.name, locale)]) ?? [];
  return <OfferingList answer={answer} house={house} search={search} segments={new Map(named)} />;
}

export async function CouponPoolPage({ shell, id, search }: { shell: House["shell"]; id: string; search: Search }) {
  const house = await houseIn(shell);
  const answer = await ifAllowed(read(couponPoolPage, { id, first: 25, after: search["after"] ?? null, used: null }));
  if (!answer) return <NoPermission homeHref={`/${shell}`} />;
  if (!answer.couponPool) notFound();
  return <CouponPoolView pool={answer.couponPool} house={house} search={search} />;
}
