import { expect, test } from "vitest";
import type { Refusal } from "#api/kernel/refusal.ts";
import { world } from "#api/test/world.ts";
import { type RecordPurchase, recordPurchase } from "#api/use-cases/purchases/record-purchase.ts";
import { redeemPoints } from "./redeem-points.ts";
import { reservePoints } from "./reserve-points.ts";

const ATTEMPTS = 10_000;
const AT_ONCE = 200;

test("ten thousand attempts, two hundred at once, on a thousand points: exactly a thousand succeed", async () => {
  const { deps, grocer, ana } = await world({ ana: { points: 1_000n } });
  const spend = (n: number) => {
    const input = {
      member: { memberId: ana.id },
      points: 1n,
      idempotencyKey: `double-spend-${String(n).padStart(6, "0")}`,
    };
    return n % 2 ? redeemPoints(deps, grocer.till, input) : reservePoints(deps, grocer.till, input);
  };
  const answers = await atOnce(AT_ONCE, ATTEMPTS, (n) => codeOf(spend(n)));
  expect(countOf(answers)).toEqual({ done: 1_000, INSUFFICIENT_POINTS: 9_000 });
  const wallet = await deps.db.wallet.findUniqueOrThrow({ where: { memberId: ana.id } });
  const burns = await deps.db.burn.aggregate({ where: { memberId: ana.id }, _sum: { reserved: true }, _count: true });
  expect(wallet.available).toBe(0n);
  expect(burns).toMatchObject({ _count: 1_000, _sum: { reserved: 1_000n } });
}, 180_000);

test("two hundred keys, fifty copies each, one altered: two hundred effects, every altered copy refused", async () => {
  const { deps, grocer, ana } = await world();
  const receipt = (n: number): RecordPurchase => ({
    member: { memberId: ana.id },
    receiptNumber: `R-${n}`,
    totalE6: 100_000_000n,
    idempotencyKey: `duplicate-${String(n).padStart(6, "0")}`,
  });
  const first = await atOnce(AT_ONCE, 200, (n) => recordPurchase(deps, grocer.till, receipt(n)));
  const copies = await atOnce(AT_ONCE, 200 * 49, (at) => {
    const original = receipt(at % 200);
    const altered = Math.floor(at / 200) === 17;
    return codeOf(recordPurchase(deps, grocer.till, altered ? { ...original, totalE6: 200_000_000n } : original));
  });
  expect(countOf(copies)).toEqual({ done: 48 * 200, IDEMPOTENCY_KEY_REUSED: 200 });
  expect(new Set(first.map(({ purchase }) => purchase.id)).size).toBe(200);
  expect(await deps.db.purchase.count()).toBe(200);
  const wallet = await deps.db.wallet.findUniqueOrThrow({ where: { memberId: ana.id } });
  expect(wallet.available).toBe(20_000n);
}, 180_000);

test("copies that race with their own original end in one effect too", async () => {
  const { deps, grocer, ana } = await world();
  const receipt = {
    member: { memberId: ana.id },
    receiptNumber: "R-1",
    totalE6: 100_000_000n,
    idempotencyKey: "race-0123456789abcdef",
  };
  const answers = await Promise.all(Array.from({ length: 50 }, () => recordPurchase(deps, grocer.till, receipt)));
  expect(new Set(answers.map(({ purchase }) => purchase.id)).size).toBe(1);
  expect(answers.filter(({ replayed }) => !replayed)).toHaveLength(1);
  expect(new Set(answers.map(({ balance }) => balance?.available))).toEqual(new Set([100n]));
});

/** Runs `count` deeds, never more than `width` in flight. */
async function atOnce<Answer>(width: number, count: number, deed: (n: number) => Promise<Answer>): Promise<Answer[]> {
  const answers: Answer[] = new Array(count);
  let next = 0;
  const runner = async () => {
    for (let n = next++; n < count; n = next++) answers[n] = await deed(n);
  };
  await Promise.all(Array.from({ length: width }, runner));
  return answers;
}

function codeOf(attempt: Promise<unknown>): Promise<string> {
  return attempt.then(
    () => "done",
    (refusal: Refusal) => refusal.code ?? String(refusal),
  );
}

function countOf(answers: readonly string[]): Record<string, number> {
  return Object.fromEntries([...Map.groupBy(answers, (answer) => answer)].map(([answer, all]) => [answer, all.length]));
}
