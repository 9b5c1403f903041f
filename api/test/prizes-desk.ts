import { newId } from "#api/kernel/ids.ts";
import type { World } from "#api/test/world.ts";

const every = <Row>(size: number, row: (nth: number) => Row): Row[] =>
  Array.from({ length: size }, (_none, nth) => row(nth));

/** A draw with `size` winners beside others, and as many rewards, orders, activities, challenges and badges. */
export async function layPrizes(w: World, size: number): Promise<void> {
  await layDraws(w, size);
  await layRewards(w, size);
  await layChallenges(w, size);
  await layActivities(w, size);
}

async function layDraws({ deps: { db, clock }, ana }: World, size: number): Promise<void> {
  const at = clock.now();
  const terms = {
    name: { en: "Draw" },
    rules: { en: "As announced." },
    organiser: { name: "Operator", address: "Main Street" },
    registrationNumber: "1",
    closesAt: at.toISOString(),
    prizes: [{ name: { en: "A pen" }, quantity: 50 }],
  };
  const hash = "0".repeat(64);
  const made = { closesAt: at, authors: [], seedHash: hash, createdBy: "system", createdAt: at };
  const codes = every(size, (nth) => ({ id: newId("draw"), code: `draw-${nth}` }));
  await db.draw.createMany({
    data: codes.map((one) => ({ ...one, ...made, definition: { ...terms, code: one.code }, state: "CLOSED" as const })),
  });
  for (const { id: drawId } of codes) {
    const held = { drawId, holder: 1, memberId: ana.id, tickets: 60n, firstTicket: 1n };
    await db.drawHolder.create({ data: held });
    const fixed = { listHash: hash, holderCount: 1, ticketCount: 60n };
    await db.draw.update({ where: { id: drawId }, data: { state: "COMMITTED", ...fixed } });
    const winners = every(size, (nth) => ({ drawId, place: nth + 1, prize: 0, ticket: BigInt(nth + 1), holder: 1 }));
    await db.drawWinner.createMany({ data: winners });
    await db.draw.update({ where: { id: drawId }, data: { state: "PUBLISHED", seed: hash } });
    const step = { object: "draw", objectId: drawId, from: null, to: "DRAFT", at, actor: "system" };
    await db.transition.create({ data: { id: newId("transition"), ...step } });
  }
}

async function layRewards({ deps: { db, clock }, grocer, ana }: World, size: number): Promise<void> {
  const at = clock.now();
  const written = { name: { en: "Pen" }, description: { en: "Blue" }, points: 1n, stock: 9n, collectDays: 7 };
  const own = { partnerId: grocer.id, state: "OFFERED" as const, createdBy: "system", createdAt: at };
  const rewards = every(size, () => ({ id: newId("reward"), ...written, ...own }));
  await db.reward.createMany({ data: rewards });
  await db.rewardOrder.createMany({
    data: rewards.map(({ id: rewardId }, nth) => ({
      id: newId("rewardOrder"),
      rewardId,
      memberId: ana.id,
      partnerId: grocer.id,
      points: 1n,
      burnId: `none ${nth}`,
      code: `CODE${nth}`,
      orderedAt: at,
      collectBy: at,
    })),
  });
}

async function layChallenges({ deps: { db, clock }, grocer, ana }: World, size: number): Promise<void> {
  const at = clock.now();
  const definition = {
    name: { en: "Challenge" },
    description: { en: "Shop." },
    goal: { kind: "VISITS", most: "3" },
    partnerIds: [grocer.id],
    period: "EVER",
    startsAt: "2026-01-01T00:00:00Z",
    reward: { points: "1", badge: { name: { en: "Badge" }, icon: "LEAF" } },
    awardsMost: "1",
  };
  const live = { state: "LIVE" as const, definition, startsAt: new Date(definition.startsAt), startedAt: at };
  const challenges = every(size, () => ({
    id: newId("challenge"),
    ...live,
    authors: [],
    createdBy: "system",
    createdAt: at,
  }));
  await db.challenge.createMany({ data: challenges });
  const award = { memberId: ana.id, period: "EVER", round: 1, state: "AWARDED" as const, points: 1n, booked: true };
  await db.challengeAward.createMany({
    data: challenges.map(({ id: challengeId }) => ({
      id: newId("challengeAward"),
      challengeId,
      ...award,
      awardedAt: at,
    })),
  });
}

async function layActivities({ deps: { db, clock }, grocer, ana }: World, size: number): Promise<void> {
  const at = clock.now();
  const own = { partnerId: grocer.id, name: { en: "A visit" }, createdBy: "system", createdAt: at };
  const kinds = every(size, (nth) => ({ id: newId("activityKind"), code: `visit-${nth}`, ...own }));
  await db.activityKind.createMany({ data: kinds });
  await db.activity.createMany({
    data: kinds.map(({ id: kindId }, nth) => ({
      ...{ id: newId("activity"), kindId, partnerId: grocer.id, memberId: ana.id, amountE6: 0n },
      ...{ reference: `visit ${nth}`, occurredAt: at, recordedAt: at, points: 1n, pointsClawed: 0n },
    })),
  });
}
