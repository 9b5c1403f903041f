import type { AnswerOf } from "#portal/lib/partner.ts";
import { type House, mayDo } from "#portal/views/shared/campaigns/types.ts";
import type { activityDesk } from "#schema/documents.ts";

export type ActivityAnswer = AnswerOf<typeof activityDesk>;
export type ActivityKind = ActivityAnswer["activityKinds"][number];
export type Activity = ActivityAnswer["activities"]["edges"][number]["node"];
export type { House };

export const activitiesPath = ({ shell }: Pick<House, "shell">) => `/${shell}/activities`;

/** The operator keeps all kinds, a partner its own. Spares a button that would be refused; the gateway decides. */
export const mayKeep = (house: House, kind: ActivityKind) =>
  mayDo(house, "draft") && (house.partnerId === null || kind.partner?.id === house.partnerId);

/** Who works at a partner records by hand what its machines did not. */
export const mayRecord = (house: House) => house.shell === "partner" && mayDo(house, "draft");
