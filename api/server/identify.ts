import type { IncomingHttpHeaders } from "node:http";
import { Unauthenticated } from "#api/kernel/access.ts";
import type { Actor } from "#api/kernel/actor.ts";
import { wearHat } from "#api/server/identity/hats.ts";
import type { Machines } from "#api/server/identity/machines.ts";
import type { People } from "#api/server/identity/people.ts";
import type { Tokens } from "#api/server/identity/tokens.ts";
import type { Db } from "#api/sql/client.ts";

/** An ended session or a lost role shows after this long at the latest. */
const CACHE_MS = 1_000;
const CACHE_MAX = 10_000;

/** What a request brings to say who it is. */
export type Credentials = { authorization: string | null; cookie: string | null; as: string | null };

export type Identify = (credentials: Credentials) => Promise<Actor>;

export function credentialsOf(headers: IncomingHttpHeaders): Credentials {
  const cookie = headers.cookie ?? null;
  const as = headers["zgoda-as"];
  return {
    authorization: headers.authorization ?? null,
    cookie,
    as: (typeof as === "string" ? as : null) ?? /(?:^|;\s*)zgoda-as=([\w-]+)/.exec(cookie ?? "")?.[1] ?? null,
  };
}

type Settings = { db: Db; people: People; machines: Machines; tokens: Tokens; staffTotp: boolean };

/**
 * Who asks. `Authorization: Bearer` is an API key or a token made from one, and wrong ones are refused; a cookie is a
 * person's session, and a stale one is nobody's.
 */
export function openIdentify(settings: Settings): Identify {
  const sessions = new Map<string, { actor: Promise<Actor>; readAt: number }>();
  return async ({ authorization, cookie, as }) => {
    if (authorization !== null) return machineOf(settings, authorization);
    if (cookie === null) return { kind: "anonymous" };
    const name = JSON.stringify([cookie, as]);
    const known = sessions.get(name);
    if (known && performance.now() - known.readAt < CACHE_MS) return known.actor;
    if (sessions.size >= CACHE_MAX) sessions.clear();
    const actor = personOf(settings, cookie, as);
    sessions.set(name, { actor, readAt: performance.now() });
    actor.catch(() => sessions.delete(name));
    return actor;
  };
}

async function machineOf({ machines, tokens }: Settings, authorization: string): Promise<Actor> {
  const bearer = /^Bearer +(\S+)$/i.exec(authorization)?.[1];
  if (!bearer) throw new Unauthenticated();
  const keyId = bearer.startsWith("eyJ") ? await tokens.keyIdOf(bearer) : null;
  const machine = keyId ? await machines.byKeyId(keyId) : await machines.byKey(bearer);
  if (!machine) throw new Unauthenticated();
  return machine;
}

async function personOf({ db, people, staffTotp }: Settings, cookie: string, as: string | null): Promise<Actor> {
  const session = await people.api.getSession({ headers: new Headers({ cookie }) });
  if (!session) return { kind: "anonymous" };
  return wearHat(db, session.user.id, as, !staffTotp || session.user.twoFactorEnabled === true);
}
