import type { getTranslations } from "next-intl/server";
import type { DeedField } from "#portal/ui/deed-fields.tsx";
import { offeringSymbols } from "#portal/ui/offering-symbol.tsx";
import type { Written } from "#portal/views/shared/campaigns/words.ts";
import type { OfferRow, PoolRow } from "#portal/views/shared/offerings/types.ts";

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
export const giftFields = (t: Say, known?: Gift): DeedField[] => [...authoredFields(t, known), stockField(t, known)];

export const stockField = (t: Say, known?: { stock: number | null }): DeedField => ({
  ...{ name: "stock", kind: "whole", label: t("stock"), hint: t("stockHint") },
  value: String(known?.stock ?? ""),
});

type Pool = Written3 &
  Spanned &
  Pick<PoolRow, "lastsDays" | "promoCode" | "usesMax" | "usesPerMember" | "transferable">;
const whole = (value: number | null | undefined) => (value === null || value === undefined ? "" : String(value));

type Zone = { zone: string; wall: (instant: string) => string };

/** A promo code is a choice of the first moment: a pool does not change its kind. */
export function poolFields(t: Say, { zone, wall }: Zone, kind: PoolRow["kind"], known?: Pool): DeedField[] {
  const most = known ? whole(known.usesPerMember) : "1";
  const promo: DeedField[] = [
    { name: "promoCode", kind: "text", label: t("promoCode"), required: true, value: known?.promoCode ?? "" },
    { name: "usesMax", kind: "whole", label: t("usesMax"), value: whole(known?.usesMax) },
    { name: "usesPerMember", kind: "whole", label: t("usesPerMember"), value: most },
  ];
  const codes: DeedField[] = [
    { name: "usesPerMember", kind: "whole", label: t("codesPerMember"), value: whole(known?.usesPerMember) },
    {
      ...{ name: "transferable", kind: "yesNo", label: t("transferable"), hint: t("transferableHint"), required: true },
      value: String(known?.transferable ?? false),
    },
  ];
  return [
    ...authoredFields(t, known),
    ...spanFields(t, zone, wall, known),
    {
      ...{ name: "lastsDays", kind: "whole", label: t("lastsDays"), hint: t("lastsDaysHint") },
      value: whole(known?.lastsDays),
    },
    ...(kind === "PROMO_CODE" ? promo : codes),
  ];
}

type Choice = { value: string; name: string };
export type OfferChoices = { campaigns: Choice[]; pools: Choice[]; segments: Choice[] };

/** Whom, what and for how long. */
export function offerFields(t: Say, clock: Zone, choices: OfferChoices, known?: OfferRow): DeedField[] {
  const { campaigns, pools } = choices;
  const campaign: DeedField = {
    ...{ name: "campaignId", kind: "choice", label: t("campaign"), hint: t("campaignHint") },
    ...{ choices: campaigns, value: known?.campaign?.id ?? "" },
  };
  const pool: DeedField = {
    ...{ name: "couponPoolId", kind: "choice", label: t("couponPool") },
    ...{ choices: pools, value: known?.couponPool?.id ?? "" },
  };
  return [
    ...authoredFields(t, known),
    { name: "category", kind: "text", label: t("category"), hint: t("categoryHint"), value: known?.category ?? "" },
    ...(campaigns.length > 0 ? [campaign] : []),
    ...(pools.length > 0 ? [pool] : []),
    ...audienceFields(t, choices, known),
    {
      ...{ name: "controlBps", kind: "percent", label: t("control"), hint: t("controlHint"), required: true },
      value: String((known?.controlBps ?? 1_000) / 100),
    },
    { name: "lastsDays", kind: "whole", label: t("offerLastsDays"), value: known ? whole(known.lastsDays) : "14" },
    ...spanFields(t, clock.zone, clock.wall, known),
  ];
}

/** A list of members is named through the gateway; a draft that has one may keep it. */
function audienceFields(t: Say, { segments }: OfferChoices, known?: OfferRow): DeedField[] {
  const kinds = [
    ...(segments.length > 0 ? (["SEGMENT"] as const) : []),
    "TAG" as const,
    ...(known?.audience === "MEMBERS" ? (["MEMBERS"] as const) : []),
  ];
  const ref = (audience: "SEGMENT" | "TAG") => (known?.audience === audience ? (known.audienceRef ?? "") : "");
  const [first = "TAG"] = kinds;
  const segment: DeedField = {
    ...{ name: "audienceRef", kind: "choice", label: t("segment"), choices: segments, required: true },
    ...{ value: ref("SEGMENT"), when: { name: "audience", is: ["SEGMENT"] } },
  };
  return [
    {
      ...{ name: "audience", kind: "choice", label: t("audience"), required: true, value: known?.audience ?? first },
      choices: kinds.map((value) => ({ value, name: t(`audience_${value}`) })),
    },
    ...(segments.length > 0 ? [segment] : []),
    {
      ...{ name: "audienceRef", kind: "text", label: t("tag"), required: true, value: ref("TAG") },
      when: { name: "audience", is: ["TAG"] },
    },
  ];
}
