import { type Actor, partnerOf } from "#api/kernel/actor.ts";
import type { Refusal } from "#api/kernel/refusal.ts";
import type { Card, Member } from "#api/sql/rows.ts";
import { can } from "#api/use-cases/can.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { visibleMembers } from "#api/use-cases/members/find-members.ts";
import { type IdentifierInput, type Normal, soughtIdentifier } from "#api/use-cases/members/identifiers.ts";
import { CardBlocked, MemberBlocked, MemberNotFound, UnknownMember } from "#api/use-cases/members/refusals.ts";
import { together } from "#api/use-cases/together.ts";

/** How a till names a member: by id, when it is one of its own, or by what the member shows or says. */
export type MemberLookup =
  | { memberId: string }
  | (IdentifierInput & {
      /** Whose own number it is; the caller's when absent. */
      partnerId?: string | null | undefined;
      /** The rotating code shown with a card's number: it finds nobody, and lets points be spent. */
      spendCode?: string | null | undefined;
    });

/** Who was meant. Points move on this member, the survivor where the one found was merged. */
export type ResolvedMember = { memberId: string; status: Member["status"]; cardId: string | null };

/**
 * Finds members for all requests in flight in a few queries; one outcome per lookup, in order. A partner is refused
 * blocked members and blocked cards; the operator finds them, since helping with them is its work.
 */
export async function resolveMembers(
  deps: Deps,
  actor: Actor,
  lookups: readonly MemberLookup[],
): Promise<(ResolvedMember | Refusal)[]> {
  can(actor, "member:find");
  const sought = lookups.map((lookup) => seek(actor, lookup));
  const found = await foundBy(deps, sought);
  const survivors = await Promise.all(found.map((hit) => hit && survivorOf(deps, hit.member)));
  const byId = lookups.flatMap((lookup, at) => ("memberId" in lookup && survivors[at] ? [survivors[at]] : []));
  const visible = byId.length > 0 ? await visibleMembers(deps.db, actor, byId) : new Set<string>();
  return lookups.map((lookup, at) => {
    const survivor = survivors[at];
    if (!survivor || ("memberId" in lookup && !visible.has(survivor.id))) return unknown(lookup);
    return outcome(actor, lookup, survivor, found[at]?.card ?? null);
  });
}

/** The one member a lookup means; throws what `resolveMembers` answers as an outcome. */
export async function resolveMember(deps: Deps, actor: Actor, lookup: MemberLookup): Promise<ResolvedMember> {
  const [resolved] = await resolveMembers(deps, actor, [lookup]);
  if (!resolved || resolved instanceof Error) throw resolved ?? unknown(lookup);
  return resolved;
}

function outcome(actor: Actor, lookup: MemberLookup, member: Member, card: Card | null): ResolvedMember | Refusal {
  const helps = actor.kind === "operator" || actor.kind === "system";
  if (!helps && card && card.status !== "ACTIVE") return new CardBlocked(card.number.slice(-4));
  if (!helps && member.status === "BLOCKED") return new MemberBlocked(member.id);
  if (member.status === "CLOSED") return unknown(lookup);
  return { memberId: member.id, status: member.status, cardId: card?.id ?? null };
}

function unknown(lookup: MemberLookup): Refusal {
  return "memberId" in lookup ? new MemberNotFound(lookup.memberId) : new UnknownMember(lookup.value);
}

type Sought = { memberId: string } | Normal | null;
type Hit = { member: Member; card: Card | null };

/** A partner's own number is only ever sought among its own; the operator says whose. */
function seek(actor: Actor, lookup: MemberLookup): Sought {
  if ("memberId" in lookup) return lookup;
  return soughtIdentifier(lookup, partnerOf(actor) ?? lookup.partnerId ?? null);
}

async function foundBy(deps: Deps, sought: readonly Sought[]): Promise<(Hit | null)[]> {
  return Promise.all(
    sought.map(async (one) => {
      if (one === null) return null;
      if ("memberId" in one) {
        const [member] = await memberRows(deps, [one.memberId]);
        return member ? { member, card: null } : null;
      }
      const [hit] = await identifierRows(deps, [JSON.stringify([one.kind, one.scope, one.value])]);
      return hit ?? null;
    }),
  );
}

/** Follows merges to the member who holds the points today. */
async function survivorOf(deps: Deps, member: Member): Promise<Member> {
  if (!member.mergedIntoId) return member;
  const [into] = await memberRows(deps, [member.mergedIntoId]);
  if (!into) throw new Error(`${member.id} was merged into ${member.mergedIntoId}, which is not there`);
  return survivorOf(deps, into);
}

const memberRows = together(async (deps, ids) => {
  const rows = await deps.db.member.findMany({ where: { id: { in: [...ids] } } });
  return new Map(rows.map((row) => [row.id, row]));
});

const identifierRows = together<Hit>(async (deps, keys) => {
  const sought = keys.map((key) => JSON.parse(key) as [Normal["kind"], string, string]);
  const rows = await deps.db.identifier.findMany({
    where: { OR: sought.map(([kind, scope, value]) => ({ kind, scope, value })) },
    include: { member: { include: { cards: true } } },
  });
  return new Map(
    rows.map(({ kind, scope, value, member: { cards, ...member } }) => {
      const card = kind === "CARD" ? (cards.find(({ number }) => number === value) ?? null) : null;
      return [JSON.stringify([kind, scope, value]), { member, card }];
    }),
  );
});
