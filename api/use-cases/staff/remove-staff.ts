import type { Actor } from "#api/kernel/actor.ts";
import { can, may, seesPartner } from "#api/use-cases/can.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { lockRoles, requireAnotherOwner } from "#api/use-cases/staff/owners.ts";
import { StaffNotFound } from "#api/use-cases/staff/refusals.ts";
import { recordStep } from "#api/use-cases/transitions.ts";

export type RemoveStaff = { staffId: string; reason: string };

/** Ends a person's work here: their roles go, their deeds stay. */
export async function removeStaff(
  deps: Deps,
  actor: Actor,
  { staffId, reason }: RemoveStaff,
): Promise<{ partnerId: string | null }> {
  can(actor, "staff:assign");
  return deps.db.$transaction(async (tx) => {
    await lockRoles(tx);
    const staff = await tx.staff.findUnique({ where: { id: staffId } });
    if (!staff || !seesColleague(actor, staff.partnerId)) throw new StaffNotFound(staffId);
    await requireAnotherOwner(tx, staff);
    await tx.staff.delete({ where: { id: staffId } });
    const step = { object: "staff", objectId: staffId, from: staff.roles.join(" "), to: "REMOVED", reason };
    const whose = { partnerId: staff.partnerId, before: { userId: staff.userId } };
    await recordStep(tx, actor, { ...step, ...whose, at: deps.clock.now() });
    return { partnerId: staff.partnerId };
  });
}

/** The operator sees everybody's staff, a partner its own. */
export function seesColleague(actor: Actor, partnerId: string | null): boolean {
  if (!may(actor, "staff:read")) return false;
  return partnerId === null ? actor.kind === "operator" || actor.kind === "system" : seesPartner(actor, partnerId);
}
