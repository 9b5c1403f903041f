import type { Actor } from "#api/kernel/actor.ts";
import { decideApproval } from "#api/use-cases/approvals/decide-approval.ts";
import { blockCard } from "#api/use-cases/members/block-card.ts";
import { linkPerson } from "#api/use-cases/members/link-person.ts";
import { replaceCard } from "#api/use-cases/members/replace-card.ts";
import { markNoticesRead } from "#api/use-cases/notices/read-notices.ts";
import { adjustPoints } from "#api/use-cases/points/adjust-points.ts";
import { capturePoints } from "#api/use-cases/points/capture-points.ts";
import { redeemPoints } from "#api/use-cases/points/redeem-points.ts";
import { reservePoints } from "#api/use-cases/points/reserve-points.ts";
import { transferPoints } from "#api/use-cases/points/transfer-points.ts";
import type { LineInput } from "#api/use-cases/purchases/receipt.ts";
import { recordPurchase } from "#api/use-cases/purchases/record-purchase.ts";
import { basketOf } from "./baskets.ts";
import { demoPeople } from "./people.ts";
import { memberOn, partnerOn, type Stage, type StageMember } from "./stage.ts";

export async function buy(
  stage: Stage,
  member: StageMember,
  partner: string,
  receiptNumber: string,
  lines: readonly LineInput[],
) {
  const [till] = partnerOn(stage, partner).tills;
  const idempotencyKey = stage.key("purchase");
  const shown = { kind: "CARD", value: member.card } as const;
  await recordPurchase(stage.deps, till.actor, { member: shown, ...basketOf(lines), receiptNumber, idempotencyKey });
}

/** Members of the sign-in list see their own wallet. */
export async function letPeopleSignIn(stage: Stage): Promise<void> {
  for (const person of demoPeople) {
    if (person.of !== "member") continue;
    const { id } = memberOn(stage, person.name);
    await linkPerson(stage.deps, stage.office.clerk, { memberId: id, email: person.email });
  }
}

/** Everybody's news is read; what comes later is left to the visitor. Any role may read its own. */
export async function readNews({ deps }: Stage): Promise<void> {
  for (const { userId: id, partnerId } of await deps.db.staff.findMany()) {
    const reader: Actor = partnerId
      ? { kind: "partnerStaff", id, partnerId, roles: ["CASHIER"] }
      : { kind: "operator", id, roles: ["AUDITOR"] };
    await markNoticesRead(deps, reader, {});
  }
}

export async function payBankFee(stage: Stage, member: StageMember, points: bigint): Promise<void> {
  const till = partnerOn(stage, "SVITANAK").tills[1] ?? partnerOn(stage, "SVITANAK").tills[0];
  await redeemPoints(stage.deps, till.actor, {
    member: { kind: "CARD", value: member.card },
    points,
    reason: "Commission for a transfer",
    idempotencyKey: stage.key("fee"),
  });
}

/** Half of what the giver has: a family keeps its points together. */
export async function give(stage: Stage, from: string, to: string, reason: string): Promise<void> {
  const giver = memberOn(stage, from);
  const points = (await availableTo(stage, giver)) / 2n;
  if (points === 0n) return;
  const receiver = { kind: "CARD", value: memberOn(stage, to).card } as const;
  await transferPoints(stage.deps, giver.actor, { to: receiver, points, reason, idempotencyKey: stage.key("gift") });
}

export async function spendAll(stage: Stage, member: StageMember, partner: string): Promise<void> {
  const points = await availableTo(stage, member);
  const [till] = partnerOn(stage, partner).tills;
  await redeemPoints(stage.deps, till.actor, {
    member: { kind: "CARD", value: member.card },
    points,
    reason: "Petrol for the way to the sea",
    idempotencyKey: stage.key("redeem"),
  });
}

async function availableTo({ deps }: Stage, { id }: StageMember): Promise<bigint> {
  return (await deps.db.wallet.findUniqueOrThrow({ where: { memberId: id } })).available;
}

/** Points against a member take two people; `waiting` leaves it to the visitor. */
export async function takeBack(stage: Stage, name: string, points: bigint, reason: string, end: "waiting" | "decided") {
  const { deps, office } = stage;
  const member = memberOn(stage, name);
  const lot = await deps.db.lot.findFirst({
    where: { memberId: member.id, available: { gte: points } },
    orderBy: { earnedAt: "desc" },
  });
  if (!lot) return;
  const { approval } = await adjustPoints(deps, office.clerk, {
    memberId: member.id,
    points,
    takeFromLotId: lot.id,
    reason,
    idempotencyKey: stage.key("adjust"),
  });
  if (end === "waiting" || !approval) return;
  await decideApproval(deps, office.finance, {
    approvalId: approval.id,
    decision: "APPROVE",
    note: "Checked at the till",
  });
}

export async function loseCard(stage: Stage): Promise<void> {
  const card = await stage.deps.db.card.findUniqueOrThrow({
    where: { number: memberOn(stage, "Volha Sidarovich").card },
  });
  await blockCard(stage.deps, stage.office.clerk, { cardId: card.id, reason: "Lost on the train" });
  stage.remembered.set("lost card", card.id);
}

export async function replaceLostCard(stage: Stage): Promise<void> {
  const volha = memberOn(stage, "Volha Sidarovich");
  const card = await replaceCard(stage.deps, stage.office.clerk, {
    cardId: stage.remembered.get("lost card") ?? "",
    reason: "Lost on the train",
    idempotencyKey: stage.key("card"),
  });
  volha.card = card.number ?? volha.card;
}

export async function reserve(stage: Stage, name: string, partner: string, points: bigint) {
  const [till] = partnerOn(stage, partner).tills;
  const member = { kind: "CARD", value: memberOn(stage, name).card } as const;
  return reservePoints(stage.deps, till.actor, { member, points, idempotencyKey: stage.key("reserve") });
}

export async function reserveAndCapture(
  stage: Stage,
  name: string,
  partner: string,
  how: { reserved: bigint; captured: bigint },
) {
  const { redemption } = await reserve(stage, name, partner, how.reserved);
  const [till] = partnerOn(stage, partner).tills;
  const taken = { reservationId: redemption.id, points: how.captured, idempotencyKey: stage.key("capture") };
  await capturePoints(stage.deps, till.actor, taken);
}

export function lastNeighbour({ members }: Stage): StageMember {
  const last = members.at(-1);
  if (!last) throw new Error("Nobody was enrolled.");
  return last;
}
