import { expect, test } from "vitest";
import { systemActor } from "#api/kernel/actor.ts";
import { newId } from "#api/kernel/ids.ts";
import { findCounters } from "#api/ledger/counters.ts";
import { createLedger } from "#api/ledger/ledger.ts";
import type { Count, Deed } from "#api/ledger/movements.ts";
import { LimitReached } from "#api/ledger/refusals.ts";
import { earn } from "#api/test/teller.ts";
import { type World, world } from "#api/test/world.ts";

const used = async ({ deps }: World, counter: string) => (await findCounters(deps.db, [counter])).get(counter);

function giving(w: World, points: bigint, counts: Count[], memberId = w.ana.id): Deed {
  const key = { owner: "system", key: newId("deed"), fingerprint: "first" };
  const movements = points > 0n ? [earn(w.grocer, memberId, points)] : [];
  return { kind: "give", actor: systemActor, ...key, occurredAt: w.clock.now(), place: null, movements, counts };
}

const budget = (by: bigint, most: bigint | null = 100n): Count => ({ counter: "budget", by, most });

test("what fits is counted, what does not is refused with the counter and counts nothing", async () => {
  const w = await world();
  await w.deps.ledger.post(giving(w, 60n, [budget(60n), { counter: "times", by: 1n, most: null }]));
  const over = giving(w, 41n, [{ counter: "times", by: 1n, most: null }, budget(41n)]);
  const refused = await w.deps.ledger.post(over).catch((refusal: unknown) => refusal);
  expect(refused).toBeInstanceOf(LimitReached);
  expect(refused).toMatchObject({ counterId: "budget" });
  expect(await used(w, "times")).toBe(1n);
  await w.deps.ledger.post(giving(w, 40n, [budget(40n)]));
  expect(await used(w, "budget")).toBe(100n);
});

test("a deed sent again counts once, also where nothing is left any more", async () => {
  const w = await world();
  const deed = giving(w, 100n, [budget(100n)]);
  await w.deps.ledger.post(deed);
  const other = createLedger({ pool: w.database.pool, clock: w.clock });
  expect(await other.post(deed)).toMatchObject({ replayed: true });
  expect(await used(w, "budget")).toBe(100n);
  await other.close();
});

test("what is given back can be taken again, and a full counter refuses no return", async () => {
  const w = await world();
  await w.deps.ledger.post(giving(w, 100n, [budget(100n)]));
  await w.deps.ledger.post(giving(w, 0n, [budget(-30n, null)]));
  await w.deps.ledger.post(giving(w, 30n, [budget(30n)]));
  expect(await used(w, "budget")).toBe(100n);
});

test("a deed takes the same counter twice as one whole", async () => {
  const w = await world();
  await expect(w.deps.ledger.post(giving(w, 102n, [budget(51n), budget(51n)]))).rejects.toBeInstanceOf(LimitReached);
  await w.deps.ledger.post(giving(w, 100n, [budget(50n), budget(50n)]));
  expect(await used(w, "budget")).toBe(100n);
});

test("64 tills on two gateways never take one point too many, and leave none that one of them could take", async () => {
  const w = await world();
  const gateways = [w.deps.ledger, createLedger({ pool: w.database.pool, clock: w.clock })];
  const members = await buyers(w, 64);
  const most = 5_003n;
  const given = await Promise.all(
    members.map(async (memberId, till) => {
      let points = 0n;
      for (let receipt = 0; receipt < 12; receipt++) {
        points += await giveWithin(w, { gateway: gateways[till % 2], memberId, wanted: BigInt(7 + (till % 13)), most });
      }
      return points;
    }),
  );
  expect(given.reduce((sum, points) => sum + points, 0n)).toBe(most);
  expect(await used(w, "budget")).toBe(most);
  await gateways[1]?.close();
});

type Till = { gateway: World["deps"]["ledger"] | undefined; memberId: string; wanted: bigint; most: bigint };

/** As a till does: reads what is left, gives no more than that, and reads again when somebody was quicker. */
async function giveWithin(w: World, { gateway, memberId, wanted, most }: Till): Promise<bigint> {
  for (;;) {
    const left = most - ((await used(w, "budget")) ?? 0n);
    const points = left < wanted ? left : wanted;
    if (points === 0n) return 0n;
    try {
      await gateway?.post(giving(w, points, [budget(points, most)], memberId));
      return points;
    } catch (refusal) {
      if (!(refusal instanceof LimitReached)) throw refusal;
    }
  }
}

async function buyers({ deps, clock }: World, count: number): Promise<string[]> {
  const ids = Array.from({ length: count }, () => newId("member"));
  await deps.db.member.createMany({ data: ids.map((id) => ({ id, enrolledAt: clock.now() })) });
  await deps.db.wallet.createMany({ data: ids.map((memberId) => ({ memberId })) });
  return ids;
}
