import type { AnswerOf } from "#portal/lib/partner.ts";
import type { House } from "#portal/views/shared/campaigns/types.ts";
import type { rewardDesk, rewardOrderByCode } from "#schema/documents.ts";

export type DeskAnswer = AnswerOf<typeof rewardDesk>;
export type Reward = DeskAnswer["rewards"]["edges"][number]["node"];
export type Found = AnswerOf<typeof rewardOrderByCode>["rewardOrderByCode"];

export const rewardsPath = ({ shell }: Pick<House, "shell">) => `/${shell}/rewards`;
