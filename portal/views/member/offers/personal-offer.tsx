import { getLocale, getTranslations } from "next-intl/server";
import type { AnswerOf } from "#portal/lib/partner.ts";
import { DeedDialog } from "#portal/ui/deed-dialog.tsx";
import { OfferCard } from "#portal/views/shared/offer-card.tsx";
import { offerFace } from "#portal/views/shared/offerings/offer-face.ts";
import { activateOffer, type myOffers } from "#schema/documents.ts";

export type PersonalOffer = AnswerOf<typeof myOffers>["myOffers"]["edges"][number]["node"];

/** An offer made to the member: what it gives, and the one thing to do about it. */
export async function PersonalOfferCard({ offer: personal }: { offer: PersonalOffer }) {
  const t = await getTranslations("offers");
  const { id, offer, madeAt, activatedAt, usedAt } = personal;
  const span = { from: madeAt, until: personal.expiresAt ?? offer.validUntil };
  const face = await offerFace(offer, span, await getLocale());
  return (
    <OfferCard
      {...face}
      activated={activatedAt ? t(usedAt ? "usedAlready" : "activated") : undefined}
      action={
        activatedAt ? null : (
          <DeedDialog
            operation={activateOffer}
            input={{ personalOfferId: id }}
            takes={{}}
            button={t("activate")}
            title={face.name}
            text={face.terms?.join(" ")}
            confirm={t("activate")}
            done={t("activatedDone", { name: face.name })}
          />
        )
      }
    />
  );
}
