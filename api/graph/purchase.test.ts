import pg from "pg";
import { expect, onTestFinished, test, vi } from "vitest";
import { ask } from "#api/test/asking.ts";
import { type World, world } from "#api/test/world.ts";
import { recordPurchase } from "#api/use-cases/purchases/record-purchase.ts";
import { returnPurchase } from "#api/use-cases/purchases/return-purchase.ts";

/** As much as one question may hold, several times over. */
const everything = [
  "receiptNumber businessDate partner { name } location { name } terminal { code } member { name }",
  "total { amount } lines { name quantity pointsEarned }",
  "explanation { steps { rule points } }",
  "redemption { state captured partner { name } member { name } terminal { code } }",
  "returns { pointsClawedBack }",
  "returns { purchase { id } }",
];

test("fifty purchases cost as many statements as one, whatever of them is asked", async () => {
  const hub = await shopped(50);
  const statements = countStatements();
  const cost = async (first: number, fields: string) => {
    const before = statements();
    const query = `{ purchases(first: ${first}) { edges { node { ${fields} } } } }`;
    expect((await ask(hub.deps, hub.grocer.finance, query)).errors).toEqual([]);
    return statements() - before;
  };
  const one = await inTurn(everything, (fields) => cost(1, fields));
  expect(Math.min(...one)).toBeGreaterThan(1);
  expect(await inTurn(everything, (fields) => cost(50, fields))).toEqual(one);
});

async function inTurn(texts: readonly string[], count: (text: string) => Promise<number>): Promise<number[]> {
  const counts: number[] = [];
  for (const text of texts) counts.push(await count(text));
  return counts;
}

test("another partner's purchase answers like one that does not exist, by field and by node", async () => {
  const hub = await shopped(1);
  const { id } = await hub.deps.db.purchase.findFirstOrThrow();
  const query = `{ purchase(id: "${id}") { id } node(id: "${id}") { id } purchases { edges { node { id } } } }`;
  const nothing = { purchase: null, node: null, purchases: { edges: [] } };
  expect((await ask(hub.deps, hub.fuel.finance, query)).data).toEqual(nothing);
  expect((await ask(hub.deps, hub.bohdan.actor, query)).data).toEqual(nothing);
  expect((await ask(hub.deps, hub.ana.actor, query)).data).toMatchObject({ purchase: { id }, node: { id } });
});

/** As many purchases by Ana at Grocer, each paid in part with points and half returned. */
async function shopped(count: number): Promise<World> {
  const hub = await world({ ana: { points: 10_000n } });
  const { deps, grocer, ana } = hub;
  for (let n = 0; n < count; n++) {
    const name = `purchase-test-${String(n).padStart(4, "0")}`;
    const paid = { totalE6: 10_000_000n, redeem: { points: 10n } };
    const paper = { receiptNumber: name, idempotencyKey: name };
    const { purchase } = await recordPurchase(deps, grocer.till, { member: { memberId: ana.id }, ...paid, ...paper });
    const lines = [{ seq: 1, quantityMilli: 500n }];
    const slip = {
      purchase: { purchaseId: purchase.id },
      lines,
      receiptNumber: name,
      idempotencyKey: `return-${name}`,
    };
    await returnPurchase(deps, grocer.till, slip);
  }
  return hub;
}

/** How many statements the database was sent so far, by watching the driver. */
function countStatements(): () => number {
  let statements = 0;
  const { query } = pg.Client.prototype;
  const watch = vi.spyOn(pg.Client.prototype, "query").mockImplementation(function (
    this: pg.Client,
    ...args: unknown[]
  ) {
    statements += 1;
    return Reflect.apply(query, this, args);
  });
  onTestFinished(() => watch.mockRestore());
  return () => statements;
}
