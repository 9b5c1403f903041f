import type { Actor } from "#api/kernel/actor.ts";
import type { Deps } from "#api/use-cases/deps.ts";

/** One of the capacities a person can act in. `as` is what the `zgoda-as` header or cookie then says. */
export type Hat = { as: string; kind: "operator" | "partnerStaff" | "member"; partnerId: string | null };

/** All capacities of the person who is asking; none for machines. */
export async function findHats(deps: Deps, actor: Actor): Promise<Hat[]> {
  if (actor.kind !== "operator" && actor.kind !== "partnerStaff" && actor.kind !== "member") return [];
  const [staff, member] = await Promise.all([
    deps.db.staff.findMany({ where: { userId: actor.id }, orderBy: { id: "asc" }, select: { partnerId: true } }),
    deps.db.member.findUnique({ where: { userId: actor.id }, select: { id: true } }),
  ]);
  const work = staff.map(
    ({ partnerId }): Hat =>
      partnerId ? { as: partnerId, kind: "partnerStaff", partnerId } : { as: "operator", kind: "operator", partnerId },
  );
  return member ? [...work, { as: member.id, kind: "member", partnerId: null }] : work;
}
