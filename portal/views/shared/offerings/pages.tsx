import { notFound } from "next/navigation";
import { routing } from "#portal/i18n/routing.ts";
import { ifAllowed } from "#portal/lib/allowed.ts";
import type { Choice } from "#portal/lib/choices.ts";
import { read } from "#portal/lib/read.ts";
import { address, type Search } from "#portal/lib/search-params.ts";
import { getTexts } from "#portal/lib/texts.ts";
import { NoPermission } from "#portal/ui/states.tsx";
import { houseIn } from "#portal/views/shared/campaigns/house.ts";
import { said } from "#portal/views/shared/campaigns/words.ts";
import { offerChoices } from "#portal/views/shared/offerings/choices.ts";
import { kindOf, OfferingList } from "#portal/views/shared/offerings/list.tsx";
import { CouponPoolView } from "#portal/views/shared/offerings/pool.tsx";
import {
  type House,
  type Kind,
  type Offerings,
  offeringsPath,
  poolPath,
  type View,
} from "#portal/views/shared/offerings/types.ts";
import {
  couponPoolList,
  couponPoolPage,
  giftList,
  offerDays,
  offerList,
  partnerNames,
  segmentList,
  stampCardList,
} from "#schema/documents.ts";

/** So many of a kind stand on one page; an offer brings much along. */
const PER_KIND = 25;
const OFFERS = 15;

/** What both shells show at their offerings' addresses. */
export async function OfferingsPage({ shell, search }: { shell: House["shell"]; search: Search }) {
  const house = await houseIn(shell);
  const kind = kindOf(search);
  const [answer, segments] = await Promise.all([
    ifAllowed(Promise.all([readKind(kind), read(offerDays, { days: 31 })])),
    ifAllowed(read(segmentList, { first: 50, after: null, states: ["ACTIVE"] })),
  ]);
  if (!answer) return <NoPermission homeHref={`/${shell}`} />;
  const [offerings, { offerDays: days }] = answer;
  const { locale } = await getTexts();
  const named = segments?.segments.edges.map(({ node }): [string, string] => [node.id, said(node.name, locale)]) ?? [];
  const choices = kind === "offers" ? await offerChoices(house, offerings.coupons, new Map(named)) : null;
  const view = await viewOf(house, search, offeringsPath(house));
  return <OfferingList offerings={offerings} days={days} view={view} search={search} choices={choices} />;
}

/** Previews speak the language that the address names, else the viewer's own. */
async function viewOf(house: House, search: Search, path: string): Promise<View> {
  const { locale } = await getTexts();
  const shown = routing.locales.find((one) => one === search["in"]) ?? locale;
  const partners = house.shell === "operator" ? await readPartners() : null;
  return { house, shown, hrefIn: (one) => address(path, search, { in: one }), partners };
}

async function readPartners(): Promise<Choice[]> {
  const { partners } = await read(partnerNames, { first: 100, after: null });
  return partners.edges.flatMap(({ node }) => (node.isOperator ? [] : [{ value: node.id, name: node.name }]));
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
  const view = await viewOf(house, search, poolPath(house, id));
  return <CouponPoolView pool={answer.couponPool} view={view} search={search} />;
}
