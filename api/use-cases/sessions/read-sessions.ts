import { type Actor, personOf } from "#api/kernel/actor.ts";
import { can } from "#api/use-cases/can.ts";
import type { Deps } from "#api/use-cases/deps.ts";

/** A browser in which the viewer is signed in. */
export type SessionView = {
  id: string;
  startedAt: Date;
  /** When it was last heard of, to within a few hours. */
  seenAt: Date;
  expiresAt: Date;
  ip: string | null;
  userAgent: string | null;
  /** The one that asks. */
  isThis: boolean;
};

/** Where the person is signed in now, the last heard of first. */
export async function readSessions({ db, clock }: Deps, actor: Actor): Promise<SessionView[]> {
  can(actor, "session:own");
  const person = personOf(actor);
  if (!person) return [];
  const rows = await db.session.findMany({
    where: { userId: person.id, expiresAt: { gt: clock.now() } },
    orderBy: [{ updatedAt: "desc" }, { id: "asc" }],
  });
  return rows.map(({ id, createdAt, updatedAt, expiresAt, ipAddress, userAgent }) => ({
    ...{ id, startedAt: createdAt, seenAt: updatedAt, expiresAt, userAgent },
    ip: addressIn(ipAddress),
    isThis: id === person.sessionId,
  }));
}

/** As people write it. Null where it says nothing: unknown, or this very machine. IPv6 is kept by its network alone. */
function addressIn(kept: string | null): string | null {
  if (!kept || /^[0:]+$/.test(kept)) return null;
  return kept.includes(":") ? new URL(`http://[${kept}]`).hostname.slice(1, -1) : kept;
}
