import type { getTranslations } from "next-intl/server";
import type { Locale } from "#portal/i18n/routing.ts";
import { type Choice, withChosen } from "#portal/lib/choices.ts";
import type { DeedField } from "#portal/ui/deed-fields.tsx";
import { offeringSymbols } from "#portal/ui/offering-symbol.tsx";
import { said, type Written } from "#portal/views/shared/campaigns/words.ts";
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

export type OfferChoices = { campaigns: Choice[]; pools: Choice[]; segments: Choice[]; categories: Choice[] };
type Context = Zone & { locale: Locale; points: (count: number) => string };

/** Signs that ten thousand e-mail addresses take. */
const LIST_MAX = 400_000;

/** Whom, what and for how long; what a draft says already can always be said again. */
export function offerFields(
  t: Say,
  { locale, points, zone, wall }: Context,
  choices: OfferChoices,
  known?: OfferRow,
): DeedField[] {
  const { campaign, couponPool } = known ?? {};
  const campaignName = campaign?.latest ? said(campaign.latest.definition.name, locale) : (campaign?.id ?? "");
  const campaigns = withChosen(choices.campaigns, campaign && { value: campaign.id, name: campaignName });
  const poolName = couponPool && said(couponPool.name, locale);
  const pools = withChosen(choices.pools, couponPool && { value: couponPool.id, name: poolName ?? "" });
  const shelf = known?.category ? { value: known.category, name: known.category } : null;
  const opens: DeedField = {
    ...{ name: "campaignId", kind: "choice", label: t("campaign"), hint: t("campaignHint") },
    ...{ choices: campaigns, value: campaign?.id ?? "" },
  };
  const gives: DeedField = {
    ...{ name: "couponPoolId", kind: "choice", label: t("couponPool") },
    ...{ choices: pools, value: couponPool?.id ?? "" },
  };
  return [
    ...authoredFields(t, known),
    {
      ...{ name: "category", kind: "choice", label: t("category"), hint: t("categoryHint") },
      ...{ choices: withChosen(choices.categories, shelf), value: known?.category ?? "" },
    },
    ...(campaigns.length > 0 ? [opens] : []),
    ...(pools.length > 0 ? [gives] : []),
    ...audienceFields(t, { locale, points }, choices, known),
    {
      ...{ name: "controlBps", kind: "percent", label: t("control"), hint: t("controlHint"), required: true },
      value: String((known?.controlBps ?? 1_000) / 100),
    },
    { name: "lastsDays", kind: "whole", label: t("offerLastsDays"), value: known ? whole(known.lastsDays) : "14" },
    ...spanFields(t, zone, wall, known),
  ];
}

function audienceFields(
  t: Say,
  { locale, points }: Pick<Context, "locale" | "points">,
  choices: OfferChoices,
  known?: OfferRow,
): DeedField[] {
  const kept = known?.audience === "MEMBERS" ? (known.memberCount ?? 0) : 0;
  const ref = (audience: "SEGMENT" | "TAG") => (known?.audience === audience ? (known.audienceRef ?? "") : "");
  const chosen = ref("SEGMENT");
  const chosenName = known?.segment ? said(known.segment.name, locale) : chosen;
  const segments = withChosen(choices.segments, chosen === "" ? null : { value: chosen, name: chosenName });
  const kinds = [...(segments.length > 0 ? (["SEGMENT"] as const) : []), "TAG" as const, "MEMBERS" as const];
  const [first = "TAG"] = kinds;
  const segment: DeedField = {
    ...{ name: "audienceRef", kind: "choice", label: t("segment"), choices: segments, required: true },
    ...{ value: chosen, when: { name: "audience", is: ["SEGMENT"] } },
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
    {
      ...{
        name: "members[]",
        kind: "words",
        most: LIST_MAX,
        label: t("members"),
        hint: kept ? t("membersKept", { count: kept, members: points(kept) }) : t("membersHint"),
      },
      ...{ required: !kept, when: { name: "audience", is: ["MEMBERS"] } },
    },
  ];
}
