import type { Actor } from "#api/kernel/actor.ts";
import type { Points } from "#api/kernel/points.ts";
import type { Movement } from "#api/ledger/movements.ts";
import { findBurnMember, findDisputable, findLotOf } from "#api/ledger/read/disputable.ts";
import { ExceedsRedemption } from "#api/ledger/refusals.ts";
import type { Approval, ReconItem, Tx } from "#api/sql/rows.ts";
import { requestApproval } from "#api/use-cases/approvals/request-approval.ts";
import { can } from "#api/use-cases/can.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { easeDisputeOf } from "#api/use-cases/disputes/ease-dispute.ts";
import { type MemberLookup, resolveMember } from "#api/use-cases/members/resolve-members.ts";
import { once, requestOf } from "#api/use-cases/once.ts";
import { lockItem } from "#api/use-cases/partner-files/disputed-item.ts";
import { InvalidValue } from "#api/use-cases/partners/refusals.ts";
import { goodwill } from "#api/use-cases/points/adjust-points.ts";
import { checkPoints } from "#api/use-cases/points/answer.ts";
import { LotNotFound } from "#api/use-cases/points/refusals.ts";
import { findProgramme } from "#api/use-cases/programme/read-programme.ts";
import { graceEnd } from "#api/use-cases/purchases/grace.ts";
import { nextReconState } from "#api/use-cases/reconciliation/item-states.ts";
import { moveItem } from "#api/use-cases/reconciliation/move-item.ts";

export const corrections = ["GIVE_BACK", "GOODWILL", "TAKE_BACK"] as const;
export type Correction = (typeof corrections)[number];

export type CorrectItem = {
  itemId: string;
  correction: Correction;
  points: Points;
  /** GOODWILL for what the hub does not have: whose points. */
  member?: MemberLookup | null | undefined;
  reason: string;
  idempotencyKey: string;
};

/** A clerk proposes the entry that puts a break right; it is posted, and the break closed, when finance approves. */
export async function proposeCorrection(deps: Deps, actor: Actor, input: CorrectItem): Promise<Approval> {
  can(actor, "partnerFile:resolve");
  checkPoints(input.points);
  const { itemId, correction, points, member, reason, idempotencyKey } = input;
  const memberId = member ? (await resolveMember(deps, actor, member)).memberId : null;
  const payload = { itemId, correction, points: String(points), memberId };
  const request = { action: "correctPartnerFileItem", subjectId: itemId, payload, reason, idempotencyKey };
  return requestApproval(deps, actor, request, async (tx) => {
    const item = await lockItem(tx, itemId);
    nextReconState(item, "resolve");
    await movementOf(deps, tx, actor, item, { correction, points, memberId });
  });
}

type Payload = { itemId: string; correction: Correction; points: string; memberId: string | null };

/** What runs when finance agrees. The approval is the key, so it runs once. */
export async function correctionApproved(deps: Deps, actor: Actor, approval: Approval): Promise<ReconItem> {
  const { itemId, points, ...asked } = approval.payload as Payload;
  const item = await deps.db.$transaction(async (tx) => {
    const found = await lockItem(tx, itemId);
    const done = await tx.transition.count({ where: { objectId: itemId, approvalId: approval.id } });
    if (done > 0) return found;
    nextReconState(found, "resolve");
    const request = requestOf("correctPartnerFileItem", actor, {
      approvalId: approval.id,
      idempotencyKey: approval.id,
    });
    const at = deps.clock.now();
    await once(deps, request, async () => ({
      occurredAt: at,
      place: null,
      reason: approval.reason,
      movements: [await movementOf(deps, tx, actor, found, { ...asked, points: BigInt(points) })],
    }));
    const { reason, id: approvalId } = approval;
    return moveItem(tx, { actor, at, reason, approvalId }, found, "resolve", { resolution: "CORRECTED" });
  });
  if (item.event === "REDEMPTION" && item.hubRef) await easeDisputeOf(deps, item.hubRef);
  return item;
}

type Asked = { correction: Correction; points: Points; memberId: string | null };

async function movementOf(deps: Deps, tx: Tx, actor: Actor, item: ReconItem, asked: Asked): Promise<Movement> {
  switch (asked.correction) {
    case "GIVE_BACK":
      return givenBack(deps, tx, item, asked.points);
    case "GOODWILL":
      return given(deps, tx, actor, item, asked);
    case "TAKE_BACK":
      return takenBack(tx, item, asked.points);
  }
}

/** The hub took more points than the partner did: they go back as if goods came back. */
async function givenBack(deps: Deps, tx: Tx, { event, hubRef }: ReconItem, points: Points): Promise<Movement> {
  const redemption = event === "REDEMPTION" && hubRef ? await findDisputable(tx, hubRef) : null;
  if (!redemption)
    throw new InvalidValue("correction", "GIVE_BACK", "one for this item: it is no redemption in the hub");
  const open = redemption.byIssuer.values().reduce((sum, part) => sum + part.open, 0n);
  if (points > open) throw new ExceedsRedemption(open);
  const graceExpiresAt = graceEnd(deps.clock.now(), await findProgramme(deps));
  return { kind: "returnRedemption", burnId: redemption.id, points, graceExpiresAt };
}

/** The member should have more than the hub gave: the operator gives it. */
async function given(deps: Deps, tx: Tx, actor: Actor, item: ReconItem, asked: Asked): Promise<Movement> {
  const named = (await memberOfHubRow(tx, item)) ?? asked.memberId;
  if (!named) throw new InvalidValue("member", "", "given: the hub knows nobody by this row");
  const { memberId } = await resolveMember(deps, actor, { memberId: named });
  return goodwill(deps, { memberId, points: asked.points, at: deps.clock.now() });
}

/** The hub gave more than the partner did: the receipt's own lot loses it. */
async function takenBack(tx: Tx, { event, hubRef }: ReconItem, points: Points): Promise<Movement> {
  if (event !== "EARN" || !hubRef)
    throw new InvalidValue("correction", "TAKE_BACK", "one for this item: the hub gave no points by it");
  const lot = await findLotOf(tx, hubRef);
  if (!lot) throw new LotNotFound(hubRef);
  return { kind: "adjustDebit", memberId: lot.memberId, lotId: lot.id, points };
}

async function memberOfHubRow(tx: Tx, { event, hubRef }: ReconItem): Promise<string | null> {
  if (!hubRef) return null;
  const select = { memberId: true } as const;
  if (event === "REDEMPTION") return findBurnMember(tx, hubRef);
  if (event === "EARN") return (await tx.purchase.findUnique({ where: { id: hubRef }, select }))?.memberId ?? null;
  const back = await tx.purchaseReturn.findUnique({ where: { id: hubRef }, select: { purchase: { select } } });
  return back?.purchase.memberId ?? null;
}
