import { notFound } from "next/navigation";
import { ifAllowed } from "#portal/lib/allowed.ts";
import { read } from "#portal/lib/read.ts";
import type { Search } from "#portal/lib/search-params.ts";
import { getTexts } from "#portal/lib/texts.ts";
import { NoPermission } from "#portal/ui/states.tsx";
import { houseIn } from "#portal/views/shared/campaigns/house.ts";
import { said } from "#portal/views/shared/campaigns/words.ts";
import { kindOf, OfferingList } from "#portal/views/shared/offerings/list.tsx";
import { CouponPoolView } from "#portal/views/shared/offerings/pool.tsx";
import type { House, Kind, Offerings } from "#portal/views/shared/offerings/types.ts";
import {
  couponPoolList,
  couponPoolPage,
  giftList,
  offerDays,
  offerList,
  segmentList,
  stampCardList,
} from "#schema/documents.ts";

/** So many of a kind stand on one page; an offer brings much along. */
const PER_KIND = 25;
const OFFERS = 15;

/** What both shells show at their offerings' addresses. */
export async function OfferingsPage({ shell, search }: { shell: House["shell"]; search: Search }) {
  const house = await houseIn(shell);
  const [answer, segments] = await Promise.all([
    ifAllowed(Promise.all([readKind(kindOf(search)), read(offerDays, { days: 31 })])),
    ifAllowed(read(segmentList, { first: 50, after: null, states: ["ACTIVE"] })),
  ]);
  if (!answer) return <NoPermission homeHref={`/${shell}`} />;
  const [offerings, { offerDays: days }] = answer;
  const { locale } = await getTexts();
  const named = segments?.segments.edges.map(({ node }): [string, string] => [node.id, said(node.name, locale)]) ?? [];
  const shown = { offerings, days, house, search, segments: new Map(named) };
  return <OfferingList {...shown} />;
}

/** Whoever offers something personally may give a coupon along: its form names the pools. */
async function readKind(kind: Kind): Promise<Offerings> {
  const asked = { first: PER_KIND };
  const rows = <Row,>(page: { edges: readonly { node: Row }[] }) => page.edges.map(({ node }) => node);
  const [pools, cards, gifts, offers] = await Promise.all([
    kind === "coupons" || kind === "offers" ? read(couponPoolList, asked) : null,
    kind === "cards" ? read(stampCardList, asked) : null,
    kind === "gifts" ? read(giftList, asked) : null,
    kind === "offers" ? read(offerList, { first: OFFERS }) : null,
  ]);
  return {
    coupons: pools ? rows(pools.couponPools) : [],
    cards: cards ? rows(cards.stampCards) : [],
    gifts: gifts ? rows(gifts.gifts) : [],
    offers: offers ? rows(offers.offers) : [],
  };
}

export async function CouponPoolPage({ shell, id, search }: { shell: House["shell"]; id: string; search: Search }) {
  const house = await houseIn(shell);
  const answer = await ifAllowed(read(couponPoolPage, { id, first: 25, after: search["after"] ?? null, used: null }));
  if (!answer) return <NoPermission homeHref={`/${shell}`} />;
  if (!answer.couponPool) notFound();
  return <CouponPoolView pool={answer.couponPool} house={house} search={search} />;
}
