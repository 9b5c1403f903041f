import { expect, test } from "vitest";
import { world } from "#api/test/world.ts";
import { listHistories } from "#api/use-cases/members/list-history.ts";
import { quotePurchase } from "#api/use-cases/purchases/quote-purchase.ts";
import { recordPurchase } from "#api/use-cases/purchases/record-purchase.ts";
import { redeemPoints } from "./redeem-points.ts";

const EUR = 1_000_000n;

test("M10 a 3.00 commission is paid with 300 points by the service's own terminal, and both sides read it", async () => {
  const w = await world({ ana: { points: 600n } });
  const { deps, grocer, ana } = w;
  const member = { memberId: ana.id };
  const commission = { totalE6: 3n * EUR, lines: [{ name: "Commission", kind: "FEE" as const, amountE6: 3n * EUR }] };
  const quote = await quotePurchase(deps, grocer.till, { member, ...commission });
  expect(quote).toMatchObject({ redeemable: { points: 300n } });
  const slip = { receiptNumber: "FEE-1", idempotencyKey: "a-commission-with-a-receipt" };
  const paid = await recordPurchase(deps, grocer.till, { member, ...commission, redeem: { points: 300n }, ...slip });
  expect(paid).toMatchObject({ purchase: { pointsSpent: 300n, paidE6: 0n, pointsEarned: 0n } });
  const reason = "Commission for a transfer";
  const fee = { member, points: 300n, reason, idempotencyKey: "a-commission-without-one" };
  const { redemption } = await redeemPoints(deps, grocer.till, fee);
  expect(redemption).toMatchObject({ state: "CAPTURED", captured: 300n, terminalId: grocer.terminalId });
  const history = (await listHistories(deps, ana.actor, [ana.id], { first: 2, after: null })).get(ana.id);
  const captured = history?.rows.find(({ event }) => event === "CAPTURE");
  const place = { partnerId: grocer.id, locationId: grocer.locationId, terminalId: grocer.terminalId };
  expect(captured).toMatchObject({ reason, ...place });
  const credited = await deps.db.line.findMany({ where: { section: "REDEEMER_CREDIT", ownerId: grocer.id } });
  expect(credited.map(({ amount }) => amount)).toEqual([-2_550_000n, -2_550_000n]);
});
