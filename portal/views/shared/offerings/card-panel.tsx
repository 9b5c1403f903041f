import { getTranslations } from "next-intl/server";
import { getTexts, getTextsIn } from "#portal/lib/texts.ts";
import { said } from "#portal/views/shared/campaigns/words.ts";
import { EditDraft } from "#portal/views/shared/offerings/edit.tsx";
import { cardFields } from "#portal/views/shared/offerings/forms.ts";
import { OfferingPanel } from "#portal/views/shared/offerings/row.tsx";
import { StampCard } from "#portal/views/shared/offerings/stamp-card.tsx";
import { type CardRow, mayEdit, type View } from "#portal/views/shared/offerings/types.ts";
import { editStampCard } from "#schema/documents.ts";

/** A stamp card two stamps before it is full. */
export async function CardPanel({ card, view }: { card: CardRow; view: View }) {
  const t = await getTranslations("offerings");
  const offers = await getTranslations({ locale: view.shown, namespace: "offers" });
  const texts = await getTexts();
  const shown = await getTextsIn(view.shown);
  const mine = mayEdit(view.house, card, view.house.partnerId);
  const stamps = Math.max(0, card.size - 2);
  return (
    <OfferingPanel
      row={card}
      view={view}
      mine={mine}
      preview={
        <StampCard
          name={said(card.name, view.shown)}
          terms={said(card.terms, view.shown)}
          partner={card.partner?.name ?? offers("everywhere")}
          symbol={card.symbol}
          size={card.size}
          stamps={stamps}
          count={offers("stampsOf", { stamps: shown.points(stamps), size: shown.points(card.size) })}
        />
      }
      facts={[[t("size"), texts.points(card.size)]]}
      actions={
        mine && card.state === "DRAFT" ? (
          <EditDraft operation={editStampCard} input={{ offeringId: card.id }} fields={cardFields(t, card)} />
        ) : null
      }
    />
  );
}
