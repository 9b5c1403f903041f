import { getTranslations } from "next-intl/server";
import { getTexts } from "#portal/lib/texts.ts";
import { DeedDialog } from "#portal/ui/deed-dialog.tsx";
import { Meter } from "#portal/ui/meter.tsx";
import { said } from "#portal/views/shared/campaigns/words.ts";
import { CouponTicket } from "#portal/views/shared/offerings/coupon-ticket.tsx";
import { EditDraft } from "#portal/views/shared/offerings/edit.tsx";
import { giftFields, stockField } from "#portal/views/shared/offerings/forms.ts";
import { OfferingPanel } from "#portal/views/shared/offerings/row.tsx";
import { type GiftRow, mayEdit, type View } from "#portal/views/shared/offerings/types.ts";
import { editGift, setGiftStock } from "#schema/documents.ts";

/** A gift and how many of it are left. */
export async function GiftPanel({ gift, view }: { gift: GiftRow; view: View }) {
  const t = await getTranslations("offerings");
  const shown = await getTranslations({ locale: view.shown, namespace: "offerings" });
  const offers = await getTranslations({ locale: view.shown, namespace: "offers" });
  const texts = await getTexts();
  const mine = mayEdit(view.house, gift, view.house.partnerId);
  const { stock, gone } = gift;
  const told =
    stock === null ? t("endless") : t("goneOf", { gone: texts.points(gone ?? 0), stock: texts.points(stock) });
  return (
    <OfferingPanel
      row={gift}
      view={view}
      mine={mine}
      preview={
        <CouponTicket
          name={said(gift.name, view.shown)}
          terms={said(gift.terms, view.shown)}
          partner={gift.partner?.name ?? offers("everywhere")}
          symbol={gift.symbol}
          where={stock === null ? "" : shown("whileStock")}
        />
      }
      facts={[
        [
          t("stock"),
          <span key="stock" className="block min-w-40">
            <span className="figures block">{told}</span>
            {stock ? <Meter share={(gone ?? 0) / stock} label={told} /> : null}
          </span>,
        ],
      ]}
      actions={mine ? <GiftDeeds gift={gift} /> : null}
    />
  );
}

async function GiftDeeds({ gift }: { gift: GiftRow }) {
  const t = await getTranslations("offerings");
  if (gift.state === "DRAFT") {
    return <EditDraft operation={editGift} input={{ offeringId: gift.id }} fields={giftFields(t, gift)} />;
  }
  return (
    <DeedDialog
      operation={setGiftStock}
      input={{ giftId: gift.id }}
      takes={{}}
      fields={[stockField(t, gift)]}
      look="secondary"
      size="small"
      button={t("setStock")}
      title={t("setStock")}
      text={t("setStockText")}
      confirm={t("save")}
      done={t("saved")}
    />
  );
}
