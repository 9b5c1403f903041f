import { expect, test } from "vitest";
import { Unauthenticated } from "#api/kernel/access.ts";
import { world } from "#api/test/world.ts";
import { createPartner } from "#api/use-cases/partners/create-partner.ts";
import { findContractsOf } from "#api/use-cases/partners/find-contracts.ts";
import { findPartners } from "#api/use-cases/partners/find-partners.ts";
import { listPartners } from "#api/use-cases/partners/list-partners.ts";

const cafe = { code: "CAFE", name: "Cafe Zerne", category: "cafe", idempotencyKey: "create-cafe-00001" };
const page = { first: 10, after: null };

test("a partner sees its own inside and only the face of another", async () => {
  const { deps, grocer, fuel } = await world();
  const seen = await findPartners(deps, grocer.finance, [grocer.id, fuel.id, "ptn_none"]);
  expect(seen.get(grocer.id)?.inside).toMatchObject({ status: "ACTIVE" });
  expect(seen.get(fuel.id)).toMatchObject({ code: "FUEL", category: "fuel", inside: null });
  expect(seen.size).toBe(2);
});

test("who is still being taken in is known to the operator alone", async () => {
  const { deps, operator, grocer, ana } = await world();
  const { id } = await createPartner(deps, operator, cafe);
  const seen = await Promise.all([operator, grocer.finance, ana.actor].map((actor) => findPartners(deps, actor, [id])));
  expect(seen.map((found) => found.has(id))).toEqual([true, false, false]);
  const listed = await listPartners(deps, ana.actor, page);
  expect(listed.rows.map(({ code }) => code)).not.toContain("CAFE");
});

test("partners are listed by code, page by page", async () => {
  const { deps, ana } = await world();
  const first = await listPartners(deps, ana.actor, { first: 2, after: null });
  const rest = await listPartners(deps, ana.actor, { first: 2, after: "GROCER" });
  expect([first.rows.map(({ code }) => code), first.hasNextPage]).toEqual([["FUEL", "GROCER"], true]);
  expect([rest.rows.map(({ code }) => code), rest.hasNextPage]).toEqual([["OPERATOR", "PHARMACY"], false]);
});

test("partners are found by a part of their name, their category and, by the operator, their status", async () => {
  const { deps, operator } = await world();
  await createPartner(deps, operator, cafe);
  const codes = async (filter: object) =>
    (await listPartners(deps, operator, { ...page, ...filter })).rows.map(({ code }) => code);
  expect(await codes({ search: "zern" })).toEqual(["CAFE"]);
  expect(await codes({ category: "fuel" })).toEqual(["FUEL"]);
  expect(await codes({ status: "ONBOARDING" })).toEqual(["CAFE"]);
});

test("terms are between a partner and the operator", async () => {
  const { deps, operator, grocer, fuel, ana } = await world();
  expect((await findContractsOf(deps, operator, [fuel.id])).get(fuel.id)).toHaveLength(1);
  expect(await findContractsOf(deps, grocer.finance, [fuel.id])).toEqual(new Map());
  expect(await findContractsOf(deps, ana.actor, [fuel.id])).toEqual(new Map());
});

test("who has not signed in sees no partner", async () => {
  const { deps, grocer } = await world();
  await expect(findPartners(deps, { kind: "anonymous" }, [grocer.id])).rejects.toThrow(Unauthenticated);
});
