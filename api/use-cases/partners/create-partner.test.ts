import { expect, test } from "vitest";
import { Forbidden } from "#api/kernel/access.ts";
import { IdempotencyKeyReused } from "#api/ledger/refusals.ts";
import { world } from "#api/test/world.ts";
import { createPartner } from "#api/use-cases/partners/create-partner.ts";
import { CodeTaken, InvalidValue } from "#api/use-cases/partners/refusals.ts";

const cafe = { code: "CAFE", name: "Cafe Zerne", category: "cafe", idempotencyKey: "create-cafe-00001" };

test("a merchant is taken in as onboarding, with an exposure of zero", async () => {
  const { deps, operator } = await world();
  const partner = await createPartner(deps, operator, cafe);
  expect(partner).toMatchObject({ code: "CAFE", mayIssue: true, mayRedeem: true, inside: { status: "ONBOARDING" } });
  expect(await deps.db.exposure.findUnique({ where: { partnerId: partner.id } })).toMatchObject({ positionE6: 0n });
});

test("a retry answers the first partner; the same key for another is refused", async () => {
  const { deps, operator } = await world();
  const first = await createPartner(deps, operator, cafe);
  expect(await createPartner(deps, operator, cafe)).toEqual(first);
  await expect(createPartner(deps, operator, { ...cafe, name: "Other" })).rejects.toThrow(IdempotencyKeyReused);
});

test("two requests with one key make one partner, also at the same moment", async () => {
  const { deps, operator } = await world();
  const made = await Promise.all(Array.from({ length: 5 }, () => createPartner(deps, operator, cafe)));
  expect(new Set(made.map(({ id }) => id)).size).toBe(1);
});

test("a code belongs to one partner", async () => {
  const { deps, operator } = await world();
  const again = { ...cafe, code: "GROCER" };
  await expect(createPartner(deps, operator, again)).rejects.toThrow(new CodeTaken("GROCER"));
});

test("a code nobody could type is refused with what would do", async () => {
  const { deps, operator } = await world();
  await expect(createPartner(deps, operator, { ...cafe, code: "ca fe" })).rejects.toThrow(InvalidValue);
  await expect(createPartner(deps, operator, { ...cafe, name: "  " })).rejects.toThrow(InvalidValue);
});

test("partners do not take partners in", async () => {
  const { deps, grocer } = await world();
  await expect(createPartner(deps, grocer.finance, cafe)).rejects.toThrow(Forbidden);
});
