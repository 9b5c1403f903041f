import { getTranslations } from "next-intl/server";
import { Link } from "#portal/i18n/navigation.ts";
import { getTexts } from "#portal/lib/texts.ts";
import { buttonClass } from "#portal/ui/button.tsx";
import { said } from "#portal/views/shared/campaigns/words.ts";
import { OfferCard } from "#portal/views/shared/offer-card.tsx";
import { EditDraft } from "#portal/views/shared/offerings/edit.tsx";
import { type OfferChoices, offerFields } from "#portal/views/shared/offerings/forms.ts";
import { goodAtField } from "#portal/views/shared/offerings/good-at.tsx";
import { offerFace } from "#portal/views/shared/offerings/offer-face.ts";
import { Reach } from "#portal/views/shared/offerings/reach.tsx";
import { OfferingPanel } from "#portal/views/shared/offerings/row.tsx";
import { mayEdit, type OfferRow, type View } from "#portal/views/shared/offerings/types.ts";
import { wallOf } from "#portal/views/shared/wall.ts";
import { editOffer } from "#schema/documents.ts";

type PanelProps = { offer: OfferRow; view: View; choices: OfferChoices | null };

/** A personal offer as its members meet it, and how far it came with them. */
export async function OfferPanel({ offer, view, choices }: PanelProps) {
  const t = await getTranslations("offerings");
  const texts = await getTexts();
  const mine = mayEdit(view.house, offer, view.house.partnerId);
  const fields =
    choices && offerFields(t, { locale: texts.locale, points: texts.points, ...wallOf(texts) }, choices, offer);
  return (
    <OfferingPanel
      row={offer}
      view={view}
      mine={mine}
      preview={<OfferPreview offer={offer} view={view} />}
      facts={await factsOf(offer, view)}
      more={offer.figures && offer.state !== "DRAFT" ? <Reach offer={offer} figures={offer.figures} /> : null}
      actions={
        mine && fields && offer.state === "DRAFT" ? (
          <EditDraft
            operation={editOffer}
            input={{ offeringId: offer.id }}
            fields={fields}
            besides={await goodAtField(view, { known: offer.goodAt, hint: "offerAtHint" })}
          />
        ) : null
      }
    />
  );
}

const DAY_MS = 86_400_000;

/** As a member meets it on the day it is made to them, with the button that is theirs to press. */
async function OfferPreview({ offer, view: { shown } }: { offer: OfferRow; view: View }) {
  const t = await getTranslations({ locale: shown, namespace: "offers" });
  const begins = Math.max(Date.now(), Date.parse(offer.validFrom));
  const lasts = offer.lastsDays === null ? [] : [begins + offer.lastsDays * DAY_MS];
  const ends = [...lasts, ...(offer.validUntil ? [Date.parse(offer.validUntil)] : [])];
  const until = ends.length > 0 ? new Date(Math.min(...ends)).toISOString() : null;
  const face = await offerFace(offer, { from: new Date(begins).toISOString(), until }, shown);
  return (
    <OfferCard
      {...face}
      action={
        <span aria-hidden="true" className={buttonClass({ look: "primary" })}>
          {t("activate")}
        </span>
      }
    />
  );
}

type Fact = [string, React.ReactNode];

/** How many, and who the first of them are. */
async function Listed({ offer: { listed, memberCount } }: { offer: OfferRow }) {
  const t = await getTranslations("offerings");
  const texts = await getTexts();
  const count = memberCount ?? 0;
  const names = (listed ?? []).map(({ name }) => name ?? t("noName"));
  const more = count > names.length ? ["…"] : [];
  return (
    <>
      {t("listed", { count, members: texts.points(count) })}
      <span className="block font-normal text-ink-faint text-sm">{[...names, ...more].join(", ")}</span>
    </>
  );
}

async function factsOf(offer: OfferRow, { house }: View): Promise<Fact[]> {
  const t = await getTranslations("offerings");
  const texts = await getTexts();
  const { audience, audienceRef, campaign, couponPool, lastsDays, segment, validFrom, validUntil } = offer;
  const whom = {
    SEGMENT: segment ? said(segment.name, texts.locale) : t("audience_SEGMENT"),
    TAG: t("tagged", { tag: audienceRef ?? "" }),
    MEMBERS: <Listed key="listed" offer={offer} />,
  };
  const spanned = validUntil
    ? `${texts.date(validFrom)} – ${texts.date(validUntil)}`
    : t("goodFrom", { date: texts.date(validFrom) });
  const facts: (Fact | null)[] = [
    audience ? [t("audience"), whom[audience]] : null,
    campaign?.latest
      ? [
          t("campaign"),
          <Link
            key="campaign"
            href={`/${house.shell}/campaigns/${campaign.id}`}
            className="text-accent hover:underline"
          >
            {said(campaign.latest.definition.name, texts.locale)}
          </Link>,
        ]
      : null,
    couponPool ? [t("couponPool"), said(couponPool.name, texts.locale)] : null,
    [t("goodFromTo"), spanned],
    offer.goodAt.length > 0 ? [t("goodAt"), offer.goodAt.map(({ name }) => name).join(", ")] : null,
    lastsDays === null ? null : [t("offerLastsDays"), texts.points(lastsDays)],
    offer.controlBps ? [t("controlGroup"), texts.rate(offer.controlBps)] : null,
  ];
  return facts.filter((fact) => fact !== null);
}
