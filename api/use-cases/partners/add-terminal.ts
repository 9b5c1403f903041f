import type { Actor } from "#api/kernel/actor.ts";
import { newId } from "#api/kernel/ids.ts";
import type { Location, Terminal, Tx } from "#api/sql/rows.ts";
import { can, seesPartner } from "#api/use-cases/can.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { takeKey } from "#api/use-cases/keys.ts";
import { CodeTaken, LocationNotFound } from "#api/use-cases/partners/refusals.ts";
import { checkCode } from "#api/use-cases/partners/values.ts";
import { recordStep } from "#api/use-cases/transitions.ts";

export type AddTerminal = { locationId: string; code: string; idempotencyKey: string };

/** Puts a till at a location. Its code is unique within the partner; receipts carry it. */
export async function addTerminal(deps: Deps, actor: Actor, input: AddTerminal): Promise<Terminal> {
  can(actor, "terminal:add");
  const code = checkCode("code", input.code);
  const id = newId("terminal");
  return deps.db.$transaction(async (tx) => {
    const first = await takeKey(tx, actor, { verb: "addTerminal", input, objectId: id });
    if (first) return tx.terminal.findUniqueOrThrow({ where: { id: first } });
    const { partnerId } = await ownLocation(tx, actor, input.locationId);
    const terminal = { id, partnerId, locationId: input.locationId, code };
    const { count } = await tx.terminal.createMany({ data: [terminal], skipDuplicates: true });
    if (count === 0) throw new CodeTaken(code);
    const step = { object: "terminal", objectId: id, from: null, to: "ACTIVE", partnerId, after: terminal };
    await recordStep(tx, actor, { ...step, at: deps.clock.now() });
    return tx.terminal.findUniqueOrThrow({ where: { id } });
  });
}

async function ownLocation(tx: Tx, actor: Actor, locationId: string): Promise<Location> {
  const location = await tx.location.findUnique({ where: { id: locationId } });
  if (!location || !seesPartner(actor, location.partnerId)) throw new LocationNotFound(locationId);
  return location;
}
