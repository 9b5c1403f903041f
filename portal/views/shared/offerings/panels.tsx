import { getTranslations } from "next-intl/server";
import { Link } from "#portal/i18n/navigation.ts";
import { everywhere, givesWords } from "#portal/lib/gives.ts";
import { getTexts } from "#portal/lib/texts.ts";
import { ButtonLink } from "#portal/ui/button.tsx";
import { DeedDialog } from "#portal/ui/deed-dialog.tsx";
import { Meter } from "#portal/ui/meter.tsx";
import { said } from "#portal/views/shared/campaigns/words.ts";
import { OfferCard } from "#portal/views/shared/offer-card.tsx";
import { CouponTicket } from "#portal/views/shared/offerings/coupon-ticket.tsx";
import { cardFields, giftFields } from "#portal/views/shared/offerings/forms.ts";
import { OfferingPanel } from "#portal/views/shared/offerings/row.tsx";
import { StampCard } from "#portal/views/shared/offerings/stamp-card.tsx";
import {
  type CardRow,
  type GiftRow,
  type House,
  mayEdit,
  type OfferRow,
  type PoolRow,
  poolPath,
} from "#portal/views/shared/offerings/types.ts";
import { editGift, editStampCard, setGiftStock } from "#schema/documents.ts";

/** A pool as a member sees one of its coupons, and how much of it is gone. */
export async function PoolPanel({ pool, house }: { pool: PoolRow; house: House }) {
  const t = await getTranslations("offerings");
  const offers = await getTranslations("offers");
  const texts = await getTexts();
  const { figures, promoCode, usesMax } = pool;
  const whose = pool.partner?.name ?? offers("everywhere");
  const used = figures?.used ?? 0;
  return (
    <OfferingPanel
      row={pool}
      mine={mayEdit(house, pool, house.partnerId)}
      preview={
        <CouponTicket
          name={said(pool.name, texts.locale)}
          terms={said(pool.terms, texts.locale)}
          partner={whose}
          symbol={pool.symbol}
          where={t("goodAt", { places: pool.goodAt.map(({ name }) => name).join(", ") || whose })}
          until={pool.validUntil ? offers("until", { date: texts.date(pool.validUntil) }) : undefined}
        />
      }
      facts={[
        [t("kind"), promoCode ? <code key="promo">{promoCode}</code> : t(`kind_${pool.kind}`)],
        ...(figures
          ? pool.kind === "SINGLE_USE"
            ? ([
                [t("codes"), texts.points(figures.codes)],
                [t("given"), texts.points(figures.given)],
                [t("used"), texts.points(used)],
              ] as [string, string][])
            : ([
                [t("used"), t("usedOf", { used: texts.points(used), most: usesMax ? texts.points(usesMax) : "∞" })],
              ] as [string, string][])
          : []),
      ]}
      actions={
        figures ? (
          <ButtonLink href={poolPath(house, pool.id)} size="small">
            {t("openPool")}
          </ButtonLink>
        ) : null
      }
    />
  );
}

export async function CardPanel({ card, house }: { card: CardRow; house: House }) {
  const t = await getTranslations("offerings");
  const offers = await getTranslations("offers");
  const texts = await getTexts();
  const mine = mayEdit(house, card, house.partnerId);
  const stamps = Math.max(0, card.size - 2);
  return (
    <OfferingPanel
      row={card}
      mine={mine}
      preview={
        <StampCard
          name={said(card.name, texts.locale)}
          terms={said(card.terms, texts.locale)}
          partner={card.partner?.name ?? offers("everywhere")}
          symbol={card.symbol}
          size={card.size}
          stamps={stamps}
          count={offers("stampsOf", { stamps: texts.points(stamps), size: texts.points(card.size) })}
        />
      }
      facts={[[t("size"), texts.points(card.size)]]}
      actions={
        mine && card.state === "DRAFT" ? (
          <DeedDialog
            operation={editStampCard}
            input={{ offeringId: card.id }}
            takes={{}}
            fields={cardFields(t, card)}
            look="secondary"
            size="small"
            button={t("edit")}
            title={t("edit")}
            text={t("editText")}
            confirm={t("save")}
            done={t("saved")}
          />
        ) : null
      }
    />
  );
}

