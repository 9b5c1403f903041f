import { type Actor, partnerOf } from "#api/kernel/actor.ts";
import { can } from "#api/use-cases/can.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { type IdentifierView, seesPerson, viewIdentifier } from "#api/use-cases/members/member-view.ts";
import { gathered } from "#api/use-cases/partners/find-inside.ts";

/**
 * What finds each of these members, oldest first. A partner gets its own numbers and nothing else: neither phone nor
 * address, masked or not.
 */
export async function findIdentifiersOf(
  deps: Deps,
  actor: Actor,
  memberIds: readonly string[],
): Promise<Map<string, IdentifierView[]>> {
  can(actor, "member:read");
  const partnerId = partnerOf(actor);
  const ids = partnerId ? [...memberIds] : memberIds.filter((id) => seesPerson(actor, id));
  const rows = await deps.db.identifier.findMany({
    where: { memberId: { in: ids }, ...(partnerId ? { scope: partnerId } : {}) },
    orderBy: { id: "asc" },
  });
  const lists = gathered(ids, rows, (row) => row.memberId);
  return new Map([...lists].map(([id, list]) => [id, list.map((row) => viewIdentifier(actor, row))]));
}
