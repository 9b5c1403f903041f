import type { getTranslations } from "next-intl/server";
import type { DeedField } from "#portal/ui/deed-fields.tsx";
import { offeringSymbols } from "#portal/ui/offering-symbol.tsx";
import type { Written } from "#portal/views/shared/campaigns/words.ts";

type Say = Awaited<ReturnType<typeof getTranslations<"offerings">>>;
type Written3 = { name: Written; terms: Written; symbol: string };

const languages = ["en", "ru", "be"] as const;

/** What all offerings are written with: a code at first, words in three languages, a picture. */
export function authoredFields(t: Say, known?: Written3): DeedField[] {
  const code: DeedField[] = known
    ? []
    : [{ name: "code", kind: "text", label: t("code"), hint: t("codeHint"), required: true }];
  const words = (["name", "terms"] as const).flatMap((field) =>
    languages.map(
      (language): DeedField => ({
        name: `${field}.${language}`,
        kind: "text",
        label: t(`${field}_${language}`),
        required: language === "en",
        value: known?.[field][language] ?? "",
      }),
    ),
  );
  const choices = offeringSymbols.map((value) => ({ value, name: t(`symbol_${value as "STAR"}`) }));
  const picture: DeedField = {
    name: "symbol",
    kind: "choice",
    label: t("symbol"),
    choices,
    required: true,
    ...(known ? { value: known.symbol } : {}),
  };
  return [...code, ...words, picture];
}

type Spanned = { validFrom: string; validUntil: string | null };

/** From when until when; as the wall of the network's zone shows it. */
export function spanFields(t: Say, zone: string, wall: (instant: string) => string, known?: Spanned): DeedField[] {
  return [
    {
      name: "validFrom",
      kind: "instant",
      zone,
      label: t("validFrom"),
      required: true,
      value: wall(known?.validFrom ?? new Date().toISOString()),
    },
    {
      name: "validUntil",
      kind: "instant",
      zone,
      label: t("validUntil"),
      ...(known?.validUntil ? { value: wall(known.validUntil) } : {}),
    },
  ];
}

type Card = Written3 & { size: number };
export const cardFields = (t: Say, known?: Card): DeedField[] => [
  ...authoredFields(t, known),
  { name: "size", kind: "whole", label: t("size"), required: true, value: String(known?.size ?? 6) },
];

type Gift = Written3 & { stock: number | null };
export const giftFields = (t: Say, known?: Gift): DeedField[] => [
  ...authoredFields(t, known),
  { name: "stock", kind: "whole", label: t("stock"), hint: t("stockHint"), value: String(known?.stock ?? "") },
];

type Zone = { zone: string; wall: (instant: string) => string };

/** A promo code is a choice of the first moment: a pool does not change its kind. */
export function poolFields(t: Say, { zone, wall }: Zone, kind: "SINGLE_USE" | "PROMO_CODE"): DeedField[] {
  const promo: DeedField[] = [
    { name: "promoCode", kind: "text", label: t("promoCode"), required: true },
    { name: "usesMax", kind: "whole", label: t("usesMax") },
    { name: "usesPerMember", kind: "whole", label: t("usesPerMember"), value: "1" },
  ];
  return [
    ...authoredFields(t),
    ...spanFields(t, zone, wall),
    { name: "lastsDays", kind: "whole", label: t("lastsDays"), hint: t("lastsDaysHint") },
    ...(kind === "PROMO_CODE" ? promo : []),
  ];
}

type Choice = { value: string; name: string };
export type OfferChoices = { campaigns: Choice[]; pools: Choice[]; segments: Choice[] };

/** Whom, what and for how long. */
export function offerFields(t: Say, { zone, wall }: Zone, { campaigns, pools, segments }: OfferChoices): DeedField[] {
  return [
    ...authoredFields(t),
    { name: "category", kind: "text", label: t("category") },
    ...(campaigns.length > 0
      ? [
          {
            name: "campaignId",
            kind: "choice" as const,
            label: t("campaign"),
            hint: t("campaignHint"),
            choices: campaigns,
          },
        ]
      : []),
    ...(pools.length > 0
      ? [{ name: "couponPoolId", kind: "choice" as const, label: t("couponPool"), choices: pools }]
      : []),
    {
      name: "audience",
      kind: "choice",
      label: t("audience"),
      required: true,
      choices: [
        ...(segments.length > 0 ? [{ value: "SEGMENT", name: t("audience_SEGMENT") }] : []),
        { value: "TAG", name: t("audience_TAG") },
      ],
    },
    ...(segments.length > 0
      ? [
          {
            name: "audienceRef",
            kind: "choice" as const,
            label: t("segment"),
            choices: segments,
            required: true,
            when: { name: "audience", is: ["SEGMENT"] },
          },
        ]
      : []),
    {
      name: "audienceRef",
      kind: "text",
      label: t("tag"),
      required: true,
      when: { name: "audience", is: ["TAG"] },
    },
    { name: "controlBps", kind: "whole", label: t("control"), hint: t("controlHint"), required: true, value: "1000" },
    { name: "lastsDays", kind: "whole", label: t("offerLastsDays"), value: "14" },
    ...spanFields(t, zone, wall),
  ];
}
