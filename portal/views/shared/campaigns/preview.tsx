import { getTranslations } from "next-intl/server";
import { givesWords } from "#portal/lib/gives.ts";
import { getTexts } from "#portal/lib/texts.ts";
import type { Definition } from "#portal/views/shared/campaigns/types.ts";
import { said } from "#portal/views/shared/campaigns/words.ts";
import { OfferCard } from "#portal/views/shared/offer-card.tsx";

/** A campaign as a member will meet it. */
export async function CampaignPreview({ definition, partner }: { definition: Definition; partner: string | null }) {
  const t = await getTranslations("campaigns");
  const gives = await getTranslations("gives");
  const texts = await getTexts();
  const { rules, endsAt } = definition;
  const [first] = rules;
  return (
    <OfferCard
      name={said(definition.name, texts.locale)}
      gives={givesWords(gives, first?.effects ?? [], texts)}
      partner={partner ?? t("everywhere")}
      until={endsAt ? t("until", { date: texts.date(endsAt) }) : undefined}
      terms={first?.conditions.map(({ label }) => said(label, texts.locale)) ?? []}
    />
  );
}
