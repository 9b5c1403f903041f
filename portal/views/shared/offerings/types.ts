import type { Locale } from "#portal/i18n/routing.ts";
import type { Choice } from "#portal/lib/choices.ts";
import type { AnswerOf } from "#portal/lib/partner.ts";
import type { House } from "#portal/views/shared/campaigns/types.ts";
import type {
  couponPoolList,
  couponPoolPage,
  giftList,
  offerDays,
  offerList,
  stampCardList,
} from "#schema/documents.ts";

export type PoolRow = AnswerOf<typeof couponPoolList>["couponPools"]["edges"][number]["node"];
export type CardRow = AnswerOf<typeof stampCardList>["stampCards"]["edges"][number]["node"];
export type GiftRow = AnswerOf<typeof giftList>["gifts"]["edges"][number]["node"];
export type OfferRow = AnswerOf<typeof offerList>["offers"]["edges"][number]["node"];
export type UsesOfDay = AnswerOf<typeof offerDays>["offerDays"][number];
export type Pool = NonNullable<AnswerOf<typeof couponPoolPage>["couponPool"]>;
export type { House };

/**
 * Whose offerings are shown, and in which language as members would see them; among which partners the house may choose,
 * null where it has no say over others.
 */
export type View = {
  house: House;
  shown: Locale;
  hrefIn: (locale: Locale) => string;
  partners: Choice[] | null;
};

export const offeringsPath = ({ shell }: Pick<House, "shell">) =>
  shell === "partner" ? "/partner/offers" : "/operator/coupons";
export const poolPath = (house: Pick<House, "shell">, id: string) =>
  house.shell === "partner" ? `/partner/offers/coupons/${id}` : `/operator/coupons/${id}`;

const editors = ["PARTNER_OWNER", "PARTNER_MANAGER", "OPERATOR_CLERK", "OPERATOR_ADMIN"];

/** Spares a button that would be refused; the gateway decides. */
export const mayEdit = ({ roles }: House, { partner }: { partner: { id: string } | null }, house: string | null) =>
  (partner?.id ?? null) === house && roles.some((role) => editors.includes(role));

export const mayDraft = ({ roles }: House) => roles.some((role) => editors.includes(role));

export const kinds = ["offers", "coupons", "cards", "gifts"] as const;
export type Kind = (typeof kinds)[number];

/** What stands under each tab; only the one that is open is read. */
export type Offerings = {
  coupons: readonly PoolRow[];
  cards: readonly CardRow[];
  gifts: readonly GiftRow[];
  offers: readonly OfferRow[];
};
