import { expect, test } from "vitest";
import { systemActor } from "#api/kernel/actor.ts";
import { type World, world } from "#api/test/world.ts";
import { approveCycle } from "#api/use-cases/cycles/approve-cycle.ts";
import { closeDueCycle } from "#api/use-cases/jobs/close-due-cycle.ts";
import { markDue } from "#api/use-cases/jobs/mark-due.ts";
import { redeemPoints } from "#api/use-cases/points/redeem-points.ts";
import { applyWaterfall } from "#api/use-cases/risk/apply-waterfall.ts";
import { declareDefault } from "#api/use-cases/risk/declare-default.ts";
import { instructPayment } from "#api/use-cases/settlement/instruct-payment.ts";
import { type RecordBankLine, recordBankLine } from "#api/use-cases/settlement/record-bank-line.ts";
import { recordCollateral } from "#api/use-cases/settlement/record-secured.ts";

const euro = 1_000_000n;

/** March is approved: Grocer owes 10.00 for points that Ana spent at Pharmacy, Pharmacy is owed 8.50. */
async function approvedMarch() {
  const w = await world({ ana: { points: 1_000n } });
  const spent = { member: { memberId: w.ana.id }, points: 1_000n, partnerId: w.pharmacy.id };
  await redeemPoints(w.deps, systemActor, { ...spent, idempotencyKey: "ana-spends-it-all" });
  w.clock.set(new Date("2026-04-01T00:00:00Z"));
  await closeDueCycle(w.deps, systemActor);
  await approveCycle(w.deps, w.operator, { cycleId: w.cycleId });
  const obligations = await w.deps.db.obligation.findMany({ where: { cycleId: w.cycleId } });
  const of = (partnerId: string) => {
    const found = obligations.find((one) => one.partnerId === partnerId);
    if (!found) throw new Error(`${partnerId} has no obligation`);
    return found.id;
  };
  return { ...w, owed: of(w.grocer.id), due: of(w.pharmacy.id) };
}

type Line = Partial<RecordBankLine> & { amountE6: bigint; bankRef: string };

const bank = ({ deps, operator }: World, line: Line) =>
  recordBankLine(deps, operator, {
    bookedOn: "2026-04-02",
    kind: "PAYMENT",
    idempotencyKey: `line-${line.bankRef}`.padEnd(16, "-"),
    ...line,
  });

const stateOf = async ({ deps }: World, id: string) => {
  const { state, paidE6 } = await deps.db.obligation.findUniqueOrThrow({ where: { id } });
  return [state, paidE6];
};

const balancesOf = async ({ database }: World) => {
  const { rows } = await database.pool.query(
    "select account::text, sum(amount)::text as sum from line where unit = 'EUR' group by 1 having sum(amount) <> 0",
  );
  return Object.fromEntries(rows.map(({ account, sum }) => [account, BigInt(sum)]));
};

test("a payment settles its obligation in parts; sent again it changes nothing; what is too much has no owner", async () => {
  const w = await approvedMarch();
  const part = { amountE6: 4n * euro, bankRef: "B1", endToEndId: "CY1-GROCER-IN" };
  await bank(w, part);
  expect(await stateOf(w, w.owed)).toEqual(["PARTIAL", 4n * euro]);

  const again = await bank(w, part);
  expect(again.bankRef).toBe("B1");
  expect(await stateOf(w, w.owed)).toEqual(["PARTIAL", 4n * euro]);

  await bank(w, { amountE6: 7n * euro, bankRef: "B2", endToEndId: "CY1-GROCER-IN" });
  expect(await stateOf(w, w.owed)).toEqual(["SETTLED", 10n * euro]);
  expect(await balancesOf(w)).toMatchObject({ BANK_SETTLEMENT: 11n * euro, UNAPPLIED: -1n * euro });
});

test("a bank reference is recorded once, whatever key comes with it", async () => {
  const w = await world();
  await bank(w, { amountE6: euro, bankRef: "B1" });
  const other = bank(w, { amountE6: euro, bankRef: "B1", idempotencyKey: "another-key-000001" });
  await expect(other).rejects.toMatchObject({ code: "BANK_LINE_RECORDED" });
  const changed = bank(w, { amountE6: 2n * euro, bankRef: "B1" });
  await expect(changed).rejects.toMatchObject({ code: "IDEMPOTENCY_KEY_REUSED" });
});

