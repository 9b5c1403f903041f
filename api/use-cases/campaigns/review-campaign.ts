import { type Actor, personOf } from "#api/kernel/actor.ts";
import type { Approval, Tx } from "#api/sql/rows.ts";
import { roundOf } from "#api/use-cases/campaigns/find-campaigns.ts";
import type { VersionOfCampaign } from "#api/use-cases/campaigns/houses.ts";
import { tellJoinable } from "#api/use-cases/campaigns/join-campaign.ts";
import { lockVersion, moveVersion } from "#api/use-cases/campaigns/lock-version.ts";
import { SecondPersonRequired } from "#api/use-cases/cycles/refusals.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { recordSteps } from "#api/use-cases/transitions.ts";

/** What runs when a house agrees: with the last of them the version is scheduled. */
export async function campaignAgreed(deps: Deps, actor: Actor, approval: Approval): Promise<void> {
  await deps.db.$transaction(async (tx) => {
    const version = await lockVersion(tx, approval.subjectId);
    if (!isAwaited(version, approval)) return;
    if (version.authors.includes(personOf(actor)?.id ?? "")) throw new SecondPersonRequired("review it");
    if ((await openReviews(tx, version)).length > 0) return;
    const at = deps.clock.now();
    const scheduled = await moveVersion(tx, actor, version, {
      event: "approve",
      at,
      reason: approval.decisionNote,
      approvalId: approval.id,
    });
    if (scheduled.needsJoining) await tellJoinable(tx, scheduled, at);
  });
}

/** What follows a house's no: the version is a draft again, and nobody else needs to look at it. */
export async function campaignRejected(deps: Deps, actor: Actor, approval: Approval): Promise<void> {
  await deps.db.$transaction(async (tx) => {
    const version = await lockVersion(tx, approval.subjectId);
    if (!isAwaited(version, approval)) return;
    const at = deps.clock.now();
    const why = { at, reason: approval.decisionNote, approvalId: approval.id };
    await moveVersion(tx, actor, version, { event: "reject", ...why });
    await withdrawReviews(tx, actor, version, why);
  });
}

/** Takes back what nobody needs to answer any more. */
export async function withdrawReviews(
  tx: Tx,
  actor: Actor,
  version: VersionOfCampaign,
  { at, reason }: { at: Date; reason: string | null },
): Promise<void> {
  const open = await openReviews(tx, version);
  const ids = open.map(({ id }) => id);
  await tx.approval.updateMany({ where: { id: { in: ids }, state: "WAITING" }, data: { state: "WITHDRAWN" } });
  const step = { object: "approval", from: "WAITING", to: "WITHDRAWN", at, reason };
  await recordSteps(
    tx,
    actor,
    open.map(({ id: objectId, partnerId }) => ({ ...step, objectId, partnerId })),
  );
}

/** Answered twice, or about a text that is no longer meant: nothing is left to do. */
function isAwaited({ state, round }: VersionOfCampaign, { payload }: Approval): boolean {
  return state === "IN_REVIEW" && roundOf(payload) === round;
}

function openReviews(tx: Tx, { id }: VersionOfCampaign): Promise<Approval[]> {
  return tx.approval.findMany({ where: { action: "reviewCampaign", subjectId: id, state: "WAITING" } });
}
