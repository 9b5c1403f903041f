import type { Actor } from "#api/kernel/actor.ts";
import type { Tx } from "#api/sql/rows.ts";
import { recordSteps, type Step } from "#api/use-cases/transitions.ts";
import { type Ladder, rankOf } from "./ladder.ts";
import { findLadder } from "./standing.ts";

type Pair = { fromMemberId: string; intoMemberId: string; at: Date };

/**
 * What belongs to one membership goes to the other: the higher tier, clubs, bookings and the plan. Where both have one,
 * the other's own stays and this one ends.
 */
export async function privilegesFollow(tx: Tx, actor: Actor, pair: Pair): Promise<void> {
  const ladder = await findLadder(tx);
  if (ladder) await keepHigherTier(tx, ladder, pair);
  await recordSteps(tx, actor, [
    ...(await bookingsFollow(tx, pair)),
    ...(await clubsFollow(tx, pair)),
    ...(await planFollows(tx, pair)),
  ]);
}

async function keepHigherTier(tx: Tx, ladder: Ladder, { fromMemberId, intoMemberId }: Pair): Promise<void> {
  const rows = await tx.memberTier.findMany({ where: { memberId: { in: [fromMemberId, intoMemberId] } } });
  const rank = (memberId: string) => {
    const row = rows.find((one) => one.memberId === memberId);
    return row ? rankOf(ladder, row.tier) : 0;
  };
  if (rank(fromMemberId) > rank(intoMemberId)) {
    await tx.memberTier.deleteMany({ where: { memberId: intoMemberId } });
    await tx.memberTier.update({ where: { memberId: fromMemberId }, data: { memberId: intoMemberId } });
  } else await tx.memberTier.deleteMany({ where: { memberId: fromMemberId } });
}

const REASON = "The memberships were merged";

async function bookingsFollow(tx: Tx, { fromMemberId, intoMemberId: memberId, at }: Pair): Promise<Step[]> {
  const open = { state: { in: ["ASKED" as const, "WAITING" as const, "BOOKED" as const, "CHECKED_IN" as const] } };
  const kept = await tx.eventBooking.findMany({ where: { memberId, ...open }, select: { eventId: true } });
  const eventId = { in: kept.map((one) => one.eventId) };
  const twice = await tx.eventBooking.findMany({
    where: { memberId: fromMemberId, eventId, state: { in: ["WAITING", "BOOKED"] } },
    include: { event: true },
  });
  const ids = twice.map(({ id }) => id);
  await tx.eventBooking.updateMany({ where: { id: { in: ids } }, data: { state: "CANCELLED", settled: false } });
  await tx.eventBooking.updateMany({ where: { memberId: fromMemberId }, data: { memberId } });
  return twice.map(({ id: objectId, state: from, event: { partnerId } }) => {
    return { object: "eventBooking", objectId, from, to: "CANCELLED", at, reason: REASON, partnerId };
  });
}

async function clubsFollow(tx: Tx, { fromMemberId, intoMemberId: memberId, at }: Pair): Promise<Step[]> {
  const rows = await tx.clubMembership.findMany({
    where: { memberId: { in: [fromMemberId, memberId] } },
    include: { club: true },
  });
  const own = new Map(rows.filter((one) => one.memberId === memberId).map((one) => [one.clubId, one]));
  const steps: Step[] = [];
  for (const { id, clubId, state, joinedAt, club } of rows.filter((one) => one.memberId === fromMemberId)) {
    const other = own.get(clubId);
    if (!other) await tx.clubMembership.update({ where: { id }, data: { memberId } });
    else if (state === "IN" && other.state !== "IN") {
      await tx.clubMembership.update({ where: { id: other.id }, data: { state: "IN", joinedAt, leftAt: null } });
      const moved = { objectId: other.id, from: other.state, to: "IN" };
      steps.push({ object: "clubMembership", ...moved, at, reason: REASON, partnerId: club.partnerId });
    }
    if (other && state !== "LEFT") {
      await tx.clubMembership.update({ where: { id }, data: { state: "LEFT", leftAt: at } });
      const left = { objectId: id, from: state, to: "LEFT" };
      steps.push({ object: "clubMembership", ...left, at, reason: REASON, partnerId: club.partnerId });
    }
  }
  return steps;
}

/** The points of a plan that ends here are let go, or lapse, as the plan says. */
async function planFollows(tx: Tx, { fromMemberId, intoMemberId: memberId, at }: Pair): Promise<Step[]> {
  const open = { state: { not: "ENDED" as const } };
  const own = await tx.subscription.findFirst({ where: { memberId, ...open } });
  const ending = own ? await tx.subscription.findMany({ where: { memberId: fromMemberId, ...open } }) : [];
  const ids = ending.map(({ id }) => id);
  await tx.subscription.updateMany({
    where: { id: { in: ids } },
    data: { state: "ENDED", endedAt: at, settled: false },
  });
  await tx.subscription.updateMany({ where: { memberId: fromMemberId }, data: { memberId } });
  return ending.map(({ id: objectId, state: from }) => {
    return { object: "subscription", objectId, from, to: "ENDED", at, reason: REASON };
  });
}
