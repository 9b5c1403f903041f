import { newId } from "#api/kernel/ids.ts";
import type { World } from "#api/test/world.ts";

/** What a house puts there for members: many of each kind, and one member who holds some of all. */
export async function layOffers({ deps: { db, clock }, grocer, ana, bohdan }: World, size: number): Promise<void> {
  const at = clock.now();
  const every = <Row>(row: (nth: number) => Row): Row[] => Array.from({ length: size }, (_none, nth) => row(nth));
  const face = (nth: number) => ({
    ...{ partnerId: grocer.id, state: "ACTIVE" as const, terms: { en: `Terms ${nth}` }, symbol: "STAR" },
    ...{ createdBy: "system", createdAt: at },
  });
  const name = (nth: number) => ({ en: `Number ${nth}` });
  await db.stampCard.createMany({
    data: every((nth) => ({ id: newId("stampCard"), code: `card-${nth}`, name: name(nth), size: 6, ...face(nth) })),
  });
  await db.gift.createMany({
    data: every((nth) => ({ id: newId("gift"), code: `gift-${nth}`, name: name(nth), stock: 9n, ...face(nth) })),
  });
  const pools = every((nth) => ({
    ...{ id: newId("couponPool"), code: `pool-${nth}`, name: name(nth), kind: "SINGLE_USE" as const, validFrom: at },
    ...{ partnerIds: [grocer.id], ...face(nth) },
  }));
  await db.couponPool.createMany({ data: pools });
  const [pool] = pools;
  if (!pool) return;
  const held = every((nth) => ({
    ...{ id: newId("coupon"), poolId: pools[nth]?.id ?? pool.id, code: `HELD${nth}`, createdAt: at },
    ...{ memberId: ana.id, givenAt: at },
  }));
  await db.coupon.createMany({ data: held });
  const moved = { fromMemberId: bohdan.id, toMemberId: ana.id, at };
  await db.couponTransfer.createMany({
    data: held.map(({ id: couponId }) => ({ id: newId("couponTransfer"), couponId, ...moved })),
  });
  await db.coupon.createMany({
    data: every((nth) => ({
      id: newId("coupon"),
      poolId: pool.id,
      code: `FREE${nth}`,
      createdAt: at,
      memberId: ana.id,
    })),
  });
  const run = { kind: "GENERATE" as const, state: "DONE" as const, wanted: 1, requestedBy: "system", userId: "nobody" };
  await db.couponRun.createMany({
    data: every(() => ({ id: newId("couponRun"), poolId: pool.id, createdAt: at, ...run })),
  });
  const campaigns = await db.campaign.findMany({ where: { partnerId: grocer.id }, take: size });
  const offers = every((nth) => ({
    ...{ id: newId("offer"), code: `offer-${nth}`, title: name(nth), campaignId: campaigns[nth]?.id ?? null },
    ...{ poolId: pools[nth]?.id ?? null, audience: "TAG" as const, audienceRef: "loyal", controlBps: 0 },
    ...{ validFrom: at, ...face(nth) },
  }));
  await db.offer.createMany({ data: offers });
  await db.personalOffer.createMany({
    data: offers.map(({ id: offerId }) => ({
      ...{ id: newId("personalOffer"), offerId, memberId: ana.id, group: "TREATED" as const, madeAt: at },
    })),
  });
}
