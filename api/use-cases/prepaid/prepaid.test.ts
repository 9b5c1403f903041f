import { expect, test } from "vitest";
import { Forbidden } from "#api/kernel/access.ts";
import type { Actor } from "#api/kernel/actor.ts";
import { createLedger } from "#api/ledger/ledger.ts";
import { PrepaidPointsExhausted } from "#api/ledger/refusals.ts";
import { type World, world } from "#api/test/world.ts";
import { InvalidValue, PartnerNotFound } from "#api/use-cases/partners/refusals.ts";
import { buyPointsPack } from "#api/use-cases/prepaid/buy-points-pack.ts";
import { readPrepaid } from "#api/use-cases/prepaid/read-prepaid.ts";
import { ContractNotPrepaid } from "#api/use-cases/prepaid/refusals.ts";
import { recordPurchase } from "#api/use-cases/purchases/record-purchase.ts";
import { PartnerMayNotIssue } from "#api/use-cases/purchases/refusals.ts";
import { returnPurchase } from "#api/use-cases/purchases/return-purchase.ts";

/** Grocer buys points in advance: at most 20 of them must stay, at 100 somebody is told. */
async function prepaidWorld(): Promise<World> {
  const w = await world();
  await agree(w, { funding: "PREPAID", prepaidAlertPoints: 100n, prepaidStopPoints: 20n });
  return w;
}

async function agree({ deps, grocer }: World, terms: object): Promise<void> {
  await deps.db.contract.updateMany({ where: { partnerId: grocer.id }, data: terms });
}

let key = 0;
const nextKey = () => `a-key-of-prepaid-${++key}`;

const buy = ({ deps, grocer }: World, points: bigint, idempotencyKey = nextKey(), actor: Actor = grocer.finance) =>
  buyPointsPack(deps, actor, { partnerId: grocer.id, points, idempotencyKey });

/** A receipt that gives so many points: one per cent of what is paid. */
const sell = ({ deps, grocer, ana }: World, points: bigint) =>
  recordPurchase(deps, grocer.till, {
    member: { memberId: ana.id },
    totalE6: points * 1_000_000n,
    lines: [{ amountE6: points * 1_000_000n, name: "goods" }],
    payments: [],
    receiptNumber: `r-${++key}`,
    idempotencyKey: nextKey(),
  });

async function balances({ database, grocer }: World): Promise<Record<string, string>> {
  const { rows } = await database.pool.query<{ account: string; sum: string }>(
    "SELECT account::text, sum(amount)::text AS sum FROM line WHERE unit = 'EUR' AND owner_id = $1 GROUP BY 1 HAVING sum(amount) <> 0",
    [grocer.id],
  );
  return Object.fromEntries(rows.map(({ account, sum }) => [account, sum]));
}

const lotsOf = async ({ deps, ana }: World) =>
  (await deps.db.lot.findMany({ where: { memberId: ana.id }, orderBy: { id: "asc" } })).map((lot) => [
    lot.original,
    lot.issueRateE6,
  ]);

test("packs are used oldest first, each point at the price of its pack", async () => {
  const w = await prepaidWorld();
  await buy(w, 60n);
  await agree(w, { issueRateE6: 12_000n });
  await buy(w, 100n);
  await sell(w, 90n);
  expect(await lotsOf(w)).toEqual([
    [60n, 10_000n],
    [30n, 12_000n],
  ]);
  // 60 x 0.01 and 100 x 0.012 are owed; 0.96 of it backs what Ana has, 0.84 what is still to be issued.
  expect(await balances(w)).toEqual({ POSITION: "1800000", FUND: "-960000", PREPAID: "-840000" });
});

test("a pack bought twice under one key is one pack", async () => {
  const w = await prepaidWorld();
  const first = await buy(w, 60n, "one-key-for-a-pack");
  expect(await buy(w, 60n, "one-key-for-a-pack")).toEqual(first);
  expect(await balances(w)).toEqual({ POSITION: "600000", PREPAID: "-600000" });
});

