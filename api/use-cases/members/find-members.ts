import { type Actor, partnerOf } from "#api/kernel/actor.ts";
import { findSeenMembers } from "#api/ledger/read/visitors.ts";
import type { Member, Tx } from "#api/sql/rows.ts";
import { can } from "#api/use-cases/can.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { type MemberView, viewMember } from "#api/use-cases/members/member-view.ts";

/** Members by id, each as far as the viewer may see it; without those it may not see. */
export async function findMembers(deps: Deps, actor: Actor, ids: readonly string[]): Promise<Map<string, MemberView>> {
  can(actor, "member:read");
  const rows = await deps.db.member.findMany({ where: { id: { in: [...ids] } }, include: { profile: true } });
  const visible = await visibleMembers(deps.db, actor, rows);
  return new Map(rows.filter((row) => visible.has(row.id)).map((row) => [row.id, viewMember(actor, row)]));
}

/** Itself for a member; for a partner those it enrolled or served; all for the operator. */
export async function visibleMembers(
  db: Tx,
  actor: Actor,
  members: readonly Pick<Member, "id" | "enrolledAtPartnerId">[],
): Promise<Set<string>> {
  if (actor.kind === "operator" || actor.kind === "system") return new Set(members.map(({ id }) => id));
  if (actor.kind === "member") return new Set([actor.memberId]);
  const partnerId = partnerOf(actor);
  if (!partnerId) return new Set();
  const own = members.filter((member) => member.enrolledAtPartnerId === partnerId);
  const others = members.filter((member) => member.enrolledAtPartnerId !== partnerId);
  const seen = await findSeenMembers(db, partnerId, others.map(idOf));
  return new Set([...own.map(idOf), ...seen]);
}

const idOf = ({ id }: { id: string }) => id;
