import { getTranslations } from "next-intl/server";
import { read } from "#portal/lib/read.ts";
import { getTexts, type Texts } from "#portal/lib/texts.ts";
import { isoDate } from "#portal/lib/zone.ts";
import { DeedDialog } from "#portal/ui/deed-dialog.tsx";
import { said } from "#portal/views/shared/campaigns/words.ts";
import { cardFields, giftFields, offerFields, poolFields } from "#portal/views/shared/offerings/forms.ts";
import { type House, type Kind, offeringsPath, type PoolRow } from "#portal/views/shared/offerings/types.ts";
import { campaignList, draftCouponPool, draftGift, draftOffer, draftStampCard } from "#schema/documents.ts";

/** An instant as a form's clock shows it, in the network's zone. */
const wallOf = (texts: Texts) => ({
  zone: texts.zone,
  wall: (instant: string) => `${isoDate(texts.wallTime(instant))}T${texts.time(instant)}`,
});

type NewProps = { kind: Kind; house: House; pools: readonly PoolRow[]; segments: ReadonlyMap<string, string> };

/** How an offering of a kind begins. */
export async function NewOffering({ kind, house, pools, segments }: NewProps) {
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
  if (kind === "coupons")
    return (
      <>
        {(["SINGLE_USE", "PROMO_CODE"] as const).map((one) => (
          <DeedDialog
            {...shared}
            key={one}
            operation={draftCouponPool}
            input={{}}
            fields={poolFields(t, wallOf(texts), one)}
            look={one === "SINGLE_USE" ? "primary" : "secondary"}
            button={t(`new_${one}`)}
            title={t(`new_${one}`)}
          />
        ))}
      </>
    );
  const states = ["SCHEDULED", "LIVE", "DRAFT", "IN_REVIEW"] as const;
  const asked = {
    first: 25,
    after: null,
    states: [...states],
    partnerId: house.partnerId,
    coalitionWide: house.partnerId === null,
  };
  const { campaigns } = await read(campaignList, asked);
  const choices = {
    campaigns: campaigns.edges.flatMap(({ node: { id, latest } }) =>
      latest ? [{ value: id, name: said(latest.definition.name, texts.locale) }] : [],
    ),
    pools: pools.map(({ id, name }) => ({ value: id, name: said(name, texts.locale) })),
    segments: [...segments].map(([value, name]) => ({ value, name })),
  };
  return (
    <DeedDialog
      {...shared}
      operation={draftOffer}
      input={{}}
      fields={offerFields(t, wallOf(texts), choices)}
      button={t("new_offers")}
      title={t("new_offers")}
      leadsTo={`${offeringsPath(house)}?kind=offers`}
    />
  );
}
