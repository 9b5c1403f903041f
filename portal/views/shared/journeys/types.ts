import type { AnswerOf } from "#portal/lib/partner.ts";
import type { House } from "#portal/views/shared/campaigns/types.ts";
import type {
  journeyList,
  journeyMembers,
  journeyPage,
  messageLog,
  templateList,
  templatePage,
} from "#schema/documents.ts";

export type { House };
export type Listed = AnswerOf<typeof journeyList>["journeys"]["edges"][number]["node"];
export type Journey = NonNullable<AnswerOf<typeof journeyPage>["journey"]>;
export type Version = Journey["versions"][number];
export type Step = Version["definition"]["steps"][number];
export type Trigger = Listed["latest"] extends infer L
  ? NonNullable<L> extends { definition: { trigger: infer T } }
    ? T
    : never
  : never;
export type Run = AnswerOf<typeof journeyMembers>["journeyRuns"]["edges"][number]["node"];
export type ListedTemplate = AnswerOf<typeof templateList>["messageTemplates"]["edges"][number]["node"];
export type Template = NonNullable<AnswerOf<typeof templatePage>["messageTemplate"]>;
export type Logged = AnswerOf<typeof messageLog>["messages"]["edges"][number]["node"];

export const journeysPath = ({ shell }: Pick<House, "shell">) => `/${shell}/journeys`;

const writers = ["PARTNER_OWNER", "PARTNER_MANAGER", "OPERATOR_CLERK", "OPERATOR_ADMIN"];
const runners = [...writers, "OPERATOR_RISK"];

/** Spares a button that would be refused; the gateway decides. */
export const mayWrite = ({ roles }: House) => writers.some((role) => roles.includes(role));
export const mayRun = ({ roles }: House) => runners.some((role) => roles.includes(role));
export const isOwn = ({ partner }: Pick<Journey, "partner">, { partnerId }: House) =>
  (partner?.id ?? null) === partnerId;