export async function GiftPanel({ gift, house }: { gift: GiftRow; house: House }) {
  const t = await getTranslations("offerings");
  const offers = await getTranslations("offers");
  const texts = await getTexts();
  const mine = mayEdit(house, gift, house.partnerId);
  const { stock, gone } = gift;
  const told =
    stock === null ? t("endless") : t("goneOf", { gone: texts.points(gone ?? 0), stock: texts.points(stock) });
  return (
    <OfferingPanel
      row={gift}
      mine={mine}
      preview={
        <CouponTicket
          name={said(gift.name, texts.locale)}
          terms={said(gift.terms, texts.locale)}
          partner={gift.partner?.name ?? offers("everywhere")}
          symbol={gift.symbol}
          where={stock === null ? "" : t("whileStock")}
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
      actions={
        mine ? (
          gift.state === "DRAFT" ? (
            <DeedDialog
              operation={editGift}
              input={{ offeringId: gift.id }}
              takes={{}}
              fields={giftFields(t, gift)}
              look="secondary"
              size="small"
              button={t("edit")}
              title={t("edit")}
              text={t("editText")}
              confirm={t("save")}
              done={t("saved")}
            />
          ) : (
            <DeedDialog
              operation={setGiftStock}
              input={{ giftId: gift.id }}
              takes={{}}
              fields={[
                { name: "stock", kind: "whole", label: t("stock"), hint: t("stockHint"), value: String(stock ?? "") },
              ]}
              look="secondary"
              size="small"
              button={t("setStock")}
              title={t("setStock")}
              text={t("setStockText")}
              confirm={t("save")}
              done={t("saved")}
            />
          )
        ) : null
      }
    />
  );
}

export async function OfferPanel({
  offer,
  house,
  segments,
}: {
  offer: OfferRow;
  house: House;
  segments: Map<string, string>;
}) {
  const t = await getTranslations("offerings");
  const offers = await getTranslations("offers");
  const gives = await getTranslations("gives");
  const texts = await getTexts();
  const { figures, audience, audienceRef, campaign, controlBps } = offer;
  const name = said(offer.name, texts.locale);
  return (
    <OfferingPanel
      row={offer}
      mine={mayEdit(house, offer, house.partnerId)}
      preview={
        <OfferCard
          name={name}
          gives={
            givesWords(gives, offer.gives.map(everywhere), texts) ||
            (offer.couponPool ? said(offer.couponPool.name, texts.locale) : name)
          }
          partner={offer.partner?.name ?? offers("everywhere")}
          until={offer.validUntil ? offers("until", { date: texts.date(offer.validUntil) }) : undefined}
          terms={[said(offer.terms, texts.locale)]}
        />
      }
      facts={[
        ...(audience
          ? ([
              [
                t("audience"),
                audience === "SEGMENT"
                  ? (segments.get(audienceRef ?? "") ?? t("audience_SEGMENT"))
                  : audience === "TAG"
                    ? t("tagged", { tag: audienceRef ?? "" })
                    : t("audience_MEMBERS"),
              ],
            ] as [string, string][])
          : []),
        ...(campaign?.latest
          ? ([
              [
                t("campaign"),
                <Link
                  key="campaign"
                  href={`/${house.shell}/campaigns/${campaign.id}`}
                  className="text-accent hover:underline"
                >
                  {said(campaign.latest.definition.name, texts.locale)}
                </Link>,
              ],
            ] as [string, React.ReactNode][])
          : []),
        ...(figures
          ? ([
              [t("made"), texts.points(figures.made)],
              [
                t("controlGroup"),
                t("controlOf", {
                  count: texts.points(figures.control),
                  share: texts.share((controlBps ?? 0) / 10_000),
                }),
              ],
              [t("seen"), texts.points(figures.seen)],
              [t("activatedBy"), texts.points(figures.activated)],
              [t("usedBy"), texts.points(figures.used)],
            ] as [string, string][])
          : []),
      ]}
    />
  );
}
