import type { Staff, Tx } from "#api/sql/rows.ts";
import { LastOwner } from "#api/use-cases/staff/refusals.ts";
import { ownerRole } from "#api/use-cases/staff/staff-view.ts";

/** One change of roles at a time: two owners must not remove each other at the same moment. */
export async function lockRoles(tx: Tx): Promise<void> {
  await tx.$executeRaw`LOCK TABLE staff IN SHARE ROW EXCLUSIVE MODE`;
}

/** Refuses to take the owner's role from the last who has it. */
export async function requireAnotherOwner(tx: Tx, { id, partnerId, roles }: Staff): Promise<void> {
  const role = ownerRole(partnerId);
  if (!roles.includes(role)) return;
  const others = await tx.staff.count({ where: { partnerId, roles: { has: role }, id: { not: id } } });
  if (others === 0) throw new LastOwner(role);
}
