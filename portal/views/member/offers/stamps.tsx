import { getTranslations } from "next-intl/server";
import type { AnswerOf } from "#portal/lib/partner.ts";
import { getTexts } from "#portal/lib/texts.ts";
import { said } from "#portal/views/shared/campaigns/words.ts";
import { StampCard } from "#portal/views/shared/offerings/stamp-card.tsx";
import type { myOffers } from "#schema/documents.ts";

export type HeldCard = AnswerOf<typeof myOffers>["myStampCards"][number];

/** A card with the member's own stamps on it. */
export async function HeldStampCard({ held: { card, stamps } }: { held: HeldCard }) {
  const t = await getTranslations("offers");
  const texts = await getTexts();
  return (
    <StampCard
      name={said(card.name, texts.locale)}
      terms={said(card.terms, texts.locale)}
      partner={card.partner?.name ?? t("everywhere")}
      symbol={card.symbol}
      size={card.size}
      stamps={Math.max(0, stamps)}
      count={t("stampsOf", { stamps: texts.points(Math.max(0, stamps)), size: texts.points(card.size) })}
    />
  );
}
