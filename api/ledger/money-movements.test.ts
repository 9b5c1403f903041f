import { expect, test } from "vitest";
import type { Movement } from "#api/ledger/movements.ts";
import { errorsOf, findBrokenRules } from "#api/ledger/verify.ts";
import { teller } from "#api/test/teller.ts";
import { type World, world } from "#api/test/world.ts";

const euro = (amount: number) => BigInt(amount) * 1_000_000n;

/** The balances of all money accounts, in whole euros. */
async function balances({ database, grocer, fuel }: World): Promise<Record<string, number>> {
  const { rows } = await database.pool.query<{ account: string; owner_id: string; sum: string }>(
    "SELECT account::text, owner_id, sum(amount)::text AS sum FROM line WHERE unit = 'EUR' GROUP BY 1, 2 HAVING sum(amount) <> 0",
  );
  const names = new Map([
    [grocer.id, ":grocer"],
    [fuel.id, ":fuel"],
  ]);
  return Object.fromEntries(rows.map((row) => [row.account + (names.get(row.owner_id) ?? ""), Number(row.sum) / 1e6]));
}

async function after(w: World, ...movements: Movement[]): Promise<Record<string, number>> {
  await teller(w)({}, ...movements);
  const broken = errorsOf(await findBrokenRules(w.database.pool)).filter(({ rule }) => rule !== "I11");
  expect(broken).toEqual([]);
  return balances(w);
}

test("a receipt waits for its owner, is given to the wrong one, and is taken back", async () => {
  const w = await world();
  const amountE6 = euro(5);
  const owned = { partnerId: w.grocer.id, amountE6 };
  expect(await after(w, { kind: "receiptUnmatched", amountE6 })).toEqual({ BANK_SETTLEMENT: 5, UNAPPLIED: -5 });
  expect(await after(w, { kind: "receiptApplied", ...owned })).toEqual({ BANK_SETTLEMENT: 5, "DUE:grocer": -5 });
  expect(await after(w, { kind: "receiptUnapplied", ...owned })).toEqual({ BANK_SETTLEMENT: 5, UNAPPLIED: -5 });
  expect(await after(w, { kind: "receiptReturned", amountE6 })).toEqual({});
});

test("what the bank took is in the books before anybody knows why", async () => {
  const w = await world();
  await after(w, { kind: "receiptUnmatched", amountE6: euro(9) });
  const taken = { BANK_SETTLEMENT: 5, UNAPPLIED: -9, UNEXPLAINED: 4 };
  expect(await after(w, { kind: "debitUnexplained", amountE6: euro(4) })).toEqual(taken);
  const explained = await after(
    w,
    { kind: "debitExplained", as: "BANK_CHARGES", amountE6: euro(1) },
    { kind: "debitExplained", as: "UNAPPLIED", amountE6: euro(2) },
    { kind: "writeOff", of: "UNEXPLAINED", partnerId: "", amountE6: euro(1) },
  );
  expect(explained).toEqual({ BANK_SETTLEMENT: 5, BANK_CHARGES: 1, WRITE_OFFS: 1, UNAPPLIED: -7 });
});

test("a pay-out that the bank refuses is due again", async () => {
  const w = await world();
  const amountE6 = euro(3);
  const owed = { partnerId: w.grocer.id, amountE6 };
  await after(w, { kind: "payIn", ...owed, partial: false });
  const sent = { BANK_SETTLEMENT: 3, IN_TRANSIT: -3 };
  expect(await after(w, { kind: "payOutSent", ...owed })).toEqual(sent);
  expect(await after(w, { kind: "payOutRejected", ...owed })).toEqual({ BANK_SETTLEMENT: 3, "DUE:grocer": -3 });
  expect(await after(w, { kind: "payOutSent", ...owed }, { kind: "payOutBooked", amountE6 })).toEqual({});
});

test("a default uses up what secures it, a late payment fills it again in reverse, and what is left goes home", async () => {
  const w = await world();
  const [grocer, fuel] = [w.grocer.id, w.fuel.id];
  const part = (partnerId: string, amount: number) => ({ partnerId, amountE6: euro(amount) });
  await after(w, { kind: "collateralIn", parts: [part(grocer, 6), part(fuel, 4)] });
  await after(w, { kind: "lossPoolIn", parts: [part(grocer, 2), part(fuel, 2)] });
  const layers = [
    { account: "COLLATERAL", ownerId: grocer, amountE6: euro(6) },
    { account: "LOSS_POOL", ownerId: grocer, amountE6: euro(2) },
    { account: "DEFAULT_LOSS", ownerId: "", amountE6: euro(1) },
    { account: "LOSS_POOL", ownerId: fuel, amountE6: euro(1) },
  ] as const;
  // What it had paid turns out to be somebody else's money.
  await teller(w)({}, { kind: "receiptUnapplied", ...part(grocer, 10) });
  await after(
    w,
    { kind: "declareDefault", ...part(grocer, 10) },
    { kind: "waterfall", partnerId: grocer, layers: [...layers] },
  );
  await after(w, { kind: "collateralDrawn", amountE6: euro(9) });
  await after(w, { kind: "receiptUnmatched", amountE6: euro(5) });
  const back = [
    { account: "LOSS_POOL", ownerId: fuel, amountE6: euro(1) },
    { account: "DEFAULT_LOSS", ownerId: "", amountE6: euro(1) },
    { account: "LOSS_POOL", ownerId: grocer, amountE6: euro(2) },
    { account: "COLLATERAL", ownerId: grocer, amountE6: euro(1) },
  ] as const;
  await after(w, { kind: "recover", partnerId: grocer, uncoveredE6: 0n, layers: [...back] });
  await after(w, { kind: "collateralRefilled", amountE6: euro(4) });
  await after(
    w,
    { kind: "collateralOut", parts: [part(fuel, 4)] },
    { kind: "lossPoolOut", parts: [part(grocer, 2), part(fuel, 2)] },
  );
  expect(await balances(w)).toMatchObject({ BANK_COLLATERAL: 1, "COLLATERAL:grocer": -1, BANK_SETTLEMENT: 10 });
});
