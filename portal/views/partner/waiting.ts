import "server-only";
import type { AnswerOf } from "#portal/lib/partner.ts";
import { read } from "#portal/lib/read.ts";
import { type House, mayDo } from "#portal/views/shared/campaigns/types.ts";
import { partnerAlerts, waitingOrders } from "#schema/documents.ts";

/** What waits at a partner, each null for those who may do nothing about it. */
export type Waiting = {
  claims: AnswerOf<typeof partnerAlerts>["claims"] | null;
  orders: AnswerOf<typeof waitingOrders>["rewardOrders"] | null;
};

export async function readWaiting(house: House): Promise<Waiting> {
  const [claims, orders] = await Promise.all([
    mayDo(house, "answerClaims") ? read(partnerAlerts, {}) : null,
    mayDo(house, "handOut") ? read(waitingOrders, {}) : null,
  ]);
  return { claims: claims?.claims ?? null, orders: orders?.rewardOrders ?? null };
}
