import { systemActor } from "#api/kernel/actor.ts";
import { clerk, type Golden, type GoldenMember, type GoldenPartner, phoneOf } from "#api/test/golden/coalition.ts";
import { expireDue } from "#api/use-cases/jobs/expire-due.ts";
import { matureDue } from "#api/use-cases/jobs/mature-due.ts";
import { releaseTimedOut } from "#api/use-cases/jobs/release-timed-out.ts";
import { adjustPoints } from "#api/use-cases/points/adjust-points.ts";
import { mergeMembers } from "#api/use-cases/points/merge-members.ts";
import { reservePoints } from "#api/use-cases/points/reserve-points.ts";
import { transferPoints } from "#api/use-cases/points/transfer-points.ts";
import { recordPurchase } from "#api/use-cases/purchases/record-purchase.ts";
import { returnPurchase } from "#api/use-cases/purchases/return-purchase.ts";

type Bought = {
  /** In cents, line by line. */
  lines: readonly number[];
  redeem?: { points: bigint; reservationId?: string };
};

/** E01 to E24. Answers the redemption R1, which February comes back to. */
export async function january(golden: Golden): Promise<{ purchaseId: string; redemptionId: string }> {
  const { on, A, B, C, M1, M2, deps } = golden;
  on("2026-01-03");
  const groceries = await buy(golden, A, "M1", { lines: [1_000, 19_000] });
  on("2026-01-05");
  const medicine = await buy(golden, C, "M2", { lines: [4_000, 4_000] });
  on("2026-01-06", 10);
  await buy(golden, C, "M3", { lines: [2_000] });
  on("2026-01-08");
  await matureDue(deps, systemActor);
  on("2026-01-09");
  await buy(golden, B, "M1", { lines: [6_000] });
  on("2026-01-10");
  await matureDue(deps, systemActor);
  on("2026-01-10", 10);
  await matureDue(deps, systemActor);
  on("2026-01-12");
  const first = await reserve(golden, B, "M1", 15_000n);
  const fuel = await buy(golden, B, "M1", { lines: [1_000, 500, 13_500], redeem: { points: 15_000n, ...first } });
  on("2026-01-14");
  const second = await reserve(golden, C, "M1", 4_500n);
  await buy(golden, C, "M1", { lines: [4_250], redeem: { points: 4_250n, ...second } });
  on("2026-01-15");
  await reserve(golden, A, "M1", 500n);
  on("2026-01-15", 20);
  await releaseTimedOut(deps, systemActor);
  on("2026-01-20");
  await expireDue(deps, systemActor);
  on("2026-01-21");
  await buy(golden, A, "M2", { lines: [5_005], redeem: { points: 5_005n } });
  on("2026-01-22");
  await bringBack(golden, B, fuel, 1);
  on("2026-01-23");
  await bringBack(golden, A, groceries, 1);
  on("2026-01-24");
  const goodwill = { memberId: M1, points: 300n, reason: "A cold coffee" };
  await adjustPoints(deps, clerk, { ...goodwill, idempotencyKey: golden.key() });
  on("2026-01-25");
  const gift = { fromMemberId: M1, to: { memberId: M2 }, points: 1_000n };
  await transferPoints(deps, clerk, { ...gift, idempotencyKey: golden.key() });
  on("2026-01-27");
  await bringBack(golden, C, medicine, 1);
  on("2026-01-28");
  await buy(golden, B, "M2", { lines: [500] });
  on("2026-01-29");
  const same = { fromMemberId: M2, intoMemberId: M1, reason: "One person" };
  await mergeMembers(deps, clerk, { ...same, idempotencyKey: golden.key() });
  return { purchaseId: fuel, redemptionId: first.reservationId };
}

async function buy(
  golden: Golden,
  at: GoldenPartner,
  member: GoldenMember,
  { lines, redeem }: Bought,
): Promise<string> {
  const amounts = lines.map((cents) => BigInt(cents) * 10_000n);
  const key = golden.key();
  const { purchase } = await recordPurchase(golden.deps, at.till, {
    member: phoneOf(member),
    totalE6: amounts.reduce((sum, amount) => sum + amount, 0n),
    lines: amounts.map((amountE6) => ({ amountE6 })),
    redeem,
    receiptNumber: key,
    idempotencyKey: key,
  });
  return purchase.id;
}

async function reserve(golden: Golden, at: GoldenPartner, member: GoldenMember, points: bigint) {
  const wanted = { member: phoneOf(member), points, idempotencyKey: golden.key() };
  const { redemption } = await reservePoints(golden.deps, at.till, wanted);
  return { reservationId: redemption.id };
}

export async function bringBack(golden: Golden, at: GoldenPartner, purchaseId: string, seq: number): Promise<void> {
  const key = golden.key();
  const lines = [{ seq, quantityMilli: 1_000n }];
  const slip = { purchase: { purchaseId }, lines, receiptNumber: key, idempotencyKey: key };
  await returnPurchase(golden.deps, at.till, slip);
}
