import { type Actor, partnerOf } from "#api/kernel/actor.ts";
import type { Refusal } from "#api/kernel/refusal.ts";
import type { Card, Member } from "#api/sql/rows.ts";
import { can } from "#api/use-cases/can.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { visibleMembers } from "#api/use-cases/members/find-members.ts";
import { type IdentifierInput, type Normal, soughtIdentifier } from "#api/use-cases/members/identifiers.ts";
import { CardBlocked, MemberBlocked, MemberNotFound, UnknownMember } from "#api/use-cases/members/refusals.ts";
import { meantBy, type Typed, waysOf } from "#api/use-cases/members/typed.ts";
import { together } from "#api/use-cases/together.ts";

/** How somebody names a member: as typed, or in one of the ways below. */
export type MemberLookup = Typed | MemberWay;

/** How a till names a member: by id, when it is one of its own, or by what the member shows or says. */
export type MemberWay =
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
  const ways = lookups.map(waysOf);
  const outcomes = await resolveWays(deps, actor, ways.flat());
  return lookups.map((lookup, at) => meantBy(lookup, outcomes.splice(0, ways[at]?.length ?? 0)));
}

async function resolveWays(
  deps: Deps,
  actor: Actor,
  lookups: readonly MemberWay[],
): Promise<(ResolvedMember | Refusal)[]> {
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
  if (!resolved) throw new Error("one lookup has one outcome");
  if (resolved instanceof Error) throw resolved;
  return resolved;
}

function outcome(actor: Actor, lookup: MemberWay, member: Found, card: Hit["card"]): ResolvedMember | Refusal {
  const helps = actor.kind === "operator" || actor.kind === "system";
  if (!helps && card && card.status !== "ACTIVE") return new CardBlocked(card.number.slice(-4));
  if (!helps && member.status === "BLOCKED") return new MemberBlocked(member.id);
  if (member.status === "CLOSED") return unknown(lookup);
  return { memberId: member.id, status: member.status, cardId: card?.id ?? null };
}

function unknown(lookup: MemberWay): Refusal {
  return "memberId" in lookup ? new MemberNotFound(lookup.memberId) : new UnknownMember(lookup.value);
}

type Sought = { memberId: string } | Normal | null;
/** As much of a member as it takes to find one. */
type Found = Pick<Member, "id" | "status" | "mergedIntoId" | "enrolledAtPartnerId">;
type Hit = { member: Found; card: Pick<Card, "id" | "number" | "status"> | null };

/** A partner's own number is only ever sought among its own; the operator says whose. */
function seek(actor: Actor, lookup: MemberWay): Sought {
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
async function survivorOf(deps: Deps, member: Found): Promise<Found> {
  if (!member.mergedIntoId) return member;
  const [into] = await memberRows(deps, [member.mergedIntoId]);
  if (!into) throw new Error(`${member.id} was merged into ${member.mergedIntoId}, which is not there`);
  return survivorOf(deps, into);
}

const memberRows = together<Found>(async (deps, ids) => {
  const select = { id: true, status: true, mergedIntoId: true, enrolledAtPartnerId: true };
  const rows = await deps.db.member.findMany({ where: { id: { in: [...ids] } }, select });
  return new Map(rows.map((row) => [row.id, row]));
});

type HitRow = Found & { key: string; cardId: string | null; number: string; cardStatus: Card["status"] };

/** By what was shown or said; a card with it, where a card's number was. */
const identifierRows = together<Hit>(async ({ db }, keys) => {
  const sought = keys.map((key) => JSON.parse(key) as [Normal["kind"], string, string]);
  const [kinds, scopes, values] = [0, 1, 2].map((at) => sought.map((one) => one[at] ?? ""));
  const rows = await db.$queryRaw<HitRow[]>`
    /* members_by_identifier */
    SELECT a.key, m.id, m.status::text, m.merged_into_id AS "mergedIntoId",
           m.enrolled_at_partner_id AS "enrolledAtPartnerId", c.id AS "cardId", c.number, c.status::text AS "cardStatus"
    FROM unnest(${keys}::text[], ${kinds}::identifier_kind[], ${scopes}::text[], ${values}::text[]) AS a(key, kind, scope, value)
    JOIN identifier i ON i.kind = a.kind AND i.scope = a.scope AND i.value = a.value
    JOIN member m ON m.id = i.member_id
    LEFT JOIN card c ON i.kind = 'CARD' AND c.number = i.value AND c.member_id = m.id`;
  return new Map(
    rows.map(({ key, cardId, number, cardStatus, ...member }) => [
      key,
      { member, card: cardId === null ? null : { id: cardId, number, status: cardStatus } },
    ]),
  );
});
