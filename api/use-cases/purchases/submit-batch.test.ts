import { expect, test } from "vitest";
import { world } from "#api/test/world.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { type BatchRow, type RowOutcome, submitBatch } from "./submit-batch.ts";

test("rows of one member go in their order: what is earned offline can be spent offline", async () => {
  const { deps, grocer, ana } = await world();
  const rows = [
    sale(ana.id, "a1"),
    redeem(ana.id, 100n, "a2"),
    redeem(ana.id, 1n, "a3"),
    sale(ana.id, "a4"),
    redeem(ana.id, 1n, "a5"),
  ];
  const outcomes = await submitBatch(deps, grocer.till, rows);
  expect(told(outcomes)).toEqual(["DONE", "DONE", "INSUFFICIENT_POINTS", "DONE", "DONE"]);
});

test("a return may follow its purchase in the same batch, named by its receipt", async () => {
  const { deps, grocer, ana, bohdan } = await world();
  const rows = [
    sale(bohdan.id, "b1"),
    sale(ana.id, "a1"),
    giveBack("a1", "a2"),
    giveBack("a1", "a3"),
    giveBack("none", "n1"),
  ];
  const outcomes = await submitBatch(deps, grocer.till, rows);
  expect(told(outcomes)).toEqual(["DONE", "DONE", "DONE", "INVALID_RECEIPT", "PURCHASE_NOT_FOUND"]);
  expect(outcomes[2]?.purchaseReturn).toMatchObject({ pointsClawed: 100n });
});

test("a bad row refuses itself and nobody else, and says why in its place", async () => {
  const { deps, grocer, ana, bohdan } = await world();
  const strange: BatchRow = {
    recordPurchase: { ...saleOf("x", "s1"), member: { kind: "PHONE", value: "+375290000000" } },
  };
  const outcomes = await submitBatch(deps, grocer.till, [sale(ana.id, "a1"), strange, sale(bohdan.id, "b1")]);
  expect(told(outcomes)).toEqual(["DONE", "UNKNOWN_MEMBER", "DONE"]);
  expect(outcomes.map(({ index }) => index)).toEqual([0, 1, 2]);
});

test("sending the whole batch again changes nothing", async () => {
  const { deps, grocer, ana, bohdan } = await world();
  const rows = [sale(ana.id, "a1"), sale(bohdan.id, "b1"), giveBack("a1", "a2"), redeem(bohdan.id, 40n, "b2")];
  const first = await submitBatch(deps, grocer.till, rows);
  const again = await submitBatch(deps, grocer.till, rows);
  expect(told(again)).toEqual(["REPLAYED", "REPLAYED", "REPLAYED", "REPLAYED"]);
  expect(again.map(({ balance }) => balance)).toEqual(first.map(({ balance }) => balance));
  expect(await deps.db.deed.count()).toBe(4);
});

test("reservations are captured and released from a batch too", async () => {
  const { deps, grocer, ana } = await world({ ana: { points: 100n } });
  const { reservePoints } = await import("#api/use-cases/points/reserve-points.ts");
  const hold = (name: string) => ({ member: { memberId: ana.id }, points: 30n, idempotencyKey: key(name) });
  const first = await reservePoints(deps, grocer.till, hold("r1"));
  const second = await reservePoints(deps, grocer.till, hold("r2"));
  const rows: BatchRow[] = [
    { capturePoints: { reservationId: first.redemption.id, points: 20n, idempotencyKey: key("c1") } },
    { releasePoints: { reservationId: second.redemption.id, idempotencyKey: key("c2") } },
  ];
  const outcomes = await submitBatch(deps, grocer.till, rows);
  expect(told(outcomes)).toEqual(["DONE", "DONE"]);
  expect(outcomes[1]?.balance).toMatchObject({ available: 80n });
});

test("a thousand rows go at once, a thousand and one are refused, and so is nothing", async () => {
  const { deps, grocer, ana, bohdan } = await world();
  const rows = Array.from({ length: 1_000 }, (_none, n) => sale(n % 2 ? ana.id : bohdan.id, `row${n}`));
  const outcomes = await submitBatch(deps, grocer.till, rows);
  expect(new Set(told(outcomes))).toEqual(new Set(["DONE"]));
  expect(await deps.db.wallet.findUnique({ where: { memberId: ana.id } })).toMatchObject({ available: 50_000n });
  await expect(submitBatch(deps, grocer.till, [...rows, sale(ana.id, "more")])).rejects.toMatchObject({
    code: "BATCH_TOO_LARGE",
  });
  await expect(submitBatch(deps, grocer.till, [])).rejects.toMatchObject({ code: "EMPTY_BATCH" });
}, 60_000);

test("what the hub itself fails on is told as unknown, reported, and done when it is sent again", async () => {
  const { deps, grocer, ana, bohdan } = await world();
  const bugs: unknown[] = [];
  const post: Deps["ledger"]["post"] = (deed) =>
    deed.key === key("a1") ? Promise.reject(new Error("connection lost")) : deps.ledger.post(deed);
  const failing: Deps = { ...deps, ledger: { ...deps.ledger, post }, report: (bug) => bugs.push(bug) };
  const rows = [sale(ana.id, "a1"), sale(bohdan.id, "b1")];
  expect(told(await submitBatch(failing, grocer.till, rows))).toEqual(["UNKNOWN", "DONE"]);
  expect(bugs).toHaveLength(1);
  expect(told(await submitBatch(deps, grocer.till, rows))).toEqual(["DONE", "REPLAYED"]);
});

test("who may not record purchases may not submit a batch", async () => {
  const { deps, ana } = await world();
  await expect(submitBatch(deps, ana.actor, [sale(ana.id, "a1")])).rejects.toMatchObject({ code: "FORBIDDEN" });
});

const key = (name: string) => `batch-row-key-${name.padStart(6, "0")}`;

function saleOf(memberId: string, name: string) {
  return { member: { memberId }, receiptNumber: name, totalE6: 100_000_000n, idempotencyKey: key(name) };
}

const sale = (memberId: string, name: string): BatchRow => ({ recordPurchase: saleOf(memberId, name) });

const redeem = (memberId: string, points: bigint, name: string): BatchRow => ({
  redeemPoints: { member: { memberId }, points, idempotencyKey: key(name) },
});

const giveBack = (receiptNumber: string, name: string): BatchRow => ({
  returnPurchase: { purchase: { receiptNumber }, receiptNumber: name, idempotencyKey: key(name) },
});

const told = (outcomes: readonly RowOutcome[]) =>
  outcomes.map(({ state, refusal }) => (refusal as { code?: string } | null)?.code ?? state);
