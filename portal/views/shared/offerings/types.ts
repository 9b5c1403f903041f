import type { AnswerOf } from "#portal/lib/partner.ts";
import type { House } from "#portal/views/shared/campaigns/types.ts";
import type { couponPoolPage, offeringList } from "#schema/documents.ts";

type Answer = AnswerOf<typeof offeringList>;
export type PoolRow = Answer["couponPools"]["edges"][number]["node"];
export type CardRow = Answer["stampCards"]["edges"][number]["node"];
export type GiftRow = Answer["gifts"]["edges"][number]["node"];
export type OfferRow = Answer["offers"]["edges"][number]["node"];
export type Offerings = Answer;
export type Pool = NonNullable<AnswerOf<typeof couponPoolPage>["couponPool"]>;
export type { House };

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
