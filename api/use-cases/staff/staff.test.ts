import { expect, test } from "vitest";
import { Forbidden } from "#api/kernel/access.ts";
import { newId } from "#api/kernel/ids.ts";
import { type World, world } from "#api/test/world.ts";
import { PartnerNotFound } from "#api/use-cases/partners/refusals.ts";
import { assignStaff } from "#api/use-cases/staff/assign-staff.ts";
import { findStaff, findStaffOf, OPERATOR } from "#api/use-cases/staff/find-staff.ts";
import { LastOwner, PersonNotFound, RoleNotAllowed, StaffNotFound } from "#api/use-cases/staff/refusals.ts";
import { removeStaff } from "#api/use-cases/staff/remove-staff.ts";
import { findHats } from "#api/use-cases/viewer/find-hats.ts";
import { readViewer } from "#api/use-cases/viewer/read-viewer.ts";

const page = { first: 10, after: null };

async function person({ deps }: World, name: string): Promise<{ id: string; email: string }> {
  const email = `${name.toLowerCase()}@example.by`;
  return deps.db.user.create({ data: { id: newId("user"), name, email } });
}

test("an owner lets a colleague in, changes their roles, and lets them go", async () => {
  const hub = await world();
  const { deps, grocer } = hub;
  const { email } = await person(hub, "Dasha");
  const input = { email: "Dasha@Example.by", partnerId: grocer.id };
  const cashier = await assignStaff(deps, grocer.finance, { ...input, roles: ["PARTNER_CASHIER"] });
  expect(cashier).toMatchObject({ name: "Dasha", email, roles: ["PARTNER_CASHIER"] });
  const manager = await assignStaff(deps, grocer.finance, { ...input, roles: ["PARTNER_MANAGER"] });
  expect(manager).toMatchObject({ id: cashier.id, roles: ["PARTNER_MANAGER"] });
  await removeStaff(deps, grocer.finance, { staffId: cashier.id, reason: "left" });
  expect((await findStaffOf(deps, grocer.finance, [grocer.id], page)).get(grocer.id)?.rows).toEqual([]);
});

test("assigning the same roles again leaves no second trace", async () => {
  const hub = await world();
  const { email } = await person(hub, "Dasha");
  const input = { email, partnerId: hub.grocer.id, roles: ["PARTNER_CASHIER"] } as const;
  const first = await assignStaff(hub.deps, hub.grocer.finance, input);
  expect(await assignStaff(hub.deps, hub.grocer.finance, input)).toEqual(first);
  expect(await hub.deps.db.transition.count({ where: { objectId: first.id } })).toBe(1);
});

test("somebody is always left who can let others in", async () => {
  const hub = await world();
  const { deps, operator } = hub;
  const { email } = await person(hub, "Dasha");
  const admin = await assignStaff(deps, operator, { email, roles: ["OPERATOR_ADMIN"] });
  const demoted = assignStaff(deps, operator, { email, roles: ["OPERATOR_CLERK"] });
  await expect(demoted).rejects.toThrow(LastOwner);
  await expect(removeStaff(deps, operator, { staffId: admin.id, reason: "left" })).rejects.toThrow(LastOwner);
});

test("a partner gives no roles at the operator, and the operator's roles are none of a partner's", async () => {
  const hub = await world();
  const { deps, operator, grocer } = hub;
  const { email } = await person(hub, "Dasha");
  const up = assignStaff(deps, grocer.finance, { email, roles: ["OPERATOR_ADMIN"] });
  await expect(up).rejects.toThrow(RoleNotAllowed);
  const mixed = assignStaff(deps, operator, { email, partnerId: grocer.id, roles: ["OPERATOR_CLERK"] });
  await expect(mixed).rejects.toThrow(RoleNotAllowed);
  await expect(assignStaff(deps, operator, { email, roles: [] })).rejects.toThrow(RoleNotAllowed);
});

test("strangers are not let in, nor into somebody else's house", async () => {
  const hub = await world();
  const { deps, grocer, fuel } = hub;
  const { email } = await person(hub, "Dasha");
  const roles = ["PARTNER_CASHIER"] as const;
  const unknown = assignStaff(deps, grocer.finance, { email: "nobody@example.by", partnerId: grocer.id, roles });
  await expect(unknown).rejects.toThrow(PersonNotFound);
  const foreign = assignStaff(deps, grocer.finance, { email, partnerId: fuel.id, roles });
  await expect(foreign).rejects.toThrow(new PartnerNotFound(fuel.id));
  await expect(assignStaff(deps, grocer.till, { email, partnerId: grocer.id, roles })).rejects.toThrow(Forbidden);
});

test("another partner's colleagues answer like people who do not exist", async () => {
  const hub = await world();
  const { deps, grocer, fuel } = hub;
  const { email } = await person(hub, "Dasha");
  const { id } = await assignStaff(deps, fuel.finance, { email, partnerId: fuel.id, roles: ["PARTNER_CASHIER"] });
  const removed = removeStaff(deps, grocer.finance, { staffId: id, reason: "mine" });
  await expect(removed).rejects.toThrow(new StaffNotFound(id));
  expect(await findStaff(deps, grocer.finance, [id])).toEqual(new Map());
  expect(await findStaffOf(deps, grocer.finance, [fuel.id, OPERATOR], page)).toEqual(new Map());
});

test("a person is greeted by name and sees every capacity they can act in", async () => {
  const hub = await world();
  const { deps, operator, grocer, ana } = hub;
  const dasha = await person(hub, "Dasha");
  await assignStaff(deps, operator, { email: dasha.email, roles: ["OPERATOR_CLERK"] });
  await assignStaff(deps, operator, { email: dasha.email, partnerId: grocer.id, roles: ["PARTNER_CASHIER"] });
  await deps.db.member.update({ where: { id: ana.id }, data: { userId: dasha.id } });
  const acting = { kind: "operator", id: dasha.id, roles: ["CLERK"] } as const;
  expect(await readViewer(deps, acting)).toMatchObject({ kind: "operator", name: "Dasha", roles: ["CLERK"] });
  expect((await findHats(deps, acting)).map(({ as }) => as)).toEqual(["operator", grocer.id, ana.id]);
  expect(await readViewer(deps, { kind: "anonymous" })).toBeNull();
});
