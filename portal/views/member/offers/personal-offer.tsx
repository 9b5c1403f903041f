import { getTranslations } from "next-intl/server";
import { everywhere, givesWords } from "#portal/lib/gives.ts";
import type { AnswerOf } from "#portal/lib/partner.ts";
import { getTexts } from "#portal/lib/texts.ts";
import { DeedDialog } from "#portal/ui/deed-dialog.tsx";
import { said } from "#portal/views/shared/campaigns/words.ts";
import { OfferCard } from "#portal/views/shared/offer-card.tsx";
import { activateOffer, type myOffers } from "#schema/documents.ts";

export type PersonalOffer = AnswerOf<typeof myOffers>["myOffers"]["edges"][number]["node"];

/** An offer made to the member: what it gives, and the one thing to do about it. */
export async function PersonalOfferCard({ offer: personal }: { offer: PersonalOffer }) {
  const t = await getTranslations("offers");
  const gives = await getTranslations("gives");
  const texts = await getTexts();
  const { id, offer, activatedAt, usedAt } = personal;
  const name = said(offer.name, texts.locale);
  const terms = said(offer.terms, texts.locale);
  const until = personal.expiresAt ?? offer.validUntil;
  const coupon = offer.couponPool ? t("aCoupon", { name: said(offer.couponPool.name, texts.locale) }) : "";
  return (
    <OfferCard
      name={name}
      gives={givesWords(gives, offer.gives.map(everywhere), texts) || coupon || name}
      partner={offer.partner?.name ?? t("everywhere")}
      until={until ? t("until", { date: texts.date(until) }) : undefined}
      terms={[terms]}
      activated={activatedAt ? t(usedAt ? "usedAlready" : "activated") : undefined}
      action={
        activatedAt ? null : (
          <DeedDialog
            operation={activateOffer}
            input={{ personalOfferId: id }}
            takes={{}}
            button={t("activate")}
            title={name}
            text={terms}
            confirm={t("activate")}
            done={t("activatedDone", { name })}
          />
        )
      }
    />
  );
}
