import type { Actor, OperatorRole, PartnerRole } from "#api/kernel/actor.ts";
import type { Db } from "#api/sql/client.ts";
import { statusesWith } from "#api/use-cases/partners/standing.ts";

/**
 * Whom a person can act as: the operator, partners, themselves as a member. `as` chooses by the partner's or member's
 * id or the word "operator"; what is not theirs to choose is nobody.
 */
export async function wearHat(db: Db, userId: string, as: string | null, mayBeStaff: boolean): Promise<Actor> {
  const hats = await findHats(db, userId, mayBeStaff);
  const worn = as ? hats.find((hat) => hatName(hat) === as) : hats[0];
  return worn ?? { kind: "anonymous" };
}

/** The operator first, then partners, then the member: whoever works here usually comes to work. */
async function findHats(db: Db, userId: string, mayBeStaff: boolean): Promise<Actor[]> {
  const [staff, member] = await Promise.all([
    mayBeStaff ? findStaff(db, userId) : [],
    db.member.findUnique({ where: { userId }, select: { id: true } }),
  ]);
  const operator = staff
    .filter(({ partnerId }) => partnerId === null)
    .map(({ roles }): Actor => ({ kind: "operator", id: userId, roles: rolesOf<OperatorRole>(roles, "OPERATOR_") }));
  const partners = staff.flatMap(({ partnerId, roles }): Actor[] =>
    partnerId ? [{ kind: "partnerStaff", id: userId, partnerId, roles: rolesOf<PartnerRole>(roles, "PARTNER_") }] : [],
  );
  return [...operator, ...partners, ...(member ? [{ kind: "member", id: userId, memberId: member.id } as const] : [])];
}

/** Where the person works; a partner that has left is nobody's work any more. */
async function findStaff(db: Db, userId: string) {
  const staff = await db.staff.findMany({ where: { userId }, orderBy: { createdAt: "asc" } });
  const partnerIds = staff.flatMap(({ partnerId }) => (partnerId ? [partnerId] : []));
  const barred = await db.partner.findMany({
    where: { id: { in: partnerIds }, status: { notIn: statusesWith("logIn") } },
    select: { id: true },
  });
  return staff.filter(({ partnerId }) => !barred.some(({ id }) => id === partnerId));
}

function hatName(hat: Actor): string {
  if (hat.kind === "partnerStaff") return hat.partnerId;
  return hat.kind === "member" ? hat.memberId : hat.kind;
}

function rolesOf<Role extends string>(roles: readonly string[], prefix: string): Role[] {
  return roles.filter((role) => role.startsWith(prefix)).map((role) => role.slice(prefix.length) as Role);
}
