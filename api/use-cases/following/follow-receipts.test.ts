import { expect, test } from "vitest";
import { systemActor } from "#api/kernel/actor.ts";
import { type World, world } from "#api/test/world.ts";
import { recordPurchase } from "#api/use-cases/purchases/record-purchase.ts";
import { returnPurchase } from "#api/use-cases/purchases/return-purchase.ts";
import { followReceipts } from "./follow-receipts.ts";
import type { Follower } from "./followers.ts";

test("every receipt is told once, and what came back after what was bought", async () => {
  const w = await world();
  const told: string[] = [];
  const follow: Follower = async (_deps, { purchases, returns }) => {
    told.push(...purchases.map(({ receiptNumber }) => receiptNumber));
    told.push(
      ...returns.map(({ purchaseReturn, purchase }) => `${purchase.receiptNumber} ${purchaseReturn.receiptNumber}`),
    );
  };
  const first = await buy(w, "R-1");
  await bringBack(w, first, "B-1");
  await buy(w, "R-2");
  expect(await followReceipts(w.deps, systemActor, [follow])).toBe(3);
  await buy(w, "R-3");
  expect(await followReceipts(w.deps, systemActor, [follow])).toBe(1);
  expect(await followReceipts(w.deps, systemActor, [follow])).toBe(0);
  expect(told).toEqual(["R-1", "R-2", "R-1 B-1", "R-3"]);
});

test("whoever died before saying how far it came is told again", async () => {
  const w = await world();
  const told: string[] = [];
  const follow: Follower = async (_deps, { purchases }) => void told.push(...purchases.map((one) => one.receiptNumber));
  await buy(w, "R-1");
  const reach = (point: string) => {
    if (point === "following: receipts told") throw new Error("died");
  };
  await expect(followReceipts({ ...w.deps, reach }, systemActor, [follow])).rejects.toThrow("died");
  await followReceipts(w.deps, systemActor, [follow]);
  expect(told).toEqual(["R-1", "R-1"]);
});

const keyOf = (receiptNumber: string) => `following-test-${receiptNumber}`;

async function buy({ deps, grocer, ana }: World, receiptNumber: string): Promise<string> {
  const receipt = { totalE6: 20_000_000n, receiptNumber, idempotencyKey: keyOf(receiptNumber) };
  return (await recordPurchase(deps, grocer.till, { member: { memberId: ana.id }, ...receipt })).purchase.id;
}

const bringBack = ({ deps, grocer }: World, purchaseId: string, receiptNumber: string) =>
  returnPurchase(deps, grocer.till, { purchase: { purchaseId }, receiptNumber, idempotencyKey: keyOf(receiptNumber) });
