import { Forbidden } from "#api/kernel/access.ts";
import { type Actor, personOf } from "#api/kernel/actor.ts";
import type { Tx } from "#api/sql/rows.ts";
import { recordAudits } from "#api/use-cases/audit/record-audit.ts";
import { can } from "#api/use-cases/can.ts";
import type { Deps } from "#api/use-cases/deps.ts";
import { SessionNotFound } from "#api/use-cases/sessions/refusals.ts";

/**
 * Signs the person out in one browser, or in all but the one that asks (null): at once, on every gateway, with their
 * open sockets.
 */
export async function endSessions(
  deps: Deps,
  actor: Actor,
  { sessionId }: { sessionId: string | null },
): Promise<void> {
  can(actor, "session:own");
  const person = personOf(actor);
  if (!person) throw new Forbidden("session:own");
  const userId = person.id;
  const where = sessionId === null ? { userId, NOT: { id: person.sessionId ?? "" } } : { userId, id: sessionId };
  const ended = await deps.db.$transaction((tx) => end(deps, tx, actor, where));
  if (ended === 0 && sessionId !== null) throw new SessionNotFound(sessionId);
}

type Which = { userId: string; id?: string; NOT?: { id: string } };

async function end({ clock }: Deps, tx: Tx, actor: Actor, where: Which): Promise<number> {
  const rows = await tx.session.findMany({ where });
  await tx.session.deleteMany({ where: { id: { in: rows.map(({ id }) => id) } } });
  const facts = rows.map(({ id, createdAt }) => ({
    ...{ action: "endSession", object: "session", objectId: id, at: clock.now(), after: null },
    before: { startedAt: createdAt.toISOString() },
  }));
  await recordAudits(tx, actor, facts);
  return rows.length;
}
