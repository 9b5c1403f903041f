import { expect, test } from "vitest";
import { type World, world } from "#api/test/world.ts";
import { enrolMember } from "#api/use-cases/members/enrol-member.ts";
import { findCardsOf } from "#api/use-cases/members/find-cards.ts";
import { ownCustomer, ownCustomers } from "#api/use-cases/members/own-customers.ts";
import { resolveMember } from "#api/use-cases/members/resolve-members.ts";

/** Darya, enrolled at Fuel, where nobody else was served yet. */
async function withDarya(hub: World) {
  const identifiers = [
    { kind: "PHONE", value: "+375291112233" },
    { kind: "EMAIL", value: "darya@example.by" },
    { kind: "PARTNER_NUMBER", value: "F-9" },
  ] as const;
  const input = { name: "Darya Lis", identifiers, idempotencyKey: "enrol-darya-00001" };
  const { id } = await enrolMember(hub.deps, hub.fuel.till, input);
  const [card] = (await findCardsOf(hub.deps, hub.operator, [id])).get(id) ?? [];
  return { id, card: card?.number ?? "" };
}

test("one field takes a card's number, a telephone's, an address, the partner's own number or the hub's id", async () => {
  const hub = await world();
  const { id, card } = await withDarya(hub);
  const ways = [card.replace(/(.{4})/g, "$1 "), "+375 29 111-22-33", "375291112233", " Darya@Example.by", "F-9", id];
  for (const typed of ways) {
    expect((await resolveMember(hub.deps, hub.fuel.till, { typed })).memberId, typed).toBe(id);
  }
  await expect(resolveMember(hub.deps, hub.fuel.till, { typed: "Darya Lis" })).rejects.toMatchObject({
    code: "UNKNOWN_MEMBER",
    identifier: "Darya Lis",
  });
});

test("an entry that is one member's telephone and another's own number means nobody", async () => {
  const hub = await world();
  const { id } = await withDarya(hub);
  const other = { kind: "PARTNER_NUMBER", value: "375291112233" } as const;
  const input = { name: "Ewa Roga", identifiers: [other], idempotencyKey: "enrol-ewa-000001" };
  await enrolMember(hub.deps, hub.fuel.till, input);
  const both = resolveMember(hub.deps, hub.fuel.till, { typed: "375291112233" });
  await expect(both).rejects.toMatchObject({ code: "UNKNOWN_MEMBER" });
  expect((await resolveMember(hub.deps, hub.grocer.till, { typed: "375291112233" })).memberId).toBe(id);
});

test("a list names all who are nobody to the partner, strangers among them, and each member once", async () => {
  const hub = await world();
  const { id, card } = await withDarya(hub);
  const manager = hub.fuel.finance;
  expect(await ownCustomers(hub.deps, manager, [card, "darya@example.by", " ", id])).toEqual([id]);
  const some = ownCustomers(hub.deps, manager, [card, "+375290000000", hub.ana.id, "nobody@example.by"]);
  await expect(some).rejects.toMatchObject({
    code: "MEMBERS_UNKNOWN",
    identifiers: ["+375290000000", hub.ana.id, "nobody@example.by"],
  });
  const foreign = ownCustomers(hub.deps, hub.grocer.finance, ["darya@example.by", "nobody@example.by"]);
  await expect(foreign).rejects.toMatchObject({ identifiers: ["darya@example.by", "nobody@example.by"] });
  expect(await ownCustomers(hub.deps, hub.operator, ["darya@example.by"])).toEqual([id]);
});

test("one customer is told like nobody where the house never served them", async () => {
  const hub = await world();
  const { id } = await withDarya(hub);
  expect(await ownCustomer(hub.deps, hub.fuel.finance, { typed: "+375291112233" })).toBe(id);
  for (const typed of ["+375291112233", "+375290000000"]) {
    const asked = ownCustomer(hub.deps, hub.grocer.finance, { typed });
    await expect(asked).rejects.toMatchObject({ code: "UNKNOWN_MEMBER", identifier: typed });
  }
});
