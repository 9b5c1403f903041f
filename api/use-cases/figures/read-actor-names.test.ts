import { expect, test } from "vitest";
import type { Actor } from "#api/kernel/actor.ts";
import { newId } from "#api/kernel/ids.ts";
import { world } from "#api/test/world.ts";
import { readActorNames } from "#api/use-cases/figures/read-actor-names.ts";

test("a partner's owner is told the names of its own people, and of nobody else's", async () => {
  const { deps, grocer, fuel, operator } = await world();
  const person = async (name: string, partnerId: string) => {
    const { id } = await deps.db.user.create({ data: { id: newId("user"), name, email: `${name}@example.org` } });
    await deps.db.staff.create({ data: { id: newId("staff"), userId: id, partnerId, roles: ["PARTNER_OWNER"] } });
    return `partnerStaff:${id}`;
  };
  const actors = [await person("Hanna", grocer.id), await person("Fiodar", fuel.id), "system"];
  const owner: Actor = { kind: "partnerStaff", id: "usr_owner", partnerId: grocer.id, roles: ["OWNER"] };
  expect(await readActorNames(deps, owner, actors)).toEqual([{ actor: actors[0], name: "Hanna" }]);
  expect((await readActorNames(deps, operator, actors)).map(({ name }) => name)).toEqual(["Hanna", "Fiodar"]);
});
