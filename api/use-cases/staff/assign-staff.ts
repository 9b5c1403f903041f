import type { Actor } from "#api/kernel/actor.ts";
import { newId } from "#api/kernel/ids.ts";
import type { StaffRole, Tx } from "#api/sql/rows.ts";
import { can } from "#api/use-cases/can.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { lockPartner } from "#api/use-cases/partners/status.ts";
import { lockRoles, requireAnotherOwner } from "#api/use-cases/staff/owners.ts";
import { PersonNotFound, RoleNotAllowed } from "#api/use-cases/staff/refusals.ts";
import { ownerRole, type StaffView, viewStaff } from "#api/use-cases/staff/staff-view.ts";
import { recordStep } from "#api/use-cases/transitions.ts";

export type AssignStaff = {
  /** Who, by the address they sign in with. */
  email: string;
  /** At which partner; the operator when absent. */
  partnerId?: string | null | undefined;
  /** All the roles they will have there. */
  roles: readonly StaffRole[];
};

/** Lets a person work here with these roles, or changes the roles they have. Repeating it changes nothing. */
export async function assignStaff(deps: Deps, actor: Actor, input: AssignStaff): Promise<StaffView> {
  const partnerId = input.partnerId ?? null;
  can(actor, "staff:assign", partnerId ? { partnerId } : undefined);
  const roles = checkRoles(input.roles, partnerId, actor);
  return deps.db.$transaction(async (tx) => {
    if (partnerId) await lockPartner(tx, partnerId);
    await lockRoles(tx);
    const user = await tx.user.findUnique({ where: { email: input.email.trim().toLowerCase() } });
    if (!user) throw new PersonNotFound(input.email);
    const staff = await tx.staff.findFirst({ where: { userId: user.id, partnerId } });
    if (staff && sameRoles(staff.roles, roles)) return viewStaff(staff, user);
    if (staff && !roles.includes(ownerRole(partnerId))) await requireAnotherOwner(tx, staff);
    const id = staff?.id ?? newId("staff");
    const step = { object: "staff", objectId: id, from: staff?.roles.join(" ") ?? null, to: roles.join(" ") };
    await recordStep(tx, actor, { ...step, at: deps.clock.now(), partnerId, after: { userId: user.id } });
    return viewStaff(await writeRoles(tx, { id, userId: user.id, partnerId, roles }), user);
  });
}

type Row = { id: string; userId: string; partnerId: string | null; roles: StaffRole[] };

function writeRoles(tx: Tx, row: Row) {
  return tx.staff.upsert({ where: { id: row.id }, create: row, update: { roles: row.roles } });
}

/** Only the operator's own people are given the operator's roles. */
function checkRoles(roles: readonly StaffRole[], partnerId: string | null, actor: Actor): StaffRole[] {
  if (roles.length === 0) throw new RoleNotAllowed("");
  const side = partnerId === null ? "OPERATOR_" : "PARTNER_";
  const foreign = roles.find((role) => !role.startsWith(side));
  if (foreign) throw new RoleNotAllowed(foreign);
  if (partnerId === null && actor.kind === "partnerStaff") throw new RoleNotAllowed(roles[0] ?? "");
  return [...new Set(roles)].sort();
}

function sameRoles(held: readonly StaffRole[], wanted: readonly StaffRole[]): boolean {
  return [...held].sort().join() === wanted.join();
}
