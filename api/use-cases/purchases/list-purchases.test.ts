import { expect, test } from "vitest";
import type { Actor } from "#api/kernel/actor.ts";
import { type TestPartner, type World, world } from "#api/test/world.ts";
import { mergeMembers } from "#api/use-cases/points/merge-members.ts";
import { listPurchases, type PurchaseFilter, purchaseCursor } from "./list-purchases.ts";
import { recordPurchase } from "./record-purchase.ts";

test("a partner reads its receipts newest first, page by page, each once", async () => {
  const { deps, grocer } = await shopped();
  const first = await listPurchases(deps, grocer.till, {}, { first: 2, after: null });
  const last = first.rows.at(-1);
  const rest = await listPurchases(deps, grocer.till, {}, { first: 2, after: last ? purchaseCursor(last) : "" });
  expect(numbers(first.rows)).toEqual(["g3", "g2"]);
  expect([first.hasNextPage, rest.hasNextPage]).toEqual([true, false]);
  expect(numbers(rest.rows)).toEqual(["g1"]);
});

test("everybody sees their own only: partners, members, and the operator all", async () => {
  const small = await shopped();
  const seen = async (actor: Actor) => numbers((await all(small, actor)).rows).sort();
  expect(await seen(small.grocer.finance)).toEqual(["g1", "g2", "g3"]);
  expect(await seen(small.fuel.till)).toEqual(["f1"]);
  expect(await seen(small.bohdan.actor)).toEqual(["f1", "g3"]);
  expect(await seen(small.operator)).toEqual(["f1", "g1", "g2", "g3"]);
});

test("asking for what is another's finds nothing", async () => {
  const small = await shopped();
  expect((await all(small, small.grocer.till, { partnerId: small.fuel.id })).rows).toEqual([]);
  expect((await all(small, small.ana.actor, { memberId: small.bohdan.id })).rows).toEqual([]);
});

test("receipts are found by member, outlet, number and time", async () => {
  const small = await shopped();
  const found = async (filter: PurchaseFilter) => numbers((await all(small, small.grocer.till, filter)).rows);
  expect(await found({ memberId: small.bohdan.id })).toEqual(["g3"]);
  expect(await found({ locationId: small.grocer.locationId, receiptNumber: "g2" })).toEqual(["g2"]);
  expect(await found({ from: at(1), until: at(3) })).toEqual(["g2", "g1"]);
});

test("after a merge the survivor reads the receipts of both", async () => {
  const small = await shopped();
  const merge = { fromMemberId: small.bohdan.id, intoMemberId: small.ana.id, reason: "one person" };
  await mergeMembers(small.deps, small.operator, { ...merge, idempotencyKey: "merge-0123456789abcdef" });
  expect(numbers((await all(small, small.ana.actor)).rows).sort()).toEqual(["f1", "g1", "g2", "g3"]);
});

const at = (hour: number) => new Date(Date.UTC(2026, 2, 10, hour));
const numbers = (rows: readonly { receiptNumber: string }[]) => rows.map(({ receiptNumber }) => receiptNumber);

function all({ deps }: World, actor: Actor, filter: PurchaseFilter = {}) {
  return listPurchases(deps, actor, filter, { first: 100, after: null });
}

/** Ana bought twice at Grocer, then Bohdan; Bohdan at Fuel too. */
async function shopped(): Promise<World> {
  const small = await world();
  const { deps, grocer, fuel, ana } = small;
  await deps.db.identifier.create({
    data: { id: "idn_1", memberId: small.bohdan.id, kind: "PHONE", value: "+375291112233" },
  });
  const bohdan = { kind: "PHONE" as const, value: "+375291112233" };
  const buy = (
    partner: TestPartner,
    receiptNumber: string,
    member: typeof bohdan | { memberId: string },
    hour: number,
  ) => {
    const idempotencyKey = `list-test-${receiptNumber.padStart(10, "0")}`;
    return recordPurchase(deps, partner.till, {
      member,
      receiptNumber,
      totalE6: 5_000_000n,
      occurredAt: at(hour),
      idempotencyKey,
    });
  };
  await buy(grocer, "g1", { memberId: ana.id }, 1);
  await buy(grocer, "g2", { memberId: ana.id }, 2);
  await buy(grocer, "g3", bohdan, 3);
  await buy(fuel, "f1", bohdan, 4);
  return small;
}
