import { getTranslations } from "next-intl/server";
import { Link } from "#portal/i18n/navigation.ts";
import type { AnswerOf } from "#portal/lib/partner.ts";
import { PersonalOfferCard } from "#portal/views/member/offers/personal-offer.tsx";
import { HeldStampCard } from "#portal/views/member/offers/stamps.tsx";
import type { bestOffers } from "#schema/documents.ts";

/** On the first page: the card that is nearest to full, and what was offered last. */
export async function BestOffers({ best: { myOffers, myStampCards } }: { best: AnswerOf<typeof bestOffers> }) {
  const t = await getTranslations("offers");
  const fullest = myStampCards.filter(({ stamps }) => stamps > 0).slice(0, 1);
  const offers = myOffers.edges.map(({ node }) => node).slice(0, 3);
  if (offers.length + fullest.length === 0) return null;
  return (
    <section aria-labelledby="best">
      <div className="mb-3 flex items-baseline justify-between gap-4">
        <h2 id="best" className="font-semibold text-lg tracking-[-0.01em]">
          {t("best")}
        </h2>
        <Link href="/me/offers" className="font-medium text-accent text-sm hover:underline">
          {t("all")}
        </Link>
      </div>
      <div className="grid gap-4 sm:grid-cols-2">
        {fullest.map((held) => (
          <HeldStampCard key={held.card.id} held={held} />
        ))}
        {offers.map((offer) => (
          <PersonalOfferCard key={offer.id} offer={offer} />
        ))}
      </div>
    </section>
  );
}
