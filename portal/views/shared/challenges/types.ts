import type { AnswerOf } from "#portal/lib/partner.ts";
import { type House, isOwn, mayDo } from "#portal/views/shared/campaigns/types.ts";
import type { challengeList, challengePage } from "#schema/documents.ts";

export type ChallengeRows = AnswerOf<typeof challengeList>["challenges"];
export type ChallengeRow = ChallengeRows["edges"][number]["node"];
export type Challenge = NonNullable<AnswerOf<typeof challengePage>["challenge"]>;
export type { House };
export { isOwn, mayDo };

export const challengesPath = ({ shell }: Pick<House, "shell">) => `/${shell}/challenges`;
