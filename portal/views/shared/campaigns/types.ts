import type { AnswerOf } from "#portal/lib/partner.ts";
import type { campaignList, campaignPage, campaignTrials } from "#schema/documents.ts";

export type Campaign = NonNullable<AnswerOf<typeof campaignPage>["campaign"]>;
export type Version = Campaign["versions"][number];
export type Definition = Version["definition"];
export type RuleText = Definition["rules"][number];
export type Share = Definition["funding"][number];
export type Limit = Definition["limits"][number];
export type Listed = AnswerOf<typeof campaignList>["campaigns"]["edges"][number]["node"];
/** What was tried of a version, and what it brought. */
export type Tried = NonNullable<AnswerOf<typeof campaignTrials>["campaign"]>["versions"][number];
export type Trial = Tried["simulations"][number];

/** Who looks at campaigns, and where: a partner's people, or the operator's. */
export type House = {
  shell: "partner" | "operator";
  /** Null: the operator. */
  partnerId: string | null;
  /** As the viewer's people are called: PARTNER_OWNER, OPERATOR_ADMIN … */
  roles: readonly string[];
  name: string;
};

export const campaignsPath = ({ shell }: Pick<House, "shell">) => `/${shell}/campaigns`;

const holders = {
  draft: ["PARTNER_OWNER", "PARTNER_MANAGER", "OPERATOR_CLERK", "OPERATOR_ADMIN"],
  decide: ["PARTNER_OWNER", "PARTNER_MANAGER", "PARTNER_FINANCE", "OPERATOR_FINANCE", "OPERATOR_ADMIN"],
  run: ["PARTNER_OWNER", "PARTNER_MANAGER", "PARTNER_FINANCE", "OPERATOR_CLERK", "OPERATOR_RISK", "OPERATOR_ADMIN"],
  answerClaims: ["PARTNER_OWNER", "PARTNER_MANAGER", "OPERATOR_CLERK", "OPERATOR_ADMIN"],
  handOut: ["PARTNER_OWNER", "PARTNER_MANAGER", "PARTNER_CASHIER", "OPERATOR_CLERK", "OPERATOR_ADMIN"],
  join: ["PARTNER_OWNER", "PARTNER_FINANCE"],
  simulate: [
    "PARTNER_OWNER",
    "PARTNER_MANAGER",
    "PARTNER_FINANCE",
    "PARTNER_ANALYST",
    "OPERATOR_CLERK",
    "OPERATOR_FINANCE",
    "OPERATOR_ADMIN",
  ],
  setPolicy: ["PARTNER_OWNER", "PARTNER_FINANCE", "OPERATOR_FINANCE", "OPERATOR_ADMIN"],
} as const satisfies Record<string, readonly string[]>;

/** Spares a button that would be refused; the gateway decides. */
export const mayDo = ({ roles }: House, deed: keyof typeof holders) =>
  holders[deed].some((role: string) => roles.includes(role));

export const isOwn = ({ partner }: Pick<Campaign, "partner">, { partnerId }: House) =>
  (partner?.id ?? null) === partnerId;
