import type { Actor } from "#api/kernel/actor.ts";
import { newId } from "#api/kernel/ids.ts";
import type { Club, ClubMembership, Tx } from "#api/sql/rows.ts";
import { can } from "#api/use-cases/can.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { TransitionRefused } from "#api/use-cases/machine.ts";
import type { MemberLookup } from "#api/use-cases/members/resolve-members.ts";
import { resolveMember } from "#api/use-cases/members/resolve-members.ts";
import { notify } from "#api/use-cases/notices/notify.ts";
import { storedWords } from "#api/use-cases/offers/authored.ts";
import { loseClubPlace, takeClubPlace } from "#api/use-cases/pools/club-places.ts";
import { giveBackFromPools } from "#api/use-cases/pools/give-back.ts";
import { recordStep } from "#api/use-cases/transitions.ts";
import { lockOwnClub, plainEntry } from "./create-club.ts";
import { countClubGuess, requireNoClubGuessing } from "./guesses.ts";
import { ClubCodeUnknown, ClubNotFound } from "./refusals.ts";
import { whoFits } from "./rule.ts";
import { type MembershipEvent, nextMembership } from "./states.ts";

export type Membership = ClubMembership & { club: Club };

/** Asks a member in; they join or leave it at that. */
export async function inviteToClub(
  deps: Deps,
  actor: Actor,
  { clubId, member }: { clubId: string; member: MemberLookup },
): Promise<Membership> {
  can(actor, "club:manage");
  const { memberId } = await resolveMember(deps, actor, member);
  return deps.db.$transaction(async (tx) => {
    const club = await lockOwnClub(tx, actor, clubId);
    if (club.state !== "OPEN") throw new TransitionRefused("club", club.id, club.state, "invite");
    const known = await findOne(tx, club.id, memberId);
    if (known && known.state !== "LEFT") return { ...known, club };
    const at = deps.clock.now();
    const invited = await move(tx, actor, { club, memberId, known }, { event: "invite", at });
    await tellInvited(tx, club, memberId, at);
    return { ...invited, club };
  });
}

async function tellInvited(tx: Tx, club: Club, memberId: string, at: Date): Promise<void> {
  const member = await tx.member.findUnique({ where: { id: memberId }, select: { userId: true } });
  if (!member?.userId) return;
  const facts = { club: storedWords(club.name) };
  await notify(tx, { userId: member.userId, kind: "CLUB_INVITATION", facts, href: "/me/privileges", at });
}

/** By its id where the member was invited or its rule lets them in; else by the code that its members pass on. */
export type JoinClub = { clubId?: string | null | undefined; entryCode?: string | null | undefined };

export async function joinClub(deps: Deps, actor: Actor, input: JoinClub): Promise<Membership> {
  can(actor, "club:join");
  const memberId = actor.kind === "member" ? actor.memberId : "";
  if (input.entryCode) await requireNoClubGuessing(deps, memberId);
  const joined = deps.db.$transaction(async (tx) => {
    const club = await lockSought(tx, input);
    const known = await findOne(tx, club.id, memberId);
    if (known?.state === "IN") return { ...known, club };
    if (known?.state !== "INVITED" && !input.entryCode) await requireFit(deps, tx, club, memberId);
    const at = deps.clock.now();
    return { ...(await move(tx, actor, { club, memberId, known }, { event: "join", at })), club };
  });
  return joined.catch(async (refusal) => {
    if (refusal instanceof ClubCodeUnknown) await countClubGuess(deps, memberId);
    throw refusal;
  });
}

/** Held still, and open for as long as it is. */
async function lockSought(tx: Tx, { clubId, entryCode }: JoinClub): Promise<Club> {
  const where = entryCode ? { entryCode: plainEntry(entryCode) } : { id: clubId ?? "" };
  const found = await tx.club.findUnique({ where, select: { id: true } });
  const club = found && (await lockClub(tx, found.id));
  if (club?.state === "OPEN") return club;
  throw entryCode ? new ClubCodeUnknown() : new ClubNotFound(clubId ?? "");
}