test("points stop before fewer than agreed are left, and the receipt is not recorded without them", async () => {
  const w = await prepaidWorld();
  await buy(w, 60n);
  await expect(sell(w, 41n)).rejects.toMatchObject(new PrepaidPointsExhausted(w.grocer.id, 60n, 20n));
  expect(await w.deps.db.purchase.count()).toBe(0);
  await sell(w, 40n);
  await expect(sell(w, 1n)).rejects.toBeInstanceOf(PrepaidPointsExhausted);
});

test("what is left is told before it is too late", async () => {
  const w = await prepaidWorld();
  await buy(w, 121n);
  const read = async () => (await readPrepaid(w.deps, w.operator, [w.grocer.id, w.fuel.id])).get(w.grocer.id);
  expect(await read()).toMatchObject({ pointsLeft: 121n, isLow: false, isStopped: false });
  await sell(w, 21n);
  expect(await read()).toMatchObject({ pointsLeft: 100n, isLow: true, isStopped: false });
  await sell(w, 80n);
  expect(await read()).toMatchObject({ pointsLeft: 20n, isLow: true, isStopped: true });
});

test("points of goods that come back can be issued again, from their pack", async () => {
  const w = await prepaidWorld();
  await agree(w, { pendingDays: 14 });
  await buy(w, 100n);
  const pending = await sell(w, 30n);
  await agree(w, { pendingDays: 0 });
  const available = await sell(w, 40n);
  for (const { purchase } of [pending, available])
    await returnPurchase(w.deps, w.grocer.till, {
      purchase: { purchaseId: purchase.id },
      lines: [{ seq: 1, quantityMilli: 500n }],
      receiptNumber: `back-${++key}`,
      idempotencyKey: nextKey(),
    });
  expect(await w.deps.db.prepaidPack.findMany()).toMatchObject([{ points: 100n, issued: 35n }]);
  expect(await balances(w)).toEqual({ POSITION: "1000000", FUND: "-200000", PREPAID: "-800000" });
});

test("many tills at two gateways take exactly what was bought, in the order it was bought", async () => {
  const w = await prepaidWorld();
  await agree(w, { prepaidStopPoints: 0n });
  for (const points of [70n, 50n, 80n]) await buy(w, points);
  const other: World = { ...w, deps: { ...w.deps, ledger: createLedger({ pool: w.database.pool, clock: w.clock }) } };
  const tries = Array.from({ length: 60 }, (_, i) =>
    sell(i % 2 ? w : other, 7n).then(
      () => "sold",
      (refusal: unknown) => (refusal instanceof PrepaidPointsExhausted ? "refused" : String(refusal)),
    ),
  );
  const outcomes = Map.groupBy(await Promise.all(tries), (outcome) => outcome);
  await other.deps.ledger.close();
  expect([...outcomes].map(([outcome, all]) => [outcome, all.length]).sort()).toEqual([
    ["refused", 32],
    ["sold", 28],
  ]);
  const packs = await w.deps.db.prepaidPack.findMany({ orderBy: { seq: "asc" } });
  expect(packs.map(({ issued }) => issued)).toEqual([70n, 50n, 76n]);
});

test("only who pays may buy, for itself, when its contract says so and it may issue", async () => {
  const w = await prepaidWorld();
  await expect(buy(w, 1n, nextKey(), w.grocer.till)).rejects.toBeInstanceOf(Forbidden);
  await expect(buy(w, 1n, nextKey(), w.fuel.finance)).rejects.toBeInstanceOf(PartnerNotFound);
  await expect(buy(w, 0n)).rejects.toBeInstanceOf(InvalidValue);
  await w.deps.db.partner.update({ where: { id: w.grocer.id }, data: { status: "DEFAULTED" } });
  await expect(buy(w, 1n)).rejects.toBeInstanceOf(PartnerMayNotIssue);
  await w.deps.db.partner.update({ where: { id: w.grocer.id }, data: { status: "ACTIVE" } });
  await agree(w, { funding: "ON_BURN" });
  await expect(buy(w, 1n)).rejects.toBeInstanceOf(ContractNotPrepaid);
});
