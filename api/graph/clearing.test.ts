import { beforeAll, expect, test } from "vitest";
import { type Actor, systemActor } from "#api/kernel/actor.ts";
import { ask } from "#api/test/asking.ts";
import { type World, world } from "#api/test/world.ts";
import { closeDueCycle } from "#api/use-cases/jobs/close-due-cycle.ts";
import { redeemPoints } from "#api/use-cases/points/redeem-points.ts";

/** Ana has spent 1,000 of Grocer's points at Pharmacy and 500 at Fuel; March is closed, and waits for its review. */
let w: World;

beforeAll(async () => {
  w = await world({ ana: { points: 1_500n } });
  const spend = (partnerId: string, points: bigint) =>
    redeemPoints(w.deps, systemActor, {
      member: { memberId: w.ana.id },
      partnerId,
      points,
      idempotencyKey: `ana-spends-${points}-there`,
    });
  await spend(w.pharmacy.id, 1_000n);
  await spend(w.fuel.id, 500n);
  w.clock.set(new Date("2026-04-01T00:00:00Z"));
  await closeDueCycle(w.deps, systemActor);
});

const answer = async (actor: Actor, query: string) => {
  const { data, errors } = await ask(w.deps, actor, query);
  expect(errors).toEqual([]);
  return JSON.parse(JSON.stringify(data));
};

const nodesOf = (connection: { edges: { node: Record<string, unknown> }[] }) =>
  connection.edges.map(({ node }) => node);

test("the operator sees who owes whom, what netting saves, and who pays for whose redemptions", async () => {
  const { cycle } = await answer(
    w.operator,
    `{ cycle(id: "${w.cycleId}") { state
      totals { partnerCount gross { amount } net { amount } payIn { amount } payOut { amount } savedBps }
      obligations { edges { node { partner { code } direction state amount { amount } } } }
      matrix { edges { node { issuer { code } redeemer { code } points charge { amount } margin { amount } redemptionCount } } }
    } }`,
  );
  expect(cycle).toMatchObject({
    state: "IN_REVIEW",
    totals: {
      partnerCount: 3,
      gross: { amount: "27.75" },
      net: { amount: "27.75" },
      payIn: { amount: "15.00" },
      payOut: { amount: "12.75" },
      savedBps: 0,
    },
  });
  expect(nodesOf(cycle.obligations)).toEqual([
    { partner: { code: "GROCER" }, direction: "PAY_IN", state: "DRAFT", amount: { amount: "15.00" } },
    { partner: { code: "PHARMACY" }, direction: "PAY_OUT", state: "DRAFT", amount: { amount: "-8.50" } },
    { partner: { code: "FUEL" }, direction: "PAY_OUT", state: "DRAFT", amount: { amount: "-4.25" } },
  ]);
  expect(nodesOf(cycle.matrix)[0]).toEqual({
    issuer: { code: "GROCER" },
    redeemer: { code: "PHARMACY" },
    points: 1_000,
    charge: { amount: "10.00" },
    margin: { amount: "1.50" },
    redemptionCount: 1,
  });
});

test("pages of obligations go on where the last one ended", async () => {
  const page = async (after: string | null) =>
    (
      await answer(
        w.operator,
        `{ cycle(id: "${w.cycleId}") { obligations(first: 2, after: ${JSON.stringify(after)}) {
          pageInfo { hasNextPage endCursor } edges { node { partner { code } } } } } }`,
      )
    ).cycle.obligations;
  const first = await page(null);
  const second = await page(first.pageInfo.endCursor);
  expect([first.pageInfo.hasNextPage, second.pageInfo.hasNextPage]).toEqual([true, false]);
  expect(nodesOf(second)).toEqual([{ partner: { code: "FUEL" } }]);
});

test("every cell and section opens the entries it is made of", async () => {
  const filters = {
    cell: `issuerId: "${w.grocer.id}", redeemerId: "${w.pharmacy.id}"`,
    section: `partnerId: "${w.grocer.id}", section: ISSUER_CHARGE`,
    nothing: `issuerId: "${w.pharmacy.id}"`,
  };
  const fields = "edges { node { kind points lines(first: 9) { edges { node { account money { amount } } } } } }";
  const { cycle } = await answer(
    w.operator,
    `{ cycle(id: "${w.cycleId}") {
      ${Object.entries(filters).map(([name, filter]) => `${name}: entries(first: 3, ${filter}) { ${fields} }`)}
    } }`,
  );
  expect(nodesOf(cycle.cell)).toMatchObject([{ kind: "CAPTURE", points: 1_000 }]);
  expect(nodesOf(cycle.section)).toMatchObject([
    { kind: "CAPTURE", points: 500 },
    { kind: "CAPTURE", points: 1_000 },
  ]);
  expect(nodesOf(cycle.nothing)).toEqual([]);
});

test("a partner sees its own position, obligation and statement, its own lines of entries, and nothing else", async () => {
  const { cycle } = await answer(
    w.pharmacy.finance,
    `{ cycle(id: "${w.cycleId}") {
      totals { savedBps } matrix(first: 1) { edges { cursor } }
      positions(first: 3) { edges { node { partner { code } net { amount } sections { section amount { amount } } } } }
      obligations(first: 3) { edges { node { partner { code } } } }
      statements(first: 3) { edges { node { partner { code } position { amount } lines { section amount { amount } } obligation { state } } } }
      entries(first: 3) { edges { node { kind lines(first: 9) { edges { node { account partner { code } } } } } } }
    } }`,
  );
  expect([cycle.totals, cycle.matrix]).toEqual([null, { edges: [] }]);
  expect(nodesOf(cycle.positions)).toEqual([
    {
      partner: { code: "PHARMACY" },
      net: { amount: "-8.50" },
      sections: [{ section: "REDEEMER_CREDIT", amount: { amount: "-8.50" } }],
    },
  ]);
  expect(nodesOf(cycle.obligations)).toEqual([{ partner: { code: "PHARMACY" } }]);
  expect(nodesOf(cycle.statements)).toEqual([
    {
      partner: { code: "PHARMACY" },
      position: { amount: "-8.50" },
      lines: [{ section: "REDEEMER_CREDIT", amount: { amount: "-8.50" } }],
      obligation: { state: "DRAFT" },
    },
  ]);
  const own = nodesOf(cycle.entries) as { lines: { edges: { node: { partner: { code: string } } }[] } }[];
  expect(own).toHaveLength(2);
  expect(new Set(own.flatMap(({ lines }) => nodesOf(lines)).map((line) => JSON.stringify(line["partner"])))).toEqual(
    new Set(['{"code":"PHARMACY"}']),
  );
});

test("an issuer is not told at whose till and by whom its points were spent", async () => {
  const { cycle } = await answer(
    w.grocer.finance,
    `{ cycle(id: "${w.cycleId}") { entries(section: ISSUER_CHARGE) { edges { node {
      kind partner { code } member { id } location { name } redemption { id } redemptionId } } } } }`,
  );
  const redemptionId = expect.stringMatching(/^brn_/);
  const hidden = { kind: "CAPTURE", partner: null, member: null, location: null, redemption: null, redemptionId };
  expect(nodesOf(cycle.entries)).toEqual([hidden, hidden]);
});

test("members have no cycles to look into", async () => {
  const { data } = await ask(w.deps, w.ana.actor, `{ cycle(id: "${w.cycleId}") { seq } }`);
  expect(data).toMatchObject({ cycle: null });
});