test("money without owner goes back once; money that leaves unexplained is refused", async () => {
  const w = await world();
  await bank(w, { amountE6: 5n * euro, bankRef: "B1", endToEndId: "CY9-NOBODY-IN" });
  await bank(w, { amountE6: -5n * euro, bankRef: "B2", endToEndId: "RTN-B1" });
  const twice = bank(w, { amountE6: -5n * euro, bankRef: "B3", endToEndId: "RTN-B1" });
  await expect(twice).rejects.toMatchObject({ code: "RECEIPT_NOT_RETURNABLE" });
  const unknown = bank(w, { amountE6: -1n * euro, bankRef: "B4" });
  await expect(unknown).rejects.toMatchObject({ code: "BANK_LINE_UNEXPLAINED" });
  await bank(w, { amountE6: -1n * euro, bankRef: "B4", kind: "CHARGE", idempotencyKey: "now-it-is-a-charge" });
  expect(await balancesOf(w)).toEqual({ BANK_SETTLEMENT: -1n * euro, BANK_CHARGES: euro });
});

test("nothing is paid out before it came in, and nothing twice", async () => {
  const w = await approvedMarch();
  const order = { obligationId: w.due, idempotencyKey: "pay-the-pharmacy-1" };
  const early = instructPayment(w.deps, w.operator, order);
  await expect(early).rejects.toMatchObject({ code: "PAYMENT_EXCEEDS_CASH", freeE6: 0n });

  await bank(w, { amountE6: 10n * euro, bankRef: "B1", endToEndId: "CY1-GROCER-IN" });
  await instructPayment(w.deps, w.operator, order);
  await instructPayment(w.deps, w.operator, order);
  const twice = instructPayment(w.deps, w.operator, { ...order, idempotencyKey: "pay-the-pharmacy-2" });
  await expect(twice).rejects.toMatchObject({ code: "TRANSITION_REFUSED" });
  expect(await balancesOf(w)).toMatchObject({ IN_TRANSIT: -8_500_000n });

  await bank(w, { amountE6: -8_500_000n, bankRef: "B2", endToEndId: "CY1-PHARMACY-OUT" });
  expect(await stateOf(w, w.due)).toEqual(["SETTLED", 8_500_000n]);
  expect(await w.deps.db.cycle.findUnique({ where: { id: w.cycleId } })).toMatchObject({ state: "SETTLED" });
});

test("whoever does not pay in time stops issuing; only then, and only by two, a default is declared", async () => {
  const w = await approvedMarch();
  const word = { obligationId: w.owed, reason: "Insolvent", idempotencyKey: "grocer-will-not-pay" };
  await expect(declareDefault(w.deps, w.operator, word)).rejects.toMatchObject({ code: "TRANSITION_REFUSED" });

  w.clock.set(new Date("2026-04-04T10:00:00Z"));
  expect(await markDue(w.deps, systemActor)).toBe(2);
  expect(await stateOf(w, w.owed)).toEqual(["DUE", 0n]);
  w.clock.set(new Date("2026-04-07T10:00:00Z"));
  expect(await markDue(w.deps, systemActor)).toBe(1);
  expect(await markDue(w.deps, systemActor)).toBe(0);
  expect(await stateOf(w, w.owed)).toEqual(["OVERDUE", 0n]);
  const grocer = await w.deps.db.partner.findUniqueOrThrow({ where: { id: w.grocer.id } });
  expect(grocer.status).toBe("ISSUE_BLOCKED");

  expect((await declareDefault(w.deps, w.operator, word)).approval.state).toBe("WAITING");
  expect(await stateOf(w, w.owed)).toEqual(["OVERDUE", 0n]);
  const cover = { obligationId: w.owed, idempotencyKey: "cover-the-default-1" };
  await expect(applyWaterfall(w.deps, w.operator, cover)).rejects.toMatchObject({ code: "TRANSITION_REFUSED" });
});

test("no more collateral is drawn than was used", async () => {
  const w = await approvedMarch();
  const parts = [{ partnerId: w.grocer.id, amountE6: 60n * euro }];
  await recordCollateral(w.deps, w.operator, { parts, idempotencyKey: "collateral-of-grocer" });
  await w.deps.db.obligation.updateMany({ where: { id: w.owed }, data: { state: "COVERED" } });
  const drawn = bank(w, { amountE6: euro, bankRef: "B1", endToEndId: "CY1-GROCER-COLL" });
  await expect(drawn).rejects.toMatchObject({ code: "DRAW_EXCEEDS_USE", usedE6: 0n });
  await w.deps.db.obligation.updateMany({ where: { id: w.owed }, data: { state: "CONFIRMED" } });
});

test("what is asked about an obligation that is not there is refused by name", async () => {
  const { deps, operator } = await world();
  const order = { obligationId: "obl_none", idempotencyKey: "an-order-for-nobody" };
  await expect(instructPayment(deps, operator, order)).rejects.toMatchObject({ code: "OBLIGATION_NOT_FOUND" });
});
