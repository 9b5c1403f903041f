import type { Actor } from "#api/kernel/actor.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { visibleMembers } from "#api/use-cases/members/find-members.ts";
import { MembersUnknown, UnknownMember } from "#api/use-cases/members/refusals.ts";
import { type MemberLookup, resolveMembers } from "#api/use-cases/members/resolve-members.ts";

/** So many at a time, so that tills need not wait behind a long list. */
const CHUNK = 150;

/**
 * Those of a list as people typed it whom the actor may reach, each once and in its order. Names all who are not: whoever
 * is a member and none of a partner's customers is told like whoever is no member.
 */
export async function ownCustomers(deps: Deps, actor: Actor, typed: readonly string[]): Promise<string[]> {
  const entries = [...new Set(typed.map((entry) => entry.trim()).filter((entry) => entry !== ""))];
  const found: (string | null)[] = [];
  for (let at = 0; at < entries.length; at += CHUNK) {
    const lookups = entries.slice(at, at + CHUNK).map((entry) => ({ typed: entry }));
    found.push(...(await reachable(deps, actor, lookups)));
  }
  const unknown = entries.filter((_entry, at) => !found[at]);
  if (unknown.length > 0) throw new MembersUnknown(unknown);
  return [...new Set(found.filter((id) => id !== null))];
}

/** The one customer who is meant. */
export async function ownCustomer(deps: Deps, actor: Actor, lookup: MemberLookup): Promise<string> {
  const [id] = await reachable(deps, actor, [lookup]);
  if (!id)
    throw new UnknownMember("typed" in lookup ? lookup.typed : "value" in lookup ? lookup.value : lookup.memberId);
  return id;
}

/** Support helps the blocked too; for a partner they are nobody now. */
async function reachable(deps: Deps, actor: Actor, lookups: readonly MemberLookup[]): Promise<(string | null)[]> {
  const found = await resolveMembers(deps, actor, lookups);
  const ids = found.map((one) => (one instanceof Error ? null : one.memberId));
  const where = { id: { in: ids.filter((id) => id !== null) } };
  const members = await deps.db.member.findMany({ where, select: { id: true, enrolledAtPartnerId: true } });
  const visible = await visibleMembers(deps.db, actor, members);
  return ids.map((id) => (id !== null && visible.has(id) ? id : null));
}
