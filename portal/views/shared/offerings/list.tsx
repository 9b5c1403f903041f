import { getTranslations } from "next-intl/server";
import type { Search } from "#portal/lib/search-params.ts";
import { PageHead, Panel } from "#portal/ui/page.tsx";
import { Empty } from "#portal/ui/states.tsx";
import { Tabs } from "#portal/ui/tabs.tsx";
import { CardPanel } from "#portal/views/shared/offerings/card-panel.tsx";
import type { OfferChoices } from "#portal/views/shared/offerings/forms.ts";
import { GiftPanel } from "#portal/views/shared/offerings/gift-panel.tsx";
import { NewOffering } from "#portal/views/shared/offerings/new.tsx";
import { OfferPanel } from "#portal/views/shared/offerings/offer-panel.tsx";
import { PoolPanel } from "#portal/views/shared/offerings/pool-panel.tsx";
import {
  type Kind,
  kinds,
  mayDraft,
  type Offerings,
  offeringsPath,
  type UsesOfDay,
  type View,
} from "#portal/views/shared/offerings/types.ts";
import { Uses } from "#portal/views/shared/offerings/uses.tsx";

type ListProps = {
  offerings: Offerings;
  days: readonly UsesOfDay[];
  view: View;
  search: Search;
  choices: OfferChoices | null;
};

export const kindOf = ({ kind }: Search): Kind => kinds.find((one) => one === kind) ?? "coupons";

/** Everything a house puts there for members, kind by kind, and how much of it is used day by day. */
export async function OfferingList({ offerings, days, view, search, choices }: ListProps) {
  const t = await getTranslations("offerings");
  const kind = kindOf(search);
  const { house } = view;
  const path = offeringsPath(house);
  const panels = {
    coupons: offerings.coupons.map((pool) => <PoolPanel key={pool.id} pool={pool} view={view} />),
    cards: offerings.cards.map((card) => <CardPanel key={card.id} card={card} view={view} />),
    gifts: offerings.gifts.map((gift) => <GiftPanel key={gift.id} gift={gift} view={view} />),
    offers: offerings.offers.map((offer) => <OfferPanel key={offer.id} offer={offer} view={view} choices={choices} />),
  };
  const begin = mayDraft(house) ? <NewOffering kind={kind} view={view} choices={choices} /> : null;
  return (
    <>
      <PageHead title={t("title")} lead={t(house.shell === "partner" ? "lead" : "leadOperator")} actions={begin} />
      <Tabs
        label={t("title")}
        tabs={(["coupons", "cards", "gifts", "offers"] as const).map((one) => ({
          href: `${path}?kind=${one}`,
          name: t(`tab_${one}`),
          current: one === kind,
        }))}
      />
      <div className="grid gap-5">
        {panels[kind].length > 0 ? (
          panels[kind]
        ) : (
          <Panel>
            <Empty title={t(`empty_${kind}`)} action={begin}>
              {t(`emptyText_${kind}`)}
            </Empty>
          </Panel>
        )}
      </div>
      <Uses days={days} className="mt-6" />
    </>
  );
}
