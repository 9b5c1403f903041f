import type { AnswerOf } from "#portal/lib/partner.ts";
import type { House } from "#portal/views/shared/campaigns/types.ts";
import type { segmentList, segmentMembers, segmentPage } from "#schema/documents.ts";

export type Listed = AnswerOf<typeof segmentList>["segments"]["edges"][number]["node"];
export type Template = AnswerOf<typeof segmentList>["segmentTemplates"][number];
export type Segment = NonNullable<AnswerOf<typeof segmentPage>["segment"]>;
export type Inside = NonNullable<AnswerOf<typeof segmentMembers>["segment"]>;

export const segmentsPath = ({ shell }: Pick<House, "shell">) => `/${shell}/segments`;

const makers = ["PARTNER_OWNER", "PARTNER_MANAGER", "OPERATOR_CLERK", "OPERATOR_ADMIN"];
/** Spares a button that would be refused; the gateway decides. */
export const mayDefine = ({ roles }: House) => roles.some((role) => makers.includes(role));
export const mayCount = ({ roles }: House) => roles.some((role) => [...makers, "PARTNER_ANALYST"].includes(role));
export const mayShare = ({ roles }: House) => roles.includes("OPERATOR_ADMIN");
