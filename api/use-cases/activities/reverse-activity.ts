import { type Actor, partnerOf } from "#api/kernel/actor.ts";
import { fingerprint } from "#api/kernel/fingerprint.ts";
import { findCaused } from "#api/ledger/read/caused.ts";
import { ActivityNotFound } from "#api/use-cases/activities/refusals.ts";
import { ACTIVITIES, type KnownActivity, rewardActivity } from "#api/use-cases/activities/reward-activity.ts";
import { can } from "#api/use-cases/can.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { once } from "#api/use-cases/once.ts";
import { checkText } from "#api/use-cases/partners/values.ts";
import { recordStep } from "#api/use-cases/transitions.ts";

export type ReverseActivity = { activityId: string; reason: string };

/** It did not happen after all: what it gave is taken back, also from limits; points spent since become a debt. */
export async function reverseActivity(deps: Deps, actor: Actor, input: ReverseActivity): Promise<KnownActivity> {
  can(actor, "activity:record");
  const reason = checkText("reason", input.reason);
  const found = await deps.db.activity.findUnique({ where: { id: input.activityId }, include: { kind: true } });
  if (!found || found.partnerId !== partnerOf(actor)) throw new ActivityNotFound(input.activityId);
  const activity = await rewardActivity(deps, actor, found);
  if (activity.reversedAt) return activity;
  const pointsClawed = await takeBack(deps, actor, activity, reason);
  const { id, partnerId, kind } = activity;
  return deps.db.$transaction(async (tx) => {
    const at = deps.clock.now();
    const open = { id, reversedAt: null };
    const { count } = await tx.activity.updateMany({ where: open, data: { reversedAt: at, pointsClawed } });
    const step = { object: "activity", objectId: id, partnerId, from: "RECORDED", to: "REVERSED", at, reason };
    if (count === 1) await recordStep(tx, actor, step);
    return { ...(await tx.activity.findUniqueOrThrow({ where: { id } })), kind };
  });
}

async function takeBack(deps: Deps, actor: Actor, activity: KnownActivity, reason: string): Promise<bigint> {
  const { id, memberId, partnerId, locationId, terminalId } = activity;
  const caused = await findCaused(deps.db, { owner: ACTIVITIES, key: id, sourceId: id });
  if (!caused) return 0n;
  const { points, counts } = caused;
  const key = { owner: ACTIVITIES, key: `reverse ${id}`, fingerprint: fingerprint({ reverse: id }) };
  await once(deps, { kind: "reverseActivity", actor, ...key }, async () => ({
    occurredAt: deps.clock.now(),
    place: { partnerId, locationId, terminalId },
    reason,
    movements: points > 0n ? [{ kind: "clawback", memberId, purchaseId: id, points }] : [],
    counts: counts.map(({ counter, by }) => ({ counter, by: -by, most: null })),
  }));
  return points;
}
