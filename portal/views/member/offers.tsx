import { Ticket } from "lucide-react";
import { getTranslations } from "next-intl/server";
import type { AnswerOf } from "#portal/lib/partner.ts";
import { address, isFiltered, type Search } from "#portal/lib/search-params.ts";
import { ButtonLink } from "#portal/ui/button.tsx";
import { PageHead, Panel } from "#portal/ui/page.tsx";
import { SearchForm } from "#portal/ui/search-form.tsx";
import { Empty, FilteredEmpty } from "#portal/ui/states.tsx";
import { Tabs } from "#portal/ui/tabs.tsx";
import { OfferFilters } from "#portal/views/member/offers/filters.tsx";
import { PersonalOfferCard } from "#portal/views/member/offers/personal-offer.tsx";
import { Seen } from "#portal/views/member/offers/seen.tsx";
import { HeldStampCard } from "#portal/views/member/offers/stamps.tsx";
import type { myOffers } from "#schema/documents.ts";

type Answer = AnswerOf<typeof myOffers>;

const PATH = "/me/offers";

/** What was offered to this member, and the cards they collect on. */
export async function MemberOffers({ answer, search }: { answer: Answer; search: Search }) {
  const t = await getTranslations("offers");
  const { myOffers: page, myStampCards, myOfferCounts: counts } = answer;
  const offers = page.edges.map(({ node }) => node);
  const activated = search["tab"] === "activated";
  const started = myStampCards.filter(({ stamps }) => stamps > 0);
  const cards = started.length > 0 ? started : myStampCards.slice(0, 2);
  const { tab: _tab, after: _after, ...filters } = search;
  return (
    <>
      <PageHead
        title={t("title")}
        lead={t("lead")}
        actions={
          <ButtonLink href="/me/coupons" className="h-11">
            <Ticket className="size-4" aria-hidden="true" />
            {t("coupons")}
          </ButtonLink>
        }
      />
      <Seen personalOfferIds={offers.filter(({ seenAt }) => seenAt === null).map(({ id }) => id)} />
      {cards.length > 0 && !activated && !isFiltered(filters) ? (
        <section aria-labelledby="stamps" className="mb-8">
          <h2 id="stamps" className="mb-3 font-semibold text-lg tracking-[-0.01em]">
            {t("stampCards")}
          </h2>
          <div className="grid gap-4 sm:grid-cols-2">
            {cards.map((held) => (
              <HeldStampCard key={held.card.id} held={held} />
            ))}
          </div>
        </section>
      ) : null}
      <Tabs
        label={t("title")}
        tabs={[
          { href: address(PATH, { ...filters }), name: t("forYou"), current: !activated },
          { href: address(PATH, { ...filters, tab: "activated" }), name: t("activatedTab"), current: activated },
        ]}
      />
      {counts.length > 0 ? (
        <div className="mb-5 grid gap-3">
          <SearchForm name="search" label={t("search")} search={search} />
          <OfferFilters counts={counts} search={search} path={PATH} />
        </div>
      ) : null}
      {offers.length > 0 ? (
        <div className="grid gap-4 sm:grid-cols-2">
          {offers.map((offer) => (
            <PersonalOfferCard key={offer.id} offer={offer} />
          ))}
        </div>
      ) : (
        <Panel>
          {isFiltered(filters) ? (
            <FilteredEmpty clearHref={address(PATH, activated ? { tab: "activated" } : {})} />
          ) : (
            <Empty title={t(activated ? "noActivatedTitle" : "noOffersTitle")}>
              {t(activated ? "noActivatedText" : "noOffersText")}
            </Empty>
          )}
        </Panel>
      )}
      {page.pageInfo.hasNextPage ? (
        <div className="mt-6 text-center">
          <ButtonLink href={address(PATH, search, { after: page.pageInfo.endCursor })} className="h-11">
            {t("more")}
          </ButtonLink>
        </div>
      ) : null}
    </>
  );
}