/** A club that is not for the member is not known to the member either. */
async function requireFit(deps: Deps, tx: Tx, club: Club, memberId: string): Promise<void> {
  const fits = club.entry === "RULE" && (await whoFits(deps, tx, club, [memberId])).has(memberId);
  if (!fits) throw new ClubNotFound(club.id);
}

/** The member's own doing; from this instant on nothing of the club reaches them, and its pool is closed to them. */
export async function leaveClub(deps: Deps, actor: Actor, { clubId }: { clubId: string }): Promise<Membership> {
  can(actor, "club:join");
  const memberId = actor.kind === "member" ? actor.memberId : "";
  const left = await deps.db.$transaction(async (tx) => {
    const club = await lockClub(tx, clubId);
    const known = club && (await findOne(tx, clubId, memberId));
    if (!known) throw new ClubNotFound(clubId);
    return { ...(await leave(tx, actor, { club, memberId, known }, deps.clock.now())), club };
  });
  await giveBackFromPools(deps, clubId);
  return left;
}

/** Those who run it show somebody the door. */
export async function removeFromClub(
  deps: Deps,
  actor: Actor,
  { clubMembershipId, reason }: { clubMembershipId: string; reason: string },
): Promise<Membership> {
  can(actor, "club:manage");
  const left = await deps.db.$transaction(async (tx) => {
    const there = await tx.clubMembership.findUnique({ where: { id: clubMembershipId } });
    if (!there) throw new ClubNotFound(clubMembershipId);
    const { clubId, memberId } = there;
    const club = await lockOwnClub(tx, actor, clubId).catch(() => {
      throw new ClubNotFound(clubMembershipId);
    });
    const known = await findOne(tx, clubId, memberId);
    return { ...(await leave(tx, actor, { club, memberId, known }, deps.clock.now(), reason)), club };
  });
  await giveBackFromPools(deps, left.clubId);
  return left;
}

/** Whoever comes or goes holds the club still, so that its pool has a place for each who is in, and no other. */
export async function lockClub(tx: Tx, clubId: string): Promise<Club | null> {
  await tx.$executeRaw`SELECT FROM club WHERE id = ${clubId} FOR UPDATE`;
  return tx.club.findUnique({ where: { id: clubId } });
}

type Whose = { club: Club; memberId: string; known: ClubMembership | null };

async function leave(tx: Tx, actor: Actor, whose: Whose, at: Date, reason?: string): Promise<ClubMembership> {
  if (whose.known?.state === "LEFT") return whose.known;
  return move(tx, actor, whose, { event: "leave", at, reason: reason ?? null });
}

type Move = { event: MembershipEvent; at: Date; reason?: string | null };

/** Moves a membership on, or begins it, with the place at the club's pool; the club is locked. */
export async function move(tx: Tx, actor: Actor, { club, memberId, known }: Whose, { event, at, reason = null }: Move) {
  const to = known ? nextMembership(known, event) : event === "join" ? "IN" : "INVITED";
  const id = known?.id ?? newId("clubMembership");
  const times = {
    invite: { invitedAt: at, leftAt: null },
    join: { joinedAt: at, leftAt: null },
    leave: { leftAt: at },
  }[event];
  const from = known?.state ?? null;
  const { partnerId } = club;
  await recordStep(tx, actor, { object: "clubMembership", objectId: id, from, to, at, reason, partnerId });
  if (to === "IN") await takeClubPlace(tx, actor, { clubId: club.id, memberId, at });
  else if (from === "IN") await loseClubPlace(tx, actor, { clubId: club.id, memberId, at });
  const data = { state: to, ...times };
  const key = { clubId: club.id, memberId };
  return tx.clubMembership.upsert({ where: { clubId_memberId: key }, create: { id, ...key, ...data }, update: data });
}

const findOne = (tx: Tx, clubId: string, memberId: string) =>
  tx.clubMembership.findUnique({ where: { clubId_memberId: { clubId, memberId } } });
