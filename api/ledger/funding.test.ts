import { expect, test } from "vitest";
import { newId } from "#api/kernel/ids.ts";
import { fundedRateE6, issueTerms } from "#api/ledger/issue-terms.ts";
import type { Movement } from "#api/ledger/movements.ts";
import { earn, reserve, teller } from "#api/test/teller.ts";
import { type World, world } from "#api/test/world.ts";

/** Fuel pays 40 % of a cent when points become available: 0.003333 of 0.008333, rounded down to the millionth. */
const contract = { funding: "SPLIT", issueRateE6: 8_333n, fundedShareBps: 4_000, prepaidStopPoints: null } as const;
const split = (w: World) => issueTerms({ ...contract, partnerId: w.fuel.id });

const give = (w: World, points: bigint, purchaseId: string | null = null) => ({
  ...earn(w.fuel, w.ana.id, points, purchaseId),
  terms: split(w),
});

function spend(w: World, points: bigint): { burnId: string; movements: Movement[] } {
  const burnId = newId("burn");
  const taken = { kind: "capture", redeemRateE6: 8_000n, onUsPolicy: "FULL" } as const;
  return {
    burnId,
    movements: [
      { ...reserve(w.pharmacy, w.ana.id, points), burnId },
      { ...taken, burnId, points },
    ],
  };
}

async function moneyOf({ database }: World, ownerId: string): Promise<Record<string, bigint>> {
  const { rows } = await database.pool.query<{ account: string; sum: string }>(
    "SELECT account::text, sum(amount)::text AS sum FROM line WHERE unit = 'EUR' AND owner_id = $1 GROUP BY 1 HAVING sum(amount) <> 0",
    [ownerId],
  );
  return Object.fromEntries(rows.map(({ account, sum }) => [account, BigInt(sum)]));
}

test("a contract says what of the price is paid when points become available", () => {
  const rate = (funding: "ON_BURN" | "ON_ISSUE" | "SPLIT" | "PREPAID") => fundedRateE6({ ...contract, funding });
  expect([rate("ON_BURN"), rate("SPLIT"), rate("ON_ISSUE"), rate("PREPAID")]).toEqual([0n, 3_333n, 8_333n, 8_333n]);
});

test("a part is paid when points become available, the rest when they are spent", async () => {
  const w = await world();
  const tell = teller(w);
  await tell({}, give(w, 1_000n));
  expect(await moneyOf(w, w.fuel.id)).toEqual({ POSITION: 3_333_000n, FUND: -3_333_000n });
  await tell({}, ...spend(w, 300n).movements);
  expect(await moneyOf(w, w.fuel.id)).toEqual({ POSITION: 3_333_000n + 300n * 5_000n, FUND: -700n * 3_333n });
  expect(await moneyOf(w, w.pharmacy.id)).toEqual({ POSITION: -300n * 8_000n });
});

test("what comes back leaves the fund and the position as they were", async () => {
  const w = await world();
  const tell = teller(w);
  const bought = newId("purchase");
  await tell({}, give(w, 1_000n, bought));
  const before = await moneyOf(w, w.fuel.id);
  const { burnId, movements } = spend(w, 300n);
  await tell({}, ...movements);
  await tell({}, { kind: "returnRedemption", burnId, points: 300n, graceExpiresAt: null });
  expect(await moneyOf(w, w.fuel.id)).toEqual(before);
  await tell({}, { kind: "clawback", memberId: w.ana.id, purchaseId: bought, points: 1_000n });
  expect(await moneyOf(w, w.fuel.id)).toEqual({});
});

test("only what was paid for points that lapse is breakage", async () => {
  const w = await world();
  const tell = teller(w);
  await tell({}, give(w, 1_000n));
  w.clock.set(new Date("2028-04-01T00:00:00Z"));
  await tell({}, { kind: "expire", memberId: w.ana.id, operatorShareBps: new Map([[w.fuel.id, 6_000]]) });
  expect(await moneyOf(w, w.fuel.id)).toEqual({ POSITION: 3_333_000n - 1_333_200n });
});

test("only what is still to be paid is exposure", async () => {
  const w = await world();
  const tell = teller(w);
  await tell({}, give(w, 1_000n));
  const exposure = () => w.deps.db.exposure.findUniqueOrThrow({ where: { partnerId: w.fuel.id } });
  expect(await exposure()).toMatchObject({ positionE6: 3_333_000n, outstandingE6: 5_000_000n });
  await tell({}, ...spend(w, 300n).movements);
  expect(await exposure()).toMatchObject({ positionE6: 4_833_000n, outstandingE6: 3_500_000n });
});
