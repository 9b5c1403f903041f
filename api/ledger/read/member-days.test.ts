import { expect, test } from "vitest";
import { world } from "#api/test/world.ts";
import { mergeMembers } from "#api/use-cases/points/merge-members.ts";
import { recordPurchase } from "#api/use-cases/purchases/record-purchase.ts";
import { returnPurchase } from "#api/use-cases/purchases/return-purchase.ts";
import { type DaySpan, findLastVisits, findSpendByDay, sumMemberDays } from "./member-days.ts";

const EUR = 1_000_000n;
const slip = (receiptNumber: string) => ({ receiptNumber, idempotencyKey: `${receiptNumber}-0123456789abcdef` });

test("a member's days hold what was paid in money, net of what came back, on the day it was bought", async () => {
  const w = await world({ ana: { points: 1_000n } });
  const { deps, clock, grocer, fuel, ana, bohdan } = w;
  const march = { memberId: ana.id, partner: null, from: "2026-03-01", to: "2026-03-31" };
  const anywhere: DaySpan = { ...march, whose: true };
  const sums = async (spans: Record<string, Partial<DaySpan>>) => {
    const asked = new Map(Object.entries(spans).map(([key, span]) => [key, { ...anywhere, ...span }]));
    return Object.fromEntries(await sumMemberDays(deps.db, asked));
  };
  const buy = (receipt: string, cents: bigint, memberId = ana.id, points = 0n) =>
    recordPurchase(deps, grocer.till, {
      member: { memberId },
      totalE6: cents * 10_000n,
      lines: [{ amountE6: cents * 10_000n, quantityMilli: 2_000n }],
      redeem: points > 0n ? { points } : null,
      ...slip(receipt),
    });
  clock.set(new Date("2026-03-10T12:00:00Z"));
  const first = await buy("1", 10_000n, ana.id, 1_000n);
  await buy("2", 5_000n);
  clock.set(new Date("2026-03-12T12:00:00Z"));
  await buy("3", 2_000n);
  const whole = { spendE6: 160n * EUR, visits: 3n, points: 160n, partners: ["GROCER"] };
  const none = { spendE6: 0n, visits: 0n, points: 0n, partners: [] };
  expect(
    await sums({
      all: {},
      day: { from: "2026-03-12" },
      there: { partner: "FUEL" },
      his: { memberId: bohdan.id },
      sum: { whose: false },
    }),
  ).toEqual({
    all: whole,
    day: { spendE6: 20n * EUR, visits: 1n, points: 20n, partners: ["GROCER"] },
    there: none,
    his: none,
    sum: { ...whole, partners: [] },
  });
  const back = { purchase: { purchaseId: first.purchase.id }, lines: [{ seq: 1, quantityMilli: 1_000n }] };
  await returnPurchase(deps, grocer.till, { ...back, ...slip("4") });
  expect(await sums({ day: { to: "2026-03-11" } })).toEqual({
    day: { spendE6: 95n * EUR, visits: 2n, points: 95n, partners: ["GROCER"] },
  });
  await returnPurchase(deps, grocer.till, { ...back, ...slip("5") });
  expect(await sums({ day: { to: "2026-03-11" } })).toMatchObject({ day: { spendE6: 50n * EUR, visits: 1n } });
  expect(await findSpendByDay(deps.db, new Map([["days", anywhere]]))).toEqual(
    new Map([
      [
        "days",
        [
          { day: "2026-03-10", spendE6: 50n * EUR },
          { day: "2026-03-12", spendE6: 20n * EUR },
        ],
      ],
    ]),
  );
  await buy("6", 1_000n, bohdan.id);
  const merge = { fromMemberId: ana.id, intoMemberId: bohdan.id, reason: "One person" };
  await mergeMembers(deps, w.operator, { ...merge, idempotencyKey: "merge-0123456789abcdef" });
  expect(await sums({ his: { memberId: bohdan.id } })).toMatchObject({ his: { spendE6: 80n * EUR, visits: 3n } });
  expect(await findLastVisits(deps.db, [bohdan.id, fuel.id])).toEqual(new Map([[bohdan.id, "2026-03-12"]]));
});
