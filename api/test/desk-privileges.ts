import { newId } from "#api/kernel/ids.ts";
import { ladder } from "#api/test/ladder.ts";
import type { World } from "#api/test/world.ts";

const words = { en: "A" };

/** A ladder, and `size` of each club, event, plan and payment, with as many people in the first of them. */
export async function layPrivileges({ deps: { db, clock }, grocer, ana }: World, size: number): Promise<void> {
  const at = clock.now();
  const every = <Row>(row: (nth: number) => Row): Row[] => Array.from({ length: size }, (_none, nth) => row(nth));
  const made = { createdBy: "system", createdAt: at };
  await db.tierLadder.createMany({
    data: every((nth) => ({
      id: newId("tierLadder"),
      version: nth + 1,
      definition: ladder(),
      reason: "As it was",
      validFrom: at,
      validUntil: nth === 0 ? null : at,
      approvalId: newId("approval"),
    })),
  });
  const others = await db.member.findMany({ where: { id: { not: ana.id } }, take: size, orderBy: { id: "asc" } });
  const people = [ana.id, ...others.map(({ id }) => id)];
  // One more than anybody is in.
  const clubs = Array.from({ length: size + 1 }, (_none, nth) => ({
    id: newId("club"),
    partnerId: grocer.id,
    code: `club-${nth}`,
    name: words,
    about: words,
  }));
  const rule = { entry: "RULE" as const, tiers: ["bronze"], segments: [] };
  await db.club.createMany({ data: clubs.map((club) => ({ ...club, ...rule, ...made })) });
  const membership = { clubId: clubs[0]?.id ?? "", state: "IN" as const, joinedAt: at };
  await db.clubMembership.createMany({
    data: people.map((memberId) => ({ id: newId("clubMembership"), memberId, ...membership })),
  });
  const pools = clubs.map(({ id: clubId, code: name }) => ({ id: newId("pool"), clubId, name }));
  const shared = { kind: "CLUB" as const, state: "OPEN" as const };
  await db.pool.createMany({ data: pools.map((pool) => ({ ...pool, ...shared, openedAt: at })) });
  await db.wallet.createMany({ data: pools.map(({ id }) => ({ memberId: id })) });
  const place = { role: "MEMBER" as const, state: "JOINED" as const, kind: "CLUB" as const };
  const asked = { invitedBy: grocer.id, invitedAt: at, joinedAt: at };
  await db.poolMember.createMany({
    data: pools.flatMap(({ id: poolId }, nth) =>
      (nth === 0 ? people : [ana.id]).map((memberId) => {
        return { id: newId("poolMember"), poolId, memberId, ...place, ...asked };
      }),
    ),
  });
  const when = { startsAt: new Date(at.getTime() + 86_400_000), endsAt: new Date(at.getTime() + 90_000_000) };
  const events = every(() => ({ id: newId("memberEvent"), partnerId: grocer.id, name: words, about: words, ...when }));
  const open = { state: "OPEN" as const, venue: "Here", places: 100, tiers: ["bronze"] };
  await db.memberEvent.createMany({ data: events.map((event) => ({ ...event, ...open, ...made })) });
  const booked = { eventId: events[0]?.id ?? "", state: "BOOKED" as const, mayWait: false, settled: true, askedAt: at };
  await db.eventBooking.createMany({
    data: people.map((memberId, nth) => ({ id: newId("eventBooking"), memberId, code: `CODE${nth}`, ...booked })),
  });
  const plan = {
    name: words,
    about: words,
    benefits: [words],
    priceE6: 1n,
    frozenDays: 1,
    afterwards: "KEEP" as const,
  };
  const plans = every((nth) => ({ id: newId("plan"), code: `plan-${nth}`, version: 1, approvalId: newId("approval") }));
  await db.plan.createMany({ data: plans.map((one) => ({ ...one, ...plan, createdAt: at })) });
  const subscriptionId = newId("subscription");
  await db.subscription.create({
    data: { id: subscriptionId, planId: plans[0]?.id ?? "", memberId: ana.id, startedAt: at },
  });
  const paid = { subscriptionId, amountE6: 1n, months: 1, partnerId: grocer.id, recordedBy: "system", paidAt: at };
  await db.planPayment.createMany({
    data: every((nth) => ({ id: newId("planPayment"), reference: `payment ${nth}`, ...paid, from: at, until: at })),
  });
}
