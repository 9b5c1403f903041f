import { newId } from "#api/kernel/ids.ts";
import type { World } from "#api/test/world.ts";
import { OPERATOR } from "#api/use-cases/campaigns/houses.ts";

/** Segments of both houses with `size` members each, as many customers with tags, and figures about them. */
export async function laySegments({ deps: { db, clock }, grocer, fuel }: World, size: number): Promise<void> {
  const at = clock.now();
  const every = <Row>(row: (nth: number) => Row): Row[] => Array.from({ length: size }, (_none, nth) => row(nth));
  const members = every(() => ({ id: newId("member"), enrolledAt: at, enrolledAtPartnerId: grocer.id }));
  await db.member.createMany({ data: members });
  await db.wallet.createMany({ data: members.map(({ id }) => ({ memberId: id })) });
  for (const house of [OPERATOR, grocer.id]) {
    const made = { house, expression: "true", createdBy: "system", createdAt: at, countedAt: at, counted: size };
    const segments = every((nth) => ({
      id: newId("segment"),
      code: `desk-${nth}`,
      name: { en: `Desk ${nth}` },
      ...made,
    }));
    await db.segment.createMany({ data: segments });
    const stays = segments.flatMap(({ id: segmentId }) => members.map(({ id: memberId }) => ({ segmentId, memberId })));
    await db.segmentMember.createMany({ data: stays.map((stay) => ({ ...stay, enteredAt: at })) });
    await db.segmentEvent.createMany({ data: stays.map((stay) => ({ ...stay, kind: "ENTERED" as const, at })) });
    const counted = { segmentIds: segments.map(({ id }) => id), state: "DONE" as const, createdAt: at, finishedAt: at };
    await db.segmentRecount.create({ data: { id: newId("segmentRecount"), ...counted } });
    await db.memberTag.createMany({
      data: members.map(({ id: memberId }) => ({ memberId, house, tag: "desk", taggedBy: "system", taggedAt: at })),
    });
    const bought = { firstOn: daysAgo(at, 60), lastOn: daysAgo(at, 40), days: 4, visits: 4, spendE6: 40_000_000n };
    const year = { averageE6: 10_000_000n, visitsYear: 4, spendYearE6: 40_000_000n };
    const scored = { recency: 3, frequency: 3, monetary: 3 };
    await db.customer.createMany({
      data: members.map(({ id: memberId }) => ({ house, memberId, ...bought, ...year, ...scored })),
      skipDuplicates: true,
    });
    const month = daysAgo(at, 60);
    await db.cohortMonth.createMany({
      data: [{ house, cohort: month, month, members: size, visits: size, spendE6: 1n }],
      skipDuplicates: true,
    });
  }
  const month = daysAgo(at, 60);
  const flows = [grocer, fuel].flatMap((from) => [grocer, fuel].map((to) => ({ fromId: from.id, toId: to.id })));
  await db.flowMonth.createMany({
    data: flows.map((flow) => ({ month, ...flow, members: size })),
    skipDuplicates: true,
  });
}

const daysAgo = (at: Date, days: number) =>
  new Date(`${new Date(at.getTime() - days * 86_400_000).toISOString().slice(0, 10)}T00:00:00Z`);
