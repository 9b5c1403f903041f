import { expect, test } from "vitest";
import { ask } from "#api/test/asking.ts";
import { world } from "#api/test/world.ts";

test("a partner buys and sees its packs, and nobody else's", async () => {
  const w = await world();
  const prepaid = { funding: "PREPAID", prepaidAlertPoints: 200n } as const;
  await w.deps.db.contract.updateMany({ where: { partnerId: w.grocer.id }, data: prepaid });
  const bought = await ask(
    w.deps,
    w.grocer.finance,
    `mutation { buyPointsPack(input: { partnerId: "${w.grocer.id}", points: 120, idempotencyKey: "buy-through-the-door" }) {
      ... on BuyPointsPackSuccess { pack { points pointsLeft price { amount } } } ... on Error { code } } }`,
  );
  expect(bought).toMatchObject({ data: { buyPointsPack: { pack: { points: 120, price: { amount: "1.20" } } } } });
  const query = `{ partner(id: "${w.grocer.id}") { prepaid { pointsLeft isLow packs { edges { node { issued } } } } } }`;
  const own = await ask(w.deps, w.grocer.finance, query);
  expect(own).toMatchObject({
    data: { partner: { prepaid: { pointsLeft: 120, isLow: true, packs: { edges: [{}] } } } },
  });
  const others = await ask(w.deps, w.fuel.finance, query);
  expect(others).toMatchObject({ data: { partner: { prepaid: null } } });
});
