import type { Actor } from "#api/kernel/actor.ts";
import { newId } from "#api/kernel/ids.ts";
import type { Location } from "#api/sql/rows.ts";
import { recordAudit } from "#api/use-cases/audit/record-audit.ts";
import { can } from "#api/use-cases/can.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { takeKey } from "#api/use-cases/keys.ts";
import { CodeTaken } from "#api/use-cases/partners/refusals.ts";
import { lockPartner } from "#api/use-cases/partners/status.ts";
import { checkCode, checkOptionalText, checkText } from "#api/use-cases/partners/values.ts";

export type AddLocation = {
  partnerId: string;
  code: string;
  name: string;
  city?: string | null | undefined;
  address?: string | null | undefined;
  idempotencyKey: string;
};

/** Opens an outlet of the partner. Its code is unique within the partner. */
export async function addLocation(deps: Deps, actor: Actor, input: AddLocation): Promise<Location> {
  can(actor, "location:add", input);
  const { partnerId } = input;
  const location = {
    id: newId("location"),
    partnerId,
    code: checkCode("code", input.code),
    name: checkText("name", input.name),
    city: checkOptionalText("city", input.city),
    address: checkOptionalText("address", input.address),
  };
  return deps.db.$transaction(async (tx) => {
    const first = await takeKey(tx, actor, { verb: "addLocation", input, objectId: location.id });
    if (first) return tx.location.findUniqueOrThrow({ where: { id: first } });
    await lockPartner(tx, partnerId);
    const { count } = await tx.location.createMany({ data: [location], skipDuplicates: true });
    if (count === 0) throw new CodeTaken(location.code);
    const about = { object: "location", objectId: location.id, partnerId, before: null, after: location };
    await recordAudit(tx, actor, { action: "addLocation", at: deps.clock.now(), ...about });
    return tx.location.findUniqueOrThrow({ where: { id: location.id } });
  });
}
