import { getTranslations } from "next-intl/server";
import { getTexts } from "#portal/lib/texts.ts";
import { DeedDialog } from "#portal/ui/deed-dialog.tsx";
import {
  cardFields,
  giftFields,
  type OfferChoices,
  offerFields,
  poolFields,
} from "#portal/views/shared/offerings/forms.ts";
import { goodAtField } from "#portal/views/shared/offerings/good-at.tsx";
import { type Kind, offeringsPath, type View } from "#portal/views/shared/offerings/types.ts";
import { wallOf } from "#portal/views/shared/wall.ts";
import { draftCouponPool, draftGift, draftOffer, draftStampCard } from "#schema/documents.ts";

type NewProps = { kind: Kind; view: View; choices: OfferChoices | null };

/** How an offering of a kind begins. */
export async function NewOffering({ kind, view, choices }: NewProps) {
  const t = await getTranslations("offerings");
  const texts = await getTexts();
  const shared = { takes: { key: true }, text: t("newText"), confirm: t("saveDraft"), done: t("drafted") } as const;
  if (kind === "cards")
    return (
      <DeedDialog
        {...shared}
        operation={draftStampCard}
        input={{}}
        fields={cardFields(t)}
        button={t("new_cards")}
        title={t("new_cards")}
      />
    );
  if (kind === "gifts")
    return (
      <DeedDialog
        {...shared}
        operation={draftGift}
        input={{}}
        fields={giftFields(t)}
        button={t("new_gifts")}
        title={t("new_gifts")}
      />
    );
  if (kind === "coupons") {
    const besides = await goodAtField(view);
    return (
      <>
        {(["SINGLE_USE", "PROMO_CODE"] as const).map((one) => (
          <DeedDialog
            {...shared}
            key={one}
            operation={draftCouponPool}
            input={{}}
            fields={poolFields(t, wallOf(texts), one)}
            besides={besides}
            look={one === "SINGLE_USE" ? "primary" : "secondary"}
            button={t(`new_${one}`)}
            title={t(`new_${one}`)}
          />
        ))}
      </>
    );
  }
  if (!choices) return null;
  return (
    <DeedDialog
      {...shared}
      operation={draftOffer}
      input={{}}
      besides={await goodAtField(view, { hint: "offerAtHint" })}
      fields={offerFields(t, { locale: texts.locale, points: texts.points, ...wallOf(texts) }, choices)}
      button={t("new_offers")}
      title={t("new_offers")}
      leadsTo={`${offeringsPath(view.house)}?kind=offers`}
    />
  );
}
