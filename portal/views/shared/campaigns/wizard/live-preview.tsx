"use client";

import { useTranslations } from "next-intl";
import { formatDate } from "#portal/lib/format.ts";
import { type GivenEffect, givesWords, type Reading } from "#portal/lib/gives.ts";
import { wallDate } from "#portal/lib/zone.ts";
import { OfferCard } from "#portal/views/shared/offer-card.tsx";
import { type Draft, inputOf, type RuleDraft, type Texts } from "./draft.ts";

type LivePreviewProps = { draft: Draft; rules: readonly RuleDraft[]; partner: string | null; reading: Reading };

/** The card that members will see, while it is written. */
export function LivePreview({ draft, rules, partner, reading }: LivePreviewProps) {
  const t = useTranslations("campaigns");
  const gives = useTranslations("gives");
  const [first] = rules;
  const said = (texts: Texts) => texts[reading.locale] || texts.en;
  const effects = first ? effectsOf(draft, first) : [];
  return (
    <div>
      <OfferCard
        name={said(draft.name) || t("noName")}
        gives={effects.length > 0 ? givesWords(gives, effects, reading) : t("nothingYet")}
        partner={partner ?? t("everywhere")}
        until={draft.endsAt ? t("until", { date: formatDate(reading.locale, wallDate(draft.endsAt)) }) : undefined}
        terms={first?.conditions.map(({ label }) => said(label)).filter(Boolean) ?? []}
      />
    </div>
  );
}

/** As they would be sent. */
function effectsOf(draft: Draft, rule: RuleDraft): GivenEffect[] {
  const [made] = inputOf(draft, [rule], "UTC").rules;
  return (made?.effects ?? []) as unknown as GivenEffect[];
}
