import { getTranslations } from "next-intl/server";
import type { Locale } from "#portal/i18n/routing.ts";
import { everywhere, type GivenEffect, givesWords } from "#portal/lib/gives.ts";
import { getTextsIn } from "#portal/lib/texts.ts";
import { said, type Written } from "#portal/views/shared/campaigns/words.ts";
import type { OfferCardProps } from "#portal/views/shared/offer-card.tsx";

type Shown = {
  name: Written;
  terms: Written;
  partner: { name: string } | null;
  goodAt: readonly { name: string }[];
  gives: readonly GivenEffect[];
  couponPool: { name: Written } | null;
};

/** From when it is the member's, and the first instant it is over; null: never. */
export type Span = { from: string; until: string | null };

const DAY_MS = 86_400_000;
/** The end is told in days when it is near. */
const NEAR_DAYS = 14;

/** What an offer's card says, the same for the member and for whoever previews it. */
export async function offerFace(offer: Shown, { from, until }: Span, locale: Locale): Promise<OfferCardProps> {
  const [t, gives, texts] = await Promise.all([
    getTranslations({ locale, namespace: "offers" }),
    getTranslations({ locale, namespace: "gives" }),
    getTextsIn(locale),
  ]);
  const name = said(offer.name, locale);
  const coupon = offer.couponPool ? t("aCoupon", { name: said(offer.couponPool.name, locale) }) : "";
  const given = givesWords(gives, offer.gives.map(everywhere), texts);
  const places = offer.goodAt.map((partner) => partner.name).join(", ");
  const now = Date.now();
  const days = until ? Math.max(0, Math.ceil((Date.parse(until) - now) / DAY_MS)) : null;
  const whole = until ? Date.parse(until) - Date.parse(from) : 0;
  return {
    name,
    gives: given || coupon || name,
    partner: places === "" ? (offer.partner?.name ?? t("everywhere")) : t("onlyAt", { places }),
    until: until ? t("until", { date: texts.date(until) }) : undefined,
    terms: [said(offer.terms, locale), ...(given && coupon ? [coupon] : [])],
    termsTitle: t("terms"),
    progress:
      days !== null && days <= NEAR_DAYS && until
        ? {
            share: whole > 0 ? (Date.parse(until) - now) / whole : 0,
            text: t("daysLeft", { count: days, days: texts.points(days) }),
          }
        : undefined,
  };
}
