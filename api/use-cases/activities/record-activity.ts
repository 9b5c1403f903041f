import type { Actor } from "#api/kernel/actor.ts";
import { newId } from "#api/kernel/ids.ts";
import type { MoneyE6 } from "#api/kernel/money.ts";
import type { Activity, ActivityKind } from "#api/sql/rows.ts";
import { ActivityKindNotFound, ActivityRecordedAlready } from "#api/use-cases/activities/refusals.ts";
import { type KnownActivity, rewardActivity } from "#api/use-cases/activities/reward-activity.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { takeKey } from "#api/use-cases/keys.ts";
import { checkNotNegative, checkText } from "#api/use-cases/partners/values.ts";
import { happenedAt } from "#api/use-cases/purchases/assess.ts";
import { type MemberRef, memberIdOf, termsAt } from "#api/use-cases/purchases/context.ts";
import { type PlaceInput, placeOf } from "#api/use-cases/purchases/place.ts";
import { checkMayTrade } from "#api/use-cases/purchases/standing.ts";
import { recordStep } from "#api/use-cases/transitions.ts";

export type RecordActivity = PlaceInput & {
  member: MemberRef;
  /** The kind's code. */
  kind: string;
  /** The money in it; none when absent. */
  amountE6?: MoneyE6 | null | undefined;
  /** The partner's own number of it: the same is recorded once. */
  reference: string;
  /** Now, when absent. */
  occurredAt?: Date | null | undefined;
  idempotencyKey: string;
};

/**
 * Something a member did that was no purchase, and what campaigns give for it. It is written down first; what it gives is
 * decided and booked after that, by whoever comes first where somebody died between.
 */
export async function recordActivity(deps: Deps, actor: Actor, input: RecordActivity): Promise<KnownActivity> {
  const place = await placeOf(deps, actor, "activity:record", input);
  const { partnerId } = place;
  const occurredAt = happenedAt(input.occurredAt, deps.clock.now());
  const reference = checkText("reference", input.reference);
  const amountE6 = checkNotNegative("amount", input.amountE6 ?? 0n);
  const kind = await recordableKind(deps, actor, input.kind, partnerId);
  const [{ partner }, memberId] = await Promise.all([
    termsAt(deps, partnerId, occurredAt),
    memberIdOf(deps, actor, input.member, partnerId),
  ]);
  checkMayTrade(partner, 0n);
  const found = { ...place, kindId: kind.id, memberId, amountE6, reference, occurredAt };
  const activity = await writeDown(deps, actor, input, found);
  return rewardActivity(deps, actor, { ...activity, kind });
}

async function recordableKind(deps: Deps, actor: Actor, code: string, partnerId: string): Promise<ActivityKind> {
  const kind = await deps.db.activityKind.findUnique({ where: { code } });
  const isTheirs = kind?.byHub ? actor.kind === "system" : kind?.partnerId === null || kind?.partnerId === partnerId;
  if (!kind || kind.retiredAt || !isTheirs) throw new ActivityKindNotFound(code);
  return kind;
}

type Found = Pick<
  Activity,
  "partnerId" | "locationId" | "terminalId" | "kindId" | "memberId" | "amountE6" | "reference" | "occurredAt"
>;

async function writeDown(deps: Deps, actor: Actor, input: RecordActivity, found: Found): Promise<Activity> {
  const id = newId("activity");
  const written = await deps.db.$transaction(async (tx) => {
    const first = await takeKey(tx, actor, { verb: "recordActivity", input, objectId: id });
    if (first) return tx.activity.findUniqueOrThrow({ where: { id: first } });
    const at = deps.clock.now();
    const { count } = await tx.activity.createMany({ data: [{ id, ...found, recordedAt: at }], skipDuplicates: true });
    const { partnerId, kindId, reference } = found;
    const key = { partnerId_kindId_reference: { partnerId, kindId, reference } };
    const there = await tx.activity.findUniqueOrThrow({ where: key });
    if (count === 0) throw new ActivityRecordedAlready(there.id);
    await recordStep(tx, actor, { object: "activity", objectId: id, partnerId, from: null, to: "RECORDED", at });
    return there;
  });
  deps.reach?.("activity: recorded");
  return written;
}
