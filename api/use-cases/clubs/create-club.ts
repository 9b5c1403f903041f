import { type Actor, actorRef, partnerOf } from "#api/kernel/actor.ts";
import { newId } from "#api/kernel/ids.ts";
import type { Club, ClubEntry, Tx } from "#api/sql/rows.ts";
import { can } from "#api/use-cases/can.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { takeKey } from "#api/use-cases/keys.ts";
import { nextState } from "#api/use-cases/machine.ts";
import { checkWords } from "#api/use-cases/offers/authored.ts";
import { InvalidValue } from "#api/use-cases/partners/refusals.ts";
import { checkText } from "#api/use-cases/partners/values.ts";
import { closeClubPool } from "#api/use-cases/pools/club-places.ts";
import { recordStep } from "#api/use-cases/transitions.ts";
import { lockClubs, segmentOverClubs } from "./circles.ts";
import { ClubCodeTaken, ClubNotFound } from "./refusals.ts";
import { clubMachine } from "./states.ts";

export type CreateClub = {
  code: string;
  /** Words (api/engine/campaign.ts) as somebody wrote them. */
  name: unknown;
  about: unknown;
  entry: ClubEntry;
  /** What to know at the door; only with CODE. */
  entryCode?: string | null | undefined;
  /** Only with RULE; one of either is enough to come in. */
  tiers?: readonly string[] | null | undefined;
  segments?: readonly string[] | null | undefined;
  idempotencyKey: string;
};

/** Founds a club of the actor's house. */
export async function createClub(deps: Deps, actor: Actor, input: CreateClub): Promise<Club> {
  can(actor, "club:manage");
  const id = newId("club");
  const data = checked(input);
  return deps.db.$transaction(async (tx) => {
    const first = await takeKey(tx, actor, { verb: "createClub", input, objectId: id });
    if (first) return tx.club.findUniqueOrThrow({ where: { id: first } });
    await requireFree(tx, data);
    const at = deps.clock.now();
    const partnerId = partnerOf(actor);
    const made = await tx.club.create({ data: { id, partnerId, ...data, createdBy: actorRef(actor), createdAt: at } });
    await recordStep(tx, actor, { object: "club", objectId: id, from: null, to: "OPEN", at, partnerId, after: data });
    return made;
  });
}

function checked({ code, name, about, entry, entryCode, tiers, segments }: CreateClub) {
  if (!/^[a-z][a-z0-9-]{1,39}$/.test(code))
    throw new InvalidValue("code", code, "2 to 40 small letters, digits or dashes");
  if (entry === "CODE" && !/^\S{6,40}$/.test(entryCode ?? "")) {
    throw new InvalidValue("entryCode", entryCode ?? "", "6 to 40 characters without spaces");
  }
  const rule = { tiers: [...(tiers ?? [])], segments: [...(segments ?? [])] };
  if (entry === "RULE" && rule.tiers.length + rule.segments.length === 0) {
    throw new InvalidValue("tiers", "", "at least one tier or segment");
  }
  return {
    code,
    name: checkWords("name", name),
    about: checkWords("about", about),
    entry,
    entryCode: entry === "CODE" ? plainEntry(entryCode ?? "") : null,
    ...(entry === "RULE" ? rule : { tiers: [], segments: [] }),
  };
}

/** As it is compared: people type small and capital letters as they like. */
export const plainEntry = (code: string): string => code.trim().toUpperCase();

type Founded = { code: string; entryCode: string | null; segments: readonly string[] };

async function requireFree(tx: Tx, { code, entryCode, segments }: Founded): Promise<void> {
  await lockClubs(tx);
  if (await tx.club.findUnique({ where: { code } })) throw new ClubCodeTaken("code");
  if (entryCode && (await tx.club.findUnique({ where: { entryCode } }))) throw new ClubCodeTaken("entryCode");
  const circular = segments.length > 0 ? await segmentOverClubs(tx, segments) : null;
  if (circular) throw new InvalidValue("segments", circular, "segments that do not ask for clubs themselves");
}

/** Ends it with all that it gives: its offers reach nobody any more, and jobs give its pool back to who filled it. */
export async function closeClub(
  deps: Deps,
  actor: Actor,
  { clubId, reason }: { clubId: string; reason: string },
): Promise<Club> {
  can(actor, "club:manage");
  const because = checkText("reason", reason);
  return deps.db.$transaction(async (tx) => {
    const club = await lockOwnClub(tx, actor, clubId);
    if (club.state === "CLOSED") return club;
    const to = nextState(clubMachine, { object: "club", id: club.id, state: club.state }, "close");
    const at = deps.clock.now();
    const { state: from, partnerId } = club;
    await recordStep(tx, actor, { object: "club", objectId: club.id, from, to, at, reason: because, partnerId });
    await closeClubPool(tx, actor, { clubId, at });
    await deps.enqueue?.(tx, "giveBackFromPools", { clubId });
    return tx.club.update({ where: { id: club.id }, data: { state: to, closedAt: at } });
  });
}

/** Holds a club of the actor's house still; a foreign one is told like one that does not exist. */
export async function lockOwnClub(tx: Tx, actor: Actor, clubId: string): Promise<Club> {
  await tx.$executeRaw`SELECT FROM club WHERE id = ${clubId} FOR UPDATE`;
  const club = await tx.club.findUnique({ where: { id: clubId } });
  if (!club || club.partnerId !== partnerOf(actor)) throw new ClubNotFound(clubId);
  return club;
}
